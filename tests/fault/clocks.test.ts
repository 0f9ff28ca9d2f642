import type { Payload } from 'payload';
import { afterEach, describe, expect, it } from 'vitest';
import { entriesWhere } from '@/server/log/read';
import { approvedPost, aTeam, type Made, releasesOf, type Team } from '../builders/team';
import { bootPayload } from '../setup';
import type { DatabaseKind } from '../setup/boot';
import { killAll, logOf, order, type Scheduler, startScheduler } from './crew';
import { firstDay, hour } from './world';

const minute = 60_000;
const noon = firstDay + 12 * hour;
const iso = (at: number) => new Date(at).toISOString();

/** How far off a clock is, and the true one a minute before noon of a day in 2035. */
const startsAt = noon - minute;
const clocks = (offBy = 0): Record<string, string> => {
  const toStart = startsAt - Date.now();
  return { SHIFT_CLOCK_MS: String(toStart + offBy), SERVER_CLOCK_MS: String(toStart) };
};

const crew: Scheduler[] = [];
afterEach(() => killAll(crew.splice(0)));

interface Setting {
  payload: Payload;
  url: string;
  team: Team;
}

async function aSetting(database: DatabaseKind): Promise<Setting> {
  const { payload, url } = await bootPayload({ database });
  return { payload, url, team: await aTeam(payload) };
}

const approvedAt = ({ payload, team }: Setting, at: number): Promise<Made> =>
  approvedPost(payload, team, { title: iso(at), scheduledAt: iso(at) }, firstDay + 6 * hour);

async function hire({ url }: Setting, env: Record<string, string>): Promise<Scheduler> {
  const one = startScheduler(url, { env });
  crew.push(one);
  await one.ready;
  return one;
}

/** What a pass by the clock came to: how much was done, and what was wrong. */
const tick = async (one: Scheduler): Promise<[number, string]> => {
  const [, acted, problem = ''] = (await order(one, 'tick', 'ticked')).split(' ');
  return [Number(acted), problem];
};
const step = (one: Scheduler, ms: number) => order(one, `step ${ms}`, 'ok');
/** Time goes by for everybody. */
const pass = (ms: number) => Promise.all(crew.map((one) => order(one, `pass ${ms}`, 'ok')));

const releasedAt = async ({ payload }: Setting, post: Made): Promise<number[]> =>
  (await releasesOf(payload, post.id)).map((entry) => Date.parse(String(entry.releasedAt)));

const problemOf = async ({ payload }: Setting): Promise<unknown[]> =>
  (await payload.find({ collection: 'heartbeats', depth: 0 })).docs.map(({ problem }) => problem ?? null);

describe('F10 clocks that are wrong, on SQLite', () => {
  it('stepped an hour forth and back, and two hours ahead: nothing early, nothing twice, and it says so meanwhile', async () => {
    const setting = await aSetting('sqlite');
    const steps = [hour, -hour, 2 * hour];
    const posts: Made[] = [];
    for (const n of steps.keys()) posts.push(await approvedAt(setting, noon + n * 10 * minute));
    const one = await hire(setting, clocks());
    expect(await tick(one)).toEqual([0, 'none']);
    for (const [n, by] of steps.entries()) {
      const post = posts[n] as Made;
      const due = noon + n * 10 * minute;
      await step(one, by);
      expect(await tick(one)).toEqual([0, 'clock-stepped']);
      await pass(2 * minute);
      // Its time has come: nobody releases by a clock that is known to be wrong.
      expect(await tick(one)).toEqual([0, 'clock-stepped']);
      expect(await problemOf(setting)).toEqual(['clock-stepped']);
      expect(await releasedAt(setting, post)).toEqual([]);
      await step(one, -by);
      expect(await tick(one)).toEqual([1, 'none']);
      expect(await problemOf(setting)).toEqual([null]);
      const [at, ...more] = await releasedAt(setting, post);
      expect(more).toEqual([]);
      expect(at).toBeGreaterThanOrEqual(due);
      expect(at).toBeLessThan(due + 5 * minute);
      await pass(8 * minute);
    }
    expect(await tick(one)).toEqual([0, 'none']);
  });

  it('one of two steps forth: it stops and says so, the other releases on time', async () => {
    const setting = await aSetting('sqlite');
    const post = await approvedAt(setting, noon);
    const [stepped, right] = [await hire(setting, clocks()), await hire(setting, clocks())];
    expect([await tick(stepped), await tick(right)]).toEqual([
      [0, 'none'],
      [0, 'none'],
    ]);
    await step(stepped, hour);
    await pass(2 * minute);
    expect(await tick(stepped)).toEqual([0, 'clock-stepped']);
    expect(await tick(right)).toEqual([1, 'none']);
    expect(await releasedAt(setting, post)).toHaveLength(1);
  });

  it('two processes three minutes apart: the one behind sees it, says so and waits; nothing twice, no hole', async () => {
    const setting = await aSetting('sqlite');
    const posts: Made[] = [];
    for (const after of [0, 2, 4, 6]) posts.push(await approvedAt(setting, noon + after * minute));
    const [ahead, behind] = [await hire(setting, clocks(3 * minute)), await hire(setting, clocks())];
    const said = new Set<string>();
    for (let n = 0; n < 8; n += 1) {
      await pass(minute);
      await tick(ahead);
      const [acted, problem] = await tick(behind);
      said.add(problem);
      expect([problem, acted]).toEqual([problem, problem === 'none' ? acted : 0]);
    }
    expect([...said]).toContain('clock-behind');
    for (const post of posts) expect(await releasedAt(setting, post)).toHaveLength(1);
    const { payload, team } = setting;
    const own = await entriesWhere(payload, { log: { equals: await logOf(payload, team.feed) } });
    expect(own.map(({ seq }) => seq)).toEqual(own.map((__, n) => n + 1));
  });
});

describe('F10 clocks that are wrong, on MongoDB’s protocol', () => {
  it('the server’s clock decides for both of two that are an hour off: nothing early, nothing twice', async () => {
    const setting = await aSetting('mongodb');
    const [soon, later] = [await approvedAt(setting, noon), await approvedAt(setting, noon + 2 * minute)];
    const [ahead, behind] = [await hire(setting, clocks(hour)), await hire(setting, clocks(-hour))];
    expect([await tick(ahead), await tick(behind)]).toEqual([
      [0, 'none'],
      [0, 'none'],
    ]);
    await step(ahead, hour);
    await pass(2 * minute);
    expect([await tick(behind), await tick(ahead)]).toEqual([
      [1, 'none'],
      [0, 'none'],
    ]);
    await step(ahead, -2 * hour);
    await pass(2 * minute);
    expect(await tick(ahead)).toEqual([1, 'none']);
    for (const [post, due] of [
      [soon, noon],
      [later, noon + 2 * minute],
    ] as const) {
      const [at, ...more] = await releasedAt(setting, post);
      expect(more).toEqual([]);
      expect(at).toBeGreaterThanOrEqual(due);
      expect(at).toBeLessThan(due + 2 * minute);
    }
  });
});
