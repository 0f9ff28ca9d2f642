import { profileAt } from '../audience';
import { compareIds } from '../ids';
import type { SegmentId } from '../model';
import type { Profile } from '../reasons';
import { boundOf } from './bound';
import type { Facet, Profiles, Space } from './space';

/** The customer who sees most; `profile` is null when the count is a bound that is never too low. */
export interface Fullest {
  count: number;
  profile: Profile | null;
}

/** A card that asks: how often it counts, and for whom. */
export interface Candidate {
  facet: Facet;
  weight: number;
}

/** What the customers of one window see, kept while cards are added. */
export interface Crowd {
  add(facet: Facet, weight: number): void;
  /** Over all customers; with a candidate over those who would see it, its own weight included. */
  fullest(candidate?: Candidate): Fullest;
  /** Never below the count of `fullest` for any candidate of this weight, and cheap. */
  atMost(weight: number): number;
}

/** Audiences tied together by the atoms that they name, and how much each of their customers sees. */
interface Group {
  atoms: ReadonlySet<string>;
  named: ReadonlySet<SegmentId>;
  loads: Map<Facet, number>;
  /** Per row of the profiles; null: to be counted from the loads. */
  counts: Int32Array | null;
  /** Never below any row's count. */
  top: number;
  answers: Map<Facet | null, Fullest>;
}

const emptyGroup: Omit<Group, 'loads' | 'answers'> = {
  atoms: new Set(),
  named: new Set(),
  counts: null,
  top: 0,
};

/**
 * The maximum is exact. Audiences that share no atom are independent, so the fullest customer is put together
 * from the fullest choice of each group of atoms that audiences tie together; only a group of more than 65,536
 * combinations is bounded instead. A bounded group counts the candidate like the cards that are there, whoever
 * is reached by it: so what fitted once still fits when others are placed first.
 */
export const crowdOf = (space: Space): Crowd => {
  let everyone = 0;
  const groups = new Map<string, Group>();

  const touched = (facet: Facet): Group[] => [
    ...new Set(facet.atoms.flatMap((atom) => groups.get(atom) ?? [])),
  ];

  const merged = (facet: Facet, old: readonly Group[]): Group => {
    const loads = new Map<Facet, number>();
    for (const group of old) for (const [one, weight] of group.loads) loads.set(one, weight);
    return {
      ...emptyGroup,
      atoms: new Set([...old.flatMap((group) => [...group.atoms]), ...facet.atoms]),
      named: new Set([...old.flatMap((group) => [...group.named]), ...facet.named]),
      loads,
      answers: new Map(),
      top: old.reduce((sum, group) => sum + group.top, 0),
    };
  };

  /** The one group that has all that the audience names, or null. */
  const homeOf = (facet: Facet, old: readonly Group[]): Group | null => {
    const [only, ...others] = old;
    return only && others.length === 0 && facet.named.every((segment) => only.named.has(segment))
      ? only
      : null;
  };

  const add = (facet: Facet, weight: number): void => {
    if (facet.reach === 'all') everyone += weight;
    if (facet.reach !== 'some') return;
    const old = touched(facet);
    const home = homeOf(facet, old);
    const group = home ?? merged(facet, old);
    if (!home) for (const atom of group.atoms) groups.set(atom, group);
    group.loads.set(facet, (group.loads.get(facet) ?? 0) + weight);
    group.top += weight;
    group.answers.clear();
    if (!group.counts) return;
    const profiles = space.profiles(group.named);
    if (profiles) group.top = raise(group.counts, profiles.rows(facet), weight);
    else group.counts = null;
  };

  const fullest = (candidate?: Candidate): Fullest => {
    const asks = candidate?.facet.reach === 'some' ? candidate : null;
    let count = everyone + (candidate && candidate.facet.reach !== 'some' ? candidate.weight : 0);
    let profile: SegmentId[] | null = [];
    const join = (one: Fullest): void => {
      count += one.count;
      if (one.profile && profile) profile.push(...one.profile);
      else profile = null;
    };
    const own = asks ? touched(asks.facet) : [];
    for (const group of new Set(groups.values())) if (!own.includes(group)) join(bestOf(space, group, null));
    if (asks) join(bestOf(space, homeOf(asks.facet, own) ?? merged(asks.facet, own), asks));
    return { count, profile: profile && [...profile].sort(compareIds) };
  };

  return {
    add,
    fullest,
    atMost(weight) {
      let sum = everyone + weight;
      for (const group of new Set(groups.values())) sum += group.top;
      return sum;
    },
  };
};

/** Adds a weight to the rows that see it. @returns the highest count */
const raise = (counts: Int32Array, visible: Uint8Array, weight: number): number => {
  let top = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const count = (counts[row] as number) + weight * (visible[row] as number);
    counts[row] = count;
    if (count > top) top = count;
  }
  return top;
};

const bestOf = (space: Space, group: Group, candidate: Candidate | null): Fullest => {
  const known = group.answers.get(candidate?.facet ?? null);
  if (known) return withWeight(known, candidate);
  const profiles = space.profiles(group.named);
  if (!profiles) return { count: boundOf(space, group.loads, candidate), profile: null };
  const best = fullestRow(profiles, countsOf(group, profiles), candidate?.facet ?? null);
  group.answers.set(candidate?.facet ?? null, best);
  return withWeight(best, candidate);
};

/** Answers are kept without the candidate's own weight: feeds of other overlap ask for the same customers. */
const withWeight = (best: Fullest, candidate: Candidate | null): Fullest =>
  candidate ? { ...best, count: best.count + candidate.weight } : best;

const countsOf = (group: Group, profiles: Profiles): Int32Array => {
  if (group.counts) return group.counts;
  const counts = new Int32Array(profiles.set.count);
  group.top = 0;
  for (const [facet, weight] of group.loads) group.top = raise(counts, profiles.rows(facet), weight);
  group.counts = counts;
  return counts;
};

/** Most first; of equals the profile with fewest segments, then the first row: the same in every run. */
const fullestRow = ({ set, sizes, rows }: Profiles, counts: Int32Array, asks: Facet | null): Fullest => {
  const allowed = asks ? rows(asks) : null;
  let best = -1;
  let bestCount = -1;
  let bestSize = 0;
  for (let row = 0; row < set.count; row += 1) {
    if (allowed && allowed[row] !== 1) continue;
    const count = counts[row] as number;
    if (count < bestCount) continue;
    const size = sizes[row] as number;
    if (count > bestCount || size < bestSize) {
      best = row;
      bestCount = count;
      bestSize = size;
    }
  }
  return best < 0 ? { count: 0, profile: [] } : { count: bestCount, profile: profileAt(set, best) };
};
