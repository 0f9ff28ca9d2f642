import { randomUUID } from 'node:crypto';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { BaseDatabaseAdapter, CollectionSlug, Migration, Payload } from 'payload';
import { DatabaseNotUsable } from './errors';
import { inTransaction } from './inTransaction';
import { namesInDatabase } from './migrateAtStart';
import { openConnection } from './sqlite/connection';
import type { SafeClient } from './sqlite/safeClient';

/** Payload's own key-value collection: a place to write that belongs to no one. */
const scratch = 'payload-kv' as CollectionSlug;

/** A unique index that a promise of the product rests on. */
export interface ExpectedIndex {
  collection: string;
  fields: readonly string[];
}

/**
 * Writes, and looks whether somebody else sees it: over a second connection on SQLite, by a majority read on
 * MongoDB. Then writes again and takes it back.
 * @throws DatabaseNotUsable with one sentence.
 */
export async function selfCheck(payload: Payload): Promise<void> {
  const keep = `self-check:${randomUUID()}`;
  const drop = `self-check:${randomUUID()}`;
  try {
    await inTransaction(payload, undefined, async (req) => {
      await payload.db.create({ collection: scratch, data: { key: keep, data: {} }, req });
    });
    await inTransaction(payload, undefined, async (req) => {
      await payload.db.create({ collection: scratch, data: { key: drop, data: {} }, req });
      throw new TakenBack();
    }).catch(onlyTakenBack);
  } catch (error) {
    throw new DatabaseNotUsable(`The database takes no writes: ${messageOf(error)}`, { cause: error });
  }
  if (!(await seenByOthers(payload, keep)))
    throw new DatabaseNotUsable(
      'The database acknowledged a write that a second connection does not see; nothing may be written to it.',
    );
  if (await seenByOthers(payload, drop))
    throw new DatabaseNotUsable('The database kept a write whose transaction was rolled back.');
  await payload.db.deleteMany({ collection: scratch, where: { key: { equals: keep } } });
}

/** One sentence for each unique index that is not there. */
export async function missingIndexes(
  payload: Payload,
  expected: readonly ExpectedIndex[],
): Promise<string[]> {
  const sentences: string[] = [];
  for (const { collection, fields } of expected) {
    const present = isSqlite(payload.db)
      ? await sqliteIndexes(payload.db, collection)
      : await mongoIndexes(payload.db as unknown as MongooseAdapter, collection);
    const wanted = fields.map((field) => columnOf(payload.db, collection, field));
    if (!present.some((index) => sameSet(index, wanted)))
      sentences.push(
        `The unique index on ${collection} (${fields.join(', ')}) is missing, so things could happen twice; nothing is released until it is there.`,
      );
  }
  return sentences;
}

/** One sentence for each migration that the database has not had. SQLite only; MongoDB has none. */
export async function pendingMigrations(
  payload: Payload,
  migrations: readonly Migration[],
): Promise<string[]> {
  if (!isSqlite(payload.db)) return [];
  const had = await namesInDatabase(payload.db.client);
  return migrations
    .filter(({ name }) => !had.has(name))
    .map(({ name }) => `The migration ${name} is pending: start the product once, it migrates by itself.`);
}

async function seenByOthers(payload: Payload, key: string): Promise<boolean> {
  if (!isSqlite(payload.db)) {
    const model = (payload.db as unknown as MongooseAdapter).collections[scratch];
    const concern = { readConcern: { level: 'majority' }, readPreference: 'primary' } as const;
    return (await model?.collection.findOne({ key }, concern)) !== null;
  }
  const { path } = payload.db.client as unknown as SafeClient;
  const second = openConnection(path, { queryOnly: true, busyTimeoutMs: 50, foreignKeys: true });
  try {
    const sql = `SELECT 1 FROM ${tableOf(payload.db, scratch)} WHERE key = ?`;
    return second.run({ sql, args: [key] }).rows.length > 0;
  } finally {
    second.discard();
  }
}

async function sqliteIndexes(adapter: SQLiteAdapter, collection: string): Promise<string[][]> {
  const table = tableOf(adapter, collection);
  const list = await adapter.client.execute(`PRAGMA index_list("${table}")`);
  const indexes: string[][] = [];
  for (const { name, unique, partial } of list.rows) {
    if (unique !== 1 || partial !== 0) continue;
    const info = await adapter.client.execute(`PRAGMA index_info("${String(name)}")`);
    indexes.push(info.rows.map((row) => String(row.name)));
  }
  return indexes;
}

async function mongoIndexes(adapter: MongooseAdapter, collection: string): Promise<string[][]> {
  const indexes = (await adapter.collections[collection]?.collection.indexes()) ?? [];
  return indexes
    .filter((index) => index.unique && !index.partialFilterExpression)
    .map(({ key }) => Object.keys(key));
}

function tableOf(adapter: SQLiteAdapter, collection: string): string {
  const name = adapter.tableNameMap.get(snake(collection));
  if (!name) throw new Error(`There is no collection ${collection}.`);
  return name;
}

const columnOf = (adapter: object, collection: string, field: string): string =>
  isSqlite(adapter) ? (adapter.tables[tableOf(adapter, collection)]?.[field]?.name ?? field) : field;

const isSqlite = (adapter: object): adapter is SQLiteAdapter =>
  (adapter as BaseDatabaseAdapter).name === 'sqlite';

const snake = (slug: string): string => slug.replaceAll('-', '_');

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

class TakenBack extends Error {}

function onlyTakenBack(error: unknown): void {
  if (!(error instanceof TakenBack)) throw error;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
