import { compareIds } from '../ids';
import type { Audience, SegmentId } from '../model';
import type { Profile } from '../reasons';
import type { Dimensions, Segments } from './draft';
import { namedBy } from './visible';

/** Above this many profiles they are not walked one by one. */
export const mostProfiles = 65_536;

/**
 * Segments of which a customer has at most one: those of an exclusive dimension, or one segment of an open
 * dimension alone. A customer's choice in one atom does not limit the choice in another.
 */
export interface Atom {
  id: string;
  segments: readonly SegmentId[];
}

/** Where segments belong. */
export interface SegmentWorld {
  segments: Segments;
  dimensions: Dimensions;
}

/** A segment that nobody knows any more counts as open: that is never too low. */
export const atomOf = (segment: SegmentId, world: SegmentWorld): string => {
  const known = world.segments.get(segment);
  const dimension = known && world.dimensions.get(known.dimension);
  return dimension?.exclusive ? `dimension ${dimension.id}` : `segment ${segment}`;
};

/** The named segments as atoms, in an order that does not depend on the order of naming. */
export const atomsOf = (named: Iterable<SegmentId>, world: SegmentWorld): Atom[] => {
  const byAtom = new Map<string, SegmentId[]>();
  for (const segment of [...new Set(named)].sort(compareIds)) {
    const id = atomOf(segment, world);
    const list = byAtom.get(id);
    if (list) list.push(segment);
    else byAtom.set(id, [segment]);
  }
  return [...byAtom].map(([id, segments]) => ({ id, segments }));
};

/** How many profiles the named segments make: none or one of each atom. May be Infinity. */
export const profileCount = (atoms: readonly Atom[]): number =>
  atoms.reduce((product, atom) => product * (atom.segments.length + 1), 1);

/** All profiles over some segments, each a row of `words` 32-bit words. Row 0 is the empty profile. */
export interface ProfileSet {
  segments: readonly SegmentId[];
  words: number;
  count: number;
  bits: Uint32Array;
}

/** Every combination, or null when there are more than `mostProfiles`: ask profileCount first. */
export const enumerateProfiles = (atoms: readonly Atom[]): ProfileSet | null => {
  const count = profileCount(atoms);
  if (count > mostProfiles) return null;
  const segments = atoms.flatMap((atom) => atom.segments);
  const words = Math.max(1, Math.ceil(segments.length / 32));
  const bits = new Uint32Array(count * words);
  let rows = 1;
  let first = 0;
  for (const atom of atoms) {
    // Rows so far had none of this atom; each of its segments adds a copy of them with one more bit.
    for (let choice = 0; choice < atom.segments.length; choice += 1) {
      const from = rows * (choice + 1) * words;
      bits.copyWithin(from, 0, rows * words);
      const bit = first + choice;
      for (let row = 0; row < rows; row += 1) {
        const at = from + row * words + (bit >>> 5);
        bits[at] = (bits[at] as number) | (1 << (bit & 31));
      }
    }
    rows *= atom.segments.length + 1;
    first += atom.segments.length;
  }
  return { segments, words, count, bits };
};

/** The segments of one row. */
export const profileAt = (set: ProfileSet, row: number): Profile =>
  set.segments.filter(
    (_, bit) => ((set.bits[row * set.words + (bit >>> 5)] as number) & (1 << (bit & 31))) !== 0,
  );

/** How many segments a row has. */
export const sizeAt = (set: ProfileSet, row: number): number => {
  let size = 0;
  for (let word = 0; word < set.words; word += 1) {
    for (let left = set.bits[row * set.words + word] as number; left !== 0; left &= left - 1) size += 1;
  }
  return size;
};

/** 1 for each row that sees the audience. Segments outside the set are ones that no row has. */
export const visibleRows = (set: ProfileSet, audience: Audience): Uint8Array => {
  const rows = new Uint8Array(set.count);
  if (audience.visibility === 'everyone') return rows.fill(1);
  const mask = new Uint32Array(set.words);
  for (const segment of namedBy(audience)) {
    const bit = set.segments.indexOf(segment);
    if (bit >= 0) mask[bit >>> 5] = (mask[bit >>> 5] as number) | (1 << (bit & 31));
  }
  const whenMet = audience.visibility === 'only' ? 1 : 0;
  for (let row = 0; row < set.count; row += 1) {
    let met = 0;
    for (let word = 0; word < set.words; word += 1) {
      met |= (set.bits[row * set.words + word] as number) & (mask[word] as number);
    }
    rows[row] = met !== 0 ? whenMet : 1 - whenMet;
  }
  return rows;
};
