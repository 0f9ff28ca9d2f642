import type { Instant } from '../model';
import type { CapReason, UnsupportedRuleReason } from '../reasons';
import type { CountedCard } from './counted';

/** Why a rule has no room for a card at an instant; `freeAt` is the earliest later instant with room. */
export type Refusal = CapReason | UnsupportedRuleReason;

/**
 * One rule while a plan is made. `check` depends only on what was placed, never on the order of placing,
 * and what is refused stays refused when more is placed; on these two the plan's promises rest. A new kind
 * of rule (gap, quiet hours, rolling window) is one more function that returns a Constraint.
 */
export interface Constraint {
  readonly id: string;
  /** The same answer as `check(…) === null`, without the cost of the explanation. */
  fits(card: CountedCard, at: Instant): boolean;
  check(card: CountedCard, at: Instant): Refusal | null;
  place(card: CountedCard, at: Instant): void;
}
