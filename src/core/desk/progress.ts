import type { ReceiptState } from './types';

/** `not-opened`: nothing was heard of that person and card. */
export type ProgressState = ReceiptState | 'not-opened';

export interface ProgressRelease {
  release: string;
  feed: string;
  recalled: boolean;
}

export interface ProgressInput {
  releases: readonly ProgressRelease[];
  /** Feed → its members. */
  members: ReadonlyMap<string, readonly string[]>;
  receipts: readonly { release: string; staff: string; state: ReceiptState }[];
}

export type Counts = Record<ProgressState, number>;

export interface Progress {
  /** One row for each person who has something to do: what became of each of the own releases. */
  staff: { staff: string; states: { release: string; state: ProgressState }[]; counts: Counts }[];
  releases: { release: string; counts: Counts }[];
  totals: Counts;
}

const none = (): Counts => ({ copied: 0, posted: 0, skipped: 0, removed: 0, 'not-opened': 0 });

/**
 * Who has done what. Recalled releases are left out of the totals unless somebody did something with them: what
 * was posted before the recall still has to be removed.
 */
export const progressOf = ({ releases, members, receipts }: ProgressInput): Progress => {
  const states = new Map(receipts.map(({ release, staff, state }) => [`${release}:${staff}`, state]));
  const people = [...new Set([...members.values()].flat())].sort();
  const totals = none();
  const byRelease = new Map(releases.map(({ release }) => [release, none()]));
  const staff = people.map((person) => {
    const counts = none();
    const own = releases.filter(({ feed }) => members.get(feed)?.includes(person));
    const marks = own.flatMap(({ release, recalled }) => {
      const state: ProgressState = states.get(`${release}:${person}`) ?? 'not-opened';
      if (recalled && state === 'not-opened') return [];
      counts[state] += 1;
      totals[state] += 1;
      const ofRelease = byRelease.get(release);
      if (ofRelease) ofRelease[state] += 1;
      return [{ release, state }];
    });
    return { staff: person, states: marks, counts };
  });
  return {
    staff: staff.filter(({ states: marks }) => marks.length > 0),
    releases: releases.map(({ release }) => ({ release, counts: byRelease.get(release) ?? none() })),
    totals,
  };
};
