import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Client, InStatement, Replicated, ResultSet, TransactionMode } from '@libsql/client';
import { type OpenConnection, openConnection, type SqliteConnection } from './connection';
import { clientContext } from './context';
import { isConstraint, isReadOnly, safeClientCodes, safeClientError } from './errors';
import { filePathOf } from './filePath';
import { loopTurn } from './loopTurn';
import { retryBusy } from './retryBusy';
import { SafeTransaction } from './safeTransaction';
import { statementKind, statementKinds } from './statementKind';
import { WriteQueue, type WriteTurn } from './writeQueue';

export interface SafeClientOptions {
  /** `file:` URL. */
  url: string;
  /** How long one operation tries while other processes hold the lock. */
  busyLimitMs?: number;
  /** SQLite's own waiting, on the event loop's thread: at most 50. */
  busyTimeoutMs?: number;
  stuckAfterMs?: number;
  waitLimitMs?: number;
  idleLimitMs?: number;
  /** Tests put faults in here. */
  open?: OpenConnection;
}

const defaults = {
  busyLimitMs: 6_000,
  busyTimeoutMs: 5,
  stuckAfterMs: 5_000,
  waitLimitMs: 30_000,
  idleLimitMs: 20_000,
};

/** The client that Payload's SQLite adapter works with, in place of @libsql/client's own. */
export function createSafeClient(options: SafeClientOptions): SafeClient {
  return new SafeClient(options);
}

/**
 * @libsql/client's interface over a local file, without its way of losing acknowledged writes.
 *
 * What the usual client does: a statement that meets SQLITE_BUSY is left active on its connection, and the
 * next writes on that connection answer success inside a transaction that nobody commits. Nobody else sees
 * them, and they are gone when the process ends. And since waiting for a lock stops the event loop, two
 * transactions of one process wait for each other until both fail.
 *
 * Here every write runs between BEGIN IMMEDIATE and COMMIT, one at a time in the process. The lock is taken
 * by `exec`, which leaves no statement behind when it is refused; the connection is dropped then all the
 * same and the write begins anew. Reads have a connection of their own and, thanks to WAL, wait for nobody.
 */
export class SafeClient implements Client {
  readonly protocol = 'file';
  readonly path: string;
  readonly #options: Required<Omit<SafeClientOptions, 'url'>>;
  readonly #queue: WriteQueue;
  #reader: SqliteConnection | undefined;
  /** Kept between writes, never in a transaction while it is here. */
  #writer: SqliteConnection | undefined;
  #closed = false;

  constructor({ url, ...options }: SafeClientOptions) {
    this.path = filePathOf(url);
    this.#options = { ...defaults, open: openConnection, ...options };
    this.#queue = new WriteQueue(this.#options);
    mkdirSync(dirname(this.path), { recursive: true });
  }

  get closed(): boolean {
    return this.#closed;
  }

  async execute(statement: InStatement, args?: unknown[]): Promise<ResultSet> {
    const result = await this.#execute(statement, args);
    await loopTurn();
    return result;
  }

  async #execute(statement: InStatement, args?: unknown[]): Promise<ResultSet> {
    this.#checkOpen();
    const whole =
      typeof statement === 'string' && args ? ({ sql: statement, args } as InStatement) : statement;
    switch (statementKind(typeof whole === 'string' ? whole : whole.sql)) {
      case 'read':
        return this.#read(whole);
      case 'outside':
        return this.#outside((connection) => connection.run(whole));
      case 'control':
        throw safeClientError(safeClientCodes.notSupported, 'Use transaction() instead of BEGIN and COMMIT.');
      case 'write':
        return this.#write((connection) => connection.run(whole));
    }
  }

  /** All or nothing, whatever `mode` says. */
  async batch(statements: InStatement[], _mode?: TransactionMode): Promise<ResultSet[]> {
    this.#checkOpen();
    return this.#write((connection) => statements.map((statement) => connection.run(statement)));
  }

  /** A batch without foreign keys, for rebuilding tables. */
  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    return clientContext.run({ ...clientContext.getStore(), foreignKeys: false }, () =>
      this.batch(statements),
    );
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#checkOpen();
    const plain = statementKinds(sql).every((kind) => kind === 'write' || kind === 'read');
    if (plain) await this.#write((connection) => connection.exec(sql));
    else await this.#outside((connection) => connection.exec(sql));
  }

  /** Takes the write lock at once, whatever `mode` says: a later upgrade could be refused half-way. */
  async transaction(_mode?: TransactionMode): Promise<SafeTransaction> {
    this.#checkOpen();
    const begun = clientContext.getStore()?.begun;
    try {
      const transaction = await this.#begin();
      if (begun) begun.transaction = transaction;
      return transaction;
    } catch (error) {
      if (begun) begun.error = error;
      throw error;
    }
  }

  async sync(): Promise<Replicated> {
    return undefined;
  }

  /** Transactions that are open may end; nothing new begins. */
  close(): void {
    this.#closed = true;
    this.#reader?.discard();
    this.#writer?.discard();
    this.#reader = this.#writer = undefined;
  }

  async #begin(): Promise<SafeTransaction> {
    const turn = await this.#queue.take();
    try {
      // Asked now: a transaction may end in another context, for instance in a timer.
      const ordinary = this.#foreignKeys;
      const connection = await this.#lockedConnection(turn);
      return new SafeTransaction({
        connection,
        idleLimitMs: this.#options.idleLimitMs,
        onActivity: turn.touch,
        onEnd: (inOrder) => {
          this.#putBack(connection, inOrder && ordinary);
          turn.release();
        },
      });
    } catch (error) {
      turn.release();
      throw error;
    }
  }

  async #write<T>(work: (connection: SqliteConnection) => T): Promise<T> {
    const turn = await this.#queue.take();
    try {
      const connection = await this.#lockedConnection(turn);
      let reusable = false;
      try {
        const result = work(connection);
        commit(connection);
        reusable = true;
        return result;
      } catch (error) {
        reusable = isConstraint(error) && rolledBack(connection);
        throw error;
      } finally {
        this.#putBack(connection, reusable && this.#foreignKeys);
      }
    } finally {
      turn.release();
    }
  }

  /** On a connection of its own that is dropped afterwards: what it sets must not stay with later writes. */
  async #outside<T>(work: (connection: SqliteConnection) => T): Promise<T> {
    const turn = await this.#queue.take();
    try {
      return await retryBusy({
        deadline: this.#deadline(),
        onBusy: turn.touch,
        attempt: () => {
          const connection = this.#open({ queryOnly: false });
          try {
            return work(connection);
          } finally {
            connection.discard();
          }
        },
      });
    } finally {
      turn.release();
    }
  }

  async #read(statement: InStatement): Promise<ResultSet> {
    try {
      return await retryBusy({ deadline: this.#deadline(), attempt: () => this.#readOnce(statement) });
    } catch (error) {
      if (isReadOnly(error)) return this.#write((connection) => connection.run(statement));
      throw error;
    }
  }

  #readOnce(statement: InStatement): ResultSet {
    this.#checkOpen();
    this.#reader ??= this.#open({ queryOnly: true });
    try {
      return this.#reader.run(statement);
    } catch (error) {
      // A statement that failed may stay active and pin an old snapshot for all reads after it.
      this.#reader.discard();
      this.#reader = undefined;
      throw error;
    }
  }

  /** A connection inside BEGIN IMMEDIATE. */
  #lockedConnection(turn: WriteTurn): Promise<SqliteConnection> {
    return retryBusy({
      deadline: this.#deadline(),
      onBusy: turn.touch,
      attempt: () => {
        const connection = this.#takeWriter();
        try {
          connection.exec('BEGIN IMMEDIATE');
          return connection;
        } catch (error) {
          connection.discard();
          throw error;
        }
      },
    });
  }

  #takeWriter(): SqliteConnection {
    const kept = this.#foreignKeys ? this.#writer : undefined;
    if (kept) this.#writer = undefined;
    return kept ?? this.#open({ queryOnly: false });
  }

  #putBack(connection: SqliteConnection, reusable: boolean): void {
    if (reusable && !this.#closed && !this.#writer) this.#writer = connection;
    else connection.discard();
  }

  #open({ queryOnly }: { queryOnly: boolean }): SqliteConnection {
    const { open, busyTimeoutMs } = this.#options;
    return open(this.path, { queryOnly, busyTimeoutMs, foreignKeys: this.#foreignKeys });
  }

  get #foreignKeys(): boolean {
    return clientContext.getStore()?.foreignKeys ?? true;
  }

  #deadline(): number {
    return performance.now() + (clientContext.getStore()?.busyLimitMs ?? this.#options.busyLimitMs);
  }

  #checkOpen(): void {
    if (this.#closed) throw safeClientError(safeClientCodes.clientClosed, 'The database client is closed.');
  }
}

function commit(connection: SqliteConnection): void {
  try {
    connection.exec('COMMIT');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw safeClientError(safeClientCodes.commitFailed, `The database refused to commit: ${reason}.`, error);
  }
}

function rolledBack(connection: SqliteConnection): boolean {
  try {
    connection.exec('ROLLBACK');
    return !connection.inTransaction;
  } catch {
    return false;
  }
}
