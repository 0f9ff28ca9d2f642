import type { Payload, ValidationError } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { readToday } from '@/server/desk/today';
import { approve } from '@/server/posts/approve';
import { reviewOf } from '@/server/posts/review';
import { submit } from '@/server/posts/submit';
import { runPass } from '@/server/scheduler/pass';
import { homeOf } from '@/server/screens/home';
import { aScript } from '../builders/launch';
import {
  approvedPost,
  aTeam,
  clearWork,
  contextFor,
  type Made,
  make,
  releasesOf,
  type Team,
  writePost,
} from '../builders/team';
import { describeEachDatabase } from '../setup';

const at = (wall: string) => `2035-11-11T${wall}:00+08:00`;
const now = Date.parse(at('10:00'));
const later = Date.parse(at('11:00'));

/** What no rule can make sense of is refused, or shown as a problem in words; the others go on, nothing is lost. */
describeEachDatabase('a plan with something wrong in it', (app) => {
  let payload: Payload;
  let team: Team;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
  });

  const load = async ({ id }: Pick<Made, 'id'>): Promise<Made> =>
    (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Made;
  const raw = (collection: string, { id }: Pick<Made, 'id'>, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: collection as 'posts', id, data: data as never });
  const errorsOf = async (write: Promise<unknown>) => {
    const error = (await write.then(
      () => null,
      (caught: unknown) => caught,
    )) as ValidationError | null;
    return (error?.data?.errors ?? []).map(({ path, message }) => [path, message]);
  };
  const versions = () => [
    { key: 'fresh', segments: [team.segments.fresh.id], body: '新客这版' },
    { key: 'member', segments: [team.segments.member.id], body: '会员这版' },
  ];
  const planned = (more: Record<string, unknown> = {}) =>
    approvedPost(payload, team, { scheduledAt: at('10:30'), ...more }, now);

  describe('a segment that goes away under posts that name it', () => {
    const only = () => ({ audience: { visibility: 'only', segments: [team.segments.fresh.id] } });
    const except = () => ({
      audience: { visibility: 'except', segments: [team.segments.fresh.id, team.segments.member.id] },
    });

    it('is kept at every door while a post names it, and a dimension while it has segments', async () => {
      await writePost(payload, team, only());
      const { id, dimension } = team.segments.fresh;
      await expect(payload.delete({ collection: 'segments', id })).rejects.toThrow(/还有内容或设置在用它/);
      await expect(
        payload.delete({ collection: 'segment-dimensions', id: dimension as number }),
      ).rejects.toThrow(/还有内容或设置在用它/);
    });

    it('is kept while a step of a launch names it', async () => {
      const { fresh } = team.segments;
      const step = { key: 's', kind: 'sales', title: 't', variants: [{ key: 'a', segments: [fresh.id] }] };
      await make(payload, 'launch-scripts', { ...aScript([]), phases: [{ key: 'on-sale', steps: [step] }] });
      await expect(payload.delete({ collection: 'segments', id: fresh.id })).rejects.toThrow(/在用它/);
    });

    it.each([
      ['only', only],
      ['except', except],
      ['a version', () => ({ variants: versions() })],
    ])(
      'deleted past the doors (%s): nothing of it is released, its post says so, the others go on',
      async (_, more) => {
        const [post, other] = [await planned(more()), await planned({ kind: 'persona' })];
        await payload.db.deleteMany({
          collection: 'segments',
          where: { id: { equals: team.segments.fresh.id } },
        });
        await runPass({ payload, now: later });
        expect(await releasesOf(payload, post.id)).toEqual([]);
        expect(await load(post)).toMatchObject({
          status: 'draft',
          statusReason: expect.stringMatching(/需要重新提交审批/),
        });
        expect(await load(other)).toMatchObject({ status: 'released' });
      },
    );
  });

  describe('a dimension that is no longer exclusive', () => {
    const open = (exclusive = false) =>
      payload.update({
        collection: 'segment-dimensions',
        id: team.segments.fresh.dimension as number,
        data: { exclusive },
      });

    it('shows on every post with versions what is wrong, at once, and releases none of them', async () => {
      const post = await planned({ variants: versions() });
      const plain = await planned({ kind: 'persona' });
      const hash = (await load(post)).contentHash;
      await open();
      const shown = await load(post);
      expect(shown).toMatchObject({ status: 'draft' });
      expect(shown.statusReason).toMatch(
        /^通过之后内容有改动，需要重新提交审批。标签组「生命周期」里一位客户可以有几/,
      );
      expect(shown.contentHash).not.toBe(hash);
      expect(shown.variants).toHaveLength(2);
      await runPass({ payload, now: later });
      expect(await releasesOf(payload, post.id)).toEqual([]);
      expect(await load(plain)).toMatchObject({ status: 'released' });
    });

    it('holds back what waits for approval, with the reason, until it is mended', async () => {
      const { id } = await writePost(payload, team, { scheduledAt: at('10:30'), variants: versions() });
      const key = { id: String(id) };
      await submit(await contextFor(payload, team.editor, now), key);
      await open();
      const ctx = await contextFor(payload, team.manager, now);
      const review = await reviewOf(ctx, key.id);
      if (!review.ok) throw new Error();
      expect(review.value.problems).toEqual([expect.stringMatching(/标签组「生命周期」里一位客户可以有几/)]);
      const { contentHash } = review.value;
      expect(await approve(ctx, { ...key, contentHash })).toMatchObject({
        ok: false,
        status: 400,
        errors: [{ message: expect.stringMatching(/标签组「生命周期」里一位客户可以有几/) }],
      });
      await open(true);
      const mended = String((await load({ id })).contentHash);
      expect(await approve(ctx, { ...key, contentHash: mended })).toMatchObject({ ok: true });
    });

    it('takes back the versions that are not out yet', async () => {
      const other = await make(payload, 'feeds', {
        name: '纽约店',
        channel: 'wechat-moments',
        timezone: 'America/New_York',
        // Half past ten in Shanghai is half past nine in the evening there.
        quietHours: { from: '20:00', to: '23:00' },
      });
      const post = await planned({ variants: versions(), feeds: [team.feed.id, other.id] });
      await runPass({ payload, now: Date.parse(at('10:30')) });
      expect(await releasesOf(payload, post.id)).toHaveLength(3);
      await open();
      const { cards, status } = await load(post);
      expect(status).toBe('released');
      expect((cards as { feed: string; state: string }[]).map(({ state }) => state).sort()).toEqual([
        'released',
        'released',
        'released',
        'withdrawn',
        'withdrawn',
        'withdrawn',
      ]);
    });
  });

  it('a thousand versions are refused in words, within a second', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({
      key: `v${n}`,
      segments: [team.segments.fresh.id],
      body: '一版',
    }));
    const began = performance.now();
    expect(await errorsOf(writePost(payload, team, { variants: many }))).toEqual([
      ['variants', '最多 20 项，现在有 1000 项，请去掉一些。'],
    ]);
    expect(performance.now() - began).toBeLessThan(1000);
    const steps = [{ key: 's', kind: 'sales', title: 't', variants: many }];
    const script = { ...aScript([]), phases: [{ key: 'on-sale', steps }] };
    expect(await errorsOf(make(payload, 'launch-scripts', script))).toEqual([
      ['phases.0.steps.0.variants', expect.stringMatching(/^最多 20 项/)],
    ]);
  });

  describe('a time that no plan reaches', () => {
    it.each(['9999-12-31T20:00:00+08:00', '0001-01-01T00:00:00Z', '12035-01-01T00:00:00Z'])(
      '%s is refused while writing',
      async (time) => {
        for (const field of ['scheduledAt', 'expiresAt']) {
          expect(await errorsOf(writePost(payload, team, { [field]: time }))).toEqual([
            [field, expect.stringMatching(/年份在 1900 到 2999 之间/)],
          ]);
        }
        expect(await errorsOf(make(payload, 'launch-scripts', { ...aScript([]), launchAt: time }))).toEqual([
          ['launchAt', expect.stringMatching(/年份/)],
        ]);
      },
    );

    it('another century is refused when it is submitted', async () => {
      const { id } = await writePost(payload, team, { scheduledAt: '2999-11-11T20:00:00+08:00' });
      expect(await submit(await contextFor(payload, team.editor, now), { id: String(id) })).toMatchObject({
        ok: false,
        status: 400,
        errors: [{ message: expect.stringMatching(/超过两年，请检查年份/) }],
      });
    });

    it.each(['9999-12-31T20:00:00.000Z', '9999-01-01T00:00:00.000Z'])(
      '%s stored past the doors: its post asks for approval again, the others go on',
      async (time) => {
        const [post, other] = [await planned(), await planned({ kind: 'persona' })];
        await raw('posts', post, { scheduledAt: time });
        await runPass({ payload, now: later });
        expect(await releasesOf(payload, post.id)).toEqual([]);
        expect(await load(post)).toMatchObject({ status: 'draft', statusReason: expect.any(String) });
        expect(await load(other)).toMatchObject({ status: 'released' });
      },
    );

    it('a thousand years as its end, stored past the doors, asks for approval again too', async () => {
      const post = await planned();
      await raw('posts', post, { expiresAt: '9999-12-31T20:00:00.000Z' });
      await runPass({ payload, now: later });
      expect(await load(post)).toMatchObject({ status: 'draft' });
    });
  });

  describe('a timezone that nobody knows', () => {
    const mars = 'Mars/Olympus_Mons';

    it('is refused wherever one is written', async () => {
      const refused = [['timezone', expect.stringMatching(/^不认识这个时区/)]];
      const feed = { name: '火星', channel: 'wechat-moments', timezone: mars };
      expect(await errorsOf(make(payload, 'feeds', feed))).toEqual(refused);
      expect(await errorsOf(make(payload, 'pools', { name: '火星', timezone: mars }))).toEqual(refused);
      expect(await errorsOf(make(payload, 'launch-scripts', { ...aScript([]), timezone: mars }))).toEqual(
        refused,
      );
      const settings = payload.updateGlobal({ slug: 'settings', data: { timezone: mars } });
      expect(await errorsOf(settings)).toEqual(refused);
      expect(await errorsOf(make(payload, 'feeds', { ...feed, timezone: '+08:00' }))).toEqual(refused);
    });

    it.each([
      ['of a feed alone', null],
      ['of a feed in a pool', 'feed'],
      ['of a pool', 'pool'],
    ])('stored past the doors (%s): its posts wait with a reason, the others go on', async (_, where) => {
      const pool = where && (await make(payload, 'pools', { name: '池', timezone: 'Asia/Shanghai' }));
      const feed = await make(payload, 'feeds', {
        name: '二店',
        channel: 'wechat-moments',
        timezone: 'Asia/Shanghai',
        members: [team.staff.id],
        ...(pool ? { pool: pool.id } : {}),
      });
      const [post, other] = [await planned({ feeds: [feed.id] }), await planned()];
      if (pool && where === 'pool') await raw('pools', pool, { timezone: mars });
      else await raw('feeds', feed, { timezone: mars });

      const pass = await runPass({ payload, now: later });
      expect(pass.failed).toEqual([]);
      expect(await releasesOf(payload, post.id)).toEqual([]);
      expect((await load(post)).statusReason).toMatch(/时区不对.*修好后会自动继续/);
      expect(await load(other)).toMatchObject({ status: 'released' });
      // Whoever looks at a screen or the desk sees the rest.
      expect(await homeOf(await contextFor(payload, team.manager, later))).toMatchObject({
        days: expect.any(Array),
      });
      const user = { ...team.staff, id: team.staff.id };
      const { day } = await readToday({ payload, user, now: later });
      expect(day.cards.length).toBe(1);

      // Mended, it goes on by itself.
      if (pool && where === 'pool') await raw('pools', pool, { timezone: 'Asia/Shanghai' });
      else await raw('feeds', feed, { timezone: 'Asia/Shanghai' });
      await runPass({ payload, now: later + 60_000 });
      expect(await load(post)).toMatchObject({ status: 'released' });
    });
  });
});
