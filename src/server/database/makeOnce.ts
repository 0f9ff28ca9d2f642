import type { Payload, PayloadRequest } from 'payload';
import { insertOnce } from './insertOnce';
import { inTransaction } from './inTransaction';

class MadeBefore extends Error {}

/**
 * Does something once in the life of a database: the marker and what is made are one transaction, so of two processes
 * that start together one makes it, and what was changed or deleted since stays so.
 *
 * @returns whether it was done now.
 */
export async function makeOnce(
  payload: Payload,
  marker: string,
  make: (req: PayloadRequest) => Promise<void>,
): Promise<boolean> {
  if (await payload.kv.has(marker)) return false;
  try {
    await inTransaction(payload, undefined, async (req) => {
      const claim = { key: marker, data: { at: new Date().toISOString() } };
      const claimed = await insertOnce(payload, 'payload-kv', claim, req);
      // On MongoDB the duplicate has ended the transaction; on SQLite nothing was written yet.
      if (!claimed.ok) throw new MadeBefore();
      await make(req);
    });
    return true;
  } catch (error) {
    if (error instanceof MadeBefore) return false;
    throw error;
  }
}
