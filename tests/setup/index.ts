import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Booted, type BootOptions, boot, type DatabaseKind, databaseKinds } from './boot';
import { type MongoServer, startMongoServer } from './mongoServer';

export type { Booted, DatabaseKind } from './boot';

export type BootPayloadOptions = Omit<BootOptions, 'runDirectory' | 'mongoUrl'>;

const running = new Set<Booted>();
/** What stands in for MongoDB slows down with all that it keeps: a new database gets a server of its own. */
const servers = new Set<MongoServer>();

async function ownServer({ database, url }: BootPayloadOptions): Promise<string> {
  if (database !== 'mongodb' || url || process.env.TEST_MONGODB_URL) return inject('mongoUrl');
  const server = await startMongoServer();
  servers.add(server);
  return server.url;
}

// Whatever a test file started ends with the file.
afterAll(async () => {
  for (const booted of running) await booted.stop();
  running.clear();
  for (const server of servers) await server.stop();
  servers.clear();
});

/**
 * A real Payload on an empty database of its own: `'sqlite'` (a file with its migrations run) or
 * `'mongodb'` (a new database). Call it in `beforeAll` or in a test; it stops by itself
 * at the end of the file.
 */
export async function bootPayload(options: BootPayloadOptions): Promise<Booted> {
  const booted = await boot({
    ...options,
    runDirectory: inject('runDirectory'),
    mongoUrl: await ownServer(options),
  });
  running.add(booted);
  return booted;
}

/** What a suite works with; readable within its tests and hooks. */
export interface EachDatabase {
  readonly kind: DatabaseKind;
  readonly payload: Payload;
  readonly booted: Booted;
}

/** Runs a suite on SQLite and on MongoDB's protocol (or `on` one of them), each with a Payload of its own. */
export function describeEachDatabase(
  name: string,
  suite: (app: EachDatabase) => void,
  options: Omit<BootPayloadOptions, 'database'> & { on?: readonly DatabaseKind[] } = {},
): void {
  const { on = databaseKinds, ...boot } = options;
  for (const kind of on) {
    describe(`${name} (${kind})`, () => {
      let booted: Booted | undefined;
      const present = (): Booted => {
        if (!booted) throw new Error('Payload is started in beforeAll: read it inside tests and hooks.');
        return booted;
      };
      beforeAll(async () => {
        booted = await bootPayload({ ...boot, database: kind });
      });
      afterAll(() => booted?.stop());
      suite({
        kind,
        get payload() {
          return present().payload;
        },
        get booted() {
          return present();
        },
      });
    });
  }
}
