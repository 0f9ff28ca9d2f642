import { profileAt } from '../audience';
import { compareIds } from '../ids';
import type { SegmentId } from '../model';
import type { Profile } from '../reasons';
import { type Bound, type Candidate, isAcross } from './bound';
import type { Facet, Profiles, Space } from './space';

/** The customer who sees most; `profile` is null when the count is a bound that is never too low. */
export interface Fullest {
  count: number;
  profile: Profile | null;
}

/** Audiences tied together by the atoms that they name, and how much each of their customers sees. */
interface Group {
  atoms: ReadonlySet<string>;
  named: ReadonlySet<SegmentId>;
  loads: Map<Facet, number>;
  /** Null where there are more than are walked; undefined while nobody has asked. */
  profiles?: Profiles | null;
  /** Per row of the profiles; null: to be counted from the loads. */
  counts: Int32Array | null;
  best: Fullest | null;
}

/**
 * What the customers of one window see, kept while cards are added. The maximum is exact. Audiences that share
 * no atom are independent, so the fullest customer is put together from the fullest choice of each group of
 * atoms that audiences tie together; only a group of more than 65,536 combinations is bounded instead. A bounded
 * group counts the candidate like the cards that are there, whoever is reached by it: so what fitted once still
 * fits when others are placed first. Groups are put together when somebody asks; mostly the bound says enough.
 */
export class Crowd {
  private waiting: Candidate[] = [];
  private readonly groups = new Set<Group>();
  private readonly groupAt = new Map<string, Group>();
  private readonly answers = new Map<Facet | null, Fullest>();

  /** @param bound of the same cards: whatever is added here is added there first */
  constructor(
    private readonly space: Space,
    private readonly bound: Bound,
  ) {}

  add(candidate: Candidate): void {
    this.answers.clear();
    if (candidate.facet.reach === 'some') this.waiting.push(candidate);
  }

  /** Over all customers; with a candidate over those who would see it, its own weight included. */
  fullest(candidate?: Candidate): Fullest {
    const asks = candidate?.facet.reach === 'some' ? candidate : null;
    const key = asks?.facet ?? null;
    const known = this.answers.get(key) ?? this.answerFor(asks);
    this.answers.set(key, known);
    return candidate ? { count: known.count + candidate.weight, profile: known.profile } : known;
  }

  /** Without the weight of the candidate: feeds of other overlap ask about the same customers. */
  private answerFor(asks: Candidate | null): Fullest {
    for (const one of this.waiting) this.join(one);
    this.waiting = [];
    const own = asks ? this.touched(asks.facet) : [];
    const parts: Fullest[] = [];
    for (const group of this.groups) {
      if (own.includes(group)) continue;
      group.best ??= this.bestOf(group, null);
      parts.push(group.best);
    }
    if (asks) parts.push(this.bestOf(homeOf(asks.facet, own) ?? merged(asks.facet, own), asks));
    const whole = parts.every(({ profile }) => profile !== null);
    return {
      count: parts.reduce((sum, { count }) => sum + count, this.bound.everyone),
      profile: whole ? parts.flatMap(({ profile }) => profile ?? []).sort(compareIds) : null,
    };
  }

  private join({ facet, weight }: Candidate): void {
    const old = this.touched(facet);
    const home = homeOf(facet, old);
    const group = home ?? merged(facet, old);
    group.loads.set(facet, (group.loads.get(facet) ?? 0) + weight);
    group.best = null;
    if (!home) {
      for (const one of old) this.groups.delete(one);
      this.groups.add(group);
      for (const atom of group.atoms) this.groupAt.set(atom, group);
    }
    if (group.counts && group.profiles) raise(group.counts, group.profiles.rows(facet), weight);
    else group.counts = null;
  }

  private touched(facet: Facet): Group[] {
    const found: Group[] = [];
    for (const atom of facet.atoms) {
      const group = this.groupAt.get(atom);
      if (group && !found.includes(group)) found.push(group);
    }
    return found;
  }

  private bestOf(group: Group, asks: Candidate | null): Fullest {
    if (group.profiles === undefined) group.profiles = this.space.profiles(group.named);
    const { profiles } = group;
    if (profiles) return fullestRow(profiles, countsOf(group, profiles), asks?.facet ?? null);
    let across = 0;
    for (const [facet, weight] of group.loads) if (isAcross(facet)) across += weight;
    // The caller adds the candidate's weight, whoever is reached by it.
    return { count: this.bound.over(group.atoms, across, asks) - (asks?.weight ?? 0), profile: null };
  }
}

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
