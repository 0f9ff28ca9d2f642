import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { LogId } from '@/core/model';
import { insertOnce } from '../database/insertOnce';
import { insertTogether, mostTogether } from '../database/insertTogether';
import type { LogEntry } from './entry';

/** The last sequence number of a log; 0 when it is empty. */
export async function tailOf(payload: Payload, log: LogId): Promise<number> {
  const { docs } = await payload.db.find<{ seq: number }>({
    collection: slugs.releases,
    where: { log: { equals: log } },
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { seq: true },
  });
  return docs[0]?.seq ?? 0;
}

/** `seq-taken`: something happened first, decide again. `key-taken`: it was done already. */
export type Appended = 'done' | 'seq-taken' | 'key-taken';

/**
 * One insert of one row: the whole commit. Never inside a transaction, whose commit could fail later.
 * @throws OutcomeUnknown when the database's answer got lost; the next read of the log tells.
 */
export async function appendAt(payload: Payload, seq: number, entry: LogEntry): Promise<Appended> {
  const inserted = await insertOnce(payload, slugs.releases, { ...entry, seq });
  if (inserted.ok) return 'done';
  return inserted.duplicate.includes('key') ? 'key-taken' : 'seq-taken';
}

/**
 * Appends entries behind `tail`, in their order, until one is refused: the first duplicate ends the run, since
 * what follows was decided without it. Several at once are one statement, and that is still the whole commit.
 * @returns how many are in the log
 * @throws OutcomeUnknown as `appendAt` does
 */
export async function appendRun(
  payload: Payload,
  tail: number,
  entries: readonly LogEntry[],
): Promise<number> {
  let done = 0;
  while (done < entries.length) {
    const some = entries.slice(done, done + mostTogether);
    const rows = some.map((entry, i) => ({ ...entry, seq: tail + done + i + 1 }));
    const written = rows.length > 1 ? await insertTogether(payload, slugs.releases, rows) : 0;
    done += written;
    if (written === rows.length) continue;
    const [next] = some.slice(written);
    if (!next || (await appendAt(payload, tail + done + 1, next)) !== 'done') break;
    done += 1;
  }
  return done;
}

const attempts = 200;

/** Appends behind whatever is there: for entries that decide nothing (voids, recalls). */
export async function appendBehind(payload: Payload, entry: LogEntry): Promise<'done' | 'key-taken'> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const appended = await appendAt(payload, (await tailOf(payload, entry.log)) + 1, entry);
    if (appended !== 'seq-taken') return appended;
  }
  throw new Error(`The log ${entry.log} took no entry in ${attempts} attempts.`);
}
