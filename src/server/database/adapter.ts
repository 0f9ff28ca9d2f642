import { resolve } from 'node:path';
import type { DatabaseAdapterObj, Migration } from 'payload';
import { type MongoDatabaseOptions, mongoDatabase } from './mongoDatabase';
import { type SqliteDatabaseOptions, sqliteDatabase } from './sqliteDatabase';

export interface DatabaseOptions
  extends Partial<
    Pick<SqliteDatabaseOptions, 'dev' | 'push' | 'limits' | 'open'> &
      Pick<MongoDatabaseOptions, 'prepareMongo'>
  > {
  /** `file:` for SQLite, `mongodb:` or `mongodb+srv:` for MongoDB. */
  url: string;
  /** The committed migrations of migrations/index.ts. SQLite only; run at every start, everywhere. */
  migrations?: readonly Migration[];
  /** Where Payload's command writes new migrations. */
  migrationDir?: string;
}

/** The database that the address names. */
export function databaseAdapter(options: DatabaseOptions): DatabaseAdapterObj {
  const { url, migrationDir = resolve('migrations') } = options;
  if (url.startsWith('file:')) return sqliteDatabase({ ...options, migrationDir });
  if (/^mongodb(\+srv)?:/.test(url)) return mongoDatabase({ ...options, migrationDir });
  throw new Error('DATABASE_URL must begin with file: (SQLite) or mongodb: (MongoDB).');
}
