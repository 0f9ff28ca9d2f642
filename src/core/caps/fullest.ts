import { profileAt } from '../audience';
import { compareIds } from '../ids';
import type { SegmentId } from '../model';
import type { Profile } from '../reasons';
import { type Bound, boundOf, isAcross } from './bound';
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
  best: Fullest | null;
}

/**
 * The maximum is exact. Audiences that share no atom are independent, so the fullest customer is put together
 * from the fullest choice of each group of atoms that audiences tie together; only a group of more than 65,536
 * combinations is bounded instead. A bounded group counts the candidate like the cards that are there, whoever
 * is reached by it: so what fitted once still fits when others are placed first. Groups are put together when
 * somebody asks; mostly the bound says enough.
 */
export const crowdOf = (space: Space): Crowd => {
  let everyone = 0;
  const bound = boundOf();
  let waiting: Candidate[] = [];
  const groups = new Set<Group>();
  const groupAt = new Map<string, Group>();
  const answers = new Map<Facet | null, Fullest>();

  const touched = (facet: Facet): Group[] => {
    const found: Group[] = [];
    for (const atom of facet.atoms) {
      const group = groupAt.get(atom);
      if (group && !found.includes(group)) found.push(group);
    }
    return found;
  };

  const join = (candidate: Candidate): void => {
    const { facet, weight } = candidate;
    const old = touched(facet);
    const home = homeOf(facet, old);
    const group = home ?? merged(facet, old);
    group.loads.set(facet, (group.loads.get(facet) ?? 0) + weight);
    group.best = null;
    if (!home) {
      for (const one of old) groups.delete(one);
      groups.add(group);
      for (const atom of group.atoms) groupAt.set(atom, group);
    }
    const profiles = group.counts && space.profiles(group.named);
    if (group.counts && profiles) raise(group.counts, profiles.rows(facet), weight);
    else group.counts = null;
  };

  const settle = (): void => {
    for (const one of waiting) join(one);
    waiting = [];
  };

  /** Without the weight of the candidate: feeds of other overlap ask about the same customers. */
  const answerFor = (asks: Candidate | null): Fullest => {
    settle();
    const own = asks ? touched(asks.facet) : [];
    const parts: Fullest[] = [];
    for (const group of groups) {
      if (own.includes(group)) continue;
      group.best ??= bestOf(space, bound, group, null);
      parts.push(group.best);
    }
    if (asks) {
      const group = homeOf(asks.facet, own) ?? merged(asks.facet, own);
      parts.push(bestOf(space, bound, group, asks));
    }
    const whole = parts.every(({ profile }) => profile !== null);
    return {
      count: everyone + parts.reduce((sum, { count }) => sum + count, 0),
      profile: whole ? parts.flatMap(({ profile }) => profile ?? []).sort(compareIds) : null,
    };
  };

  return {
    add(facet, weight) {
      answers.clear();
      if (facet.reach === 'all') everyone += weight;
      if (facet.reach !== 'some') return;
      bound.add(facet, weight);
      waiting.push({ facet, weight });
    },
    fullest(candidate) {
      const asks = candidate?.facet.reach === 'some' ? candidate : null;
      const known = answers.get(asks?.facet ?? null) ?? answerFor(asks);
      answers.set(asks?.facet ?? null, known);
      return candidate ? { ...known, count: known.count + candidate.weight } : known;
    },
    atMost: (weight) => everyone + bound.total + weight,
  };
};

const merged = (facet: Facet, old: readonly Group[]): Group => {
  const atoms = new Set(facet.atoms);
  const named = new Set(facet.named);
  const loads = new Map<Facet, number>();
  for (const group of old) {
    for (const atom of group.atoms) atoms.add(atom);
    for (const segment of group.named) named.add(segment);
    for (const [one, weight] of group.loads) loads.set(one, weight);
  }
  return { atoms, named, loads, counts: null, best: null };
};

/** The one group that has all that the audience names, or null. */
const homeOf = (facet: Facet, old: readonly Group[]): Group | null => {
  const [only] = old;
  if (!only || old.length > 1) return null;
  return facet.named.every((segment) => only.named.has(segment)) ? only : null;
};

const bestOf = (space: Space, bound: Bound, group: Group, asks: Candidate | null): Fullest => {
  const profiles = space.profiles(group.named);
  if (profiles) return fullestRow(profiles, countsOf(group, profiles), asks?.facet ?? null);
  let across = 0;
  for (const [facet, weight] of group.loads) if (isAcross(facet)) across += weight;
  // The caller adds the candidate's weight, whoever is reached by it.
  return { count: bound.over(group.atoms, across, asks) - (asks?.weight ?? 0), profile: null };
};

/** Adds a weight to the rows that see it. */
const raise = (counts: Int32Array, visible: Uint8Array, weight: number): void => {
  for (let row = 0; row < counts.length; row += 1)
    counts[row] = (counts[row] as number) + weight * (visible[row] as number);
};

const countsOf = (group: Group, profiles: Profiles): Int32Array => {
  if (group.counts) return group.counts;
  const counts = new Int32Array(profiles.set.count);
  for (const [facet, weight] of group.loads) raise(counts, profiles.rows(facet), weight);
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
