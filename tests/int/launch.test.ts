import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ScriptReview } from '@/server/launches/review';
import { saveAsTemplate } from '@/server/launches/saveAsTemplate';
import { submitScript } from '@/server/launches/submit';
import { makeReadyMadeTemplates } from '@/server/templates/makeReadyMade';
import { actsIn, at, day, launchAt, type SmallLaunch, smallLaunch, value } from '../builders/smallLaunch';
import { type Made, make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

describeEachDatabase('launches', (app) => {
  let payload: Payload;
  let team: Team;
  let world: SmallLaunch;

  beforeEach(async () => {
    world = await smallLaunch(app.payload);
    ({ payload, team } = world);
  });

  const { as, made, review, postsOf } = actsIn(() => world);

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
        'base: 燕麦能量棒明晚 20:00开售，还有 不到 24 小时',
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
      const template = await world.aTemplate({
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
      const template = await world.aTemplate();
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
});
