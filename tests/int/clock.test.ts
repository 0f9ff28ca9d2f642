import type { Payload } from 'payload';
import { afterEach, expect, it, vi } from 'vitest';
import { presentNow } from '@/server/database/serverNow';
import { readiness } from '@/server/health/ready';
import { releaseClock } from '@/server/scheduler/clock';
import { beat } from '@/server/scheduler/heartbeat';
import { runPass } from '@/server/scheduler/pass';
import { aDayRule } from '../builders/launch';
import { approvedPost, aTeam, clearWork } from '../builders/team';
import { describeEachDatabase } from '../setup';
import { openApp } from './access/app';

const hour = 3_600_000;
const at = (wall: string) => new Date(`2035-11-23T${wall}:00+08:00`).toISOString();
const real = Date.now;

/** F10 of tests/fault/README.md: this process's clock is off by `ms`; its monotonic one is not. */
const offBy = (ms: number) => vi.spyOn(Date, 'now').mockImplementation(() => real() + ms);

afterEach(() => {
  vi.restoreAllMocks();
});

/** The stand-in leaves out `localTime`, which every mongod puts into its answer to `hello`. */
function withLocalTime(payload: Payload, at: () => number): void {
  const { db } = (payload.db as unknown as { connection: { db: { admin: () => Admin } } }).connection;
  const admin = db.admin.bind(db);
  vi.spyOn(db, 'admin').mockImplementation(() => ({
    command: async (command) => ({ ...(await admin().command(command)), localTime: new Date(at()) }),
  }));
}
interface Admin {
  command: (command: object) => Promise<object>;
}

describeEachDatabase('the clock that decides releases', (app) => {
  it('F10 sees a step of its own, and then nothing is released by it', async () => {
    offBy(2 * hour);
    expect((await releaseClock(app.payload)).problem).toMatchObject({ code: 'clock-stepped' });
  });

  it('F10 is not doubted because of a process that knows its own clock to be wrong', async () => {
    const ahead = Date.now() + 2 * hour;
    const process = 'stepped:1';
    await beat(app.payload, { process, now: ahead, milliseconds: 0, problem: 'clock-stepped' });
    expect((await releaseClock(app.payload)).problem).toBeNull();
    await beat(app.payload, { process, now: ahead, milliseconds: 1, problem: 'pass-failed' });
    expect((await releaseClock(app.payload)).problem).toMatchObject({ code: 'clock-behind' });
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
  });

  it('is trusted while nothing speaks against it', async () => {
    const { now, problem } = await releaseClock(app.payload);
    expect(problem).toBeNull();
    expect(Math.abs(now - real())).toBeLessThan(5_000);
  });
});

/** A card waits for tomorrow; then a web process with this clock saves a rule that gives it room, and a pass comes. */
async function ruleSavedAt(payload: Payload, wall: string, server: string | null): Promise<unknown[]> {
  await clearWork(payload);
  await payload.db.deleteMany({ collection: 'heartbeats', where: {} });
  const rule = await aDayRule(payload, { counts: 'all', limit: 1 });
  const team = await aTeam(payload);
  await approvedPost(payload, team, { scheduledAt: at('08:30') }, Date.parse(at('08:00')));
  const waits = await approvedPost(payload, team, { scheduledAt: at('09:00') }, Date.parse(at('08:00')));
  for (const pass of ['08:30', '09:00', '13:59']) await runPass({ payload, now: Date.parse(at(pass)) });
  const statusOf = async () =>
    (await payload.findByID({ collection: 'posts', id: waits.id, depth: 0 })).status;
  const before = await statusOf();
  if (server) withLocalTime(payload, () => Date.parse(at(server)));
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse(at(wall)));
  await payload.update({ collection: 'cap-rules', id: rule.id, data: { limit: 2 } });
  vi.restoreAllMocks();
  await runPass({ payload, now: Date.parse(at('14:00')) });
  return [before, await statusOf()];
}

describeEachDatabase('a web process whose clock is five hours slow', (app) => {
  it('F10 makes no waiting card expire by saving a rule: it sees it and writes no plan', async () => {
    expect(await ruleSavedAt(app.payload, '09:10', null)).toEqual(['deferred', 'released']);
  });
});

describeEachDatabase(
  'a web process whose clock is five hours slow, beside a server that has one',
  (app) => {
    it('F10 makes no waiting card expire by saving a rule: it goes by the server’s clock', async () => {
      expect(await ruleSavedAt(app.payload, '09:10', '14:00')).toEqual(['deferred', 'released']);
    });
  },
  { on: ['mongodb'] },
);

describeEachDatabase(
  'the clock of a database server',
  (app) => {
    it('F10 is the server’s where there is one', async () => {
      withLocalTime(app.payload, real);
      offBy(2 * hour);
      const { now, problem } = await releaseClock(app.payload);
      expect(Math.abs(now - real())).toBeLessThan(5_000);
      expect(problem).toBeNull();
    });

    it('F10 decides whether anybody schedules, whatever a web process thinks that it is', async () => {
      const { payload } = app;
      await payload.db.deleteMany({ collection: 'heartbeats', where: {} });
      await beat(payload, { process: 'a:1', now: real(), milliseconds: 5, problem: null });
      withLocalTime(payload, real);
      offBy(-2 * hour);
      expect(await readiness(payload)).toMatchObject({ ok: true, scheduler: { silent: false } });
    });

    it('F10 ends the copying of a day at the desk', async () => {
      withLocalTime(app.payload, () => Date.parse(at('14:00')));
      offBy(-2 * hour);
      expect(await presentNow(app.payload)).toBe(Date.parse(at('14:00')));
    });
  },
  { on: ['mongodb'] },
);

it('F10 a person cannot release by a clock that lies behind what others wrote, and is told so', async () => {
  const app = await openApp('sqlite');
  await beat(app.payload, {
    process: 'another:1',
    now: Date.now() + 2 * hour,
    milliseconds: 1,
    problem: null,
  });
  const { editor } = app.tokens;
  const body = { action: 'release-now' };
  const answer = await app.rest('POST', '/posts/1/resolve', { as: editor, body });
  expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('时钟不准')]);
});
