import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { readToday } from '@/server/desk/today';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { type FromTemplate, scriptFromTemplate } from '@/server/launches/fromTemplate';
import { rescheduleScript } from '@/server/launches/reschedule';
import { reviewOfScript, type ScriptReview } from '@/server/launches/review';
import { saveAsTemplate } from '@/server/launches/saveAsTemplate';
import { submitScript } from '@/server/launches/submit';
import { tryReschedule } from '@/server/launches/tryReschedule';
import type { Outcome } from '@/server/outcome';
import { runPass } from '@/server/scheduler/pass';
import { approvalQueue, queueCount, scriptQueue } from '@/server/screens/queue';
import { approveTemplate } from '@/server/templates/approve';
import { makeReadyMadeTemplates } from '@/server/templates/makeReadyMade';
import { aPerson, aTeam, clearWork, contextFor, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

const launchAt = Date.parse('2035-11-11T20:00:00+08:00');
const day = 86_400_000;
const now = launchAt - 20 * day;
const at = (text: string) => Date.parse(`${text}+08:00`);

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
};

describeEachDatabase('launches', (app) => {
  let payload: Payload;
  let team: Team;
  let product: Made;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    product = await make(payload, 'products', {
      name: '燕麦能量棒',
      price: 39.9,
      link: 'https://shop.test/1',
    });
  });

  const as = (person: Made, when = now) => contextFor(payload, person, when);

  const steps = [
    {
      key: 'hint',
      title: '猜猜看',
      kind: 'interaction',
      offsetDays: -7,
      time: '20:00',
      channels: ['wechat-moments'],
      body: '{{launch.time}}见',
      copyMode: 'example',
      staffGuidance: '用自己的话说',
    },
    {
      key: 'eve',
      title: '明天开售',
      kind: 'sales',
      offsetDays: -1,
      time: '20:30',
      channels: ['wechat-moments'],
      body: '{{product.name}}{{launch.time}}开售，还有 {{launch.countdown}}',
      variants: [
        { key: 'regular', body: '老客先买，{{launch.time}}见' },
        { key: 'member', body: '会员价 {{product.price}} 元' },
      ],
    },
    {
      key: 'sale',
      title: '开售',
      kind: 'sales',
      offsetMinutes: 0,
      channels: ['wechat-moments', 'group'],
      body: '{{product.name}}开售，{{product.price}} 元',
      firstComments: [{ text: '{{product.link}}' }],
    },
    { key: 'hour', title: '一小时后', kind: 'sales', offsetMinutes: 60, channels: ['group'], body: '还在卖' },
    {
      key: 'after',
      title: '谢谢',
      kind: 'persona',
      offsetDays: 3,
      time: '12:00',
      channels: ['wechat-moments'],
      body: '谢谢大家',
    },
  ];

  const aTemplate = async (more: Record<string, unknown> = {}): Promise<Made> => {
    const { req } = await as(team.editor);
    return (await payload.create({
      collection: 'launch-templates',
      data: {
        name: '小发售',
        phases: [
          {
            key: 'tease',
            name: '引发兴趣',
            required: true,
            kinds: ['interaction', 'persona'],
            steps: steps.slice(0, 1),
          },
          { key: 'on-sale', name: '开售', maxSales: 3, minGapMinutes: 30, steps: steps.slice(1, 4) },
          { key: 'review', name: '复盘', steps: steps.slice(4) },
        ],
        ...more,
      } as never,
      overrideAccess: false,
      user: req.user,
      req,
      depth: 0,
    })) as unknown as Made;
  };

  const made = async (more: Partial<FromTemplate> = {}, given?: Made): Promise<Made> => {
    const template = given ?? (await aTemplate());
    return value(
      await scriptFromTemplate(await as(team.editor), {
        template: String(template.id),
        product: String(product.id),
        offer: null,
        launchAt,
        timezone: 'Asia/Shanghai',
        feeds: [String(team.feed.id)],
        segments: null,
        ...more,
      }),
    ) as Made;
  };
  const review = async (script: Made, person = team.editor, when = now): Promise<ScriptReview> =>
    value(await reviewOfScript(await as(person, when), String(script.id)));
  const postsOf = async (script: Made) => {
    const { docs } = await payload.find({
      collection: 'posts',
      where: { launchScript: { equals: script.id } },
      sort: 'scheduledAt',
      pagination: false,
      depth: 0,
    });
    return docs as unknown as (Made & { scheduledAt: string; launchStep: string; status: string })[];
  };
  const approved = async (script: Made): Promise<Made> => {
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const { contentHash } = await review(script, team.manager);
    return value(await approveScript(await as(team.manager), { id: String(script.id), contentHash })) as Made;
  };

  describe('from template to script', () => {
    it('the posts appear, filled in, at their times, in the chosen feeds', async () => {
      const script = await made();
      expect(script).toMatchObject({ name: '燕麦能量棒 · 小发售', status: 'draft' });
      const posts = await postsOf(script);
      expect(posts.map(({ launchStep, scheduledAt }) => [launchStep, Date.parse(scheduledAt)])).toEqual([
        ['hint', at('2035-11-04T20:00:00')],
        ['eve', at('2035-11-10T20:30:00')],
        ['sale', at('2035-11-11T20:00:00')],
        ['after', at('2035-11-14T12:00:00')],
      ]);
      const shown = await review(script);
      const texts = shown.posts.map(({ view }) => view.versions.map(({ key, text }) => `${key}: ${text}`));
      expect(texts[1]?.sort()).toEqual([
        'base: 燕麦能量棒明晚 20:00开售，还有 1 天',
        'member: 会员价 39.9 元',
        'regular: 老客先买，明晚 20:00见',
      ]);
      expect(shown.posts[2]?.view.versions[0]).toMatchObject({
        text: '燕麦能量棒开售，39.9 元',
        firstComments: ['https://shop.test/1'],
      });
      expect(shown.posts[0]).toMatchObject({ view: { copyMode: 'example', guidance: '用自己的话说' } });
    });

    it('a step whose channel was not chosen stays without a post and says so', async () => {
      const shown = await review(await made());
      expect(shown.gaps).toMatchObject([{ step: 'hour', code: 'step-without-feed', stop: false }]);
    });

    it('segments that are chosen get copy of their own, and what is missing is named', async () => {
      const chosen = [team.segments.regular, team.segments.fresh].map(({ id }) => String(id));
      const { gaps } = await review(await made({ segments: chosen }));
      expect(gaps.filter(({ stop }) => stop)).toMatchObject([
        { step: 'eve', code: 'no-copy-for', say: '「明天开售」新客的文案还没写' },
      ]);
    });

    it('pictures that a step needs, and blanks that are left, are named; such a script is not submitted', async () => {
      const template = await aTemplate({
        phases: [
          {
            key: 'on-sale',
            steps: [
              {
                title: '第一张图',
                kind: 'persona',
                offsetDays: 0,
                time: '10:00',
                channels: ['wechat-moments'],
                pictures: 3,
                body: '早，【填：一句话】',
              },
            ],
          },
        ],
      });
      const script = await made({}, template);
      const refused = await submitScript(await as(team.editor), { id: String(script.id) });
      expect(refused).toMatchObject({
        ok: false,
        status: 400,
        errors: [
          { message: '「第一张图」还有要填的地方：【填：一句话】' },
          { message: '「第一张图」还没有图片，要 3 张' },
        ],
      });
    });

    it('nothing is made where a part cannot be: the transaction is one', async () => {
      const count = async () => (await payload.count({ collection: 'posts' })).totalDocs;
      const before = await count();
      const other = await make(payload, 'segment-dimensions', {
        name: '爱好',
        key: `d${Math.random()}`.replace('.', ''),
        exclusive: false,
      });
      const strange = await make(payload, 'segments', {
        name: '茶',
        key: `t${Math.random()}`.replace('.', ''),
        dimension: other.id,
        wechatTag: '茶',
      });
      const template = await aTemplate();
      await expect(
        made({ segments: [String(team.segments.regular.id), String(strange.id)] }, template),
      ).rejects.toThrow();
      expect(await count()).toBe(before);
      const scripts = await payload.count({
        collection: 'launch-scripts',
        where: { template: { equals: template.id } },
      });
      expect(scripts.totalDocs).toBe(0);
    });

    it('every ready-made template makes a script', async () => {
      expect(await makeReadyMadeTemplates(payload)).toBe(true);
      expect(await makeReadyMadeTemplates(payload)).toBe(false);
      const { docs } = await payload.find({
        collection: 'launch-templates',
        where: { nameEn: { exists: true } },
        pagination: false,
        depth: 0,
      });
      const group = await make(payload, 'feeds', { name: '群', channel: 'group', timezone: 'Asia/Shanghai' });
      const flash = await make(payload, 'feeds', {
        name: '快闪群',
        channel: 'flash-group',
        timezone: 'Asia/Shanghai',
      });
      const private_ = await make(payload, 'feeds', {
        name: '私聊',
        channel: 'one-to-one',
        timezone: 'Asia/Shanghai',
      });
      const feeds = [team.feed, group, flash, private_].map(({ id }) => String(id));
      for (const template of docs.filter(({ nameEn }) => nameEn)) {
        const shown = await review(await made({ feeds }, template as unknown as Made));
        expect(shown.posts.length).toBeGreaterThan(10);
        const odd = shown.gaps.filter(({ code }) => !['no-pictures', 'post-problem'].includes(code));
        expect(odd.map(({ say }) => say)).toEqual([]);
      }
    });
  });

  describe('approval of the whole', () => {
    it('approves exactly the posts that it shows, and they go out', async () => {
      const script = await approved(await made());
      expect(script.status).toBe('approved');
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'approved',
        'approved',
        'approved',
        'approved',
      ]);
      await runPass({ payload, now: at('2035-11-04T20:00:01') });
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'released',
        'approved',
        'approved',
        'approved',
      ]);
      value(
        await cancelScript(await as(team.manager, at('2035-11-04T21:00:00')), {
          id: String(script.id),
          reason: '断货',
        }),
      );
      const after = await postsOf(script);
      expect(after.map(({ status }) => status)).toEqual(['released', 'archived', 'archived', 'archived']);
      expect(after[1]).toMatchObject({ statusReason: '发售「燕麦能量棒 · 小发售」已取消：断货' });
      const { acted } = await runPass({ payload, now: at('2035-11-10T20:30:01') });
      expect(acted).toEqual([]);
    });

    it('cancelling is told to whoever was to post it and to who wrote it, once, and struck on the desk', async () => {
      const script = await approved(await made());
      const when = at('2035-11-04T19:00:00');
      await runPass({ payload, now: when });
      const ctx = await as(team.manager, when);
      value(await cancelScript(ctx, { id: String(script.id), reason: '断货' }));
      const { docs } = await payload.db.find<{ to: string; words: { zh: { subject: string } } }>({
        collection: 'notices',
        where: { kind: { equals: 'cancelled' } },
        pagination: false,
      });
      expect(docs.map(({ to }) => to).sort()).toEqual([team.staff.id, team.editor.id].map(String).sort());
      expect(docs[0]?.words.zh.subject).toBe('发售取消：燕麦能量棒 · 小发售');
      const desk = await readToday({ payload, user: { id: team.staff.id, name: '小林' }, now: when });
      expect(desk.day).toMatchObject({
        upcoming: [],
        cancelled: [{ dueAt: at('2035-11-04T20:00:00'), kind: 'interaction' }],
      });
      expect(await cancelScript(ctx, { id: String(script.id), reason: '再来' })).toMatchObject({
        ok: false,
        status: 409,
      });
    });

    it('a step that is changed is the only one to wait; the rest stays approved, with the script', async () => {
      const script = await approved(await made());
      const [, eve] = await postsOf(script);
      const { req } = await as(team.editor);
      await payload.update({
        collection: 'posts',
        id: eve?.id as never,
        data: { body: '改过了，{{launch.time}}' } as never,
        overrideAccess: false,
        user: req.user,
        req,
      });
      const shown = await review(script);
      expect(shown.status).toBe('approved');
      expect(shown.posts.map(({ status }) => status)).toEqual(['approved', 'draft', 'approved', 'approved']);
      const again = await approved(script);
      expect(again.status).toBe('approved');
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'approved',
        'approved',
        'approved',
        'approved',
      ]);
      value(await cancelScript(await as(team.editor), { id: String(script.id), reason: '试验' }));
    });

    it('what an approved template says already is known as unchanged, and no longer once it is not', async () => {
      const template = await aTemplate();
      value(
        await approveTemplate(await as(team.manager), {
          id: String(template.id),
          contentHash: String(template.contentHash),
        }),
      );
      const script = await made({}, template);
      expect((await review(script)).posts.map(({ unchanged }) => unchanged)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      const [hint, , sale] = await postsOf(script);
      await payload.update({ collection: 'posts', id: hint?.id as never, data: { body: '别的' } as never });
      await payload.update({ collection: 'posts', id: sale?.id as never, data: { priority: 5 } as never });
      expect((await review(script)).posts.map(({ unchanged }) => unchanged)).toEqual([
        false,
        true,
        false,
        true,
      ]);
    });
  });

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
        '燕麦能量棒明晚 20:00开售，还有 1 天',
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
      const template = await aTemplate({
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

  it('posts of a script that waits are decided on with it: the queue has the script, and not each of them', async () => {
    const script = await made();
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const ctx = await as(team.manager);
    expect(await approvalQueue(ctx)).toEqual([]);
    expect((await scriptQueue(ctx)).map(({ id }) => id)).toEqual([String(script.id)]);
    expect(await queueCount({ payload, user: ctx.req.user })).toBe(1);
  });

  it('who has another team reads the script, and of its posts those of the own feeds alone', async () => {
    const teams = [
      await make(payload, 'teams', { name: '甲' }),
      await make(payload, 'teams', { name: '乙' }),
    ];
    const feeds = [];
    for (const one of teams)
      feeds.push(
        await make(payload, 'feeds', {
          name: `${one.name}群`,
          channel: 'group',
          timezone: 'Asia/Shanghai',
          teams: [one.id],
        }),
      );
    const script = await made({ feeds: [team.feed, ...feeds].map(({ id }) => String(id)) });
    const manager = await aPerson(payload, '乙主管', ['manager']);
    const [, own] = feeds;
    const ctx = {
      ...(await as(manager)),
      actor: {
        id: String(manager.id),
        roles: ['manager'],
        active: true,
        team: String(teams[1]?.id),
        feeds: [String(own?.id)],
      },
    } as never;
    const shown = value(await reviewOfScript(ctx, String(script.id)));
    expect(shown.posts.map(({ step }) => step)).toEqual(['sale', 'hour']);
    expect([shown.hidden, shown.actions]).toEqual([3, []]);
    const approve = await approveScript(ctx, { id: String(script.id), contentHash: shown.contentHash });
    expect(approve).toMatchObject({ ok: false, status: 403 });
  });

  // The stand-in has no findAndModify that removes; the hook is the same on every database.
  if (app.kind === 'sqlite' || process.env.TEST_MONGODB_URL) {
    it('a post that is deleted makes another script of it', async () => {
      const script = await made();
      const [hint] = await postsOf(script);
      const { req } = await as(team.editor);
      await payload.delete({
        collection: 'posts',
        id: hint?.id as never,
        overrideAccess: false,
        user: req.user,
        req,
      });
      const stored = await payload.findByID({ collection: 'launch-scripts', id: script.id, depth: 0 });
      const shown = await review(script);
      expect(shown.posts).toHaveLength(3);
      expect(stored.contentHash).toBe(shown.contentHash);
      expect(shown.gaps.map(({ code, step }) => [code, step])).toContainEqual(['step-without-post', 'hint']);
    });
  }

  it('a finished script saved as a template makes the same script again', async () => {
    const script = await made();
    const [hint] = await postsOf(script);
    await payload.update({
      collection: 'posts',
      id: hint?.id as never,
      data: { body: '换了一句', scheduledAt: '2035-11-05T21:00:00+08:00' } as never,
    });
    const template = value(
      await saveAsTemplate(await as(team.editor), { id: String(script.id), name: '再来一次' }),
    ) as Made;
    expect(template).toMatchObject({ name: '再来一次', status: 'draft' });
    const again = await made({ launchAt: launchAt + 30 * day }, template);
    const [before, after] = [await review(script), await review(again)];
    const shape = (shown: ScriptReview, shift: number) =>
      shown.posts.map(({ title, scheduledAt, view }) => [
        title,
        (scheduledAt ?? 0) - shift,
        view.versions.map(({ key, audience }) => [key, audience.visibility]),
      ]);
    expect(shape(after, 30 * day)).toEqual(shape(before, 0));
    expect(after.posts[0]?.view.versions[0]?.text).toBe('换了一句');
  });
});
