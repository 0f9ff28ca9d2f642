import type { CollectionSlug, Payload } from 'payload';
import { insertOnce } from './insertOnce';
import { insertTogether, mostTogether } from './insertTogether';

type Row = Record<string, unknown>;

/**
 * Inserts rows in their order, each once: what is there already stays. Many at a time, one by one where another
 * process was faster. The same conditions as for `insertOnce`.
 * @returns those that were not there
 */
export async function insertEachOnce<Given extends Row>(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Given[],
): Promise<Given[]> {
  const inserted: Given[] = [];
  for (let from = 0; from < rows.length; from += mostTogether) {
    const some = rows.slice(from, from + mostTogether);
    const written = some.length > 1 ? await insertTogether(payload, collection, some) : 0;
    inserted.push(...some.slice(0, written));
    for (const row of some.slice(written)) {
      if ((await insertOnce(payload, collection, row)).ok) inserted.push(row);
    }
  }
  return inserted;
}
