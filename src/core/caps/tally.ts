import { isVisible } from '../audience';
import type { Instant } from '../model';
import type { FilledBy, Profile } from '../reasons';
import { type CountedCard, weightOf } from './counted';
import { type Crowd, crowdOf, type Fullest } from './fullest';
import type { CapScope } from './rule';
import type { Space } from './space';

/** What stands in one window of one rule. */
export interface Tally {
  add(card: CountedCard, at: Instant): void;
  /** Whether the card stays within the limit for everybody who would see it. */
  hasRoom(card: CountedCard, limit: number): boolean;
  /** The fullest customer among those who would see `card`, with it. */
  fullestWith(card: CountedCard): Fullest;
  fullest(): Fullest;
  /** The cards that a profile sees, in the order of their time; all of them when it is null. */
  seenBy(profile: Profile | null): FilledBy[];
}

interface Standing {
  card: CountedCard;
  at: Instant;
}

/** How much one card adds: overlap multiplies for customers, a feed counts each card once. */
export const addsOf = (scope: CapScope, card: CountedCard): number => (scope === 'feed' ? 1 : weightOf(card));

export const filledBy = ({ card, at }: Standing): FilledBy => ({
  card: card.card,
  post: card.post,
  feed: card.feed,
  title: card.title,
  at,
  weight: weightOf(card),
});

export const byTime = (a: FilledBy, b: FilledBy): number => a.at - b.at || (a.card < b.card ? -1 : 1);

/** For every possible customer. Who sees what is looked at only when the window could be full. */
export const customerTally = (space: Space): Tally => {
  const cards: Standing[] = [];
  let crowd: Crowd | null = null;
  let counted = 0;
  let total = 0;
  const present = (): Crowd => {
    crowd ??= crowdOf(space);
    for (; counted < cards.length; counted += 1) {
      const { card } = cards[counted] as Standing;
      crowd.add(space.facet(card.audience), weightOf(card));
    }
    return crowd;
  };
  const fullestWith = (card: CountedCard): Fullest =>
    present().fullest({ facet: space.facet(card.audience), weight: weightOf(card) });
  return {
    add(card, at) {
      cards.push({ card, at });
      total += weightOf(card);
    },
    hasRoom(card, limit) {
      const weight = weightOf(card);
      if (weight > limit) return false;
      if (total + weight <= limit) return true;
      return present().atMost(weight) <= limit || fullestWith(card).count <= limit;
    },
    fullestWith,
    fullest: () => present().fullest(),
    seenBy: (profile) =>
      cards
        .filter(({ card }) => profile === null || isVisible(card.audience, profile))
        .map(filledBy)
        .sort(byTime),
  };
};

/** For one feed, whoever sees its cards. */
export const feedTally = (): Tally => {
  const cards: Standing[] = [];
  return {
    add: (card, at) => void cards.push({ card, at }),
    hasRoom: (_, limit) => cards.length + 1 <= limit,
    fullestWith: () => ({ count: cards.length + 1, profile: null }),
    fullest: () => ({ count: cards.length, profile: null }),
    seenBy: () => cards.map(filledBy).sort(byTime),
  };
};
