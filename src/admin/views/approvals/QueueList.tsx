import { Link } from '@payloadcms/ui';
import type { Locale, TimeZone } from '@/core/model';
import { groupsOf, type QueueGroup } from '@/core/queue/groups';
import type { PeriodUnit, QueuePeriod } from '@/core/queue/periods';
import { localDateOf } from '@/core/time';
import type { AdminWords } from '@/core/words/admin';
import { listed } from '@/core/words/listed';
import { periodHeading, queueWords } from '@/core/words/queue';
import type { Waiting, WaitingScript } from '@/server/screens/queue';
import { KindMark } from '@/ui/KindMark';
import { ChangedSince, LaunchWhen, ScriptLink, SubmittedBy } from '../../parts/ScriptLink';
import { When } from '../../parts/When';
import { Urgent } from './Urgent';

interface Given {
  waiting: readonly Waiting[];
  scripts: readonly WaitingScript[];
  chosen: string | null;
  unit: PeriodUnit;
  /** Of the installation: days begin by it. */
  zone: TimeZone;
  words: AdminWords;
  locale: Locale;
  now: number;
}

const path = '/admin/approvals';

/** What is chosen where it is a script. */
export const scriptKey = (id: string): string => `script-${id}`;

/** The page on which the posts of a day or a week are decided on in one act. */
export const hrefOfPeriod = ({ unit, first }: QueuePeriod): string => `${path}?${unit}=${first}`;

const postHref = (id: string, unit: PeriodUnit): string =>
  `${path}?post=${id}${unit === 'week' ? '&by=week' : ''}`;

const units: readonly PeriodUnit[] = ['day', 'week'];

const Units = ({ unit, locale }: Pick<Given, 'unit' | 'locale'>) => {
  const words = queueWords[locale];
  return (
    <p className="md-units">
      {units.map((one) => (
        <Link
          key={one}
          href={one === 'day' ? path : `${path}?by=week`}
          prefetch={false}
          aria-current={one === unit ? 'true' : undefined}
        >
          {words.units[one]}
        </Link>
      ))}
    </p>
  );
};

const Heading = ({ group, zone, locale, now }: { group: QueueGroup<Waiting> } & Omit<Given, 'waiting'>) => {
  const words = queueWords[locale];
  if (group.code === 'past') return <h3>{words.past}</h3>;
  if (group.code === 'no-time') return <h3>{words.noTime}</h3>;
  const { period, items } = group;
  return (
    <div className="md-queue-head">
      <h3>
        {periodHeading(period, localDateOf(now, zone), locale)}{' '}
        <span className="md-small">{words.count(items.length)}</span>
      </h3>
      <Link href={hrefOfPeriod(period)} prefetch={false}>
        {words.reviewPeriod[period.unit]}
      </Link>
    </div>
  );
};

const Item = ({ one, chosen, unit, words, locale, now }: { one: Waiting } & Omit<Given, 'waiting'>) => {
  const { id, title, kind, at, zone, feeds } = one;
  return (
    <li>
      <Link
        href={postHref(id, unit)}
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
        <Urgent {...{ at, now, locale }} />
        <span className="md-queue-title">{title}</span>
        <span className="md-queue-meta">
          <KindMark kind={kind} label={words.kinds[kind]} />{' '}
          <span className="md-quiet">{listed(feeds, locale)}</span>
        </span>
      </Link>
    </li>
  );
};

/**
 * What waits: launch scripts, which are decided on as a whole, then posts by their day or week, soonest first. A day can
 * be decided on as one.
 */
export const QueueList = ({ waiting, ...given }: Given) => {
  const { scripts, chosen, unit, zone, words, locale, now } = given;
  return (
    <nav className="md-queue" aria-label={words.queue.list}>
      {scripts.length > 0 ? (
        <ol>
          {scripts.map((script) => (
            <li key={scriptKey(script.id)}>
              <ScriptLink id={script.id} className="md-queue-item" current={chosen === scriptKey(script.id)}>
                <span className="md-queue-when">
                  <LaunchWhen {...{ script, words, locale, now }} />
                </span>
                <span className="md-queue-title">{words.queue.script(script.title)}</span>
                <ChangedSince script={script} locale={locale} />
                <span className="md-queue-meta md-quiet">
                  <SubmittedBy {...{ script, words, locale, now }} />
                </span>
              </ScriptLink>
            </li>
          ))}
        </ol>
      ) : null}
      {waiting.length > 0 ? <Units unit={unit} locale={locale} /> : null}
      {groupsOf({ items: waiting, unit, now, zone }).map((group) => (
        <section key={group.code === 'period' ? group.period.first : group.code}>
          <Heading group={group} {...given} />
          <ol>
            {group.items.map((one) => (
              <Item key={one.id} one={one} {...given} />
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
};
