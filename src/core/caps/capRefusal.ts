import type { Instant } from '../model';
import type { CapReason, CapWindow } from '../reasons';
import { told } from './customer';
import type { Level } from './level';
import type { Standing, Tally } from './tally';

/** Why a window has no room for a card: who is fullest there, and which cards fill it. */
export const capRefusal = (given: {
  level: Level;
  standing: Standing;
  window: CapWindow;
  tally: Tally;
  freeAt: Instant | null;
}): CapReason => {
  const { level, standing, window, tally, freeAt } = given;
  const { rule, limit } = level;
  const byFeed = rule.scope === 'feed';
  const full = tally.fullestWith(standing);
  const customer = full.customer();
  const filledBy = tally.seenBy(customer);
  return {
    code: 'cap',
    rule: rule.id,
    ruleName: rule.name,
    kinds: rule.kinds,
    scope: rule.scope,
    feed: byFeed ? standing.card.feed : null,
    window,
    profile: told(customer),
    bound: !byFeed && customer === null,
    count: full.count - standing.weight,
    adds: standing.weight,
    limit,
    cards: filledBy.map((entry) => entry.card),
    filledBy,
    freeAt,
  };
};

/** The earlier of two instants, where null is never. */
export const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b < a) ? b : a;
