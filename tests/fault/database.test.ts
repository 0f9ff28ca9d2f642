import { createClient } from '@libsql/client';
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseWords } from '@/core/words/database';
import { migrations } from '@/server/database/migrations';
import { filePathOf } from '@/server/database/sqlite/filePath';
import { readiness } from '@/server/health/ready';
import { whyNotReady } from '@/server/scheduler/ready';
import { passByTheClock } from '@/server/scheduler/tick';
import { approvedPost, aTeam, type Made, releasesOf, type Team } from '../builders/team';
import { type Answer, type App, openApp } from '../int/access/app';
import { startChild, startScript } from '../setup/child';
import { type DiskFault, openOnFaultyDisk, setDisk } from '../setup/faultyDisk';
import { withDatabase } from '../setup/mongoServer';
import { behindProxy } from './detour';

const minute = 60_000;
const iso = (at: number) => new Date(at).toISOString();

afterEach(() => setDisk('none'));

interface Desk {
  app: App;
  team: Team;
  /** On the desk of `tokens.staff` today. */
  release: string;
}

/** A desk with one card of today, by the real clock: requests are answered by it. */
async function aDesk(app: App): Promise<Desk> {
  const team = await aTeam(app.payload);
  const members = [app.ids.staff];
  await app.payload.update({ collection: 'feeds', id: team.feed.id, data: { members: members as never } });
  const post = await aDuePost({ app, team });
  await passByTheClock(app.payload);
  const [release] = await releasesOf(app.payload, post.id);
  return { app, team, release: String(release?.id) };
}

const aDuePost = ({ app, team }: Pick<Desk, 'app' | 'team'>): Promise<Made> =>
  approvedPost(app.payload, team, { scheduledAt: iso(Date.now()) }, Date.now());

const today = ({ app }: Desk): Promise<Answer> => app.rest('GET', '/desk/today', { as: app.tokens.staff });

/** The page itself, as a phone asks for it. */
async function deskHtml({ app }: Desk): Promise<number> {
  const { GET } = await import('../../src/app/(desk)/desk/route');
  const headers = { Authorization: `JWT ${app.tokens.staff}` };
  return (await GET(new Request('http://localhost:3000/desk', { headers }))).status;
}

const mark = ({ app, release }: Desk, state: string): Promise<Answer> =>
  app.rest('PUT', `/desk/receipts/${release}`, { as: app.tokens.staff, body: { state } });

/** Larger than any page that is free already. */
const write = ({ app, team }: Desk, title: string): Promise<Answer> =>
  app.rest('POST', '/posts', {
    as: app.tokens.editor,
    body: {
      title,
      kind: 'persona',
      body: '长'.repeat(4_900),
      feeds: [team.feed.id],
    },
  });

const stored = async ({ app }: Desk, title: string): Promise<number> =>
  (await app.payload.count({ collection: 'posts', where: { title: { equals: title } } })).totalDocs;

const unavailable = expect.stringContaining(databaseWords.unavailable.zh);

/** What somebody else reads in the file. */
async function besides({ app }: Desk, sql: string): Promise<unknown[]> {
  const client = createClient({ url: app.url });
  try {
    return (await client.execute(sql)).rows.map((row) => row[0]);
  } finally {
    client.close();
  }
}

describe('a SQLite file', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await aDesk(await openApp('sqlite', { sqlite: { open: openOnFaultyDisk } }));
  });

  it('F6 another process holds the write lock for two seconds: every door waits and answers well', async () => {
    const holder = startChild('holdLock', filePathOf(desk.app.url), '2000');
    await holder.line('locked');
    const began = performance.now();
    const read = today(desk).then(({ status }) => [status, performance.now() - began < 1_000]);
    const titles = Array.from({ length: 5 }, (_, n) => `等锁 ${n}`);
    const answers = await Promise.all([mark(desk, 'posted'), ...titles.map((title) => write(desk, title))]);
    expect(performance.now() - began).toBeGreaterThan(1_000);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 201, 201, 201]);
    expect(await read).toEqual([200, true]);
    await holder.exited;
    // From a second connection, while this process lives.
    const seen = await besides(desk, "SELECT title FROM posts WHERE title LIKE '等锁 %' ORDER BY title");
    expect(seen).toEqual(titles);
    expect(await besides(desk, 'SELECT state FROM receipts')).toEqual(['posted']);
  });

  it.each<[number, DiskFault]>([
    [18, 'full'],
    [18, 'read-only'],
    [18, 'gone'],
    [7, 'no-commit'],
  ])(
    'F%i the disk is %s: writes answer 503 in words, the desk reads where it can, health is red; then all is well',
    async (_, fault) => {
      const { app } = desk;
      const due = await aDuePost(desk);
      const before = await besides(desk, 'SELECT count(*) FROM posts');
      setDisk(fault);
      const title = `磁盘 ${fault}`;
      const refused = await write(desk, title);
      expect([refused.status, refused.text]).toEqual([503, unavailable]);
      const withdrawn = await app.rest('POST', `/posts/${due.id}/withdraw`, {
        as: app.tokens.editor,
        body: {},
      });
      // What needs no new page may still be stored on a full disk; then it is, and else it says so.
      if (withdrawn.status !== 200 || fault !== 'full')
        expect([withdrawn.status, withdrawn.text]).toEqual([503, unavailable]);
      const seen = await today(desk);
      const page = await deskHtml(desk);
      expect([fault, page]).toEqual([fault, fault === 'gone' ? 503 : 200]);
      if (fault === 'gone') expect([seen.status, seen.text]).toEqual([503, unavailable]);
      else expect([seen.status, (seen.body.cards as unknown[]).length]).toEqual([200, expect.any(Number)]);
      await passByTheClock(app.payload).catch(() => undefined);
      expect(await readiness(app.payload, Date.now() + 4 * minute)).toMatchObject({ ok: false });
      setDisk('none');
      expect(await besides(desk, 'SELECT count(*) FROM posts')).toEqual(before);
      expect(await besides(desk, 'PRAGMA integrity_check')).toEqual(['ok']);
      expect(await stored(desk, title)).toBe(0);
      expect((await write(desk, title)).status).toBe(201);
      expect((await mark(desk, fault === 'full' ? 'copied' : 'posted')).status).toBe(200);
      await passByTheClock(app.payload);
      expect(await releasesOf(app.payload, due.id)).toHaveLength(withdrawn.status === 200 ? 0 : 1);
      expect(await readiness(app.payload, Date.now())).toMatchObject({ ok: true });
    },
  );
});

describe('MongoDB’s protocol', () => {
  it('F18 the server is gone and comes back: 503 in words meanwhile, health is red, then all is well', {
    timeout: 120_000,
  }, async () => {
    const { url, proxy } = await behindProxy(withDatabase(inject('mongoUrl'), `gone${Date.now()}`));
    const desk = await aDesk(await openApp('mongodb', { url }));
    const due = await aDuePost(desk);
    await proxy.cut();
    const [wrote, read, ready] = await Promise.all([
      write(desk, '断开'),
      today(desk),
      readiness(desk.app.payload, Date.now()),
    ]);
    expect([wrote.status, wrote.text]).toEqual([503, unavailable]);
    expect([read.status, read.text]).toEqual([503, unavailable]);
    expect(ready).toMatchObject({ ok: false, database: 'unreachable' });
    await proxy.open();
    expect((await write(desk, '断开')).status).toBe(201);
    expect(await stored(desk, '断开')).toBe(1);
    expect((await mark(desk, 'posted')).status).toBe(200);
    await passByTheClock(desk.app.payload);
    expect(await releasesOf(desk.app.payload, due.id)).toHaveLength(1);
    expect(await readiness(desk.app.payload, Date.now())).toMatchObject({ ok: true });
  });
});

describe('a database that cannot carry the promises', () => {
  const run = async (url: string): Promise<[number | null, string]> => {
    const child = startScript({ DATABASE_URL: url }, 'scheduler', '--once');
    return [await child.exited, child.errors().trim()];
  };

  it('F19 an index is missing: the scheduler refuses with one sentence, the desk still serves', async () => {
    const desk = await aDesk(await openApp('sqlite'));
    await besides(desk, 'DROP INDEX releases_key_idx');
    expect(await run(desk.app.url)).toEqual([
      1,
      'The scheduler does not run: The unique index on releases (key) is missing, so things could happen twice; nothing is released until it is there.',
    ]);
    expect((await today(desk)).status).toBe(200);
    expect((await mark(desk, 'posted')).status).toBe(200);
    const later = { name: '20991231_later', up: async () => {}, down: async () => {} };
    expect(await whyNotReady(desk.app.payload, [...migrations, later])).toBe(
      'The migration 20991231_later is pending: start the product once, it migrates by itself.',
    );
  });

  it('F19 a wrong address of MongoDB: the scheduler refuses with one sentence', async () => {
    const [alone = ''] = inject('mongoUrl').split('?');
    const answers = await Promise.all([
      run('mongodb://someone:secret@127.0.0.1:1/moments?replicaSet=rs0'),
      run(alone),
    ]);
    expect(answers).toEqual([
      [
        1,
        'MongoDB at 127.0.0.1:1 cannot be used (connect ECONNREFUSED 127.0.0.1:1): check DATABASE_URL, and that the server runs.',
      ],
      [
        1,
        expect.stringMatching(/^MongoDB must run as a replica set, and DATABASE_URL must name it[^\n]*\.$/),
      ],
    ]);
  });
});
