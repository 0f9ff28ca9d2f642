import { type CapRule, fullestOf, unsupportedRule, usage } from '@/core/caps';
import type { Kind, LocalDate } from '@/core/model';
import { type Decision, entriesOf } from '@/core/plan';
import { dayBounds } from '@/core/time';
import { usageWords } from '@/core/words/caps';
import type { Context } from '../context';
import type { Snapshot } from '../scheduler/snapshot';

/** How full a day is under one rule, for whoever sees most. */
export interface Meter {
  rule: string;
  name: string;
  kinds: readonly Kind[];
  count: number;
  limit: number;
  /** 「已满 3/3（新用户 × 母婴）」 */
  words: string;
}

/** How full a day of a pool is under each of its rules that can be kept. */
export const metersOf = (
  snapshot: Snapshot,
  decisions: readonly Decision[],
  ctx: Context,
  day: LocalDate,
): Meter[] => {
  const { zone, rules, segments, dimensions, exceptions } = snapshot.input;
  const entries = entriesOf(snapshot.input, decisions);
  const [from, to] = dayBounds(day, zone);
  const context = { ...snapshot.refs, zone };
  const feeds = new Set<string>(
    [...snapshot.refs.feeds.values()].filter(({ log }) => log === snapshot.log).map(({ id }) => id),
  );
  const channels = new Set(
    [...snapshot.refs.feeds.values()].filter(({ id }) => feeds.has(id)).map(({ channel }) => channel),
  );
  const here = ({ feeds: named, channels: shown }: CapRule): boolean =>
    (named.length === 0 || named.some((feed) => feeds.has(feed))) &&
    (shown.length === 0 || shown.some((channel) => channels.has(channel)));
  return rules
    .filter((rule) => unsupportedRule(rule) === null && here(rule))
    .flatMap((rule) =>
      fullestOf(usage({ rule, from, to, entries, zone, segments, dimensions, exceptions })).map((used) => ({
        rule: rule.id,
        name: rule.name,
        kinds: rule.kinds,
        count: used.count,
        limit: used.limit,
        words: usageWords(used, context, ctx.locale),
      })),
    );
};
