import { initI18n } from '@payloadcms/translations';
import { createLocalReq, type Payload, ValidationError } from 'payload';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { defaultCaps } from '@/core/channels';
import type { Locale } from '@/core/model';
import { makeDefaultRules } from '@/server/rules/makeDefaults';
import { homeOf } from '@/server/screens/home';
import { aTeam, contextFor, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';
import { startChild } from '../setup/child';

interface FieldError {
  path: string;
  message: string;
}

/** What was wrong with each field, in one language; fails when it was stored. */
async function refusalOf(
  payload: Payload,
  locale: Locale,
  write: (req: Awaited<ReturnType<typeof createLocalReq>>) => Promise<unknown>,
): Promise<FieldError[]> {
  const req = await createLocalReq({}, payload);
  req.i18n = await initI18n({ config: payload.config.i18n, context: 'api', language: locale });
  req.t = req.i18n.t;
  try {
    await write(req);
  } catch (error) {
    if (error instanceof ValidationError) return error.data.errors as FieldError[];
    throw error;
  }
  throw new Error('It was stored.');
}

const aRule = (more: Record<string, unknown> = {}) => ({
  name: '卖货',
  kinds: ['sales'],
  counts: 'daily',
  scope: 'customer',
  window: { unit: 'day' },
  limit: 3,
  ...more,
});

describeEachDatabase('cap rules', (app) => {
  let payload: Payload;
  let team: Team;

  beforeEach(async () => {
    payload = app.payload;
    for (const collection of ['fences', 'cap-rules', 'segments', 'segment-dimensions', 'feeds', 'pools']) {
      await payload.db.deleteMany({ collection: collection as never, where: {} });
    }
    await payload.kv.clear();
    team = await aTeam(payload);
    const quietHours = { from: '22:00', to: '07:30' };
    await payload.update({ collection: 'feeds', id: team.feed.id, data: { quietHours }, depth: 0 });
  });

  const create = (collection: string, data: Record<string, unknown>, locale: Locale = 'zh') =>
    refusalOf(payload, locale, (req) =>
      payload.create({ collection: collection as never, data: data as never, depth: 0, req }),
    );
  const update = (of: { collection: string; id: Made['id'] }, data: Record<string, unknown>) =>
    refusalOf(payload, 'zh', (req) =>
      payload.update({ ...of, collection: of.collection as never, data: data as never, depth: 0, req }),
    );

  describe('are stored', () => {
    it.each([
      [{ window: { unit: 'week' } }],
      [{ window: { unit: 'month' }, scope: 'feed', counts: 'all' }],
      [{ window: { unit: 'rolling-hours', hours: 48 }, channels: ['wechat-moments', 'group'] }],
      [{ limit: null, minGapMinutes: 30, kinds: [] }],
      [{ minGapMinutes: 30, description: '行业经验' }],
    ])('with every window, a gap or both: %j', async (more) => {
      const { id } = await make(payload, 'cap-rules', aRule(more));
      expect(await payload.findByID({ collection: 'cap-rules', id, depth: 0 })).toMatchObject(more);
    });

    it('without the hours of another window', async () => {
      const rule = await make(payload, 'cap-rules', aRule({ window: { unit: 'rolling-hours', hours: 48 } }));
      await payload.update({ collection: 'cap-rules', id: rule.id, data: { window: { unit: 'day' } } });
      const stored = await payload.findByID({ collection: 'cap-rules', id: rule.id, depth: 0 });
      expect(stored.window).toEqual({ unit: 'day', hours: null });
    });
  });

  describe('are refused, with the field and what to do', () => {
    it.each([
      [{ limit: null }, 'limit', '至少填一个', 'give one of them'],
      [{ limit: 0 }, 'limit', '停用', 'disable it'],
      [{ limit: 2.5 }, 'limit', '整数', 'whole number'],
      [{ limit: -1 }, 'limit', '整数', 'whole number'],
      [{ window: { unit: 'rolling-hours' } }, 'window.hours', '744', '744'],
      [{ window: { unit: 'rolling-hours', hours: 745 } }, 'window.hours', '744', '744'],
      [{ minGapMinutes: 1440 }, 'minGapMinutes', '放得下 1 条', 'room for one'],
      [{ minGapMinutes: 900 }, 'minGapMinutes', '「总店朋友圈」', '“总店朋友圈”'],
    ])('%j', async (more, path, zh, en) => {
      expect(await create('cap-rules', aRule(more))).toMatchObject([
        { path, label: expect.stringMatching(/\p{Script=Han}/u), message: expect.stringContaining(zh) },
      ]);
      expect(await create('cap-rules', aRule(more), 'en')).toMatchObject([
        { path, label: expect.stringMatching(/^[A-Z]/), message: expect.stringContaining(en) },
      ]);
      expect((await payload.count({ collection: 'cap-rules' })).totalDocs).toBe(0);
    });

    it('when a post of a feed alone exceeds the limit, naming the feed', async () => {
      await payload.update({ collection: 'feeds', id: team.feed.id, data: { overlap: 2 } });
      const [error] = await create('cap-rules', aRule({ limit: 1 }));
      expect(error?.message).toContain('「总店朋友圈 ×2」');
    });

    it('also when only one field of a stored one is changed, or it is switched on', async () => {
      const rule = await make(payload, 'cap-rules', aRule());
      const of = { collection: 'cap-rules', id: rule.id };
      expect(await update(of, { limit: null })).toMatchObject([{ path: 'limit' }]);
      expect(await update(of, { window: { unit: 'rolling-hours' } })).toMatchObject([
        { path: 'window.hours' },
      ]);
      await payload.update({ ...of, collection: 'cap-rules', data: { enabled: false, limit: 0 } });
      expect(await update(of, { enabled: true })).toMatchObject([{ path: 'limit' }]);
    });
  });

  it('that become impossible later stay, and the home screen says so in words', async () => {
    await make(payload, 'cap-rules', aRule({ limit: 1 }));
    const ctx = await contextFor(payload, team.manager, Date.parse('2035-11-23T10:00:00+08:00'));
    expect((await homeOf(ctx)).unsupported).toEqual([]);
    await payload.update({ collection: 'feeds', id: team.feed.id, data: { overlap: 2 } });
    expect((await homeOf(ctx)).unsupported).toEqual([expect.stringContaining('「总店朋友圈 ×2」')]);
    expect((await homeOf({ ...ctx, locale: 'en' })).unsupported[0]).toMatch(/^“卖货”: Each post of/);
  });

  describe('quiet hours of a feed', () => {
    const aFeed = (quietHours?: Record<string, unknown>) => ({
      name: '二店朋友圈',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      ...(quietHours ? { quietHours } : {}),
    });

    it('are 22:00 to 07:30 where nobody says anything, and none where both are cleared', async () => {
      const usual = await make(payload, 'feeds', aFeed());
      expect(usual.quietHours).toEqual({ from: '22:00', to: '07:30' });
      await payload.update({
        collection: 'feeds',
        id: usual.id,
        data: { quietHours: { from: null, to: null } },
      });
      const stored = await payload.findByID({ collection: 'feeds', id: usual.id, depth: 0 });
      expect(stored.quietHours).toEqual({ from: null, to: null });
    });

    it.each([
      [{ from: '22:00', to: '22:00' }, 'quietHours.to', '全天', 'whole day'],
      [{ from: '22:00', to: '' }, 'quietHours.to', '两个时间', 'both times'],
      [{ from: null, to: '07:30' }, 'quietHours.from', '两个时间', 'both times'],
      [{ from: '25:00', to: '25:00' }, 'quietHours.from', '22:00', '22:00'],
    ])('%j are refused', async (quietHours, path, zh, en) => {
      const [first] = await create('feeds', aFeed(quietHours));
      expect(first).toMatchObject({ path, message: expect.stringContaining(zh) });
      const [inEnglish] = await create('feeds', aFeed(quietHours), 'en');
      expect(inEnglish).toMatchObject({ path, message: expect.stringContaining(en) });
    });

    it('that leave no room for what a rule promises are refused, naming the rule', async () => {
      await make(payload, 'cap-rules', aRule({ name: '隔四小时', minGapMinutes: 240 }));
      const of = { collection: 'feeds', id: team.feed.id };
      const [error] = await update(of, { quietHours: { from: '11:00', to: '07:00' } });
      expect(error?.message).toContain('「隔四小时」');
      // What is not about the hours can be changed all the same.
      await payload.update({ ...of, collection: 'feeds', data: { name: '总店' } });
    });

    it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
      ['switched on', { active: false }, { active: true }],
      ['of another channel', { channel: 'one-to-one' }, { channel: 'wechat-moments' }],
      ['taken out of its pool', { pool: '总店' }, { pool: null }],
    ])('are looked at again when the feed is %s', async (_, before, after) => {
      const short = { from: '11:00', to: '07:00' };
      const pool = before.pool ? (await make(payload, 'pools', { name: '总店', timezone: 'UTC' })).id : null;
      const quiet = { ...aFeed(short), ...before, pool };
      const of = { collection: 'feeds', id: (await make(payload, 'feeds', quiet)).id };
      const channels = ['wechat-moments'];
      await make(payload, 'cap-rules', aRule({ name: '隔四小时', minGapMinutes: 240, channels }));
      const [error] = await update(of, after);
      expect(error).toMatchObject({
        path: 'quietHours.to',
        message: expect.stringContaining('「隔四小时」'),
      });
    });

    it('an unknown time zone is refused in words', async () => {
      const [error] = await create('feeds', { ...aFeed(), timezone: 'Asia/Beijing' });
      expect(error).toMatchObject({ path: 'timezone', message: expect.stringContaining('时区') });
    });
  });

  describe('the defaults of a new installation', () => {
    const names = async () =>
      (await payload.find({ collection: 'cap-rules', sort: 'name', limit: 50, depth: 0 })).docs.map(
        ({ name }) => name,
      );
    const wanted = defaultCaps.map(({ name }) => name.zh).sort();

    it('are there with their sources in both languages; the one that needs to be told more is off', async () => {
      expect(await makeDefaultRules(payload)).toBe(true);
      expect((await names()).sort()).toEqual(wanted);
      const { docs } = await payload.find({ collection: 'cap-rules', limit: 50, depth: 0 });
      for (const { description } of docs) expect(description).toMatch(/\p{Script=Han}[\s\S]*[a-z]{4}/u);
      expect(docs.filter(({ enabled }) => !enabled)).toMatchObject([
        { limit: 4, window: { unit: 'month' }, channels: ['wecom-moments'] },
      ]);
      expect(docs.find(({ kinds }) => kinds?.includes('sales'))).toMatchObject({ limit: 3, counts: 'daily' });
      expect(docs.find(({ minGapMinutes }) => minGapMinutes)).toMatchObject({
        limit: null,
        minGapMinutes: 30,
      });
    });

    // Two processes with transactions on the stand-in for MongoDB prove nothing: see tests/setup/standInTurns.ts.
    const together = app.kind === 'sqlite' || process.env.TEST_MONGODB_URL;
    const bothStart = async () => {
      const starts = await Promise.all(
        [1, 2].map(async () => {
          const start = startChild('makeDefaults', app.booted.url, inject('runDirectory'));
          await start.line('ready');
          return start;
        }),
      );
      for (const start of starts) start.say('go');
      const made = await Promise.all(starts.map((start) => start.line('made ')));
      expect(made.sort()).toEqual(['made false', 'made true']);
      expect((await names()).sort()).toEqual(wanted);
    };
    if (together) it('are made once by processes that start together', bothStart);

    it('are made once by calls at the same time', async () => {
      const made = await Promise.all([1, 2, 3].map(() => makeDefaultRules(payload)));
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await names()).sort()).toEqual(wanted);
    });

    it('do not come back after somebody changed or deleted them', async () => {
      await makeDefaultRules(payload);
      const { docs } = await payload.find({ collection: 'cap-rules', limit: 50, depth: 0 });
      const [first, ...others] = docs;
      await payload.update({ collection: 'cap-rules', id: first?.id ?? '', data: { name: '改过的' } });
      const gone = { id: { in: others.map(({ id }) => id) } };
      await payload.delete({ collection: 'cap-rules', where: gone });
      expect(await makeDefaultRules(payload)).toBe(false);
      expect(await names()).toEqual(['改过的']);
    });
  });
});
