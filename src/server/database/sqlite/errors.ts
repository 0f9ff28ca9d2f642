import { LibsqlError } from '@libsql/client';

/** Codes of this client's own refusals; everything else keeps SQLite's code (`SQLITE_…`). */
export const safeClientCodes = {
  /** Another process kept the write lock for longer than the limit. Nothing was written. */
  busy: 'DATABASE_BUSY',
  /** The write ahead of this one never ended, most likely because it waits for this one. Nothing was written. */
  waitedForItself: 'WAITED_FOR_ITSELF',
  /** Too many writes were waiting. Nothing was written. */
  queueTooLong: 'WRITE_QUEUE_TOO_LONG',
  /** COMMIT was refused: nothing of the transaction is stored, unless the cause is an I/O error. */
  commitFailed: 'COMMIT_FAILED',
  transactionClosed: 'TRANSACTION_CLOSED',
  clientClosed: 'CLIENT_CLOSED',
  notSupported: 'NOT_SUPPORTED',
} as const;

export type SafeClientCode = (typeof safeClientCodes)[keyof typeof safeClientCodes];

/** An error of this client: a code for programs, a plain sentence for the log. */
export function safeClientError(code: SafeClientCode, sentence: string, cause?: unknown): LibsqlError {
  return new LibsqlError(sentence, code, undefined, cause instanceof Error ? cause : undefined);
}

/**
 * libsql throws two shapes: its own SqliteError from `run` and `exec`, and a plain Error with the same
 * properties from `all`. Both become the LibsqlError that drizzle and Payload know.
 */
export function toLibsqlError(error: unknown): unknown {
  if (error instanceof LibsqlError || !(error instanceof Error)) return error;
  const { code, rawCode } = error as Error & { code?: unknown; rawCode?: unknown };
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  return new LibsqlError(error.message, code, typeof rawCode === 'number' ? rawCode : undefined, error);
}

/** The SQLite or client code of an error, looked for through its causes (drizzle wraps). */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const { code } = at as Error & { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

const hasCode = (error: unknown, prefix: string): boolean =>
  error instanceof Error && String((error as Error & { code?: unknown }).code ?? '').startsWith(prefix);

/** Somebody else holds a lock: trying again may help. */
export const isBusy = (error: unknown): boolean =>
  hasCode(error, 'SQLITE_BUSY') || hasCode(error, 'SQLITE_LOCKED');

/** The statement was refused by a constraint; the connection and its transaction stay usable. */
export const isConstraint = (error: unknown): boolean => hasCode(error, 'SQLITE_CONSTRAINT');

/** A write came to the reading connection. */
export const isReadOnly = (error: unknown): boolean => hasCode(error, 'SQLITE_READONLY');
