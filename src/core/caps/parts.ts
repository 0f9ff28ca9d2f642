import { type ProfileSet, profileAt } from '../audience';
import type { SegmentId } from '../model';
import { type Customer, withoutTags } from './customer';
import type { Facet, Profiles } from './space';

/** How much the customer sees who sees most. */
export interface Fullest {
  count: number;
  /** Put together when somebody asks; null when the count is a bound that is never too low. */
  customer(): Customer | null;
}

/** The profiles of one day of a group, over what its customers keep and what they are that day. */
export interface Part {
  profiles: Profiles;
  /** Per row, of what is seen on that day alone. */
  counts: Int32Array;
  best: Best | null;
}

/** Of each fixed part the fullest row; -1: none. */
type Best = Int32Array;

/** Adds a weight to the rows that see it. */
export const raise = (counts: Int32Array, visible: Uint8Array, weight: number): void => {
  for (let row = 0; row < counts.length; row += 1)
    counts[row] = (counts[row] as number) + weight * (visible[row] as number);
};

/**
 * Most first; of equals the customer with fewest segments, then the first row: the same in every run. A facet
 * that asks leaves only those who see it.
 */
export const fullestOver = (parts: ReadonlyMap<number | null, Part>, asks: Facet | null): Fullest => {
  const base = parts.get(null);
  if (!base) return { count: 0, customer: () => withoutTags };
  const { set, sizes } = base.profiles;
  const bestOn = new Map<number, Best>();
  for (const [day, part] of parts) {
    if (day === null) continue;
    const isAsked = asks?.day === day;
    if (!isAsked) part.best ??= bestRows(part, set.count, null);
    bestOn.set(day, isAsked || !part.best ? bestRows(part, set.count, asks) : part.best);
  }
  const allowed = asks && asks.day === null ? base.profiles.rows(asks) : null;
  let best = -1;
  let most = -1;
  let fewest = 0;
  for (let row = 0; row < set.count; row += 1) {
    if (allowed && allowed[row] !== 1) continue;
    let count = base.counts[row] as number;
    let size = sizes[row] as number;
    for (const [day, rows] of bestOn) {
      const { counts, profiles } = parts.get(day) as Part;
      const own = rows[row] as number;
      count = own < 0 ? Number.NEGATIVE_INFINITY : count + (counts[own] as number);
      size += own < 0 ? 0 : (profiles.sizes[own] as number) - (sizes[row] as number);
    }
    if (count > most || (count === most && size < fewest)) {
      best = row;
      most = count;
      fewest = size;
    }
  }
  if (best < 0) return { count: 0, customer: () => withoutTags };
  const days = [...bestOn].map(([day, rows]) => ({
    day,
    row: rows[best] as number,
    set: (parts.get(day) as Part).profiles.set,
  }));
  return { count: most, customer: () => customerOf({ set, row: best }, days) };
};

interface Row {
  set: ProfileSet;
  row: number;
}

/** A row of what a customer keeps, with one for each day. */
const customerOf = (base: Row, days: readonly (Row & { day: number })[]): Customer => {
  const always = profileAt(base.set, base.row);
  const on = new Map<number, readonly SegmentId[]>();
  for (const { day, set, row } of days) {
    const changing = profileAt(set, row).filter((segment) => !always.includes(segment));
    on.set(day, changing);
  }
  return { always, on };
};

/** For each of `fixed` rows the fullest row of a day that has the same fixed part. */
const bestRows = ({ profiles, counts }: Part, fixed: number, asks: Facet | null): Best => {
  const { sizes } = profiles;
  const allowed = asks ? profiles.rows(asks) : null;
  const best = new Int32Array(fixed).fill(-1);
  for (let row = 0; row < counts.length; row += 1) {
    if (allowed && allowed[row] !== 1) continue;
    const known = best[row % fixed] as number;
    const more = known < 0 ? 1 : (counts[row] as number) - (counts[known] as number);
    if (more > 0 || (more === 0 && (sizes[row] as number) < (sizes[known] as number)))
      best[row % fixed] = row;
  }
  return best;
};
