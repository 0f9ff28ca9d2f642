import { AsyncLocalStorage } from 'node:async_hooks';
import type { SafeTransaction } from './safeTransaction';

/**
 * What a caller tells the client past drizzle and Payload, which hand nothing through, and what the client
 * tells back.
 */
export interface ClientContext {
  /** Off while migrations run: a table that is rebuilt would cascade into its children. */
  foreignKeys?: boolean;
  /** Replaces the client's limit for waiting on other processes. */
  busyLimitMs?: number;
  /** Filled with the transaction that was begun, or with why it could not be. */
  begun?: { transaction?: SafeTransaction; error?: unknown };
}

export const clientContext = new AsyncLocalStorage<ClientContext>();
