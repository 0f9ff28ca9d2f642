import type { Dimensions, Segments } from '../audience';
import type { FeedId, Instant, LocalDate, RuleId, TimeZone } from '../model';
import type { CapWindow, FilledBy, Profile } from '../reasons';
import { addDays, localDateOf } from '../time';
import type { CountedCard } from './counted';
import { type DayCap, dayCapConstraint, dayWindow } from './dayCap';
import type { CapRule } from './rule';
import { unsupportedRule } from './unsupported';

/** A counted card at its planned or released instant. */
export type Entry = CountedCard & { at: Instant };

export interface UsageInput {
  rule: CapRule;
  /** Every day of the pool that [from, to) touches. */
  from: Instant;
  to: Instant;
  entries: readonly Entry[];
  /** The pool's timezone. */
  zone: TimeZone;
  segments: Segments;
  dimensions: Dimensions;
}

/** How full a day is for the customer who sees most of it (scope `feed`: for the feed with most). */
export interface DayUsage {
  rule: RuleId;
  day: LocalDate;
  window: CapWindow;
  count: number;
  limit: number;
  profile: Profile | null;
  bound: boolean;
  feed: FeedId | null;
  filledBy: readonly FilledBy[];
}

/** One line for each day, also for empty ones. Throws on a rule that unsupportedRule refuses. */
export const usage = (input: UsageInput): DayUsage[] => {
  const { rule, zone, entries } = input;
  const unsupported = unsupportedRule(rule);
  if (unsupported) throw new RangeError(`Rule ${rule.id} has an unsupported ${unsupported.part}`);
  const cap = dayCapConstraint(rule, input);
  for (const entry of entries) cap.place(entry, entry.at);
  return daysOf(input.from, input.to, zone).map((day) => usageOn(cap, day, zone));
};

const usageOn = (cap: DayCap, day: LocalDate, zone: TimeZone): DayUsage => {
  const { fullest, feed, tally } = cap.fullestOn(day);
  return {
    rule: cap.rule.id,
    day,
    window: dayWindow(day, zone),
    count: fullest.count,
    limit: cap.rule.limit,
    profile: fullest.profile,
    bound: cap.rule.scope === 'customer' && fullest.profile === null,
    feed,
    filledBy: tally.seenBy(fullest.profile),
  };
};

const daysOf = (from: Instant, to: Instant, zone: TimeZone): LocalDate[] => {
  const days: LocalDate[] = [];
  if (to <= from) return days;
  const last = localDateOf(to - 1, zone);
  for (let day = localDateOf(from, zone); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};
