import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import { createLocalReq, type Migration } from 'payload';
import { DatabaseNotUsable } from './errors';
import { type ClientContext, clientContext } from './sqlite/context';
import type { SafeTransaction } from './sqlite/safeTransaction';

/** Another process may be migrating a large database right now. */
const busyLimitMs = 60_000;

/**
 * Runs the migrations that the database has not had, in order, each in a transaction of its own with its
 * record. Processes that start at the same time take turns, and the second finds nothing to do.
 *
 * Foreign keys are off meanwhile: SQLite changes a column by building the table anew, and dropping the old
 * one would cascade into its children. `PRAGMA foreign_keys` inside a migration comes too late, a
 * transaction ignores it. What is left dangling is looked for before the commit.
 *
 * @returns the names of those that ran.
 */
export async function migrateAtStart(
  adapter: SQLiteAdapter,
  migrations: readonly Migration[],
): Promise<string[]> {
  const ran: string[] = [];
  const known = await namesInDatabase(adapter.client);
  for (const migration of migrations) {
    if (known.has(migration.name)) continue;
    const begun: NonNullable<ClientContext['begun']> = {};
    const context: ClientContext = { foreignKeys: false, busyLimitMs, begun };
    if (await clientContext.run(context, () => runOne(adapter, migration))) ran.push(migration.name);
  }
  return ran;
}

/** Names of the migrations that the database has had. */
export async function namesInDatabase(
  database: Pick<SafeTransaction, 'execute'> | SQLiteAdapter['client'],
): Promise<Set<string>> {
  const table = await database.execute("SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'");
  if (table.rows.length === 0) return new Set();
  const { rows } = await database.execute('SELECT name FROM payload_migrations');
  return new Set(rows.map(({ name }) => String(name)));
}

async function runOne(adapter: SQLiteAdapter, migration: Migration): Promise<boolean> {
  const { payload } = adapter;
  const req = await createLocalReq({}, payload);
  const id = await adapter.beginTransaction();
  const transaction = clientContext.getStore()?.begun?.transaction;
  if (id === null || !transaction) throw new Error('Migrations need transactions.');
  try {
    // Now that the lock is held: did another process run it while this one waited?
    if ((await namesInDatabase(transaction)).has(migration.name)) {
      await adapter.rollbackTransaction(id);
      return false;
    }
    req.transactionID = id;
    await migration.up({ db: adapter.sessions[id]?.db, payload, req });
    await payload.create({ collection: 'payload-migrations', data: { name: migration.name, batch: 1 }, req });
    const dangling = await transaction.execute('PRAGMA foreign_key_check');
    if (dangling.rows.length > 0) throw new Error(`it leaves ${dangling.rows.length} references to nothing.`);
    await adapter.commitTransaction(id);
    payload.logger.info({ msg: `Migrated: ${migration.name}` });
    return true;
  } catch (error) {
    await adapter.rollbackTransaction(id);
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseNotUsable(`The migration ${migration.name} failed and was taken back: ${reason}`, {
      cause: error,
    });
  }
}
