import { createLocalReq, isolateObjectProperty, type Payload, type PayloadRequest } from 'payload';
import { causes, hasErrorLabel, OutcomeUnknown } from './errors';
import { registryOf } from './transactions';

const attempts = 6;

/**
 * Runs `fn` in a transaction: the one that `req` is in already, else a new one that is committed when `fn`
 * resolves and rolled back when it throws. All work inside must use the request that `fn` is given.
 *
 * On MongoDB a transaction of its own that meets another one's write is tried again from the start, so `fn`
 * must do nothing outside the database but through `afterCommit`.
 *
 * @throws TransactionLost when something inside failed and was caught: Payload has rolled everything back
 * then. @throws OutcomeUnknown when the commit's answer did not come.
 */
export async function inTransaction<T>(
  payload: Payload,
  req: PayloadRequest | undefined,
  fn: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const registry = registryOf(payload.db);
  const present = await req?.transactionID;
  if (req && present !== undefined && present !== null && registry?.isOpen(String(present))) return fn(req);

  const base = req ?? (await createLocalReq({}, payload));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(payload, base, fn);
    } catch (error) {
      if (attempt >= attempts || error instanceof OutcomeUnknown || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (0.5 + Math.random())));
    }
  }
}

async function once<T>(
  payload: Payload,
  base: PayloadRequest,
  fn: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const id = await payload.db.beginTransaction();
  if (id === null) throw new Error('The database has no transactions; see src/server/database/adapter.ts.');
  const req = isolateObjectProperty(base, 'transactionID');
  req.transactionID = id;
  try {
    const result = await fn(req);
    // Throws TransactionLost where an operation inside failed and was caught: Payload's operations roll back
    // the whole transaction then, also one that they only joined.
    await payload.db.commitTransaction(id);
    return result;
  } catch (error) {
    await payload.db.rollbackTransaction(id);
    throw error;
  }
}

/** MongoDB's WriteConflict and its kin: the same again may succeed. */
function isTransient(error: unknown): boolean {
  for (const at of causes(error)) {
    if (hasErrorLabel(at, 'TransientTransactionError')) return true;
    const { code, codeName } = at as Error & { code?: unknown; codeName?: unknown };
    if (code === 112 || codeName === 'WriteConflict') return true;
  }
  return false;
}
