import type { Dimensions, Segments } from '../audience';
import { compareIds } from '../ids';
import type { FeedId, Instant, LocalDate, RuleId, TimeZone } from '../model';
import type { CapWindow, FilledBy, Profile } from '../reasons';
import { atOnce, type Steps } from '../steps';
import type { FilledWindow, WindowCap } from './calendarCap';
import type { Constraint } from './constraint';
import { constraintsOf } from './constraintsOf';
import type { CountedCard } from './counted';
import { told } from './customer';
import type { CapException } from './exception';
import type { CapRule } from './rule';
import { unsupportedRule } from './unsupported';
import { calendarWindows } from './window';

/** A counted card at its planned or released instant. */
export type Entry = CountedCard & { at: Instant };

export interface UsageInput {
  rule: CapRule;
  /** Every window of the pool that [from, to) meets; rolling ones that a card begins. */
  from: Instant;
  to: Instant;
  /** Also those around the period that share a window with it. */
  entries: readonly Entry[];
  /** The pool's timezone. */
  zone: TimeZone;
  segments: Segments;
  dimensions: Dimensions;
  exceptions?: readonly CapException[];
  /** For tests: how many profiles are walked at most. */
  mostProfiles?: number;
}

/** How full a window is for the customer who sees most of it (scope `feed`: for the feed with most). */
export interface WindowUsage {
  rule: RuleId;
  /** The first local day of the window. */
  day: LocalDate;
  window: CapWindow;
  count: number;
  limit: number;
  profile: Profile | null;
  bound: boolean;
  feed: FeedId | null;
  filledBy: readonly FilledBy[];
  /** What lets the window come up to this limit; empty: the rule's own. */
  exceptions: readonly CapException[];
}

/**
 * One line for each window, for calendar units also for empty ones, and one more where an exception raises the
 * limit for cards that stand there. None for a rule that is a gap alone.
 * @throws RangeError on a rule that unsupportedRule refuses
 */
export const usage = (input: UsageInput): WindowUsage[] => {
  const unsupported = unsupportedRule(input.rule);
  if (unsupported) throw new RangeError(`Rule ${input.rule.id} has an unsupported ${unsupported.part}`);
  const { all, caps } = constraintsOf([input.rule], input);
  atOnce(placed(input.entries, all));
  return caps.flatMap((cap) => atOnce(usageOf(cap, input)));
};

/** Puts every entry where it stands. */
export function* placed(entries: readonly Entry[], constraints: readonly Constraint[]): Steps<void> {
  for (const entry of entries) {
    for (const constraint of constraints) constraint.place(entry, entry.at);
    yield;
  }
}

/** The lines of one cap that is filled already. */
export function* usageOf(
  cap: WindowCap,
  input: Pick<UsageInput, 'from' | 'to' | 'zone'>,
): Steps<WindowUsage[]> {
  if (input.to <= input.from) return [];
  const filled = cap.filled(input.from, input.to);
  const byWindow = new Map<Instant, FilledWindow[]>();
  for (const one of filled) byWindow.set(one.window.from, [...(byWindow.get(one.window.from) ?? []), one]);
  const lines: WindowUsage[] = [];
  for (const there of byWindow.values()) {
    lines.push(fullestLine(cap, there));
    yield;
  }
  if (cap.level.exceptions.length > 0) return lines.filter((line) => takes(cap, line));
  return [...lines, ...emptyLines(cap, input, byWindow)].sort((a, b) => a.window.from - b.window.from);
}

const fullestLine = (cap: WindowCap, there: readonly FilledWindow[]): WindowUsage => {
  const lines = there.map(({ window, feed, tally }) => {
    const full = tally.fullest();
    const customer = full.customer();
    return { window, feed, count: full.count, profile: told(customer), filledBy: tally.seenBy(customer) };
  });
  const [best] = lines.sort((a, b) => b.count - a.count || compareIds(a.feed ?? '', b.feed ?? ''));
  if (!best) throw new Error('A window without a tally cannot be fullest.');
  return {
    ...best,
    rule: cap.level.rule.id,
    day: best.window.day,
    limit: cap.level.limit,
    bound: cap.level.rule.scope === 'customer' && best.profile === null,
    exceptions: cap.level.exceptions,
  };
};

/** Whether the exception meets the window: elsewhere the limit is the rule’s own. */
const takes = ({ level }: WindowCap, { window }: WindowUsage): boolean =>
  level.exceptions.some((one) => one.from < window.to && window.from < one.to);

const emptyLines = (
  { level }: WindowCap,
  { from, to, zone }: Pick<UsageInput, 'from' | 'to' | 'zone'>,
  filled: ReadonlyMap<Instant, unknown>,
): WindowUsage[] => {
  const { unit } = level.rule.window;
  if (unit === 'rolling-hours') return [];
  const windows = calendarWindows(unit, zone);
  const lines: WindowUsage[] = [];
  for (let number = windows.at(from); number <= windows.at(to - 1); number += 1) {
    const window = windows.window(number);
    if (filled.has(window.from)) continue;
    const empty = { count: 0, profile: level.rule.scope === 'customer' ? [] : null, bound: false };
    lines.push({
      ...empty,
      rule: level.rule.id,
      day: window.day,
      window,
      limit: level.limit,
      feed: null,
      filledBy: [],
      exceptions: [],
    });
  }
  return lines;
};
