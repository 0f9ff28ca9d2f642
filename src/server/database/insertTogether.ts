import type { CollectionSlug, Payload } from 'payload';
import { OutcomeUnknown, outcomeIsUnknown } from './errors';
import { assertInsertable, configOf, duplicateFields } from './insertOnce';

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
export const mostTogether = 100;

/**
 * Inserts rows of a collection that is one table by one statement, in their order, up to the first that is there
 * already: SQLite then has written none, MongoDB those before. The same conditions as for `insertOnce`.
 *
 * @returns how many were written; the rest is for `insertOnce`, which says what is in the way
 * @throws OutcomeUnknown when no answer came
 */
export async function insertTogether(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
): Promise<number> {
  assertInsertable(configOf(payload, collection), rows);
  const { drizzle, tables, tableNameMap } = payload.db as unknown as Drizzle;
  const model = (payload.db as unknown as Mongoose).collections?.[collection];
  const name = collection.replaceAll('-', '_');
  const table = tables?.[tableNameMap?.get(name) ?? name];
  try {
    if (drizzle && table) await drizzle.insert(table).values(rows);
    else if (model) await model.insertMany(rows, { ordered: true });
    else return 0;
    return rows.length;
  } catch (error) {
    if (duplicateFields(error)) return writtenBefore(error);
    throw outcomeIsUnknown(error) ? new OutcomeUnknown(error) : error;
  }
}

/** What MongoDB's driver says of an ordered insert that met a duplicate. */
const writtenBefore = (error: unknown): number => {
  const { result } = error as { result?: { insertedCount?: unknown } };
  return typeof result?.insertedCount === 'number' ? result.insertedCount : 0;
};
