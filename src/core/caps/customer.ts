import { isVisible } from '../audience';
import { compareIds } from '../ids';
import type { SegmentId } from '../model';
import type { Profile } from '../reasons';
import type { Facet } from './space';

/**
 * Somebody who can exist, over the days of a window: what they are all the time, and what they are on single
 * days in the dimensions that change. A window within one day has the first part alone.
 */
export interface Customer {
  always: Profile;
  /** By local day of the pool. */
  on: ReadonlyMap<number, Profile>;
}

export const withoutTags: Customer = { always: [], on: new Map() };

export const isSeenBy = ({ always, on }: Customer, { audience, day }: Facet): boolean =>
  isVisible(audience, day === null ? always : [...always, ...(on.get(day) ?? [])]);

/** One who is both; the two name nothing in common. */
export const joined = (a: Customer, b: Customer): Customer => {
  const on = new Map(a.on);
  for (const [day, own] of b.on) on.set(day, [...(on.get(day) ?? []), ...own]);
  return { always: [...a.always, ...b.always], on };
};

/** All tags that they have at some time in the window, as people are told. */
export const told = (customer: Customer | null): Profile | null => {
  if (!customer) return null;
  const all = new Set<SegmentId>([...customer.always, ...[...customer.on.values()].flat()]);
  return [...all].sort(compareIds);
};

/** The same without any tag that is not needed to see all of these. */
export const barest = (customer: Customer, facets: readonly Facet[]): Customer => {
  const seesAll = (one: Customer): boolean => facets.every((facet) => isSeenBy(one, facet));
  let bare = customer;
  for (const segment of customer.always) {
    const less = { ...bare, always: bare.always.filter((one) => one !== segment) };
    if (seesAll(less)) bare = less;
  }
  for (const [day, own] of customer.on) {
    for (const segment of own) {
      const left = (bare.on.get(day) ?? []).filter((one) => one !== segment);
      const less = { ...bare, on: new Map(bare.on).set(day, left) };
      if (seesAll(less)) bare = less;
    }
  }
  return bare;
};
