import { getOrMake } from '../getOrMake';
import { compareIds } from '../ids';
import type { Instant } from '../model';
import type { PlanCard } from './types';

/**
 * The cards in the order of deciding: high priority first, then who wants the earlier instant. Never by a
 * deferred time; total, so that the input's order does not matter. Few cards are tied in both, so what is
 * sorted are numbers.
 */
export const inOrder = (cards: readonly PlanCard[]): PlanCard[] => {
  const byPriority = new Map<number, Map<Instant, PlanCard[]>>();
  for (const card of cards) {
    const byInstant = getOrMake(byPriority, card.priority, () => new Map<Instant, PlanCard[]>());
    getOrMake(byInstant, card.scheduledAt, (): PlanCard[] => []).push(card);
  }
  const sorted: PlanCard[] = [];
  for (const [, byInstant] of byNumber(byPriority).reverse())
    for (const [, tied] of byNumber(byInstant)) sorted.push(...tied.sort(compareTied));
  return sorted;
};

const byNumber = <T>(groups: ReadonlyMap<number, T>): [number, T][] => [...groups].sort(([a], [b]) => a - b);

const compareTied = (a: PlanCard, b: PlanCard): number =>
  compareIds(a.post, b.post) || compareIds(a.variantKey, b.variantKey) || compareIds(a.feed, b.feed);
