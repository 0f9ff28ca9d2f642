import type { BaseDatabaseAdapter, PayloadRequest } from 'payload';
import { WriteQueue, type WriteTurn } from '../../src/server/database/sqlite/writeQueue';

const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const;

type Write = (args: { collection?: string; req?: Partial<PayloadRequest> }) => Promise<unknown>;

/** On MongoDB Payload removes editing locks beside the transaction, on purpose, while it is open. */
const besideTransactions = 'payload-locked-documents';

/**
 * Lets one transaction or write at a time through to the stand-in for MongoDB, as a lock on the whole
 * database would.
 *
 * Measured on @jongodb/memory-server 0.1.6: its commit puts back the collection as it was when the
 * transaction began, plus the transaction's own writes. Of 500 inserts beside 100 short transactions it lost
 * 175, all acknowledged; it sees no write conflicts; and a duplicate found at the commit ends the connection.
 * A real MongoDB does none of this, so nothing of it is in the product, and nothing is done when
 * TEST_MONGODB_URL names one.
 *
 * Processes cannot be kept apart like this: two of them with transactions on one stand-in prove nothing.
 */
export function takeTurns(adapter: BaseDatabaseAdapter): void {
  const queue = new WriteQueue({ stuckAfterMs: 5_000, waitLimitMs: 60_000 });
  const turns = new Map<string, WriteTurn>();
  const end = async (id: unknown, finish: () => Promise<void>) => {
    const key = String(await id);
    try {
      await finish();
    } finally {
      turns.get(key)?.release();
      turns.delete(key);
    }
  };

  const begin = adapter.beginTransaction.bind(adapter);
  adapter.beginTransaction = async (options) => {
    const turn = await queue.take();
    try {
      const id = await begin(options);
      if (id === null) turn.release();
      else turns.set(String(id), turn);
      return id;
    } catch (error) {
      turn.release();
      throw error;
    }
  };
  const commit = adapter.commitTransaction.bind(adapter);
  adapter.commitTransaction = (id) => end(id, () => commit(id));
  const rollback = adapter.rollbackTransaction.bind(adapter);
  adapter.rollbackTransaction = (id) => end(id, () => rollback(id));

  for (const name of writes) {
    const write = (adapter[name] as Write).bind(adapter);
    const inTurn: Write = async (args) => {
      const id = await args.req?.transactionID;
      if (id === undefined && args.collection === besideTransactions) return write(args);
      const own = id === undefined || id === null ? undefined : turns.get(String(id));
      if (own) {
        own.touch();
        return write(args);
      }
      const turn = await queue.take();
      try {
        return await write(args);
      } finally {
        turn.release();
      }
    };
    Object.assign(adapter, { [name]: inTurn });
  }
}
