import type { InStatement, ResultSet, Transaction } from '@libsql/client';
import type { SqliteConnection } from './connection';
import { isConstraint, safeClientCodes, safeClientError } from './errors';
import { loopTurn } from './loopTurn';
import { endsOrBeginsTransaction, statementKinds } from './statementKind';

/**
 * `expired`: nothing was done in it for so long that it was rolled back.
 * `commit-failed`: COMMIT was refused and everything rolled back; `failure` says why.
 */
export type TransactionState = 'open' | 'committed' | 'rolled-back' | 'commit-failed' | 'expired';

export interface SafeTransactionOptions {
  /** Already in a transaction. */
  connection: SqliteConnection;
  /** Rolled back after so long without a statement: a forgotten transaction would stop every writer. */
  idleLimitMs: number;
  /** Called on each statement. */
  onActivity: () => void;
  /** Called once at the end, whatever the end is. `reusable`: the connection is in order. */
  onEnd: (reusable: boolean) => void;
}

/** A transaction that knows how it ended, because the adapters swallow a failed COMMIT. */
export class SafeTransaction implements Transaction {
  readonly #options: SafeTransactionOptions;
  #state: TransactionState = 'open';
  #failure: unknown;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: SafeTransactionOptions) {
    this.#options = options;
    this.#watchIdle();
  }

  get state(): TransactionState {
    return this.#state;
  }

  /** The error that ended it, if one did. */
  get failure(): unknown {
    return this.#failure;
  }

  get closed(): boolean {
    return this.#state !== 'open';
  }

  async execute(statement: InStatement, args?: unknown[]): Promise<ResultSet> {
    const whole =
      typeof statement === 'string' && args ? ({ sql: statement, args } as InStatement) : statement;
    const sql = typeof whole === 'string' ? whole : whole.sql;
    if (endsOrBeginsTransaction(sql)) throw notBySql();
    const result = this.#work((connection) => connection.run(whole));
    await loopTurn();
    return result;
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = [];
    for (const statement of statements) results.push(await this.execute(statement));
    return results;
  }

  async executeMultiple(sql: string): Promise<void> {
    if (statementKinds(sql).includes('control')) throw notBySql();
    this.#work((connection) => connection.exec(sql));
  }

  async commit(): Promise<void> {
    this.#checkOpen();
    const { connection } = this.#options;
    try {
      connection.exec('COMMIT');
    } catch (error) {
      const failure = commitFailed(error);
      this.#end('commit-failed', { failure, reusable: false });
      throw failure;
    }
    this.#end('committed', { reusable: !connection.inTransaction });
  }

  /** Safe to call at any time: drizzle calls it after a failed commit too. */
  async rollback(): Promise<void> {
    this.#rollback('rolled-back');
  }

  close(): void {
    this.#rollback('rolled-back');
  }

  #work<T>(work: (connection: SqliteConnection) => T): T {
    this.#checkOpen();
    this.#options.onActivity();
    this.#watchIdle();
    const { connection } = this.#options;
    try {
      return work(connection);
    } catch (error) {
      // A constraint refuses one statement. After anything else (disk full, I/O, busy) SQLite may have
      // rolled back already, or left a statement open: the transaction is over.
      if (!connection.inTransaction || !(isConstraint(error) || isProgrammersError(error)))
        this.#end('rolled-back', { failure: error, reusable: false });
      throw error;
    }
  }

  #rollback(state: 'rolled-back' | 'expired'): void {
    if (this.#state !== 'open') return;
    let reusable = true;
    try {
      this.#options.connection.exec('ROLLBACK');
    } catch {
      reusable = false;
    }
    this.#end(state, { reusable });
  }

  #end(state: TransactionState, { failure, reusable }: { failure?: unknown; reusable: boolean }): void {
    clearTimeout(this.#idle);
    this.#state = state;
    this.#failure = failure;
    this.#options.onEnd(reusable);
  }

  #watchIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#rollback('expired'), this.#options.idleLimitMs);
    this.#idle.unref();
  }

  #checkOpen(): void {
    if (this.#state === 'open') return;
    throw safeClientError(safeClientCodes.transactionClosed, sentenceOf[this.#state], this.#failure);
  }
}

const sentenceOf: Record<Exclude<TransactionState, 'open'>, string> = {
  committed: 'The transaction is over: it was committed.',
  'rolled-back': 'The transaction is over: it was rolled back and nothing of it is stored.',
  'commit-failed': 'The transaction is over: its commit failed.',
  expired:
    'The transaction was rolled back because nothing happened in it for too long; nothing of it is stored.',
};

/** A mistake in the statement itself (syntax, an argument): the transaction is as it was. */
const isProgrammersError = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error instanceof Error && (error as Error & { code?: unknown }).code === 'SQLITE_ERROR');

const commitFailed = (cause: unknown) =>
  safeClientError(
    safeClientCodes.commitFailed,
    `The database refused to commit: ${cause instanceof Error ? cause.message : String(cause)}.`,
    cause,
  );

const notBySql = () =>
  safeClientError(
    safeClientCodes.notSupported,
    'A transaction is begun and ended by transaction(), commit() and rollback(), not by SQL.',
  );
