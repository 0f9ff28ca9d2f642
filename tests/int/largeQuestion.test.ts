import { beforeAll, describe, expect, it } from 'vitest';
import type { LogId } from '@/core/model';
import type { Change, SimulateQuestion } from '@/server/plan/question';
import { recordedIn } from '@/server/plan/recorded';
import { simulateFor } from '@/server/plan/simulate';
import { inTurns } from '@/server/plan/turns';
import { aTeam, make } from '../builders/team';
import { type App, openApp } from './access/app';

const day = (n: number) => new Date(Date.parse('2035-11-01T20:00:00+08:00') + n * 86_400_000).toISOString();
const now = Date.parse('2035-10-20T08:00:00+08:00');

describe('a question that is too large', () => {
  let app: App;
  const feeds: string[] = [];
  const segments: string[] = [];

  beforeAll(async () => {
    app = await openApp('sqlite');
    const { payload } = app;
    await aTeam(payload);
    const pool = await make(payload, 'pools', { name: '大池', timezone: 'Asia/Shanghai' });
    const feed = { channel: 'wechat-moments', timezone: 'Asia/Shanghai', pool: pool.id };
    for (let n = 0; n < 100; n += 1)
      feeds.push(String((await make(payload, 'feeds', { name: `组${n}`, ...feed })).id));
    const open = { name: '偏好', key: 'taste', exclusive: false, changes: false };
    const taste = await make(payload, 'segment-dimensions', open);
    for (let n = 0; n < 16; n += 1) {
      const tag = { name: `标签${n}`, key: `s${n}`, dimension: taste.id, wechatTag: `标签${n}` };
      segments.push(String((await make(payload, 'segments', tag)).id));
    }
  });

  /** 2,500 cards; every customer has one of 65,536 combinations of tags. */
  const posts = (): Change[] =>
    Array.from({ length: 25 }, (_, n) => ({
      code: 'post',
      post: null,
      values: {
        kind: 'sales',
        feeds,
        audience: { visibility: n % 2 ? 'only' : 'except', segments },
        scheduledAt: day(n),
      },
    }));
  /** All 2,500 lie in one window, and the count comes close to the limit. */
  const rules = (count: number): Change[] =>
    Array.from({ length: count }, (_, n) => ({
      code: 'rule',
      rule: null,
      values: {
        name: `规则${n}`,
        kinds: [],
        counts: 'all',
        scope: 'customer',
        window: { unit: 'rolling-hours', hours: 744 - n },
        limit: 1400 + n,
      },
    }));
  const question = (changes: Change[]): SimulateQuestion => ({
    from: '2035-10-01',
    to: '2036-09-30',
    changes,
  });
  const asker = () => ({ payload: app.payload, actor: null, locale: 'zh' as const, now });

  it('is refused in words once it has taken as long as it may, and meanwhile everybody else is answered', async () => {
    const most = 600;
    let began = performance.now();
    let longest = 0;
    const look = () => {
      longest = Math.max(longest, performance.now() - began);
      began = performance.now();
    };
    const others = setInterval(look, 1);
    const answer = await simulateFor(asker(), question([...posts(), ...rules(5)]), inTurns({ most }));
    clearInterval(others);
    look();
    expect(answer).toMatchObject({ ok: false, status: 400 });
    expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('分几次来试') }] });
    // One turn, and not the whole of it; wide, for two busy cores.
    expect(longest).toBeLessThan(most);
  });

  it('is refused before anything is worked out where it tries more than five rules', async () => {
    const change = (n: number) => ({
      rule: null,
      name: `规则${n}`,
      window: { unit: 'day' },
      limit: 1400 + n,
    });
    const ask = (count: number) =>
      app.rest('POST', '/plan/simulate', {
        as: app.tokens.editor,
        body: {
          from: '2035-10-01',
          to: '2035-11-01',
          changes: Array.from({ length: count }, (_, n) => change(n)),
        },
      });
    const refused = await ask(6);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('最多试 5 处')]);
    expect((await ask(5)).status).toBe(200);
  });

  it('reads a year of the log a month at a time, each entry once', async () => {
    const { payload } = app;
    const [log, count] = ['feed:long' as LogId, 520];
    const from = Date.parse('2034-01-01T00:00:00Z');
    const content = { title: '旧的', channel: 'wechat-moments', daily: true, overlap: 1, launch: null };
    const entry = { log, type: 'release', feed: '1', kind: 'sales', audience: { visibility: 'everyone' } };
    for (let n = 0; n < count; n += 1) {
      const dueAt = new Date(from + n * 8 * 3_600_000).toISOString();
      const own = {
        seq: n + 1,
        key: `old ${n}`,
        card: `old ${n}`,
        post: '0',
        variantKey: '',
        dueAt,
        at: dueAt,
      };
      await payload.db.create({ collection: 'releases', data: { ...entry, ...own, content } as never });
    }
    const { releases } = await recordedIn(
      { payload, now },
      { log, feeds: [] },
      { from, to: from + 366 * 86_400_000 },
    );
    expect(releases.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
  });
});
