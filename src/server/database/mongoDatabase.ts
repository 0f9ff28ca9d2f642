import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb';
import type { DatabaseAdapterObj } from 'payload';
import { DatabaseNotUsable, hasErrorLabel, OutcomeUnknown, outcomeIsUnknown } from './errors';
import { type TransactionDriver, trackTransactions } from './transactions';

export interface MongoDatabaseOptions {
  /** `mongodb://` or `mongodb+srv://` URL that names a replica set. */
  url: string;
  migrationDir: string;
  /** Tests make their stand-in for a server behave here, before anything else is put around the adapter. */
  prepareMongo?: (adapter: MongooseAdapter) => void;
}

/** Payload's MongoDB adapter with majority concerns, on a replica set or not at all. */
export function mongoDatabase(options: MongoDatabaseOptions): DatabaseAdapterObj<MongooseAdapter> {
  const { url, migrationDir, prepareMongo } = options;
  const plain = mongooseAdapter({
    url,
    migrationDir,
    // By default they are built in the background, and duplicates slip in meanwhile.
    ensureIndexes: true,
    connectOptions: {
      // A write that a failover takes back would be a hole in a log.
      writeConcern: { w: 'majority' },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      serverSelectionTimeoutMS: 10_000,
    },
    transactionOptions: {
      writeConcern: { w: 'majority' },
      readConcern: { level: 'snapshot' },
      readPreference: 'primary',
    },
  });
  return {
    ...plain,
    init: ({ payload }) => {
      const adapter = plain.init({ payload }) as unknown as MongooseAdapter;
      prepareMongo?.(adapter);
      trackTransactions(adapter, driverOf(adapter));
      const connect = adapter.connect?.bind(adapter);
      adapter.connect = async (args) => {
        if (!namesReplicaSet(url)) throw new DatabaseNotUsable(noReplicaSet);
        try {
          await connect?.(args);
        } catch (error) {
          throw new DatabaseNotUsable(notUsable(url, error), { cause: error });
        }
        const hello = await adapter.connection.db?.command({ hello: 1 });
        // The adapter turns transactions off, silently, when the driver was given no replica set.
        const off = (adapter.transactionOptions as unknown) === false;
        if (!off && (hello?.setName || hello?.msg === 'isdbgrid')) return;
        await adapter.destroy?.();
        throw new DatabaseNotUsable(noReplicaSet);
      };
      return adapter;
    },
  };
}

/** `mongodb+srv` may name it in DNS; the server is asked after connecting in any case. */
const namesReplicaSet = (url: string): boolean =>
  url.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]/.test(url);

const noReplicaSet =
  'MongoDB must run as a replica set, and DATABASE_URL must name it (for example ' +
  'mongodb://127.0.0.1:27017/moments?replicaSet=rs0), because an approval and its place in the log are stored together or not at all.';

/** The adapter puts the driver's words behind two of its own; who signs in there is nobody's business. */
function notUsable(url: string, error: unknown): string {
  const [, hosts = ''] = /^mongodb(?:\+srv)?:\/\/(?:[^/?]*@)?([^/?]*)/.exec(url) ?? [];
  const words = error instanceof Error ? error.message.split('Details: ').at(-1) : String(error);
  return `MongoDB at ${hosts} cannot be used (${words}): check DATABASE_URL, and that the server runs.`;
}

const commitAttempts = 5;

function driverOf(adapter: MongooseAdapter): TransactionDriver {
  const sessionOf = (id: string) => adapter.sessions[id];
  return {
    begin: (original) => original(),
    async commit(id, original) {
      const session = sessionOf(id);
      let attempt: () => Promise<unknown> = original;
      for (let n = 1; ; n += 1) {
        try {
          await attempt();
          return;
        } catch (error) {
          const unknown = hasErrorLabel(error, 'UnknownTransactionCommitResult');
          if (!unknown || !session || n >= commitAttempts) {
            await session?.endSession();
            throw outcomeIsUnknown(error) ? new OutcomeUnknown(error) : error;
          }
          // Committing once more is safe: the server knows the transaction by its number.
          attempt = async () => {
            await session.commitTransaction();
            await session.endSession();
          };
          await new Promise((resolve) => setTimeout(resolve, 50 * n));
        }
      }
    },
    isOpen: (id) => sessionOf(id)?.inTransaction() === true,
    forget: () => {},
  };
}
