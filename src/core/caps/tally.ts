import { audienceKey, isVisible } from '../audience';
import type { Instant } from '../model';
import type { FilledBy, Profile } from '../reasons';
import { type CountedCard, weightOf } from './counted';
import type { Fullest, FullestFinder, Load } from './fullest';

/** What stands in one window of one rule. */
export interface Tally {
  add(card: CountedCard, at: Instant): void;
  /** The fullest customer among those who would see `card`, with it. */
  fullestWith(card: CountedCard): Fullest;
  fullest(): Fullest;
  /** The cards that a profile sees, in the order of their time; all of them when it is null (a bound). */
  seenBy(profile: Profile | null): FilledBy[];
  /** All weights together: no customer sees more. */
  readonly total: number;
  /** How many cards, whoever sees them. */
  readonly size: number;
}

/** Equal for cards that weigh the same for the same customers. */
export const signatureOf = (card: CountedCard): string => {
  const known = signatures.get(card);
  if (known !== undefined) return known;
  const signature = `${weightOf(card)} ${audienceKey(card.audience)}`;
  signatures.set(card, signature);
  return signature;
};

const signatures = new WeakMap<CountedCard, string>();

export const tallyOf = (finder: FullestFinder): Tally => {
  const loads = new Map<string, Load>();
  const cards: { card: CountedCard; at: Instant }[] = [];
  // Twenty feeds ask about the same few audiences again and again between two placements.
  const answers = new Map<string, Fullest>();
  let total = 0;

  const ask = (key: string, candidate?: Load): Fullest => {
    const known = answers.get(key);
    if (known) return known;
    const answer = finder.find([...loads.values()], candidate);
    answers.set(key, answer);
    return answer;
  };

  return {
    add(card, at) {
      const key = audienceKey(card.audience);
      const load = loads.get(key);
      const weight = weightOf(card);
      if (load) load.weight += weight;
      else loads.set(key, { key, audience: card.audience, weight });
      cards.push({ card, at });
      total += weight;
      answers.clear();
    },
    fullestWith(card) {
      const known = answers.get(signatureOf(card));
      if (known) return known;
      const candidate = { key: audienceKey(card.audience), audience: card.audience, weight: weightOf(card) };
      return ask(signatureOf(card), candidate);
    },
    fullest: () => ask(''),
    seenBy: (profile) =>
      cards
        .filter(({ card }) => profile === null || isVisible(card.audience, profile))
        .map(({ card, at }) => ({
          card: card.card,
          post: card.post,
          feed: card.feed,
          title: card.title,
          at,
          weight: weightOf(card),
        }))
        .sort((a, b) => a.at - b.at || (a.card < b.card ? -1 : 1)),
    get total() {
      return total;
    },
    get size() {
      return cards.length;
    },
  };
};
