import type { Payload } from 'payload';
import { aroundEntries } from '../setup/aroundEntries';

/** Runs `work` before or after each insert into a log with an entry that `of` picks, until it is taken back. */
export const atInsert = (
  payload: Payload,
  when: 'before' | 'after',
  of: (data: Record<string, unknown>) => boolean,
  work: () => Promise<void>,
): (() => void) =>
  aroundEntries(payload, async (rows, insert) => {
    const picked = rows.some(of);
    if (picked && when === 'before') await work();
    const inserted = await insert();
    if (picked && when === 'after') await work();
    return inserted;
  });
