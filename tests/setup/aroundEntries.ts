import { AsyncLocalStorage } from 'node:async_hooks';
import type { Payload } from 'payload';

type Row = Record<string, unknown>;
type Around = (rows: readonly Row[], insert: () => Promise<unknown>) => Promise<unknown>;

interface Doors {
  create: (args: { collection: string; data: Row }) => Promise<unknown>;
  drizzle?: { insert: (table: unknown) => { values: (rows: readonly Row[]) => PromiseLike<unknown> } };
  tables?: Record<string, unknown>;
  collections?: Record<string, { insertMany: (rows: readonly Row[], how: object) => Promise<unknown> }>;
}

/** A single insert goes through the second door as well: it is seen once. */
const seen = new AsyncLocalStorage<true>();

/**
 * Puts `around` around every insert into the logs, of one entry (the adapter's `create`) or of several by one
 * statement (src/server/database/insertTogether.ts).
 * @returns takes it away again
 */
export function aroundEntries(payload: Payload, around: Around): () => void {
  const db = payload.db as unknown as Doors;
  const once: Around = (rows, insert) =>
    seen.getStore() ? insert() : around(rows, () => seen.run(true, insert));

  const { create } = db;
  db.create = (args) =>
    args.collection === 'releases' ? once([args.data], () => create.call(db, args)) : create.call(db, args);

  const { drizzle, tables } = db;
  const model = db.collections?.releases;
  const insert = drizzle?.insert;
  const insertMany = model?.insertMany;
  if (drizzle && insert)
    drizzle.insert = (table) => {
      const builder = insert.call(drizzle, table);
      if (table !== tables?.releases || seen.getStore()) return builder;
      return { values: (rows) => once(rows, async () => builder.values(rows)) };
    };
  if (model && insertMany)
    model.insertMany = (rows, how) => once(rows, () => insertMany.call(model, rows, how));

  return () => {
    db.create = create;
    if (drizzle && insert) drizzle.insert = insert;
    if (model && insertMany) model.insertMany = insertMany;
  };
}
