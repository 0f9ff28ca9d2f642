import { type OpenConnection, openConnection } from '../../src/server/database/sqlite/connection';

/**
 * `full`: the file may grow by no page (SQLITE_FULL). `read-only`: SQLITE_READONLY. `no-commit`: work is taken
 * and its commit refused. `gone`: the directory is not there (SQLITE_CANTOPEN).
 */
export type DiskFault = 'none' | 'full' | 'read-only' | 'no-commit' | 'gone';

const disk: { fault: DiskFault } = { fault: 'none' };

/** For every connection of this process that was opened by `openOnFaultyDisk`. */
export const setDisk = (fault: DiskFault): void => {
  disk.fault = fault;
};

/** SQLite itself says what is wrong, but for the commit: that one nothing but a real full disk refuses. */
export const openOnFaultyDisk: OpenConnection = (path, options) => {
  const reach = (): void => {
    if (disk.fault === 'gone') openConnection(`/no/such/directory${path}`, options);
  };
  reach();
  const connection = openConnection(path, options);
  const { exec, run } = { exec: connection.exec.bind(connection), run: connection.run.bind(connection) };
  connection.run = (statement) => {
    reach();
    return run(statement);
  };
  connection.exec = (sql) => {
    reach();
    if (sql === 'BEGIN IMMEDIATE') {
      // A limit below the present size means the present size.
      exec(`PRAGMA max_page_count = ${disk.fault === 'full' ? 1 : 1_073_741_823}`);
      exec(`PRAGMA query_only = ${disk.fault === 'read-only' ? 'ON' : 'OFF'}`);
    }
    if (sql === 'COMMIT' && disk.fault === 'no-commit')
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    exec(sql);
  };
  return connection;
};
