import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getPayload, type Migration, type Payload, type SanitizedConfig } from 'payload';
import { type DatabaseOptions, databaseAdapter } from '../../src/server/database/adapter';
import { withDatabase } from './mongoServer';
import { takeTurns } from './standInTurns';

export type DatabaseKind = 'sqlite' | 'mongodb';
export const databaseKinds: readonly DatabaseKind[] = ['sqlite', 'mongodb'];

export type TestConfig = 'project' | 'small';

export interface BootOptions {
  database: DatabaseKind;
  /** The project's payload.config.ts, or a few plain collections (tests/setup/smallConfig.ts). */
  config?: TestConfig;
  /** Where template databases and the files of the tests are. */
  runDirectory: string;
  /** Of a running server; only for MongoDB. */
  mongoUrl?: string;
  /** An existing database, for a second process on the same data; a new one when it is missing. */
  url?: string;
  /** Where files are; a directory of its own when it is missing. */
  mediaDir?: string;
  /** Limits and faults of the SQLite client. */
  sqlite?: Pick<DatabaseOptions, 'limits' | 'open'>;
  /** Changes the configuration last of all. */
  change?: (config: SanitizedConfig) => SanitizedConfig;
}

export interface Booted {
  payload: Payload;
  /** Under which Payload's REST handlers find this instance (`payloadInstanceCacheKey`). */
  key: string;
  kind: DatabaseKind;
  /** For a second process or connection on the same database. */
  url: string;
  /** Of this boot alone: the database file and the media. Removed at the end. */
  directory: string;
  stop(): Promise<void>;
}

/**
 * Starts a real Payload on a database of its own. The schema of a SQLite file is made once for each run and
 * configuration and copied from then on.
 */
export async function boot(options: BootOptions): Promise<Booted> {
  const { database: kind, config: which = 'project', runDirectory } = options;
  await mkdir(runDirectory, { recursive: true });
  const directory = await mkdtemp(join(runDirectory, `${kind}-`));
  const url = options.url ?? (await newDatabase(options, directory, which));
  prepareEnvironment(url, options.mediaDir ?? join(directory, 'media'));

  const template = options.url ? undefined : templateOf(runDirectory, which);
  const hasSchema = kind === 'mongodb' || options.url !== undefined || existsSync(template ?? '');
  const migrations = which === 'project' ? await projectMigrations() : undefined;
  const config = await configOf(which);
  const db = databaseAdapter({
    url,
    ...options.sqlite,
    ...(process.env.TEST_MONGODB_URL ? {} : { prepareMongo: takeTurns }),
    ...(migrations ? { migrations } : { push: !hasSchema }),
  });
  const own = { ...config, db, telemetry: false, logger: { options: { level: 'error' } } } as SanitizedConfig;
  const key = randomUUID();
  const payload = await getPayload({ config: options.change?.(own) ?? own, key });
  if (kind === 'sqlite' && template && !hasSchema) await keepAsTemplate(payload, template);

  let stopped = false;
  return {
    payload,
    key,
    kind,
    url,
    directory,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      await payload.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function newDatabase(options: BootOptions, directory: string, which: TestConfig): Promise<string> {
  if (options.database === 'mongodb') {
    if (!options.mongoUrl) throw new Error('A MongoDB server must be running: pass mongoUrl.');
    return withDatabase(options.mongoUrl, `t${randomUUID().replaceAll('-', '').slice(0, 20)}`);
  }
  const file = join(directory, 'test.db');
  const template = templateOf(options.runDirectory, which);
  if (existsSync(template)) await copyFile(template, file);
  return `file:${file}`;
}

const templateOf = (runDirectory: string, which: TestConfig) => join(runDirectory, `template-${which}.db`);

/** Several test files may do this at once; the rename makes each one's result whole. */
async function keepAsTemplate(payload: Payload, template: string): Promise<void> {
  if (!('client' in payload.db)) return;
  const copy = `${template}.${randomUUID()}`;
  const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } };
  await client.execute(`VACUUM INTO '${copy}'`);
  await rename(copy, template);
}

/** Before the project's configuration is imported for the first time; it reads its environment once. */
function prepareEnvironment(url: string, mediaDir: string): void {
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: url,
    MEDIA_DIR: mediaDir,
    PAYLOAD_SECRET: 'a secret for tests alone',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    SCHEDULER: 'off',
    SEED: 'none',
    SERVER_URL: 'http://localhost:3000',
  });
}

async function configOf(which: TestConfig): Promise<SanitizedConfig> {
  if (which === 'small') return (await import('./smallConfig')).smallConfig();
  const module = await importFile<{ default: SanitizedConfig | Promise<SanitizedConfig> }>(
    'payload.config.ts',
  );
  return module.default;
}

async function projectMigrations(): Promise<readonly Migration[] | undefined> {
  const file = 'migrations/index.ts';
  if (!existsSync(resolve(file))) return undefined;
  return (await importFile<{ migrations: Migration[] }>(file)).migrations;
}

/**
 * By its path, so that this file can be loaded while the other does not exist yet; from the bundle in a process
 * that was started from there (bundleChildren.ts).
 */
const importFile = <T>(path: string): Promise<T> => {
  const bundle = process.env.TEST_BUNDLE;
  const file = bundle ? join(bundle, path.replace(/\.ts$/, '.mjs')) : resolve(path);
  return import(/* @vite-ignore */ pathToFileURL(file).href) as Promise<T>;
};
