import type { CollectionSlug, Payload } from 'payload';
import { insertOnce } from './insertOnce';
import { insertTogether, mostTogether } from './insertTogether';

type Row = Record<string, unknown>;

/**
 * Inserts rows in their order, each once: what is there already stays. Many at a time, one by one where another
 * process was faster. The same conditions as for `insertOnce`.
 */
export async function insertEachOnce(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += mostTogether) {
    const some = rows.slice(from, from + mostTogether);
    const written = some.length > 1 ? await insertTogether(payload, collection, some) : 0;
    for (const row of some.slice(written)) await insertOnce(payload, collection, row);
  }
}
