import type { CardState } from '@/core/approval/cardState';
import type { ReleaseEntry, StoredEntry } from '../log/entry';

const isRelease = (entry: StoredEntry): entry is StoredEntry & ReleaseEntry => entry.type === 'release';

/** The cards that are out, as the log has them. */
export const releasedStates = (entries: readonly StoredEntry[]): CardState[] =>
  entries.filter(isRelease).map(
    ({ feed, variantKey, dueAt }): CardState => ({
      feed,
      variantKey,
      state: 'released',
      plannedAt: dueAt,
      reason: null,
    }),
  );

const sameCard = (a: CardState, b: CardState): boolean => a.feed === b.feed && a.variantKey === b.variantKey;

/** Stored states in which what is out is shown as out, whatever was written last. */
export const withReleased = (stored: readonly CardState[], released: readonly CardState[]): CardState[] => [
  ...stored.map((state) =>
    state.state === 'released' || state.state === 'recalled'
      ? state
      : (released.find((out) => sameCard(out, state)) ?? state),
  ),
  ...released.filter((out) => !stored.some((state) => sameCard(out, state))),
];
