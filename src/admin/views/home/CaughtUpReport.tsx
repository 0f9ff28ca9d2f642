import { Link } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import { listed } from '@/core/words/listed';
import { operationWords } from '@/core/words/operation';
import { whenWords } from '@/core/words/when';
import type { CaughtUp, Interruption } from '@/server/catchUp/report';
import type { Context } from '@/server/context';
import type { Home } from '@/server/screens/home';
import { When } from '../../parts/When';

const shown = ['waits', 'expired', 'late', 'skipped'] as const;
type Group = (typeof shown)[number];

const interruptionWords = ({ what, from, to }: Interruption, zone: string, ctx: Context): string => {
  const { catchUp } = operationWords[ctx.locale];
  const say = (at: number) => whenWords({ at, now: ctx.now, zone }, ctx.locale);
  const minutes = Math.round((to - from) / 60_000);
  return catchUp[what](say(from), say(to), minutes);
};

const Line = ({ one, ctx }: { one: CaughtUp; ctx: Context }) => {
  const { catchUp } = operationWords[ctx.locale];
  const { post, title, feedName, zone, plannedAt, lateMinutes } = one;
  return (
    <li>
      <Link href={`/admin/collections/posts/${post}`} prefetch={false}>
        {title}
      </Link>
      <span className="md-quiet md-small">
        {feedName} ·{' '}
        <When at={plannedAt} now={ctx.now} zone={zone} locale={ctx.locale} say={catchUp.planned} />
        {lateMinutes > 0 ? ` · ${catchUp.minutes(lateMinutes)}` : null}
      </span>
    </li>
  );
};

/** One line for a post at one instant, in whatever feeds and versions. */
const once = (list: readonly CaughtUp[], locale: Locale): CaughtUp[] => {
  const lines = new Map<string, { line: CaughtUp; feeds: Set<string> }>();
  for (const one of list) {
    const key = `${one.post} ${one.plannedAt}`;
    const known = lines.get(key) ?? { line: one, feeds: new Set() };
    lines.set(key, { ...known, feeds: known.feeds.add(one.feedName) });
  }
  return [...lines.values()].map(({ line, feeds }) => ({ ...line, feedName: listed(feeds, locale) }));
};

/** After an outage or a stop, for a day: what came late, what did not come, what waits for a person. */
export const CaughtUpReport = ({ home, ctx }: { home: Home; ctx: Context }) => {
  const { catchUp: report } = home;
  if (!report || report.interruptions.length === 0) return null;
  const { interruptions } = report;
  const { catchUp } = operationWords[ctx.locale];
  const words: Record<Group, string> = catchUp;
  const groups = shown
    .map((group) => ({ group, lines: once(report[group], ctx.locale) }))
    .filter(({ lines }) => lines.length > 0);
  // Stopped and resumed at once: there is nothing to tell.
  if (groups.length === 0 && interruptions.every(({ from, to }) => to - from < 60_000)) return null;
  const isWarning = groups.some(({ group }) => group === 'waits' || group === 'expired');
  return (
    <details className={`md-note${isWarning ? ' md-note-warn' : ''} md-catch-up`} open={isWarning}>
      <summary>
        <strong>{catchUp.title}</strong>{' '}
        {interruptions.map((one) => interruptionWords(one, home.timezone, ctx)).join(' ')}{' '}
        {groups.map(({ group, lines }) => `${words[group]} ${lines.length}`).join(' · ')}
      </summary>
      {groups.length === 0 ? <p>{catchUp.nothing}</p> : null}
      <div className="md-follows">
        {groups.map(({ group, lines }) => (
          <section key={group}>
            <h3>
              {words[group]} <span className="md-quiet">{lines.length}</span>
            </h3>
            <ul>
              {lines.slice(0, 12).map((one) => (
                <Line key={one.card} one={one} ctx={ctx} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>
        <Link href="/admin/decisions" prefetch={false}>
          {catchUp.more}
        </Link>
      </p>
    </details>
  );
};
