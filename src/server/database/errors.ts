import { databaseErrorCode, safeClientCodes } from './sqlite/errors';

/** A write may or may not have happened: the answer of the database did not come. Read before trying again. */
export class OutcomeUnknown extends Error {
  readonly code = 'OUTCOME_UNKNOWN';
  override readonly name = 'OutcomeUnknown';

  constructor(cause: unknown) {
    super('The database did not answer; whether the change was stored is not known.', { cause });
  }
}

/** Something within a transaction failed and rolled all of it back before it could be committed. */
export class TransactionLost extends Error {
  readonly code = 'TRANSACTION_LOST';
  override readonly name = 'TransactionLost';

  constructor() {
    super('The transaction had been rolled back before its commit; nothing of it is stored.');
  }
}

/** The database cannot be used as it is; the message is one sentence that says why and what to do. */
export class DatabaseNotUsable extends Error {
  readonly code = 'DATABASE_NOT_USABLE';
  override readonly name = 'DatabaseNotUsable';
}

const unavailableCodes: ReadonlySet<string> = new Set([
  safeClientCodes.busy,
  safeClientCodes.queueTooLong,
  safeClientCodes.waitedForItself,
  safeClientCodes.clientClosed,
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_BUSY',
]);

/** Should the answer be 503 (try later) rather than 500? Disk full, read-only, locked for long, gone. */
export function databaseUnavailable(error: unknown): boolean {
  if (error instanceof OutcomeUnknown) return true;
  const code = databaseErrorCode(error);
  if (code === safeClientCodes.commitFailed && error instanceof Error)
    return databaseUnavailable(error.cause);
  if (
    code !== undefined &&
    (unavailableCodes.has(code) || /^SQLITE_(IOERR|READONLY|CANTOPEN|BUSY)/.test(code))
  )
    return true;
  return mongoLostConnection(error);
}

const lostConnection = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoWriteConcernError',
  'MongoExpiredSessionError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongooseServerSelectionError',
]);

function mongoLostConnection(error: unknown): boolean {
  for (const at of causes(error)) if (lostConnection.has(at.name)) return true;
  return false;
}

/** Was the database cut off in the middle, so that the write may have happened? */
export function outcomeIsUnknown(error: unknown): boolean {
  for (const at of causes(error)) {
    if (at instanceof OutcomeUnknown || lostConnection.has(at.name)) return true;
    const { code } = at as Error & { code?: unknown };
    // 50 MaxTimeMSExpired, 64 WriteConcernFailed, 91 ShutdownInProgress, 189 PrimarySteppedDown, 262 ExceededTimeLimit
    if (typeof code === 'number' && [50, 64, 91, 189, 262, 11600, 11602].includes(code)) return true;
    if (hasErrorLabel(at, 'UnknownTransactionCommitResult')) return true;
    // An I/O error on the commit itself: the log may hold it or not. Elsewhere SQLite has rolled back.
    if (code === safeClientCodes.commitFailed) return /^SQLITE_IOERR/.test(databaseErrorCode(at.cause) ?? '');
  }
  return false;
}

export function hasErrorLabel(error: unknown, label: string): boolean {
  if (!(error instanceof Error) || !('hasErrorLabel' in error)) return false;
  return typeof error.hasErrorLabel === 'function' && Boolean(error.hasErrorLabel(label));
}

/** An error and its causes, outermost first; drizzle, Payload and the drivers wrap. */
export function* causes(error: unknown): Generator<Error> {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) yield at;
}
