import { compareIds } from '../ids';
import type { CardKey, FeedId, Instant, PostId } from '../model';
import type { Decision, Outcome } from '../plan';
import type { Period } from './period';

export interface Fate {
  outcome: Outcome;
  at: Instant;
}

/** A card to which something else happens than before; null: it is in one of the two plans alone. */
export interface Moved {
  card: CardKey;
  post: PostId;
  variantKey: string;
  feed: FeedId;
  before: Fate | null;
  after: Fate | null;
}

/** What differs between two plans: outcome or instant. That only the reasons differ moves nobody. */
export const diffPlans = (before: readonly Decision[], after: readonly Decision[]): Moved[] => {
  const old = new Map(before.map((decision) => [decision.card, decision]));
  const present = new Set(after.map(({ card }) => card));
  const moved = after.flatMap((decision): Moved[] => {
    const was = old.get(decision.card) ?? null;
    const same = was?.outcome === decision.outcome && was.at === decision.at;
    return same ? [] : [{ ...whose(decision), before: was && fate(was), after: fate(decision) }];
  });
  const gone = before
    .filter(({ card }) => !present.has(card))
    .map((decision): Moved => ({ ...whose(decision), before: fate(decision), after: null }));
  return [...moved, ...gone].sort((a, b) => firstOf(a) - firstOf(b) || compareIds(a.card, b.card));
};

/** Those that leave the period, come into it or move within it. */
export const movedIn = (moved: readonly Moved[], { from, to }: Period): Moved[] => {
  const within = (one: Fate | null): boolean => one !== null && one.at >= from && one.at < to;
  return moved.filter(({ before, after }) => within(before) || within(after));
};

const whose = ({ card, post, variantKey, feed }: Decision) => ({ card, post, variantKey, feed });
const fate = ({ outcome, at }: Decision): Fate => ({ outcome, at });
const firstOf = ({ before, after }: Moved): Instant =>
  Math.min(before?.at ?? Number.POSITIVE_INFINITY, after?.at ?? Number.POSITIVE_INFINITY);
