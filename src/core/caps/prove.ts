import { namedBy } from '../audience';
import { compareIds } from '../ids';
import type { DimensionId, FeedId, Instant, LogId, TimeZone } from '../model';
import type { FilledBy, UnsupportedRuleReason } from '../reasons';
import { atOnce, type Steps } from '../steps';
import type { WindowCap } from './calendarCap';
import { constraintsOf } from './constraintsOf';
import { weightOf } from './counted';
import { isSeenBy, told } from './customer';
import type { CapException } from './exception';
import type { GapBreach } from './gap';
import { appliesTo, type CapRule, isOverDays } from './rule';
import { smallestBreach } from './smallest';
import { addsOf, byTime, filledBy } from './tally';
import { unsupportedRule } from './unsupported';
import { type Entry, placed, type UsageInput, usageOf, type WindowUsage } from './usage';

export interface ProofInput extends Omit<UsageInput, 'rule'> {
  log: LogId;
  rules: readonly CapRule[];
}

/** What a proof takes for granted; people read it beside the proof. */
export type Assumption =
  | { code: 'pool'; log: LogId; zone: TimeZone }
  /** So many of a feed's staff a customer is taken to know: each of its cards counts so often. */
  | { code: 'overlap'; feeds: readonly { feed: FeedId; overlap: number }[] }
  /** A customer's segment in these dimensions stays the same within the day. */
  | { code: 'exclusive-within-the-day'; dimensions: readonly DimensionId[] }
  /** On another day a customer may have other segments of these. */
  | { code: 'may-change'; dimensions: readonly DimensionId[] }
  /** Handing out is counted, at the planned instant, recalled cards included. */
  | { code: 'counts-handed-out' };

/** A window over its limit: a customer, and the fewest cards that alone are too many. */
export interface CounterExample extends WindowUsage {
  smallest: readonly FilledBy[];
}

export interface Proof {
  holds: boolean;
  from: Instant;
  to: Instant;
  /** What `usage` says of each rule; nothing of a rule that cannot be evaluated. */
  lines: readonly WindowUsage[];
  /** For each limit its fullest window. A rule that cannot be evaluated is in `unsupported` instead. */
  fullest: readonly WindowUsage[];
  /** Every window over its limit, worst first. */
  counterExamples: readonly CounterExample[];
  /** Windows whose bound is over the limit: perhaps nobody sees so much, so nobody is named. */
  unproved: readonly WindowUsage[];
  /** Pairs that stand closer than a rule's least gap. */
  tooClose: readonly GapBreach[];
  unsupported: readonly UnsupportedRuleReason[];
  /** In force within the period for cards like these, or within a window that meets it. */
  exceptions: readonly CapException[];
  assumptions: readonly Assumption[];
}

/** For every rule, every window that meets [from, to) and every possible customer: within it, or who is not. */
export const prove = (input: ProofInput): Proof => atOnce(proveInSteps(input));

/** The same, a window or a counter-example at each step. */
export function* proveInSteps(input: ProofInput): Steps<Proof> {
  const { from, to } = input;
  const { all, caps, gaps } = constraintsOf(input.rules, input);
  yield* placed(input.entries, all);
  const lines: { cap: WindowCap; lines: WindowUsage[] }[] = [];
  for (const cap of caps) lines.push({ cap, lines: yield* usageOf(cap, input) });
  const over = lines.flatMap((one) =>
    one.lines.filter(({ count, limit }) => count > limit).map((line) => ({ cap: one.cap, line })),
  );
  const counterExamples: CounterExample[] = [];
  for (const { cap, line } of over) {
    if (line.bound) continue;
    counterExamples.push(counterExample(cap, line, input));
    yield;
  }
  counterExamples.sort((a, b) => b.count - b.limit - (a.count - a.limit));
  const unproved = over.map(({ line }) => line).filter(({ bound }) => bound);
  const tooClose: GapBreach[] = [];
  for (const gap of gaps) {
    tooClose.push(...gap.breaches(from, to));
    yield;
  }
  const unsupported = input.rules.flatMap((rule) => unsupportedRule(rule) ?? []);
  return {
    holds: [counterExamples, unproved, tooClose, unsupported].every(({ length }) => length === 0),
    from,
    to,
    lines: lines.flatMap((one) => one.lines),
    fullest: lines.flatMap((one) => fullestOf(one.lines)),
    counterExamples,
    unproved,
    tooClose,
    unsupported: unsupported.sort((a, b) => compareIds(a.rule, b.rule)),
    exceptions: (input.exceptions ?? []).filter(
      (one) =>
        lines.some((each) => restsOn(each.lines, one)) ||
        (one.from < to && from < one.to && isAbout(one, input)),
    ),
    assumptions: assumptionsOf(input),
  };
}

/** Whether it could concern a card that is looked at: in its feeds, and counted by its rule where it names one. */
const isAbout = (
  { rule: changed, feeds, quietHours }: CapException,
  { entries, rules }: ProofInput,
): boolean => {
  const rule = rules.find(({ id }) => id === changed);
  return entries.some(
    (entry) =>
      (feeds.length === 0 || feeds.includes(entry.feed)) &&
      (quietHours || (rule !== undefined && appliesTo(rule, entry))),
  );
};

const restsOn = (lines: readonly WindowUsage[], exception: CapException): boolean =>
  lines.some(({ exceptions }) => exceptions.includes(exception));

/** The fullest of some windows, the first of equals; none of none. */
export const fullestOf = (lines: readonly WindowUsage[]): WindowUsage[] => {
  const [first, ...others] = lines;
  return first ? [others.reduce((best, line) => (line.count > best.count ? line : best), first)] : [];
};

const counterExample = (
  { level, space }: WindowCap,
  line: WindowUsage,
  input: ProofInput,
): CounterExample => {
  const { window, limit, feed } = line;
  const entries = input.entries.filter(
    (entry) =>
      window.from <= entry.at &&
      entry.at < window.to &&
      level.counts(entry, entry.at) &&
      (feed === null || entry.feed === feed),
  );
  const { scope } = level.rule;
  const { customer, cards } = smallestBreach({ entries, limit, scope, space });
  // Who is named may not be who sees most: the count is that of the one who is.
  const seen = entries.filter(
    ({ audience, at }) => customer === null || isSeenBy(customer, space.facet(audience, at)),
  );
  const inOrder = (some: readonly Entry[]): FilledBy[] =>
    some.map((entry) => filledBy({ card: entry, at: entry.at })).sort(byTime);
  return {
    ...line,
    profile: told(customer),
    count: seen.reduce((sum, entry) => sum + addsOf(scope, entry), 0),
    filledBy: inOrder(seen),
    smallest: inOrder(cards),
  };
};

const assumptionsOf = (input: ProofInput): Assumption[] => {
  const counted = input.entries.filter((entry) => input.rules.some((rule) => appliesTo(rule, entry)));
  const overlaps = overlapsOf(counted);
  const dimensions = exclusiveDimensions(counted, input);
  const isOver = input.rules.some(
    (rule) => rule.minGapMinutes != null || (rule.limit !== null && isOverDays(rule)),
  );
  const changing = isOver ? dimensions.filter((id) => input.dimensions.get(id)?.changes) : [];
  return [
    { code: 'pool', log: input.log, zone: input.zone },
    ...(overlaps.length > 0 ? [{ code: 'overlap', feeds: overlaps } as const] : []),
    ...(dimensions.length > 0 ? [{ code: 'exclusive-within-the-day', dimensions } as const] : []),
    ...(changing.length > 0 ? [{ code: 'may-change', dimensions: changing } as const] : []),
    { code: 'counts-handed-out' },
  ];
};

const overlapsOf = (entries: readonly Entry[]): { feed: FeedId; overlap: number }[] => {
  const byFeed = new Map<FeedId, number>();
  for (const entry of entries) {
    byFeed.set(entry.feed, Math.max(weightOf(entry), byFeed.get(entry.feed) ?? 1));
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
