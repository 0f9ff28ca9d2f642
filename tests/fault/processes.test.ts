import type { Payload } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entriesWhere } from '@/server/log/read';
import { approvedPost, aTeam, clearWork, type Made, make, releasesOf, type Team } from '../builders/team';
import { bootPayload } from '../setup';
import { startScript } from '../setup/child';
import { soaking, times } from './counts';
import { go, hear, killAll, logOf, type Scheduler, startScheduler, startSchedulers } from './crew';
import { day, firstDay, hour } from './world';

const morning = firstDay + 9 * hour;
const noon = firstDay + 12 * hour;
const iso = (at: number) => new Date(at).toISOString();

const days = times({ few: 2, full: 60 });

const entriesOf = async (payload: Payload, team: Team) =>
  entriesWhere(payload, { log: { equals: await logOf(payload, team.feed) } });

const statusOf = async (payload: Payload, { id }: Made): Promise<unknown> =>
  (await payload.findByID({ collection: 'posts', id, depth: 0 })).status;

describe.each(['sqlite', 'mongodb'] as const)('schedulers as processes of their own (%s)', (database) => {
  let payload: Payload;
  let team: Team;
  let crew: Scheduler[] = [];

  beforeAll(async () => {
    const booted = await bootPayload({ database });
    ({ payload } = booted);
    crew = await startSchedulers(3, booted.url);
  });
  beforeEach(async () => {
    await clearWork(payload);
    team = await aTeam(payload);
  });
  afterAll(() => killAll(crew));

  it('F1 three hold the same card: one releases it, the others say that it is out and go on', async () => {
    const post = await approvedPost(payload, team, { scheduledAt: iso(noon) }, morning);
    const held = crew.map((one) => hear(one, 'holding'));
    for (const { child } of crew) {
      child.say('hold');
      child.say(`go ${noon}`);
    }
    expect(await Promise.all(held)).toEqual(['holding', 'holding', 'holding']);
    for (const { child } of crew) child.say('on');
    await Promise.all(crew.map(({ child }) => child.line(`done ${noon} `)));
    const said = crew.map(({ child }) => child.lines.filter((line) => !line.startsWith('done')));
    const [release, ...more] = await releasesOf(payload, post.id);
    expect(more).toEqual([]);
    expect(said.sort((a, b) => a.length - b.length)).toEqual([
      [],
      [`already ${release?.card}`],
      [`already ${release?.card}`],
    ]);
    expect(await statusOf(payload, post)).toBe('released');
  });

  it(`F2 six posts for three slots, three processes, ${days} days: three a day, the rest with reason and next time`, {
    timeout: 1_800_000,
  }, async () => {
    await make(payload, 'cap-rules', {
      name: '每天 3 条卖货',
      kinds: ['sales'],
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 3,
    });
    const posts: Made[] = [];
    for (let n = 0; n < days; n += 1) {
      for (let one = 0; one < 6; one += 1)
        posts.push(
          await approvedPost(
            payload,
            team,
            // A day is over for the one that is held; its next time is said all the same.
            { title: `${n}-${one}`, scheduledAt: iso(noon + n * day), onConflict: 'hold' },
            morning + n * day,
          ),
        );
      const said = await Promise.all(crew.map((one) => go(one, noon + n * day)));
      expect(said.flat().filter((line) => line.startsWith('failed'))).toEqual([]);
    }
    const entries = await entriesOf(payload, team);
    const perDay = new Map<string, number>();
    for (const entry of entries)
      if (entry.type === 'release') perDay.set(entry.localDate, (perDay.get(entry.localDate) ?? 0) + 1);
    expect([...perDay.values()]).toEqual(Array.from({ length: days }, () => 3));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1));
    for (const { id } of posts) {
      const post = await payload.findByID({ collection: 'posts', id, depth: 0 });
      if (post.status === 'released') continue;
      expect([post.status, String(post.statusReason)]).toEqual(['held', expect.stringMatching(/3\/3.*最早/)]);
    }
  });

  it('F4 one is stopped right before its insert and another takes over: what it writes when it wakes changes nothing', async () => {
    const first = await approvedPost(payload, team, { title: '第一条', scheduledAt: iso(noon) }, morning);
    const second = await approvedPost(payload, team, { title: '第二条', scheduledAt: iso(noon) }, morning);
    const [sleeper, other] = crew as [Scheduler, Scheduler];
    sleeper.child.lines.length = 0;
    const holding = hear(sleeper, 'holding');
    sleeper.child.say('hold');
    sleeper.child.say(`go ${noon}`);
    await holding;
    sleeper.child.process.kill('SIGSTOP');
    sleeper.child.say('on');
    await go(other, noon + hour / 2);
    const before = await entriesOf(payload, team);
    expect(before.filter(({ type }) => type === 'release')).toHaveLength(2);
    sleeper.child.process.kill('SIGCONT');
    await sleeper.child.line(`done ${noon} `);
    expect(await entriesOf(payload, team)).toEqual(before);
    expect([await statusOf(payload, first), await statusOf(payload, second)]).toEqual([
      'released',
      'released',
    ]);
  });
});

describe('a scheduler that dies in the middle of one release', () => {
  const crew: Scheduler[] = [];
  afterAll(() => killAll(crew));

  it('F3 before and after every one of its calls: released once or still due, never half visible', {
    timeout: 1_800_000,
  }, async () => {
    const booted = await bootPayload({ database: 'sqlite' });
    const { payload, url } = booted;
    const team = await aTeam(payload);
    // Each death has a post and an instant of its own.
    const instantOf = (n: number) => noon + n * 60_000;
    const postOf = (n: number) =>
      approvedPost(payload, team, { title: `第 ${n} 次`, scheduledAt: iso(instantOf(n)) }, morning);
    await postOf(0);
    const survivor = startScheduler(url);
    crew.push(survivor);
    await survivor.ready;
    const done = (await go(survivor, instantOf(0))).find((line) => line.startsWith('done')) ?? '';
    const [, , calls = 0, writes = 0] = done.split(' ').map(Number);
    expect(writes).toBeGreaterThan(1);
    // Every call of the database in a soak; else each write.
    const kinds = soaking ? (['calls', calls] as const) : (['writes', writes] as const);
    const deaths = Array.from({ length: kinds[1] }, (_, n) =>
      ['before', 'after'].map((when) => `${kinds[0]} ${n + 1} ${when}`),
    ).flat();
    const next: Scheduler[] = [];
    const hireAhead = (left: number): void => {
      while (next.length < Math.min(2, left)) {
        const one = startScheduler(url);
        next.push(one);
        crew.push(one);
      }
    };
    for (const [n, death] of deaths.entries()) {
      hireAhead(deaths.length - n);
      const mortal = next.shift() as Scheduler;
      await mortal.ready;
      const now = instantOf(n + 1);
      const post = await postOf(n + 1);
      mortal.child.say(`go ${now} ${death}`);
      // Killed, or it had fewer calls to make.
      await Promise.race([mortal.child.exited, mortal.child.line(`done ${now} `).catch(() => {})]);
      await killAll([mortal]);
      const seen = await releasesOf(payload, post.id);
      expect([death, seen.length <= 1]).toEqual([death, true]);
      for (const release of seen)
        expect([death, release]).toMatchObject([
          death,
          {
            content: { text: '早安，{{staff.name}} 今天推荐新品燕麦。' },
            dueAt: iso(now),
            localDate: '2035-03-05',
          },
        ]);
      await go(survivor, now);
      expect([death, await releasesOf(payload, post.id)]).toEqual([death, [expect.anything()]]);
      expect([death, await statusOf(payload, post)]).toEqual([death, 'released']);
    }
    const entries = await entriesOf(payload, team);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1));
  });
});

describe('the command itself', () => {
  it('F1 three at once with one due card: one prints its release, all exit well', async () => {
    const { payload, url, directory } = await bootPayload({ database: 'sqlite' });
    const team = await aTeam(payload);
    const post = await approvedPost(payload, team, { scheduledAt: iso(noon) }, morning);
    const env = { DATABASE_URL: url, MEDIA_DIR: `${directory}/media` };
    const three = Array.from({ length: 3 }, () =>
      startScript(env, 'scheduler', '--once', '--now', iso(noon)),
    );
    expect(await Promise.all(three.map(({ exited }) => exited))).toEqual([0, 0, 0]);
    const printed = three.flatMap(({ lines }) => lines.filter((line) => line.startsWith('{"')));
    expect(printed.map((line) => JSON.parse(line))).toMatchObject([{ outcome: 'release' }]);
    expect(await releasesOf(payload, post.id)).toHaveLength(1);
  });
});
