import { type FilledBy, inTheWay, type Reason } from '../reasons';

/** The cards that hold the places which these reasons speak of, each post once, at its first card. */
export const holdersOf = (reasons: readonly Reason[]): FilledBy[] => onceAPost(reasons.flatMap(inTheWay));

/** One line for each post: a link to it says the same for all its cards. */
export const onceAPost = (cards: readonly FilledBy[]): FilledBy[] =>
  [...new Map([...cards].sort((a, b) => b.at - a.at).map((card) => [card.post, card])).values()].sort(
    (a, b) => a.at - b.at,
  );
