import { type FilledBy, inTheWay, type Reason } from '../reasons';

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
    if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
    const known = joined.get(first)?.get(second);
    if (known) return known;
    const there = new Set(first.map(({ card }) => card));
    const both = [...first, ...second.filter(({ card }) => !there.has(card))];
    joined.set(first, (joined.get(first) ?? new Map<Cards, Cards>()).set(second, both));
    return both;
  };

  return (reasons) => {
    let all: Cards = none;
    for (const reason of reasons) all = join(all, plannedOf(inTheWay(reason)));
    return all;
  };
};

const none: Cards = [];
