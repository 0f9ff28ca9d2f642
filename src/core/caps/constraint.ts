import type { Instant } from '../model';
import type { CapReason, GapReason, QuietHoursReason, UnsupportedRuleReason } from '../reasons';
import type { CountedCard } from './counted';

/** Why there is no room for a card at an instant; `freeAt` is the earliest later instant with room. */
export type Refusal = CapReason | GapReason | QuietHoursReason | UnsupportedRuleReason;

/**
 * One rule while a plan is made. `check` depends only on what was placed, never on the order of placing,
 * and what is refused stays refused when more is placed; on these two the plan's promises rest.
 */
export interface Constraint {
  readonly id: string;
  /** The same answer as `check(…) === null`, without the cost of the explanation. */
  fits(card: CountedCard, at: Instant): boolean;
  check(card: CountedCard, at: Instant): Refusal | null;
  /** Where it does not fit: the earliest later instant with room; null: none within `daysAhead`. */
  roomAfter(card: CountedCard, at: Instant): Instant | null;
  place(card: CountedCard, at: Instant): void;
}

/** How far ahead a refusal looks for room. */
export const daysAhead = 31;
