import {
  type Atom,
  atomOf,
  atomsOf,
  audienceKey,
  enumerateProfiles,
  meetingOf,
  mostProfiles,
  namedBy,
  type ProfileSet,
  profileCount,
  type SegmentWorld,
  sizeAt,
  visibleRows,
} from '../audience';
import { getOrMake } from '../getOrMake';
import type { Audience, Instant, SegmentId, TimeZone } from '../model';
import type { Profile } from '../reasons';
import { localDayOf } from '../time';

/**
 * What a world of segments knows of one audience at one instant; the same object for audiences of the same
 * customers, and for all instants of a day.
 */
export interface Facet {
  key: string;
  /** The same on other days. */
  audienceKey: string;
  audience: Audience;
  /** The segments that it names: those that a customer keeps through a window, and those that may change. */
  fixed: readonly SegmentId[];
  changing: readonly SegmentId[];
  /** The local day; null where it names nothing that changes. */
  day: number | null;
  /** What it names, each atom once; of what changes there is one for each day. */
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
  facet(audience: Audience, at: Instant): Facet;
  /**
   * Null where there are more profiles than are walked. Those of segments that never change come first: row r
   * has the fixed part of row r % n, where n is the number of rows over the fixed segments alone.
   */
  profiles(named: Iterable<SegmentId>): Profiles | null;
  /** The tags of a customer who sees both; null when nobody does. */
  meeting(a: Facet, b: Facet): Profile | null;
}

interface SpaceWorld extends SegmentWorld {
  /** The pool's: its days are those within which a customer stays the same. */
  zone: TimeZone;
  /** Whether its windows may reach over a midnight, so that a customer may change within one. */
  overDays: boolean;
  /** For tests: how many profiles are walked at most. */
  mostProfiles?: number;
}

/** A space starts over rather than keep more bytes than this. */
const mostKept = 32 * 1024 * 1024;

export const spaceOf = (world: SpaceWorld): Space => {
  const { zone, overDays, mostProfiles: most = mostProfiles } = world;
  const facets = new Map<string, Facet>();
  /** By day; under null where the day makes no difference. */
  const byAudience = new Map<Audience, Map<number | null, Facet>>();
  const sets = new Map<string, Profiles>();
  /** The same by what is named, in whatever order. */
  const byNamed = new Map<string, Profiles>();
  const meetings = new Map<Facet, Map<Facet, Profile | null>>();
  let kept = 0;

  const keep = (bytes: number): void => {
    kept += bytes;
    if (kept <= mostKept) return;
    sets.clear();
    byNamed.clear();
    kept = 0;
  };

  /** A segment that nobody knows any more may have been any: that is never too low. */
  const changes = (segment: SegmentId): boolean => {
    if (!overDays) return false;
    const known = world.segments.get(segment);
    const dimension = known && world.dimensions.get(known.dimension);
    return dimension?.changes ?? true;
  };

  const onDay = (name: string, day: number): string => `${name} ${day}`;

  const newFacet = (audience: Audience, day: number | null): Facet => {
    const key = day === null ? audienceKey(audience) : onDay(audienceKey(audience), day);
    const known = facets.get(key);
    if (known) return known;
    const named = namedBy(audience);
    const fixed = named.filter((segment) => !changes(segment));
    const changing = named.filter(changes);
    const none = audience.visibility === 'only' ? 'none' : 'all';
    const facet: Facet = {
      key,
      audienceKey: audienceKey(audience),
      audience,
      fixed,
      changing,
      day,
      atoms: [
        ...new Set([
          ...fixed.map((segment) => atomOf(segment, world)),
          ...changing.map((segment) => onDay(atomOf(segment, world), day ?? 0)),
        ]),
      ],
      reach: named.length === 0 ? none : 'some',
    };
    facets.set(key, facet);
    return facet;
  };

  // One rule after the other asks about the same audience at the same instant.
  let last: { audience: Audience; at: Instant; facet: Facet } | null = null;

  const facetOf = (audience: Audience, at: Instant): Facet => {
    if (last?.audience === audience && last.at === at) return last.facet;
    const byDay = getOrMake(byAudience, audience, () => new Map<number | null, Facet>());
    const always = byDay.get(null);
    if (always) return always;
    const day = overDays && namedBy(audience).some(changes) ? localDayOf(at, zone) : null;
    const facet = getOrMake(byDay, day, () => newFacet(audience, day));
    last = { audience, at, facet };
    return facet;
  };

  const profilesOver = (atoms: readonly Atom[]): Profiles | null => {
    const set = enumerateProfiles(atoms);
    if (!set) return null;
    const sizes = new Uint16Array(set.count);
    for (let row = 0; row < set.count; row += 1) sizes[row] = sizeAt(set, row);
    const visible = new Map<string, Uint8Array>();
    keep(set.bits.byteLength + sizes.byteLength);
    const rows = (facet: Facet): Uint8Array => {
      const known = visible.get(facet.audienceKey);
      if (known) return known;
      const found = visibleRows(set, facet.audience);
      visible.set(facet.audienceKey, found);
      keep(found.byteLength);
      return found;
    };
    return { set, sizes, rows };
  };

  /** As the facet is seen on its day: what changes is something else on every other. */
  const asSeen = ({ audience, day }: Facet): Audience =>
    audience.visibility === 'everyone' || day === null
      ? audience
      : {
          ...audience,
          segments: audience.segments.map((one) => (changes(one) ? (onDay(one, day) as SegmentId) : one)),
        };

  const meetingOn = (a: Facet, b: Facet): Profile | null => {
    if (a.day === b.day || a.day === null || b.day === null)
      return meetingOf(a.audience, b.audience, (segment) => atomOf(segment, world));
    const plain = new Map<SegmentId, SegmentId>();
    const atoms = new Map<SegmentId, string>();
    for (const { fixed, changing, day } of [a, b]) {
      for (const segment of fixed) atoms.set(segment, atomOf(segment, world));
      for (const segment of changing) {
        const seen = onDay(segment, day ?? 0) as SegmentId;
        plain.set(seen, segment);
        atoms.set(seen, onDay(atomOf(segment, world), day ?? 0));
      }
    }
    const found = meetingOf(asSeen(a), asSeen(b), (segment) => atoms.get(segment) ?? segment);
    return found && [...new Set(found.map((segment) => plain.get(segment) ?? segment))];
  };

  return {
    facet: facetOf,
    profiles(named) {
      const asked = [...named].join(' ');
      const there = byNamed.get(asked);
      if (there) return there;
      const all = atomsOf(named, world);
      const isChanging = ({ segments: [first] }: Atom): boolean => first !== undefined && changes(first);
      const atoms = [...all.filter((atom) => !isChanging(atom)), ...all.filter(isChanging)];
      if (profileCount(atoms) > most) return null;
      const key = atoms.map((atom) => atom.segments.join(' ')).join('|');
      const made = sets.get(key) ?? profilesOver(atoms);
      if (!made) return null;
      sets.set(key, made);
      byNamed.set(asked, made);
      return made;
    },
    meeting(a, b) {
      const row = meetings.get(a) ?? new Map<Facet, Profile | null>();
      meetings.set(a, row);
      const known = row.get(b);
      if (known !== undefined) return known;
      const found = meetingOn(a, b);
      row.set(b, found);
      return found;
    },
  };
};
