import {
  type Atom,
  atomOf,
  atomsOf,
  enumerateProfiles,
  mostProfiles,
  namedBy,
  type ProfileSet,
  profileAt,
  profileCount,
  type SegmentWorld,
  sizeAt,
  visibleRows,
} from '../audience';
import { compareIds } from '../ids';
import type { Audience, SegmentId } from '../model';
import type { Profile } from '../reasons';

/** Cards of one audience in one window, their weights added up. `key` is audienceKey's. */
export interface Load {
  key: string;
  audience: Audience;
  weight: number;
}

/** The customer who sees most; `profile` is null when the count is a bound that is never too low. */
export interface Fullest {
  count: number;
  profile: Profile | null;
}

/** Finds the fullest customer of a window. Keeps what depends on the segments alone between questions. */
export interface FullestFinder {
  /** Over all customers; with a candidate over those who would see it, its own weight included. */
  find(loads: readonly Load[], candidate?: Load): Fullest;
}

/**
 * The maximum is exact. Audiences that share no atom are independent, so the fullest customer is put
 * together from the fullest choice of each group of atoms that audiences tie together; only a group of more
 * than 65,536 combinations is bounded instead. A bounded group counts the candidate like the cards that are
 * there, whoever is reached by it: so what fitted once still fits when others are placed first. `most` is for
 * tests.
 */
export const fullestFinder = (world: SegmentWorld, most: number = mostProfiles): FullestFinder => {
  const sets = new Map<string, CachedSet>();
  let kept = 0;

  const grew = (bytes: number): void => {
    kept += bytes;
    if (kept <= mostKeptBytes) return;
    sets.clear();
    kept = 0;
  };

  const cachedSet = (atoms: readonly Atom[]): CachedSet | null => {
    if (profileCount(atoms) > most) return null;
    const key = atoms.map((atom) => atom.segments.join(' ')).join('|');
    const known = sets.get(key);
    if (known) return known;
    const set = enumerateProfiles(atoms);
    if (!set) return null;
    const cached = { set, visible: new Map<string, Uint8Array>(), grew };
    sets.set(key, cached);
    grew(set.bits.byteLength);
    return cached;
  };

  const find = (loads: readonly Load[], candidate?: Load): Fullest => {
    let count = 0;
    let profile: SegmentId[] | null = [];
    for (const load of candidate ? [...loads, candidate] : loads) {
      if (seenByAll(load.audience)) count += load.weight;
    }
    for (const group of groupsOf(loads, candidate, world)) {
      const cached = cachedSet(group.atoms);
      const best = cached ? fullestRow(cached, group) : null;
      if (!best) {
        count += boundOf(group, world);
        profile = null;
      } else {
        count += best.count;
        profile?.push(...best.profile);
      }
    }
    return { count, profile: profile?.sort(compareIds) ?? null };
  };

  return { find };
};

/** `except` nobody is everyone; `only` nobody is no one and counts for no one. */
const seenByAll = (audience: Audience): boolean =>
  audience.visibility !== 'only' && namedBy(audience).length === 0;

/** A finder starts over rather than keep more than this. */
const mostKeptBytes = 32 * 1024 * 1024;

interface CachedSet {
  set: ProfileSet;
  visible: Map<string, Uint8Array>;
  /** Told how many bytes were added. */
  grew: (bytes: number) => void;
}

/** Audiences tied together by the atoms that they name. */
interface Group {
  atoms: readonly Atom[];
  loads: Load[];
  candidate: Load | null;
}

const groupsOf = (loads: readonly Load[], candidate: Load | undefined, world: SegmentWorld): Group[] => {
  const parent = new Map<string, string>();
  const rootOf = (atom: string): string => {
    const up = parent.get(atom);
    if (up === undefined || up === atom) return atom;
    const root = rootOf(up);
    parent.set(atom, root);
    return root;
  };
  const tied = [...loads, ...(candidate ? [candidate] : [])].filter(
    (load) => namedBy(load.audience).length > 0,
  );
  for (const load of tied) {
    const [first, ...others] = namedBy(load.audience).map((segment) => atomOf(segment, world));
    if (first === undefined) continue;
    if (!parent.has(first)) parent.set(first, first);
    for (const other of others) {
      if (!parent.has(other)) parent.set(other, other);
      parent.set(rootOf(other), rootOf(first));
    }
  }
  const byRoot = new Map<string, Load[]>();
  for (const load of tied) {
    const root = rootOf(atomOf(namedBy(load.audience)[0] as SegmentId, world));
    const list = byRoot.get(root);
    if (list) list.push(load);
    else byRoot.set(root, [load]);
  }
  return [...byRoot.values()].map((members) => ({
    atoms: atomsOf(
      members.flatMap((load) => namedBy(load.audience)),
      world,
    ),
    loads: members.filter((load) => load !== candidate),
    candidate: candidate && members.includes(candidate) ? candidate : null,
  }));
};

/** Most first; of equals the profile with fewest segments, then the first row: the same in every run. */
const fullestRow = (cached: CachedSet, group: Group): { count: number; profile: Profile } | null => {
  const { set } = cached;
  const counts = new Float64Array(set.count);
  for (const load of group.loads) {
    const visible = rowsFor(cached, load);
    for (let row = 0; row < set.count; row += 1) {
      if (visible[row] === 1) counts[row] = (counts[row] as number) + load.weight;
    }
  }
  const allowed = group.candidate ? rowsFor(cached, group.candidate) : null;
  let best = -1;
  let bestCount = -1;
  let bestSize = 0;
  for (let row = 0; row < set.count; row += 1) {
    if (allowed && allowed[row] !== 1) continue;
    const count = counts[row] as number;
    if (count < bestCount) continue;
    const size = sizeAt(set, row);
    if (count > bestCount || size < bestSize) {
      best = row;
      bestCount = count;
      bestSize = size;
    }
  }
  if (best < 0) return { count: 0, profile: [] };
  return { count: bestCount + (group.candidate?.weight ?? 0), profile: profileAt(set, best) };
};

const rowsFor = (cached: CachedSet, load: Load): Uint8Array => {
  const known = cached.visible.get(load.key);
  if (known) return known;
  const rows = visibleRows(cached.set, load.audience);
  cached.visible.set(load.key, rows);
  cached.grew(rows.byteLength);
  return rows;
};

/**
 * Audiences within one atom: the fullest choice of each atom. Audiences across atoms: counted as if
 * everyone saw them. Grows with every audience added, so it is never below the exact count of a part.
 */
const boundOf = (group: Group, world: SegmentWorld): number => {
  let across = 0;
  const within = new Map<string, Load[]>();
  for (const load of group.candidate ? [...group.loads, group.candidate] : group.loads) {
    const atoms = [...new Set(namedBy(load.audience).map((segment) => atomOf(segment, world)))];
    const [only] = atoms;
    if (atoms.length !== 1 || only === undefined) across += load.weight;
    else within.set(only, [...(within.get(only) ?? []), load]);
  }
  return group.atoms.reduce((sum, atom) => {
    const loads = within.get(atom.id) ?? [];
    const seen = (choice: SegmentId | null): number =>
      loads.reduce((total, { audience, weight }) => {
        const named = choice !== null && namedBy(audience).includes(choice);
        return named === (audience.visibility === 'only') ? total + weight : total;
      }, 0);
    return sum + Math.max(seen(null), ...atom.segments.map(seen));
  }, across);
};
