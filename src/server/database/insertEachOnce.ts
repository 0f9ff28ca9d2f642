import type { CollectionSlug, Payload } from 'payload';
import { duplicateFields, insertOnce } from './insertOnce';

type Row = Record<string, unknown>;

interface Drizzle {
  drizzle?: { insert: (table: unknown) => { values: (rows: readonly Row[]) => Promise<unknown> } };
  tables?: Record<string, unknown>;
  tableNameMap?: Map<string, string>;
}

interface Mongoose {
  collections?: Record<string, { insertMany: (rows: readonly Row[], how: object) => Promise<unknown> }>;
}

/** Rows in one statement: a value for each of its columns keeps them far below what SQLite takes. */
const together = 100;

/**
 * Inserts rows in their order, each once: what is there already stays. Many at a time, one by one where another
 * process was faster. The same conditions as for `insertOnce`.
 */
export async function insertEachOnce(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += together) {
    const some = rows.slice(from, from + together);
    if (some.length > 1 && (await insertTogether(payload, collection, some))) continue;
    for (const row of some) await insertOnce(payload, collection, row);
  }
}

/** One statement; false when a row of it is there already (then SQLite has written none, MongoDB those before). */
async function insertTogether(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
): Promise<boolean> {
  const { drizzle, tables, tableNameMap } = payload.db as unknown as Drizzle;
  const model = (payload.db as unknown as Mongoose).collections?.[collection];
  const table =
    tables?.[tableNameMap?.get(collection.replaceAll('-', '_')) ?? collection.replaceAll('-', '_')];
  try {
    if (drizzle && table) await drizzle.insert(table).values(rows);
    else if (model) await model.insertMany(rows, { ordered: true });
    else return false;
    return true;
  } catch (error) {
    if (duplicateFields(error)) return false;
    throw error;
  }
}
