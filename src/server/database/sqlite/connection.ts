import type { InStatement, ResultSet } from '@libsql/client';
import Database from 'libsql';
import { safeClientCodes, safeClientError, toLibsqlError } from './errors';
import { toResultSet, toRow, toSqlArgs } from './values';

export interface ConnectionOptions {
  /** Refuses every write with SQLITE_READONLY. */
  queryOnly: boolean;
  /** How long SQLite may wait for a lock by itself. It waits on the event loop's thread: at most 50. */
  busyTimeoutMs: number;
  /** Off only while migrations rebuild tables; cannot be changed inside a transaction. */
  foreignKeys: boolean;
}

/** After a checkpoint the write-ahead log is cut to this size. */
const journalSizeLimit = 64 * 1024 * 1024;

/** One connection to one file, every call synchronous. */
export interface SqliteConnection {
  readonly inTransaction: boolean;
  /** One statement; its rows are complete when it returns. */
  run(statement: InStatement): ResultSet;
  /** One or more statements without arguments or rows; leaves no open statement behind, also when it fails. */
  exec(sql: string): void;
  /** Rolls back whatever is open, then closes. Never throws. */
  discard(): void;
}

export type OpenConnection = (path: string, options: ConnectionOptions) => SqliteConnection;

/**
 * Opens the file and sets every PRAGMA anew: they belong to the connection, not to the file (except WAL).
 * Throws SQLITE_BUSY when the file is locked; nothing is left open then.
 */
export const openConnection: OpenConnection = (path, options) => {
  const connection = new LibsqlConnection(open(path));
  try {
    connection.exec(`PRAGMA busy_timeout = ${options.busyTimeoutMs}`);
    const mode = connection.run('PRAGMA journal_mode = WAL').rows[0]?.[0];
    if (mode !== 'wal')
      throw safeClientError(
        safeClientCodes.notSupported,
        `SQLite cannot keep a write-ahead log beside ${path} (journal mode ${String(mode)}). ` +
          'Put the database on a local disk.',
      );
    connection.exec(
      `PRAGMA synchronous = FULL;
       PRAGMA journal_size_limit = ${journalSizeLimit};
       PRAGMA foreign_keys = ${options.foreignKeys ? 'ON' : 'OFF'};
       PRAGMA query_only = ${options.queryOnly ? 'ON' : 'OFF'};`,
    );
    return connection;
  } catch (error) {
    connection.discard();
    throw error;
  }
};

function open(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    throw toLibsqlError(error);
  }
}

class LibsqlConnection implements SqliteConnection {
  readonly #database: Database.Database;
  #open = true;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  get inTransaction(): boolean {
    // libsql aborts the whole process when a closed database is asked.
    return this.#open && this.#database.inTransaction;
  }

  run(statement: InStatement): ResultSet {
    const { sql, args } = typeof statement === 'string' ? { sql: statement, args: undefined } : statement;
    this.#checkOpen();
    try {
      const prepared = this.#database.prepare<unknown[]>(sql);
      prepared.safeIntegers(true);
      const values = toSqlArgs(args);
      return prepared.reader ? rowsOf(prepared, values) : changesOf(prepared, values);
    } catch (error) {
      throw toLibsqlError(error);
    }
  }

  exec(sql: string): void {
    this.#checkOpen();
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw toLibsqlError(error);
    }
  }

  discard(): void {
    if (!this.#open) return;
    // A statement that met SQLITE_BUSY stays active until it is collected, and with it a write can stay
    // open although no transaction is to be seen; closing alone would keep the lock. ROLLBACK ends both,
    // and wants a BEGIN before it when SQLite thinks that there is nothing to roll back.
    for (const sql of this.inTransaction ? ['ROLLBACK'] : ['BEGIN', 'ROLLBACK'])
      attempt(() => this.#database.exec(sql));
    this.#open = false;
    attempt(() => this.#database.close());
  }

  #checkOpen(): void {
    if (!this.#open) throw safeClientError(safeClientCodes.clientClosed, 'The connection is closed.');
  }
}

type Prepared = Database.Statement<unknown[]>;

function rowsOf(prepared: Prepared, values: unknown): ResultSet {
  prepared.raw(true);
  const described = prepared.columns();
  const columns = described.map(({ name }) => name);
  const rows = (prepared.all(values) as unknown[][]).map((row) => toRow(row, columns));
  return toResultSet({ columns, columnTypes: described.map(({ type }) => type ?? ''), rows });
}

function changesOf(prepared: Prepared, values: unknown): ResultSet {
  const { changes, lastInsertRowid } = prepared.run(values);
  return toResultSet({ rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) });
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The connection is thrown away: what it still had to say does not matter.
  }
}
