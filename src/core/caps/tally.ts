import type { Instant } from '../model';
import type { FilledBy } from '../reasons';
import { Bound, type Candidate } from './bound';
import { type CountedCard, weightOf } from './counted';
import { Crowd } from './crowd';
import { type Customer, isSeenBy } from './customer';
import type { Fullest } from './parts';
import type { CapScope } from './rule';
import type { Space } from './space';

/** What stands in one window of one rule. */
export interface Tally {
  add(standing: Standing): void;
  /** Whether the card stays within the limit for everybody who would see it. */
  hasRoom(standing: Standing, limit: number): boolean;
  /** How much its cards add, whoever sees them. */
  readonly total: number;
  /** The fullest customer among those who would see the card, with it. */
  fullestWith(standing: Standing): Fullest;
  fullest(): Fullest;
  /** The cards that a customer sees, in the order of their time; all of them when it is null. */
  seenBy(customer: Customer | null): FilledBy[];
}

/** A card where it stands. */
export interface Standing extends Candidate {
  card: CountedCard;
  at: Instant;
}

/** How much one card adds: overlap multiplies for customers, a feed counts each card once. */
export const addsOf = (scope: CapScope, card: CountedCard): number => (scope === 'feed' ? 1 : weightOf(card));

/** Made once for all windows that it is looked at in. */
export const standingOf = (
  { scope, space }: { scope: CapScope; space: Space },
  card: CountedCard,
  at: Instant,
): Standing => ({ card, at, weight: addsOf(scope, card), facet: space.facet(card.audience, at) });

export const filledBy = ({ card, at }: Pick<Standing, 'card' | 'at'>): FilledBy => ({
  card: card.card,
  post: card.post,
  feed: card.feed,
  title: card.title,
  at,
  weight: weightOf(card),
});

export const byTime = (a: FilledBy, b: FilledBy): number => a.at - b.at || (a.card < b.card ? -1 : 1);

/** For every possible customer. Who sees what is looked at only when the window could be full. */
class CustomerTally implements Tally {
  private readonly cards: Standing[] = [];
  total = 0;
  private bound: Bound | null = null;
  private crowd: Crowd | null = null;
  /** How many of the cards are in the bound, and in the crowd if there is one. */
  private known = 0;

  constructor(private readonly space: Space) {}

  add(standing: Standing): void {
    this.cards.push(standing);
    this.total += standing.weight;
  }

  hasRoom(standing: Standing, limit: number): boolean {
    const { weight } = standing;
    if (weight > limit) return false;
    return this.counted().most + weight <= limit || this.fullestWith(standing).count <= limit;
  }

  fullestWith(standing: Standing): Fullest {
    return this.present().fullest(standing);
  }

  fullest(): Fullest {
    return this.present().fullest();
  }

  seenBy(customer: Customer | null): FilledBy[] {
    return this.cards
      .filter(({ facet }) => customer === null || isSeenBy(customer, facet))
      .map(filledBy)
      .sort(byTime);
  }

  private present(): Crowd {
    const bound = this.counted();
    if (this.crowd) return this.crowd;
    this.crowd = new Crowd(this.space, bound);
    for (const standing of this.cards) this.crowd.add(standing);
    return this.crowd;
  }

  private counted(): Bound {
    this.bound ??= new Bound();
    for (; this.known < this.cards.length; this.known += 1) {
      const standing = this.cards[this.known] as Standing;
      this.bound.add(standing);
      this.crowd?.add(standing);
    }
    return this.bound;
  }
}

/** For one feed, whoever sees its cards. */
class FeedTally implements Tally {
  private readonly cards: Standing[] = [];

  get total(): number {
    return this.cards.length;
  }

  add(standing: Standing): void {
    this.cards.push(standing);
  }

  hasRoom(_: Standing, limit: number): boolean {
    return this.cards.length + 1 <= limit;
  }

  fullestWith(): Fullest {
    return { count: this.cards.length + 1, customer: () => null };
  }

  fullest(): Fullest {
    return { count: this.cards.length, customer: () => null };
  }

  seenBy(): FilledBy[] {
    return this.cards.map(filledBy).sort(byTime);
  }
}

/** An empty one for a scope. There are thousands in a plan: as classes they share their functions. */
export const tallyOf = (scope: CapScope, space: Space): Tally =>
  scope === 'feed' ? new FeedTally() : new CustomerTally(space);
