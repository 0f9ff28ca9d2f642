import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { Migration, Payload, SanitizedConfig } from 'payload';
import { describe, expect, inject, it } from 'vitest';
import { databaseAdapter } from '../../../src/server/database/adapter';
import { migrateAtStart } from '../../../src/server/database/migrateAtStart';
import { missingIndexes, pendingMigrations, selfCheck } from '../../../src/server/database/selfCheck';
import { bootPayload, describeEachDatabase } from '../../setup';
import { boot } from '../../setup/boot';
import { withDatabase } from '../../setup/mongoServer';

const promised = [
  { collection: 'entries', fields: ['log', 'seq'] },
  { collection: 'entries', fields: ['key'] },
];

describeEachDatabase(
  'the check at the start',
  (app) => {
    it('passes on a database that keeps what it is given, and leaves nothing behind', async () => {
      await selfCheck(app.payload);
      const left = await app.payload.db.find({ collection: 'payload-kv' as never, where: {} });
      expect(left.docs).toEqual([]);
    });

    it('fails with a sentence when what was acknowledged is not there', async () => {
      const create = app.payload.db.create;
      app.payload.db.create = async ({ data }) => data as never;
      await expect(selfCheck(app.payload)).rejects.toThrow('a second connection does not see');
      app.payload.db.create = create;
    });

    it('F19 finds the unique indexes, and names one that is missing', async () => {
      expect(await missingIndexes(app.payload, promised)).toEqual([]);
      expect(await missingIndexes(app.payload, [{ collection: 'entries', fields: ['seq'] }])).toEqual([
        expect.stringContaining('entries (seq) is missing'),
      ]);
      // The stand-in for MongoDB cannot drop an index.
      if (app.kind === 'mongodb') return;
      const { client } = app.payload.db as unknown as SQLiteAdapter;
      await client.execute('DROP INDEX entries_key_idx');
      expect(await missingIndexes(app.payload, promised)).toEqual([
        expect.stringContaining('entries (key) is missing'),
      ]);
    });
  },
  { config: 'small' },
);

describe('F19 MongoDB without a replica set', () => {
  it('refuses to start, with one sentence', async () => {
    const [alone = ''] = withDatabase(inject('mongoUrl'), 'alone').split('?');
    const init = bootPayload({ database: 'mongodb', config: 'small', url: alone });
    await expect(init).rejects.toThrow('MongoDB must run as a replica set');
  });
});

describe('migrations', () => {
  const sqlOf = (payload: Payload) => (payload.db as unknown as SQLiteAdapter).client;
  const adapterOf = (payload: Payload) => payload.db as unknown as SQLiteAdapter;
  /** `up` gets what runs one statement in the migration's transaction. */
  const migration = (
    name: string,
    up: (run: (sql: string) => Promise<unknown>) => Promise<void>,
  ): Migration => ({
    name,
    up: (args: unknown) => {
      const { db } = args as { db: { session: { tx: { execute(sql: string): Promise<unknown> } } } };
      return up((sql) => db.session.tx.execute(sql));
    },
    down: async () => {},
  });
  const makesExtra = migration('m1', async (run) => {
    await run('CREATE TABLE extra (id INTEGER PRIMARY KEY)');
  });

  it('run once, in order, and are known afterwards', async () => {
    const { payload } = await bootPayload({ database: 'sqlite', config: 'small' });
    const two = [
      makesExtra,
      migration('m2', async (run) => {
        await run('ALTER TABLE extra ADD COLUMN text TEXT');
      }),
    ];
    expect(await pendingMigrations(payload, two)).toEqual([
      expect.stringContaining('m1 is pending'),
      expect.stringContaining('m2 is pending'),
    ]);
    expect(await migrateAtStart(adapterOf(payload), two)).toEqual(['m1', 'm2']);
    expect(await migrateAtStart(adapterOf(payload), two)).toEqual([]);
    expect(await pendingMigrations(payload, two)).toEqual([]);
  });

  it('of two processes that start together run once', async () => {
    const first = await bootPayload({ database: 'sqlite', config: 'small' });
    const second = await bootPayload({ database: 'sqlite', config: 'small', url: first.url });
    const one = [makesExtra];
    const ran = await Promise.all(
      [first, second].map(({ payload }) => migrateAtStart(adapterOf(payload), one)),
    );
    expect(ran.flat()).toEqual(['m1']);
  });

  it('that fail are taken back whole and stop the start with a sentence', async () => {
    const { payload } = await bootPayload({ database: 'sqlite', config: 'small' });
    const wrong = migration('wrong', async (run) => {
      await run('CREATE TABLE half (id INTEGER PRIMARY KEY)');
      await run('CREATE TABLE entries (id INTEGER)');
    });
    await expect(migrateAtStart(adapterOf(payload), [wrong])).rejects.toThrow(
      'The migration wrong failed and was taken back',
    );
    const { rows } = await sqlOf(payload).execute("SELECT 1 FROM sqlite_master WHERE name = 'half'");
    expect(rows).toEqual([]);
    expect(await pendingMigrations(payload, [wrong])).toHaveLength(1);
  });

  it('that build a table anew keep the rows of its children', async () => {
    const { payload } = await bootPayload({ database: 'sqlite', config: 'small' });
    await payload.create({
      collection: 'papers' as never,
      data: { title: 'parent', parts: [{ text: 'child' }] } as never,
    });
    const { rows } = await sqlOf(payload).execute("SELECT sql FROM sqlite_master WHERE name = 'papers'");
    const sql = String(rows[0]?.sql).replace(/CREATE TABLE [`"]?papers[`"]?/, 'CREATE TABLE `__new_papers`');
    const rebuild = migration('rebuild', async (run) => {
      await run('PRAGMA foreign_keys=OFF');
      await run(sql);
      await run('INSERT INTO __new_papers SELECT * FROM papers');
      await run('DROP TABLE papers');
      await run('ALTER TABLE __new_papers RENAME TO papers');
    });
    expect(await migrateAtStart(adapterOf(payload), [rebuild])).toEqual(['rebuild']);
    const { docs } = await payload.find({ collection: 'papers' as never });
    expect(docs).toMatchObject([{ title: 'parent', parts: [{ text: 'child' }] }]);
    const check = await sqlOf(payload).execute('PRAGMA foreign_keys');
    expect(check.rows[0]?.[0]).toBe(1);
  });

  it('are run by the adapter itself at every start, outside production too', async () => {
    const { url } = await bootPayload({ database: 'sqlite', config: 'small' });
    const change = (config: SanitizedConfig) =>
      ({ ...config, db: databaseAdapter({ url, migrations: [makesExtra] }) }) as SanitizedConfig;
    const { payload } = await bootPayload({ database: 'sqlite', config: 'small', url, change });
    expect(await pendingMigrations(payload, [makesExtra])).toEqual([]);
  });

  it('are needed: an empty database without any does not start', async () => {
    const url = `file:${join(mkdtempSync(join(inject('runDirectory'), 'empty-')), 'test.db')}`;
    const start = boot({ database: 'sqlite', config: 'small', runDirectory: inject('runDirectory'), url });
    await expect(start).rejects.toThrow('there is no migration that makes them');
  });
});
