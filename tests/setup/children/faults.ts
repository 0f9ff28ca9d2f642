import type { Payload } from 'payload';
import { type OpenConnection, openConnection } from '../../../src/server/database/sqlite/connection';
import { serverClock } from './clock';

/** What is wrong with the disk, until it is put right. */
export type DiskFault = 'none' | 'full' | 'read-only';

const disk: { fault: DiskFault } = { fault: 'none' };

export const setDisk = (fault: DiskFault): void => {
  disk.fault = fault;
};

/**
 * Connections on a disk that can be full (the file may grow by no page: SQLITE_FULL) or read-only
 * (SQLITE_READONLY). SQLite itself says so, at the statement that meets it.
 */
export const openOnFaultyDisk: OpenConnection = (path, options) => {
  const connection = openConnection(path, options);
  const exec = connection.exec.bind(connection);
  connection.exec = (sql) => {
    if (sql === 'BEGIN IMMEDIATE' && !options.queryOnly) {
      // A limit below the present size means the present size.
      exec(`PRAGMA max_page_count = ${disk.fault === 'full' ? 1 : 1_073_741_823}`);
      exec(`PRAGMA query_only = ${disk.fault === 'read-only' ? 'ON' : 'OFF'}`);
    }
    exec(sql);
  };
  return connection;
};

interface Admin {
  command: (command: object) => Promise<object>;
}

/** The stand-in leaves out `localTime`, which every mongod puts into its answer to `hello`. */
export function withServerClock(payload: Payload): void {
  const { connection } = payload.db as unknown as { connection: { db: { admin: () => Admin } } };
  const admin = connection.db.admin.bind(connection.db);
  connection.db.admin = () => ({
    command: async (command) => ({
      ...(await admin().command(command)),
      localTime: new Date(serverClock()),
    }),
  });
}
