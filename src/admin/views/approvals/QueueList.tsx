import { Link } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { listed } from '@/core/words/listed';
import type { Waiting, WaitingScript } from '@/server/screens/queue';
import { KindMark } from '@/ui/KindMark';
import { LaunchWhen, ScriptLink, SubmittedBy } from '../../parts/ScriptLink';
import { When } from '../../parts/When';

interface Given {
  waiting: readonly Waiting[];
  scripts: readonly WaitingScript[];
  chosen: string | null;
  words: AdminWords;
  locale: Locale;
  now: number;
}

/** What waits: launch scripts, which open on their own page, then posts, soonest first, with when each is due. */
export const QueueList = ({ waiting, scripts, chosen, words, locale, now }: Given) => (
  <nav className="md-queue" aria-label={words.queue.list}>
    <ol>
      {scripts.map((script) => (
        <li key={`script-${script.id}`}>
          <ScriptLink id={script.id} className="md-queue-item">
            <span className="md-queue-when">
              <LaunchWhen {...{ script, words, locale, now }} />
            </span>
            <span className="md-queue-title">{words.queue.script(script.title)}</span>
            <span className="md-queue-meta md-quiet">
              <SubmittedBy {...{ script, words, locale, now }} />
            </span>
          </ScriptLink>
        </li>
      ))}
      {waiting.map(({ id, title, kind, at, zone, feeds }) => (
        <li key={id}>
          <Link
            href={`/admin/approvals?post=${id}`}
            prefetch={false}
            aria-current={id === chosen ? 'true' : undefined}
            className="md-queue-item"
          >
            <span className="md-queue-when">
              {at === null ? (
                words.queue.noTime
              ) : (
                <When {...{ at, now, zone, locale }} say={at < now ? words.queue.overdue : words.queue.due} />
              )}
            </span>
            <span className="md-queue-title">{title}</span>
            <span className="md-queue-meta">
              <KindMark kind={kind} label={words.kinds[kind]} />{' '}
              <span className="md-quiet">{listed(feeds, locale)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  </nav>
);
