import Database from 'libsql';
import { toLibsqlError } from './errors';

/** What one process of a machine has at a time; the system gives it back when its holder ends, however it ends. */
export interface FileTurn {
  /** @throws SQLITE_BUSY while another process has it */
  take(): void;
  giveBack(): void;
  close(): void;
}

/** SQLite's lock of an empty file. Nothing is ever written into it. */
export function fileTurn(path: string): FileTurn {
  let connection: Database.Database | null = null;
  const exec = (sql: string): void => {
    try {
      connection ??= new Database(path);
      connection.exec(sql);
    } catch (error) {
      throw toLibsqlError(error);
    }
  };
  return {
    take: () => exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE'),
    giveBack: () => exec('ROLLBACK'),
    close() {
      connection?.close();
      connection = null;
    },
  };
}
