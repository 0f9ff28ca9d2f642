import type { Payload } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runPass } from '@/server/scheduler/pass';
import { approvedPost, aTeam, clearWork, type Made, make, releasesOf, type Team } from '../builders/team';
import { bootPayload, describeEachDatabase, type EachDatabase } from '../setup';
import { databaseKinds } from '../setup/boot';
import { soaking } from './counts';
import { go, killAll, type Scheduler, startScheduler } from './crew';

const iso = (at: number) => new Date(at).toISOString();

/** An instant by its wall time, without asking the product: of two the first, and a gap is jumped over. */
const wall = (zone: string, day: string, time = '00:00'): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;

/** Without quiet hours: the night is what these tests are about. */
const feedIn = (payload: Payload, timezone: string): Promise<Made> =>
  make(payload, 'feeds', {
    name: timezone,
    channel: 'wechat-moments',
    timezone,
    quietHours: { from: null, to: null },
  });

const oneADay = (payload: Payload): Promise<Made> =>
  make(payload, 'cap-rules', {
    name: '每天 1 条',
    counts: 'all',
    scope: 'feed',
    window: { unit: 'day' },
    limit: 1,
  });

const statusOf = async (payload: Payload, { id }: Made): Promise<string> =>
  String((await payload.findByID({ collection: 'posts', id, depth: 0 })).status);

/** Time is reckoned before a database is asked: both of them in a soak. */
const on = soaking ? databaseKinds : (['sqlite'] as const);

const whenClocksChange = (app: EachDatabase): void => {
  let payload: Payload;
  let team: Team;
  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    await oneADay(payload);
  });

  /** The second of two on the day before is deferred to its wall time on `day`. */
  async function deferredTo(day: string, time: string): Promise<Made> {
    const zone = 'America/New_York';
    const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
    const feed = await feedIn(payload, zone);
    const more = { feeds: [feed.id], onConflict: 'defer' };
    const first = wall(zone, before, '00:30');
    await approvedPost(payload, team, { ...more, title: '先发', scheduledAt: iso(first) }, first - 60_000);
    const at = wall(zone, before, time);
    const post = await approvedPost(
      payload,
      team,
      { ...more, title: time, scheduledAt: iso(at) },
      first - 60_000,
    );
    await runPass({ payload, now: first });
    await runPass({ payload, now: at });
    return post;
  }

  it.each([
    ['02:30 of the night without one', '2035-03-11', '02:30', '2035-03-11T07:30:00.000Z'],
    ['01:30 of the night with two', '2035-11-04', '01:30', '2035-11-04T05:30:00.000Z'],
  ])('New York, %s: at the documented instant, once', async (_, day, time, instant) => {
    const post = await deferredTo(day, time);
    const at = Date.parse(instant);
    await runPass({ payload, now: at - 1 });
    expect(await releasesOf(payload, post.id)).toEqual([]);
    await runPass({ payload, now: at });
    // The second 01:30 comes an hour later.
    for (const minutes of [1, 60, 90]) await runPass({ payload, now: at + minutes * 60_000 });
    expect(await releasesOf(payload, post.id)).toMatchObject([{ dueAt: instant, localDate: day }]);
  });

  it('Shanghai, midnight and a millisecond to either side: each counts on its own day', async () => {
    const midnight = wall('Asia/Shanghai', '2035-06-02');
    const feed = await feedIn(payload, 'Asia/Shanghai');
    const posts: Made[] = [];
    for (const off of [-1, 0, 1])
      posts.push(
        await approvedPost(
          payload,
          team,
          { title: `${off}`, feeds: [feed.id], scheduledAt: iso(midnight + off), onConflict: 'hold' },
          midnight - 60_000,
        ),
      );
    for (const off of [-1, 0, 1]) await runPass({ payload, now: midnight + off });
    const [last, first, second] = posts as [Made, Made, Made];
    expect(await releasesOf(payload, last.id)).toMatchObject([{ localDate: '2035-06-01' }]);
    expect(await releasesOf(payload, first.id)).toMatchObject([{ localDate: '2035-06-02' }]);
    expect(await statusOf(payload, second)).toBe('held');
  });
};

describeEachDatabase('F11 a release when clocks change', whenClocksChange, { on });

/** Days of 23, 23½, 24½ and 25 hours, 29 February, the end of a year, a month and a week. */
const days: Record<string, readonly string[]> = {
  'Asia/Shanghai': ['2036-02-29', '2035-12-31', '2035-03-31'],
  'America/New_York': ['2035-03-11', '2035-11-04'],
  'Europe/London': ['2035-03-25', '2035-10-28'],
  'Australia/Lord_Howe': ['2035-10-07', '2035-04-01'],
  'Asia/Kathmandu': ['2036-02-29', '2035-12-31', '2035-07-01'],
};

/** Where the server believes to be is nobody's business. */
const servers = ['America/Los_Angeles', 'Pacific/Kiritimati'];

describe('feeds around the world, servers elsewhere', () => {
  let crew: Scheduler[] = [];
  afterAll(() => killAll(crew));

  it('F11 one a day: the last millisecond of a day and the first of the next are two days, in every zone', {
    timeout: 240_000,
  }, async () => {
    const { payload, url } = await bootPayload({ database: 'sqlite' });
    crew = servers.map((TZ) => startScheduler(url, { env: { TZ } }));
    const team = await aTeam(payload);
    await oneADay(payload);
    const expected: { post: Made; at: number; day: string | null; what: string }[] = [];
    for (const [zone, list] of Object.entries(days)) {
      const feed = await feedIn(payload, zone);
      for (const day of list) {
        const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
        const cards: [number, string | null][] = [
          [wall(zone, day), day],
          // That day has had its one, however many hours it has.
          [wall(zone, next) - 1, null],
          [wall(zone, next), next],
        ];
        for (const [at, on] of cards) {
          const what = `${zone} ${iso(at)}`;
          const more = { title: what, feeds: [feed.id], scheduledAt: iso(at), onConflict: 'hold' };
          expected.push({
            post: await approvedPost(payload, team, more, Date.parse('2035-01-01')),
            at,
            day: on,
            what,
          });
        }
      }
    }
    await Promise.all(crew.map(({ ready }) => ready));
    const instants = [...new Set(expected.map(({ at }) => at))].sort((a, b) => a - b);
    for (const [n, at] of instants.entries())
      for (const now of [at - 1, at])
        await go(crew[(n + (now === at ? 0 : 1)) % crew.length] as Scheduler, now);
    for (const { post, at, day, what } of expected) {
      const seen = await releasesOf(payload, post.id);
      const status = await statusOf(payload, post);
      if (day === null) expect([what, status, seen]).toEqual([what, 'held', []]);
      else
        expect([what, status, seen]).toMatchObject([
          what,
          'released',
          [{ dueAt: iso(at), releasedAt: iso(at), localDate: day }],
        ]);
    }
  });
});
