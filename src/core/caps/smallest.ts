import { isVisible, profileAt } from '../audience';
import type { Profile } from '../reasons';
import { type CountedCard, weightOf } from './counted';
import type { CapScope } from './rule';
import type { Facet, Profiles, Space } from './space';
import type { Entry } from './usage';

export interface Breach {
  profile: Profile | null;
  cards: readonly Entry[];
}

interface BreachQuestion {
  /** What stands in the window. */
  entries: readonly Entry[];
  limit: number;
  scope: CapScope;
  space: Space;
  /** Sees more than the limit: where there are too many profiles to walk, its cards are taken. */
  fullest: Profile | null;
}

/** Cards of one audience and weight. */
interface Sort {
  facet: Facet;
  weight: number;
  cards: Entry[];
}

/**
 * The fewest cards that alone break a limit, and a customer who sees them all: no smaller set does, whoever the
 * customer. Where there are more than 65,536 combinations, the fewest for the customer who sees most.
 */
export const smallestBreach = (question: BreachQuestion): Breach => {
  const { entries, limit, scope, space, fullest } = question;
  if (scope === 'feed') return { profile: null, cards: [...entries].sort(heavyFirst).slice(0, limit + 1) };
  const sorts = sortsOf(entries, space);
  const profiles = space.profiles(sorts.flatMap(({ facet }) => facet.named));
  const profile = profiles ? easiest(profiles, sorts, limit) : fullest;
  if (!profile) return { profile: null, cards: [] };
  const cards = enough(
    entries.filter(({ audience }) => isVisible(audience, profile)),
    limit,
  );
  return { profile: profiles ? (barest(profiles, cards, space) ?? profile) : profile, cards };
};

const heavyFirst = (a: Entry, b: Entry): number =>
  weightOf(b) - weightOf(a) || a.at - b.at || (a.card < b.card ? -1 : 1);

const enough = (entries: readonly Entry[], limit: number): Entry[] => {
  const taken: Entry[] = [];
  let count = 0;
  for (const entry of [...entries].sort(heavyFirst)) {
    if (count > limit) break;
    taken.push(entry);
    count += weightOf(entry);
  }
  return taken;
};

const sortsOf = (entries: readonly Entry[], space: Space): Sort[] => {
  const sorts = new Map<string, Sort>();
  for (const entry of entries) {
    const facet = space.facet(entry.audience);
    const weight = weightOf(entry);
    const sort = sorts.get(`${weight} ${facet.key}`) ?? { facet, weight, cards: [] };
    sort.cards.push(entry);
    sorts.set(`${weight} ${facet.key}`, sort);
  }
  return [...sorts.values()].sort((a, b) => b.weight - a.weight);
};

/** The first profile that needs fewest cards to be past the limit. */
const easiest = ({ set, rows }: Profiles, sorts: readonly Sort[], limit: number): Profile | null => {
  const visible = sorts.map(({ facet }) => rows(facet));
  let best: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < set.count; row += 1) {
    let count = 0;
    let cards = 0;
    for (const [i, sort] of sorts.entries()) {
      if (count > limit || visible[i]?.[row] !== 1) continue;
      const needed = Math.min(sort.cards.length, Math.floor((limit - count) / sort.weight) + 1);
      count += needed * sort.weight;
      cards += needed;
    }
    if (count > limit && cards < fewest) {
      fewest = cards;
      best = row;
    }
  }
  return best === null ? null : profileAt(set, best);
};

/** The profile with fewest segments that sees all of these. */
const barest = (
  { set, sizes, rows }: Profiles,
  cards: readonly CountedCard[],
  space: Space,
): Profile | null => {
  const visible = cards.map(({ audience }) => rows(space.facet(audience)));
  let best = -1;
  for (let row = 0; row < set.count; row += 1) {
    if (!visible.every((one) => one[row] === 1)) continue;
    if (best < 0 || (sizes[row] as number) < (sizes[best] as number)) best = row;
  }
  return best < 0 ? null : profileAt(set, best);
};
