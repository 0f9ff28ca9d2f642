import {
  type Atom,
  atomOf,
  atomsOf,
  audienceKey,
  enumerateProfiles,
  mostProfiles,
  namedBy,
  type ProfileSet,
  profileCount,
  type SegmentWorld,
  sizeAt,
  visibleRows,
} from '../audience';
import type { Audience, SegmentId } from '../model';

/** What a world of segments knows of one audience; the same object for audiences of the same customers. */
export interface Facet {
  key: string;
  audience: Audience;
  named: readonly SegmentId[];
  /** The atoms that it names, each once. */
  atoms: readonly string[];
  /** `except` nobody is everyone; `only` nobody is no one. */
  reach: 'all' | 'none' | 'some';
}

/** Profiles over some segments, with who sees what among them. */
export interface Profiles {
  set: ProfileSet;
  sizes: Uint16Array;
  /** 1 for each row that sees the audience. */
  rows(facet: Facet): Uint8Array;
}

/** What depends on the segments alone, kept between the windows and rules of one plan. */
export interface Space {
  facet(audience: Audience): Facet;
  /** Null where there are more profiles than are walked. */
  profiles(named: Iterable<SegmentId>): Profiles | null;
}

/** A space starts over rather than keep more bytes than this. */
const mostKept = 32 * 1024 * 1024;

/** @param most for tests: how many profiles are walked at most */
export const spaceOf = (world: SegmentWorld, most: number = mostProfiles): Space => {
  const facets = new Map<string, Facet>();
  const byAudience = new WeakMap<Audience, Facet>();
  const sets = new Map<string, Profiles>();
  let kept = 0;

  const keep = (bytes: number): void => {
    kept += bytes;
    if (kept <= mostKept) return;
    sets.clear();
    kept = 0;
  };

  const facetOf = (audience: Audience): Facet => {
    const key = audienceKey(audience);
    const known = facets.get(key);
    if (known) return known;
    const named = namedBy(audience);
    const none = audience.visibility === 'only' ? 'none' : 'all';
    const facet: Facet = {
      key,
      audience,
      named,
      atoms: [...new Set(named.map((segment) => atomOf(segment, world)))],
      reach: named.length === 0 ? none : 'some',
    };
    facets.set(key, facet);
    return facet;
  };

  const profilesOver = (atoms: readonly Atom[]): Profiles | null => {
    const set = enumerateProfiles(atoms);
    if (!set) return null;
    const sizes = new Uint16Array(set.count);
    for (let row = 0; row < set.count; row += 1) sizes[row] = sizeAt(set, row);
    const visible = new Map<Facet, Uint8Array>();
    keep(set.bits.byteLength + sizes.byteLength);
    const rows = (facet: Facet): Uint8Array => {
      const known = visible.get(facet);
      if (known) return known;
      const found = visibleRows(set, facet.audience);
      visible.set(facet, found);
      keep(found.byteLength);
      return found;
    };
    return { set, sizes, rows };
  };

  // One rule after the other asks about the same audience.
  let last: { audience: Audience; facet: Facet } | null = null;

  return {
    facet(audience) {
      if (last?.audience === audience) return last.facet;
      const facet = byAudience.get(audience) ?? facetOf(audience);
      byAudience.set(audience, facet);
      last = { audience, facet };
      return facet;
    },
    profiles(named) {
      const atoms = atomsOf(named, world);
      if (profileCount(atoms) > most) return null;
      const key = atoms.map((atom) => atom.segments.join(' ')).join('|');
      const known = sets.get(key);
      if (known) return known;
      const made = profilesOver(atoms);
      if (made) sets.set(key, made);
      return made;
    },
  };
};
