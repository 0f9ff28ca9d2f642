import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite';
import { type DatabaseAdapterObj, type Migration, readMigrationFiles } from 'payload';
import { DatabaseNotUsable, OutcomeUnknown, outcomeIsUnknown } from './errors';
import { migrateAtStart } from './migrateAtStart';
import type { OpenConnection } from './sqlite/connection';
import { clientContext } from './sqlite/context';
import { createSafeClient, type SafeClientOptions } from './sqlite/safeClient';
import type { SafeTransaction } from './sqlite/safeTransaction';
import { type TransactionDriver, trackTransactions } from './transactions';

export interface SqliteDatabaseOptions {
  /** `file:` URL. */
  url: string;
  migrationDir: string;
  /** Run at each start. Without them the schema must be there already. */
  migrations?: readonly Migration[];
  /** In development a database without a schema is warned about, so that the first migration can be made. */
  dev?: boolean;
  /** Makes the schema from the collections at each start: for tests of small configurations only. */
  push?: boolean;
  /** Limits of the client; tests shorten them. */
  limits?: Omit<SafeClientOptions, 'url' | 'open'>;
  open?: OpenConnection;
}

/** Payload's SQLite adapter over the safe client, with transactions that tell the truth. */
export function sqliteDatabase(options: SqliteDatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> {
  const { url, migrationDir, migrations, dev = false, push = false, limits, open } = options;
  const newClient = () => createSafeClient({ url, ...limits, ...(open && { open }) });
  const plain = sqliteAdapter({
    client: { url },
    autoIncrement: true,
    transactionOptions: {},
    push,
    migrationDir,
  });
  return {
    ...plain,
    init: ({ payload }) => {
      const adapter = plain.init({ payload }) as unknown as SQLiteAdapter;
      adapter.client = newClient();
      trackTransactions(adapter, driverOf(adapter));

      const connect = adapter.connect?.bind(adapter);
      adapter.connect = async (args) => {
        if (adapter.client.closed) adapter.client = newClient();
        await connect?.(args);
        // Payload's own command migrates by itself, and `migrate:create` must not.
        if (args?.hotReload || process.env.PAYLOAD_MIGRATING === 'true') return;
        if (migrations) await migrateAtStart(adapter, migrations);
        if (await isEmpty(adapter)) {
          if (!dev) throw new DatabaseNotUsable(noSchema);
          payload.logger.warn({ msg: noSchema });
        }
      };
      adapter.migrate = async (args) => {
        await migrateAtStart(adapter, args?.migrations ?? (await readMigrationFiles({ payload })));
      };
      const destroy = adapter.destroy?.bind(adapter);
      adapter.destroy = async () => {
        await destroy?.();
        adapter.client.close();
      };
      return adapter;
    },
  };
}

const noSchema =
  'The database has no tables and there is no migration that makes them: run `npx payload migrate:create` and commit the result.';

async function isEmpty({ client }: SQLiteAdapter): Promise<boolean> {
  const { rows } = await client.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1");
  return rows.length === 0;
}

function driverOf(adapter: SQLiteAdapter): TransactionDriver {
  const open = new Map<string, SafeTransaction>();
  return {
    async begin(original) {
      const begun: { transaction?: SafeTransaction; error?: unknown } = {};
      const outer = clientContext.getStore();
      try {
        const id = await clientContext.run({ ...outer, begun }, original);
        if (outer?.begun) outer.begun.transaction = begun.transaction;
        if (id === null || !begun.transaction)
          throw new Error('The adapter began no transaction of the safe client.');
        open.set(String(id), begun.transaction);
        return id;
      } catch (error) {
        // The adapter keeps only the message; the code says whether trying again makes sense.
        throw begun.error ?? error;
      }
    },
    async commit(id, original) {
      const transaction = open.get(id);
      await original();
      if (transaction?.state === 'committed') return;
      const failure = transaction?.failure ?? new Error('The transaction was not committed.');
      throw outcomeIsUnknown(failure) ? new OutcomeUnknown(failure) : failure;
    },
    isOpen: (id) => open.get(id)?.state === 'open' && adapter.sessions[id] !== undefined,
    forget: (id) => {
      open.delete(id);
    },
  };
}
