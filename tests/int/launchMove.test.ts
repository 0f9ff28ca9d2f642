import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { rescheduleScript } from '@/server/launches/reschedule';
import { tryReschedule } from '@/server/launches/tryReschedule';
import { runPass } from '@/server/scheduler/pass';
import { actsIn, at, type SmallLaunch, smallLaunch, value } from '../builders/smallLaunch';
import { make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

describeEachDatabase('moving a launch', (app) => {
  let payload: Payload;
  let team: Team;
  let world: SmallLaunch;

  beforeEach(async () => {
    world = await smallLaunch(app.payload);
    ({ payload, team } = world);
  });

  const { as, made, review, postsOf, approved } = actsIn(() => world);

  describe('moving the launch', () => {
    it('what is shown before is what is done: steps go along, one moved by hand keeps its offset, what is out stays', async () => {
      const script = await approved(await made());
      await runPass({ payload, now: at('2035-11-04T20:00:01') });
      const posts = await postsOf(script);
      const { req } = await as(team.editor);
      await payload.update({
        collection: 'posts',
        id: posts[3]?.id as never,
        data: { scheduledAt: '2035-11-15T09:15:00+08:00' } as never,
        overrideAccess: false,
        user: req.user,
        req,
      });
      const to = at('2035-11-13T20:00:00');
      const when = at('2035-11-05T08:00:00');
      const ctx = await as(team.editor, when);
      const tried = value(await tryReschedule(ctx, { id: String(script.id), launchAt: to }));
      expect(tried.posts.map(({ how, after, lapses }) => [how, after, lapses])).toEqual([
        ['stays', at('2035-11-04T20:00:00'), false],
        ['step', at('2035-11-12T20:30:00'), true],
        ['step', at('2035-11-13T20:00:00'), true],
        ['own', at('2035-11-17T09:15:00'), false],
      ]);
      expect((await postsOf(script)).map(({ scheduledAt }) => Date.parse(scheduledAt))[1]).toBe(
        at('2035-11-10T20:30:00'),
      );
      const moved = value(await rescheduleScript(ctx, { id: String(script.id), launchAt: to }));
      expect(moved).toMatchObject({ status: 'draft' });
      const after = await postsOf(script);
      expect(after.map(({ status, scheduledAt }) => [status, Date.parse(scheduledAt)])).toEqual([
        ['released', at('2035-11-04T20:00:00')],
        ['draft', at('2035-11-12T20:30:00')],
        ['draft', at('2035-11-13T20:00:00')],
        ['draft', at('2035-11-17T09:15:00')],
      ]);
      const shown = await review(script, team.editor, when);
      expect(shown.posts[1]?.view.versions.find(({ key }) => key === 'base')?.text).toBe(
        '燕麦能量棒明晚 20:00开售，还有 不到 24 小时',
      );
      expect(shown.contentHash).toBe(moved.contentHash);
      const { acted } = await runPass({ payload, now: at('2035-11-12T20:30:01') });
      expect(acted).toEqual([]);
    });

    it('wall times are kept over a change of the clock, and exceptions go along', async () => {
      const rule = await make(payload, 'cap-rules', {
        name: '每天卖货',
        kinds: ['sales'],
        scope: 'customer',
        window: { unit: 'day' },
        limit: 1,
        enabled: true,
      });
      const feed = await make(payload, 'feeds', {
        name: 'New York',
        channel: 'wechat-moments',
        timezone: 'America/New_York',
      });
      const template = await world.aTemplate({
        phases: [
          {
            key: 'on-sale',
            exceptions: [
              {
                rule: rule.id,
                fromDays: 0,
                fromTime: '00:00',
                toDays: 1,
                toTime: '00:00',
                limit: 8,
                reason: '开售当天',
              },
              {
                quietHours: true,
                fromDays: 0,
                fromTime: '19:30',
                toDays: 0,
                toTime: '20:30',
                reason: '准点开售',
              },
            ],
            steps: [
              {
                key: 'gap',
                title: '清早',
                kind: 'persona',
                offsetDays: -1,
                time: '02:30',
                channels: ['wechat-moments'],
                body: '早',
              },
              {
                key: 'eve',
                title: '前夜',
                kind: 'persona',
                offsetDays: -1,
                time: '20:00',
                channels: ['wechat-moments'],
                body: '明天',
              },
              {
                key: 'hour',
                title: '前一小时',
                kind: 'sales',
                offsetMinutes: -60,
                channels: ['wechat-moments'],
                body: '马上',
              },
            ],
          },
        ],
      });
      // The clock goes forward on 2035-03-11 at 02:00 in New York.
      const script = await made(
        {
          feeds: [String(feed.id)],
          timezone: 'America/New_York',
          launchAt: Date.parse('2035-03-05T20:00:00-05:00'),
        },
        template,
      );
      const to = Date.parse('2035-03-12T20:00:00-04:00');
      value(await rescheduleScript(await as(team.editor), { id: String(script.id), launchAt: to }));
      expect((await postsOf(script)).map(({ scheduledAt }) => scheduledAt)).toEqual([
        // 02:30 does not exist on that day: it moves forward.
        '2035-03-11T07:30:00.000Z',
        '2035-03-12T00:00:00.000Z',
        '2035-03-12T23:00:00.000Z',
      ]);
      const { view } = await review(script);
      const spans = view.phases[0]?.exceptions.map(({ from, to: until }) => [
        new Date(from ?? 0).toISOString(),
        new Date(until ?? 0).toISOString(),
      ]);
      expect(spans).toContainEqual(['2035-03-12T04:00:00.000Z', '2035-03-13T04:00:00.000Z']);
      expect(spans).toContainEqual(['2035-03-12T23:30:00.000Z', '2035-03-13T00:30:00.000Z']);
      // Back again: what does not exist on one day does on the other.
      value(
        await rescheduleScript(await as(team.editor), {
          id: String(script.id),
          launchAt: Date.parse('2035-03-05T20:00:00-05:00'),
        }),
      );
      expect((await postsOf(script))[0]?.scheduledAt).toBe('2035-03-04T07:30:00.000Z');
    });

    it('a step that falls on a holiday is shown as such, not moved', async () => {
      await make(payload, 'occasions', {
        name: '店庆',
        kind: 'anniversary',
        date: '2035-11-17T12:00:00.000Z',
      });
      const script = await made();
      const tried = value(
        await tryReschedule(await as(team.editor), {
          id: String(script.id),
          launchAt: at('2035-11-14T20:00:00'),
        }),
      );
      const thanks = tried.posts.find(({ step }) => step === 'after');
      expect(thanks).toMatchObject({ after: at('2035-11-17T12:00:00'), hits: ['那天是店庆'] });
    });
  });
});
