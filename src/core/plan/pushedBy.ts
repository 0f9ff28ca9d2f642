import type { FilledBy, Reason } from '../reasons';

type Cards = readonly FilledBy[];

/**
 * Which of the cards in the way are only planned, not released: the calendar shows who pushes whom. Cards
 * refused for the same reason share one list, as they share the reason's.
 */
export const pushersOf = (
  isReleased: (card: FilledBy) => boolean,
): ((reasons: readonly Reason[]) => Cards) => {
  const planned = new Map<Cards, Cards>();
  const joined = new Map<Cards, Map<Cards, Cards>>();

  const plannedOf = (cards: Cards): Cards => {
    const known = planned.get(cards);
    if (known) return known;
    const found = cards.filter((card) => !isReleased(card));
    planned.set(cards, found);
    return found;
  };

  const join = (first: Cards, second: Cards): Cards => {
    if (first.length === 0) return second;
    const known = joined.get(first)?.get(second);
    if (known) return known;
    const there = new Set(first.map(({ card }) => card));
    const both = [...first, ...second.filter(({ card }) => !there.has(card))];
    joined.set(first, (joined.get(first) ?? new Map<Cards, Cards>()).set(second, both));
    return both;
  };

  return (reasons) => {
    let all: Cards = none;
    for (const reason of reasons)
      if (reason.code === 'cap' || reason.code === 'gap') all = join(all, plannedOf(reason.filledBy));
    return all;
  };
};

const none: Cards = [];
