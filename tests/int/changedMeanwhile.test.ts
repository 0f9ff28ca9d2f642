import type { Payload } from 'payload';
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import { catchUp } from '@/server/catchUp/report';
import { simulate } from '@/server/plan/simulate';
import { approve } from '@/server/posts/approve';
import { resolvePost } from '@/server/posts/resolve';
import { reviewOf } from '@/server/posts/review';
import { submit } from '@/server/posts/submit';
import { runPass } from '@/server/scheduler/pass';
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

const hour = 3_600_000;
const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string) => new Date(`2035-11-23T${wall}:00+08:00`).toISOString();

describeEachDatabase('what posts use changes meanwhile', (app) => {
  let payload: Payload;
  let team: Team;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
  });

  const rule = (counts: 'all' | 'daily') =>
    make(payload, 'cap-rules', {
      name: '每天最多 1 条卖货',
      kinds: ['sales'],
      counts,
      scope: 'customer',
      window: { unit: 'day' },
      limit: 1,
    });
  const load = async (id: Made['id']) =>
    (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Made & {
      statusReason: string | null;
      cards: { feed: string; state: string; reason: string | null }[];
    };
  const statesOf = async (id: Made['id']) => (await load(id)).cards.map(({ state }) => state).sort();
  /** As the manager would over REST. */
  const change = async (collection: 'products' | 'media', id: Made['id'], data: object, file?: Buffer) => {
    const { req } = await contextFor(payload, team.manager, now);
    return payload.update({
      collection,
      id,
      data,
      req,
      user: req.user,
      overrideAccess: false,
      ...(file ? { file: { data: file, mimetype: 'image/png', name: 'b.png', size: file.length } } : {}),
    });
  };
  const png = (background: string) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  const picture = async (): Promise<Made> => {
    const data = await png('#c96');
    const file = { data, mimetype: 'image/png', name: 'a.png', size: data.length };
    return (await payload.create({ collection: 'media', data: {}, file })) as unknown as Made;
  };

  it('naming a launch that nobody approved takes no post out of the daily count', async () => {
    await rule('daily');
    const script = await make(payload, 'launch-scripts', {
      name: '随便',
      launchAt: at('20:00'),
      timezone: 'Asia/Shanghai',
    });
    const posts = [
      await approvedPost(payload, team, { scheduledAt: at('10:30') }, now),
      await approvedPost(payload, team, { scheduledAt: at('11:00'), launchScript: script.id }, now),
    ];
    for (const hours of [0.5, 1]) await runPass({ payload, now: now + hours * hour });
    expect(await Promise.all(posts.map(async ({ id }) => (await load(id)).status))).toEqual([
      'released',
      'deferred',
    ]);
    // Once it is approved, it does.
    await payload.db.updateOne({ collection: 'launch-scripts', id: script.id, data: { status: 'approved' } });
    await runPass({ payload, now: now + 1.1 * hour });
    expect((await load(posts[1]?.id ?? '')).status).toBe('released');
  });

  it('a manager sees the launch that a post names', async () => {
    const script = await make(payload, 'launch-scripts', {
      name: '随便',
      launchAt: at('20:00'),
      timezone: 'Asia/Shanghai',
    });
    const post = await writePost(payload, team, { scheduledAt: at('11:00'), launchScript: script.id });
    const review = await reviewOf(await contextFor(payload, team.manager, now), String(post.id));
    expect(review).toMatchObject({ ok: true, value: { view: { launch: { name: '随便' } } } });
  });

  it('a price that changes when a part is out takes the rest back, and says what to do', async () => {
    await rule('all');
    const product = await make(payload, 'products', { name: '燕麦', price: 39 });
    const other = await make(payload, 'feeds', {
      name: '二店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
    await approvedPost(payload, team, { scheduledAt: at('10:30'), feeds: [other.id] }, now);
    const more = {
      scheduledAt: at('11:00'),
      feeds: [team.feed.id, other.id],
      product: product.id,
      body: '只要 {{product.price}} 元',
    };
    const post = await approvedPost(payload, team, more, now);
    for (const hours of [0.5, 1]) await runPass({ payload, now: now + hours * hour });
    expect(await statesOf(post.id)).toEqual(['deferred', 'released']);

    await change('products', product.id, { price: 35 });
    expect(await statesOf(post.id)).toEqual(['released', 'withdrawn']);
    expect((await load(post.id)).statusReason).toContain('更正');
    const ctx = await contextFor(payload, team.manager, now + 1.1 * hour);
    for (const how of [{ action: 'release-now' as const }, { action: 'move' as const, at: now + 3 * hour }])
      expect(await resolvePost(ctx, { id: String(post.id), ...how })).toMatchObject({
        ok: false,
        status: 409,
      });
    await runPass({ payload, now: now + 26 * hour });
    expect(await releasesOf(payload, post.id)).toHaveLength(1);
  });

  it('who changes a price or a picture of a draft has changed the draft', async () => {
    const product = await make(payload, 'products', { name: '燕麦', price: 39 });
    const image = await picture();
    const changes = [
      () => change('products', product.id, { price: 35 }),
      async () => change('media', image.id, {}, await png('#369')),
      () => change('media', image.id, { alt: '加我私人微信' }),
    ];
    for (const write of changes) {
      const body = '只要 {{product.price}} 元';
      const post = await writePost(payload, team, {
        scheduledAt: at('11:00'),
        product: product.id,
        images: [image.id],
        body,
      });
      const id = String(post.id);
      await write();
      const submitted = await submit(await contextFor(payload, team.editor, now), { id });
      if (!submitted.ok) throw new Error(JSON.stringify(submitted));
      const contentHash = String(submitted.value.contentHash);
      const given = { id, contentHash };
      expect(await approve(await contextFor(payload, team.manager, now), given)).toMatchObject({
        ok: false,
        errors: [{ data: { code: 'own-change' } }],
      });
      expect(await approve(await contextFor(payload, team.otherManager, now), given)).toMatchObject({
        ok: true,
      });
    }
  });

  it('a new description of a picture needs a new approval, and the trail names who made it lapse', async () => {
    const image = await picture();
    const post = await approvedPost(payload, team, { scheduledAt: at('11:00'), images: [image.id] }, now);
    await change('media', image.id, { alt: '加我私人微信' });
    expect((await load(post.id)).status).toBe('draft');
    const { docs } = await payload.find({ collection: 'approvals', sort: '-n', limit: 1 });
    expect(docs[0]).toMatchObject({ decision: 'lapsed', byName: '王主管' });
  });

  it('a card of a feed that is switched off says so while it waits, and is ended and reported once it is too late', async () => {
    const post = await approvedPost(payload, team, { scheduledAt: at('12:00') }, now);
    const turn = (active: boolean) =>
      payload.update({ collection: 'feeds', id: team.feed.id, data: { active } });
    await turn(false);
    const passAt = (wall: string) => runPass({ payload, now: Date.parse(at(wall)) });
    await passAt('11:00');
    expect(await load(post.id)).toMatchObject({
      status: 'approved',
      statusReason: expect.stringContaining('停用了'),
      cards: [{ state: 'planned', reason: expect.stringContaining('停用了') }],
    });
    const editor = await contextFor(payload, team.editor, Date.parse(at('11:00')));
    const week = { from: '2035-11-23', to: '2035-11-30' };
    const answer = await simulate(editor, week);
    const explanation = expect.stringContaining('停用了');
    expect(answer.ok && answer.value.decisions).toMatchObject([{ outcome: 'expire', explanation }]);
    await turn(true);
    await passAt('11:30');
    expect(await load(post.id)).toMatchObject({ statusReason: null, cards: [{ state: 'planned' }] });
    await turn(false);
    await passAt('15:00');
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
    const ended = await load(post.id);
    expect(ended).toMatchObject({ status: 'expired', cards: [{ state: 'expired' }] });
    expect(ended.statusReason).toMatch(/停用了.*错过了/);
    const manager = await contextFor(payload, team.manager, Date.parse(at('15:00')));
    expect(await catchUp(manager, now)).toMatchObject({ expired: [{ post: String(post.id), explanation }] });
  });

  it('neither feed nor pool changes its day once it has released', async () => {
    const pool = await make(payload, 'pools', { name: '同一批', timezone: 'Asia/Shanghai' });
    const pooled = await make(payload, 'feeds', {
      name: '二店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      pool: pool.id,
    });
    const timezone = 'America/Los_Angeles';
    await payload.update({ collection: 'pools', id: pool.id, data: { timezone } });
    await payload.update({ collection: 'pools', id: pool.id, data: { timezone: 'Asia/Shanghai' } });
    const feeds = [team.feed.id, pooled.id];
    await approvedPost(payload, team, { scheduledAt: at('11:00'), feeds }, now);
    await runPass({ payload, now: now + hour });
    for (const id of feeds)
      await expect(payload.update({ collection: 'feeds', id, data: { timezone } })).rejects.toMatchObject({
        status: 400,
      });
    await expect(
      payload.update({ collection: 'pools', id: pool.id, data: { timezone } }),
    ).rejects.toMatchObject({
      status: 400,
    });
  });
});
