import { beforeEach, describe, expect, it } from 'vitest';
import { makeMissingPosts } from '@/server/launches/makePosts';
import type { ScriptReview } from '@/server/launches/review';
import { saveAsTemplate } from '@/server/launches/saveAsTemplate';
import { correctPost } from '@/server/posts/correct';
import { launchAt, type SmallLaunch, smallLaunch, steps, value } from '../builders/smallLaunch';
import { type Made, make } from '../builders/team';
import { describeEachDatabase } from '../setup';

describeEachDatabase('nothing that was written for a launch is lost silently', (app) => {
  let world: SmallLaunch;

  beforeEach(async () => {
    world = await smallLaunch(app.payload);
  });

  describe('a step that goes to Moments and to a group', () => {
    const group = () =>
      make(app.payload, 'feeds', { name: '会员群', channel: 'group', timezone: 'Asia/Shanghai' });
    const mixed = () =>
      world.aTemplate({
        phases: [{ key: 'on-sale', steps: [{ ...steps[1], channels: ['wechat-moments', 'group'] }] }],
      });
    const unused = ({ gaps }: ScriptReview) =>
      gaps.filter(({ code }) => code === 'unused-copy').map(({ say }) => say);

    it('names the copy for segments that nobody would get, and keeps it', async () => {
      const feeds = [world.team.feed, await group()].map(({ id }) => String(id));
      const segments = [String(world.team.segments.regular.id)];
      const shown = await world.review(await world.made({ feeds, segments }, await mixed()));
      expect(shown.posts[0]?.view.versions).toHaveLength(1);
      expect(unused(shown)).toEqual([
        '「明天开售」写给老客的文案没用上：它也发社群，那里每个人看到的一样。文案还留在这一步的结构里',
      ]);
      expect(shown.view.phases[0]?.steps[0]?.variants.map(({ body }) => body)).toEqual([
        '老客先买，{{launch.time}}见',
      ]);
    });

    it('also where its post is made later', async () => {
      const template = await mixed();
      const script = await world.made({}, template);
      const [post] = await world.postsOf(script);
      await world.edit(post?.id, { launchScript: null });
      const phases = (script.phases as { steps: Record<string, unknown>[] }[]).map((phase) => ({
        ...phase,
        steps: phase.steps.map((step) => ({
          ...step,
          body: '开售',
          variants: [{ key: 'regular', segments: [world.team.segments.regular.id], body: '老客先买' }],
        })),
      }));
      const feeds = [world.team.feed.id, (await group()).id];
      const placed = phases.map((phase) => ({
        ...phase,
        steps: phase.steps.map((step) => ({ ...step, feeds })),
      }));
      await world.edit(script.id, { phases: placed }, { collection: 'launch-scripts' });
      value(await makeMissingPosts(await world.as(world.team.editor), { id: String(script.id) }));
      const shown = await world.review(script);
      expect([shown.posts.length, unused(shown).length]).toEqual([1, 1]);
    });
  });

  describe('a script saved as a template', () => {
    const save = async (script: Made, more: { description?: string } = {}) =>
      value(
        await saveAsTemplate(await world.as(world.team.editor), {
          id: String(script.id),
          name: '再来',
          ...more,
        }),
      ) as Made & { leftOut: { title: string; parts: string[]; say: string }[] };

    it('has both posts of a step, and says what it has no place for: the link, the audience', async () => {
      const script = await world.made();
      const posts = await world.postsOf(script);
      const [hint, , sale, after] = posts;
      await world.edit(hint?.id, { body: '', link: 'https://shop.test/2', linkTitle: '看这里' });
      const { member } = world.team.segments;
      await world.edit(after?.id, { audience: { visibility: 'only', segments: [member.id] } });
      await world.duplicate(sale?.id);
      const before = await world.review(script);
      const said = ['「猜猜看」：链接', '「谢谢」：谁可以看（会变成公开）'];
      expect(before.leftOut.map(({ say }) => say)).toEqual(said);
      const template = await save(script);
      expect(template.leftOut.map(({ say }) => say)).toEqual(said);
      expect(await world.postsOf(await world.made({}, template))).toHaveLength(posts.length + 1);
    });

    it('makes nothing again that was recalled, and names it', async () => {
      const script = await world.made();
      const [hint] = await world.postsOf(script);
      await world.edit(hint?.id, { body: '写错的价格 0.01 元' });
      const status = 'recalled';
      await app.payload.db.updateOne({ collection: 'posts', id: hint?.id as never, data: { status } });
      const template = await save(script);
      const [again] = await world.postsOf(await world.made({}, template));
      expect([again?.launchStep, again?.body ?? '']).toEqual(['hint', '']);
      expect(template.leftOut.map(({ say }) => say)).toEqual(['「猜猜看」：内容（已作废）']);
    });

    it('makes a correction again in the place of what it corrects', async () => {
      const script = await world.made();
      const posts = await world.postsOf(script);
      const [hint] = posts;
      const status = 'released';
      await app.payload.db.updateOne({ collection: 'posts', id: hint?.id as never, data: { status } });
      const id = String(hint?.id);
      const correction = value(await correctPost(await world.as(world.team.editor), { id }));
      await world.edit(correction.id, { body: '对的价格', scheduledAt: '2035-11-04T21:00:00+08:00' });
      const template = await save(script);
      const again = await world.postsOf(await world.made({}, template));
      expect(again).toHaveLength(posts.length);
      expect([again[0]?.title, again[0]?.body, again[0]?.scheduledAt]).toEqual([
        '猜猜看',
        '对的价格',
        hint?.scheduledAt,
      ]);
      expect(template.leftOut).toEqual([]);
    });

    it('names a post that goes to one of two groups: it would go to both', async () => {
      const group = (name: string) =>
        make(app.payload, 'feeds', { name, channel: 'group', timezone: 'Asia/Shanghai' });
      const [vip, all] = [await group('VIP 群'), await group('福利群')];
      const script = await world.made({ feeds: [world.team.feed, vip, all].map(({ id }) => String(id)) });
      const hour = (await world.postsOf(script)).find(({ launchStep }) => launchStep === 'hour');
      await world.edit(hour?.id, { feeds: [vip.id] });
      const { leftOut } = await save(script);
      expect(leftOut.map(({ say }) => say)).toEqual([
        '「一小时后」：另选的账号组（会发到同渠道的每个账号组）',
      ]);
    });

    it('names a post without a feed: it would not be made again', async () => {
      const script = await world.made();
      const [hint] = await world.postsOf(script);
      await world.edit(hint?.id, { feeds: [] });
      const { leftOut } = await save(script);
      expect(leftOut.map(({ say }) => say)).toEqual(['「猜猜看」：整条（没有账号组）']);
    });

    it('is saved without what is too far from the launch, which is named', async () => {
      const script = await world.made();
      const [hint] = await world.postsOf(script);
      await world.edit(hint?.id, { scheduledAt: '2037-06-11T20:00:00+08:00' });
      await world.add({ launchScript: script.id, scheduledAt: '2037-06-11T20:00:00+08:00' });
      const template = await save(script);
      expect(template.leftOut.map(({ say }) => say).sort()).toEqual([
        '「外加」：整条（离开售超过 180 天）',
        '「猜猜看」：时间（离开售超过 180 天）',
      ]);
      expect(await world.postsOf(await world.made({}, template))).toHaveLength(4);
    });

    it('says where it comes from, unless somebody says what it is for', async () => {
      const script = await world.made({ name: '燕麦上市', launchAt });
      expect((await save(script)).description).toBe('由《燕麦上市》存成（11月11日 开售）。');
      expect((await save(script, { description: ' 双十一 ' })).description).toBe('双十一');
    });
  });
});
