import { namedBy } from '../audience';
import { compareIds } from '../ids';
import type { DimensionId, FeedId, Instant, LogId, TimeZone } from '../model';
import type { UnsupportedRuleReason } from '../reasons';
import { weightOf } from './counted';
import { appliesTo, type CapRule } from './rule';
import { unsupportedRule } from './unsupported';
import { type DayUsage, type Entry, type UsageInput, usage } from './usage';

export interface ProofInput extends Omit<UsageInput, 'rule'> {
  log: LogId;
  rules: readonly CapRule[];
}

/** What a proof takes for granted; people read it beside the proof. */
export type Assumption =
  | { code: 'pool'; log: LogId; zone: TimeZone }
  /** Each card is counted this often for one customer; feeds of overlap 1 are not listed. */
  | { code: 'overlap'; feeds: readonly { feed: FeedId; overlap: number }[] }
  /** A customer's segment in these dimensions stays the same within the day. */
  | { code: 'exclusive-within-the-day'; dimensions: readonly DimensionId[] }
  /** Handing out is counted, at the planned instant, recalled cards included. */
  | { code: 'counts-handed-out' };

export interface Proof {
  holds: boolean;
  from: Instant;
  to: Instant;
  /** For each rule its fullest day. A rule that cannot be evaluated is in `unsupported` instead. */
  fullest: readonly DayUsage[];
  /** Every day over its limit, worst first: a profile and the cards that it would see. */
  counterExamples: readonly DayUsage[];
  unsupported: readonly UnsupportedRuleReason[];
  assumptions: readonly Assumption[];
}

/** For every rule, every day in [from, to) and every possible customer: within the limit, or who is not. */
export const prove = (input: ProofInput): Proof => {
  const rules = [...input.rules].sort((a, b) => compareIds(a.id, b.id));
  const unsupported = rules.flatMap((rule) => unsupportedRule(rule) ?? []);
  const days = rules
    .filter((rule) => unsupportedRule(rule) === null)
    .map((rule) => usage({ ...input, rule }));
  const counterExamples = days
    .flat()
    .filter((day) => day.count > day.limit)
    .sort((a, b) => b.count - b.limit - (a.count - a.limit));
  return {
    holds: counterExamples.length === 0 && unsupported.length === 0,
    from: input.from,
    to: input.to,
    fullest: days.flatMap(fullestOf),
    counterExamples,
    unsupported,
    assumptions: assumptionsOf(input),
  };
};

const fullestOf = (days: readonly DayUsage[]): DayUsage[] => {
  const [first, ...others] = days;
  return first ? [others.reduce((best, day) => (day.count > best.count ? day : best), first)] : [];
};

const assumptionsOf = (input: ProofInput): Assumption[] => {
  const counted = input.entries.filter((entry) => input.rules.some((rule) => appliesTo(rule, entry)));
  const overlaps = overlapsOf(counted);
  const dimensions = exclusiveDimensions(counted, input);
  return [
    { code: 'pool', log: input.log, zone: input.zone },
    ...(overlaps.length > 0 ? [{ code: 'overlap', feeds: overlaps } as const] : []),
    ...(dimensions.length > 0 ? [{ code: 'exclusive-within-the-day', dimensions } as const] : []),
    { code: 'counts-handed-out' },
  ];
};

const overlapsOf = (entries: readonly Entry[]): { feed: FeedId; overlap: number }[] => {
  const byFeed = new Map<FeedId, number>();
  for (const entry of entries) {
    const overlap = weightOf(entry);
    if (overlap > 1) byFeed.set(entry.feed, Math.max(overlap, byFeed.get(entry.feed) ?? 1));
  }
  return [...byFeed].map(([feed, overlap]) => ({ feed, overlap })).sort((a, b) => compareIds(a.feed, b.feed));
};

const exclusiveDimensions = (entries: readonly Entry[], input: ProofInput): DimensionId[] => {
  const found = new Set<DimensionId>();
  for (const segment of entries.flatMap((entry) => namedBy(entry.audience))) {
    const dimension = input.dimensions.get(input.segments.get(segment)?.dimension ?? ('' as DimensionId));
    if (dimension?.exclusive) found.add(dimension.id);
  }
  return [...found].sort(compareIds);
};
