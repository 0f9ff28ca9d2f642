import type { Payload } from 'payload';
import { beforeEach, expect, it, vi } from 'vitest';
import { approve } from '@/server/posts/approve';
import { recallPost } from '@/server/posts/recall';
import { requestChanges } from '@/server/posts/requestChanges';
import { resolvePost } from '@/server/posts/resolve';
import { reviewOf } from '@/server/posts/review';
import { submit } from '@/server/posts/submit';
import { withdraw } from '@/server/posts/withdraw';
import { runPass } from '@/server/scheduler/pass';
import {
  approvedPost,
  aTeam,
  clearWork,
  contextFor,
  releasesOf as entriesOf,
  type Made,
  make,
  type Team,
  writePost,
} from '../builders/team';
import { describeEachDatabase } from '../setup';

const hour = 3_600_000;
/** Ten in the morning in Shanghai; years away, since what an editor sees in between is planned by the real clock. */
const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string, day = '2035-11-23') => new Date(`${day}T${wall}:00+08:00`).toISOString();

const approved = (payload: Payload, team: Team, more: Record<string, unknown>, when = now) =>
  approvedPost(payload, team, more, when);

const load = async (payload: Payload, id: string | number) =>
  (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Made & {
    cards: { state: string; plannedAt: string | null; reason: string | null }[];
  };

interface Released {
  dueAt: string;
  content: { text: string };
  audience: { visibility: string };
}

const releasesOf = async (payload: Payload, post: string | number) =>
  (await entriesOf(payload, post)) as (Made & Released)[];

describeEachDatabase('the main job', (app) => {
  let team: Team;
  let payload: Payload;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    await make(payload, 'cap-rules', {
      name: '每天最多 3 条卖货',
      kinds: ['sales'],
      counts: 'daily',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 3,
    });
  });

  it('releases an approved post at its time, once, with its text as approved', async () => {
    const post = await approved(payload, team, { scheduledAt: at('12:00') });
    expect(post.status).toBe('approved');
    expect((await runPass({ payload, now: now + hour })).acted).toHaveLength(0);
    expect((await runPass({ payload, now: now + 2 * hour })).acted).toHaveLength(1);
    expect((await runPass({ payload, now: now + 2 * hour + 5000 })).acted).toHaveLength(0);
    const [release, ...more] = await releasesOf(payload, post.id);
    expect(more).toHaveLength(0);
    expect(release?.content.text).toBe('早安，{{staff.name}} 今天推荐新品燕麦。');
    expect(Date.parse(release?.dueAt ?? '')).toBe(now + 2 * hour);
    expect((await load(payload, post.id)).status).toBe('released');
  });

  it('defers the fourth sales post of the day to the next day and says why', async () => {
    for (const wall of ['11:00', '12:00', '13:00']) {
      await approved(payload, team, { title: `卖货 ${wall}`, scheduledAt: at(wall) });
    }
    const fourth = await approved(payload, team, { title: '第四条', scheduledAt: at('20:00') });
    expect(fourth.status).toBe('deferred');
    const seen = await load(payload, fourth.id);
    expect(seen.cards[0]?.plannedAt).toBe(at('20:00', '2035-11-24'));
    expect(String(seen.statusReason)).toContain('3/3');
    for (let step = 0; step < 14; step += 1) await runPass({ payload, now: now + step * hour });
    expect(await releasesOf(payload, fourth.id)).toHaveLength(0);
    await runPass({ payload, now: Date.parse(at('20:00', '2035-11-24')) });
    const [release] = await releasesOf(payload, fourth.id);
    expect(release?.dueAt && new Date(release.dueAt).toISOString()).toBe(at('20:00', '2035-11-24'));
  });

  it('gives each segment its own card, so that nobody sees two versions', async () => {
    const { fresh, regular, member } = team.segments;
    const post = await approved(payload, team, {
      scheduledAt: at('11:00'),
      audience: { visibility: 'except', segments: [member.id] },
      variants: [
        { key: 'fresh', segments: [fresh.id], body: '新客看这版' },
        { key: 'regular', segments: [regular.id], body: '老客看这版' },
      ],
    });
    await runPass({ payload, now: now + hour });
    const releases = await releasesOf(payload, post.id);
    expect(releases.map(({ variantKey, audience }) => [variantKey, audience.visibility]).sort()).toEqual([
      ['base', 'except'],
      ['fresh', 'only'],
      ['regular', 'only'],
    ]);
  });

  it('refuses an approval of anything but the present content, with 409', async () => {
    const post = await writePost(payload, team, { scheduledAt: at('12:00') });
    await submit(await contextFor(payload, team.editor, now), { id: String(post.id) });
    const outcome = await approve(await contextFor(payload, team.manager, now), {
      id: String(post.id),
      contentHash: 'a'.repeat(64),
    });
    expect(outcome).toMatchObject({ ok: false, status: 409 });
    expect((await load(payload, post.id)).status).toBe('in-review');
  });

  it('refuses an approver who changed the content', async () => {
    const post = await writePost(payload, team, { scheduledAt: at('12:00') });
    const boss = await contextFor(payload, team.manager, now);
    await payload.update({
      collection: 'posts',
      id: post.id,
      data: { body: '主管改过的文案' },
      overrideAccess: false,
      user: boss.req.user,
    });
    const submitted = await submit(boss, { id: String(post.id) });
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const given = { id: String(post.id), contentHash: String(submitted.value.contentHash) };
    expect(await approve(await contextFor(payload, team.manager, now), given)).toMatchObject({ status: 403 });
    expect(await approve(await contextFor(payload, team.otherManager, now), given)).toMatchObject({
      ok: true,
    });
  });

  it('lets an approval lapse when text, audience, a tag name or a price changes, and releases nothing', async () => {
    const product = await make(payload, 'products', { name: '燕麦', price: 39.9 });
    const changes: [string, (id: string | number) => Promise<unknown>][] = [
      ['text', (id) => payload.update({ collection: 'posts', id, data: { body: '改了' } })],
      [
        'day',
        (id) => payload.update({ collection: 'posts', id, data: { scheduledAt: at('12:00', '2035-11-25') } }),
      ],
      ['price', () => payload.update({ collection: 'products', id: product.id, data: { price: 49.9 } })],
      [
        'tag',
        () =>
          payload.update({
            collection: 'segments',
            id: team.segments.member.id,
            data: { wechatTag: '新会员' },
          }),
      ],
    ];
    for (const [name, change] of changes) {
      const post = await approved(payload, team, {
        scheduledAt: at('12:00'),
        body: '只要 {{product.price}} 元',
        product: product.id,
        audience: { visibility: 'except', segments: [team.segments.member.id] },
      });
      await change(post.id);
      const seen = await load(payload, post.id);
      expect([name, seen.status]).toEqual([name, 'draft']);
      await runPass({ payload, now: now + 2 * hour });
      expect([name, (await releasesOf(payload, post.id)).length]).toEqual([name, 0]);
    }
  });

  it('keeps the approval of a post that moves within its day, and releases at the new time', async () => {
    const post = await approved(payload, team, { scheduledAt: at('12:00') });
    await payload.update({ collection: 'posts', id: post.id, data: { scheduledAt: at('15:00') } });
    expect((await load(payload, post.id)).status).toBe('approved');
    await runPass({ payload, now: now + 2 * hour });
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
    await runPass({ payload, now: now + 5 * hour });
    expect(await releasesOf(payload, post.id)).toHaveLength(1);
  });

  it('never takes a status that a door brings', async () => {
    const post = await writePost(payload, team, {
      scheduledAt: at('12:00'),
      status: 'approved',
      inFlight: true,
    });
    expect((await load(payload, post.id)).status).toBe('draft');
    await payload.update({ collection: 'posts', id: post.id, data: { status: 'approved' } as never });
    expect((await load(payload, post.id)).status).toBe('draft');
  });

  it('locks a released post, withdraws the rest and recalls all of it', async () => {
    const post = await approved(payload, team, { scheduledAt: at('11:00') });
    await runPass({ payload, now: now + hour });
    await expect(
      payload.update({ collection: 'posts', id: post.id, data: { body: '偷偷改' } }),
    ).rejects.toThrow(/下发/);
    await payload.update({ collection: 'posts', id: post.id, data: { title: '换个名字' } });
    const recalled = await recallPost(await contextFor(payload, team.manager, now + hour), {
      id: String(post.id),
      reason: '价格写错',
    });
    expect(recalled).toMatchObject({ ok: true, value: { status: 'recalled' } });
    const [release] = await releasesOf(payload, post.id);
    expect(release?.recalledAt).toBeTruthy();
  });

  it('says of a list of releases which were recalled by one more query, not one a row', async () => {
    const posts = [
      await approved(payload, team, { scheduledAt: at('11:00'), kind: 'persona' }),
      await approved(payload, team, { scheduledAt: at('11:00'), kind: 'knowledge' }),
    ];
    await runPass({ payload, now: now + hour });
    const id = String(posts[0]?.id);
    await recallPost(await contextFor(payload, team.manager, now + hour), { id, reason: '价格写错' });
    const find = vi.spyOn(payload.db, 'find');
    const where = { post: { in: posts.map((post) => String(post.id)) }, type: { equals: 'release' } };
    const { docs } = await payload.find({ collection: 'releases', where, depth: 0, pagination: false });
    expect(find).toHaveBeenCalledTimes(2);
    find.mockRestore();
    expect(docs.map((doc) => [doc.post, Boolean(doc.recalledAt)])).toEqual(
      expect.arrayContaining(posts.map((post) => [String(post.id), String(post.id) === id])),
    );
  });

  it('a withdrawal answers with what was already out', async () => {
    const post = await approved(payload, team, { scheduledAt: at('12:00') });
    const outcome = await withdraw(await contextFor(payload, team.editor, now), { id: String(post.id) });
    expect(outcome).toMatchObject({ ok: true, value: { released: [], post: { status: 'draft' } } });
    await runPass({ payload, now: now + 2 * hour });
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
  });

  it('sends a post back with a comment, which stands on it', async () => {
    const post = await writePost(payload, team, { scheduledAt: at('12:00') });
    await submit(await contextFor(payload, team.editor, now), { id: String(post.id) });
    const boss = await contextFor(payload, team.manager, now);
    expect(await requestChanges(boss, { id: String(post.id), comment: ' ' })).toMatchObject({ status: 400 });
    expect(await requestChanges(boss, { id: String(post.id), comment: '换张图' })).toMatchObject({
      ok: true,
    });
    expect((await load(payload, post.id)).statusReason).toContain('换张图');
  });

  it('expires what is past its grace, with an entry and a reason', async () => {
    const post = await approved(payload, team, { scheduledAt: at('11:00') });
    await runPass({ payload, now: now + 4 * hour });
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
    const seen = await load(payload, post.id);
    expect([seen.status, Boolean(seen.statusReason)]).toEqual(['expired', true]);
  });

  it('holds and skips as the post says, and a person may still release a held card when there is room', async () => {
    for (const wall of ['11:00', '12:00', '13:00']) await approved(payload, team, { scheduledAt: at(wall) });
    const held = await approved(payload, team, { scheduledAt: at('14:00'), onConflict: 'hold' });
    const skipped = await approved(payload, team, { scheduledAt: at('15:00'), onConflict: 'skip' });
    for (let step = 1; step < 7; step += 1) await runPass({ payload, now: now + step * hour });
    expect((await load(payload, held.id)).status).toBe('held');
    expect((await load(payload, skipped.id)).status).toBe('skipped');
    const today = await contextFor(payload, team.manager, now + 7 * hour);
    expect(await resolvePost(today, { id: String(held.id), action: 'release-now' })).toMatchObject({
      status: 409,
    });
    const tomorrow = await contextFor(payload, team.manager, now + 24 * hour);
    const released = await resolvePost(tomorrow, { id: String(held.id), action: 'release-now' });
    expect(released).toMatchObject({ ok: true, value: { status: 'released' } });
  });

  it('says before the approval what would become of each card', async () => {
    for (const wall of ['11:00', '12:00', '13:00']) await approved(payload, team, { scheduledAt: at(wall) });
    const fourth = await writePost(payload, team, { scheduledAt: at('14:00') });
    const review = await reviewOf(await contextFor(payload, team.manager, now), String(fourth.id));
    expect(review).toMatchObject({ ok: true, value: { problems: [], forecast: [{ outcome: 'defer' }] } });
  });

  it('keeps the forecast and the proof beside the approval as they were, and not in its hash', async () => {
    for (const wall of ['11:00', '12:00']) await approved(payload, team, { scheduledAt: at(wall) });
    const draft = await writePost(payload, team, { title: '第三条', scheduledAt: at('13:00') });
    const id = String(draft.id);
    const before = await reviewOf(await contextFor(payload, team.manager, now), id);
    if (!before.ok) throw new Error(JSON.stringify(before));
    expect(before.value.proofs).toMatchObject([{ holds: true, holders: [{}, {}] }]);
    expect(before.value.proofs[0]?.fullest.zh).toContain('3/3');
    await submit(await contextFor(payload, team.editor, now), { id });
    const given = { id, contentHash: before.value.contentHash };
    expect(await approve(await contextFor(payload, team.manager, now), given)).toMatchObject({ ok: true });
    const evidence = async () =>
      (
        await payload.find({
          collection: 'approvals',
          where: { subject: { equals: `posts:${id}` } },
          sort: '-n',
        })
      ).docs[0]?.evidence;
    const { forecast, proofs, contentHash } = before.value;
    expect(await evidence()).toEqual(JSON.parse(JSON.stringify({ forecast, proofs })));
    await approved(payload, team, { title: '抢先', scheduledAt: at('10:30'), priority: 9 });
    const after = await reviewOf(await contextFor(payload, team.manager, now), id);
    if (!after.ok) throw new Error(JSON.stringify(after));
    expect(after.value.forecast).toMatchObject([{ outcome: 'defer' }]);
    expect(after.value.forecast[0]?.holders.map(({ title }) => title)).toContain('抢先');
    expect(after.value.contentHash).toBe(contentHash);
    expect(await evidence()).toEqual(JSON.parse(JSON.stringify({ forecast, proofs })));
  });

  it('keeps a post in review approvable when the settings change what an approval covers', async () => {
    const post = await writePost(payload, team, { scheduledAt: at('12:00') });
    await submit(await contextFor(payload, team.editor, now), { id: String(post.id) });
    await payload.updateGlobal({ slug: 'settings', data: { approvalCovers: 'instant' } });
    const { contentHash } = await load(payload, post.id);
    const given = { id: String(post.id), contentHash: String(contentHash) };
    expect(await approve(await contextFor(payload, team.manager, now), given)).toMatchObject({ ok: true });
    await payload.updateGlobal({ slug: 'settings', data: { approvalCovers: 'day' } });
  });

  it('F17 a rule lowered to 1 after two releases stops the third; raised, it goes', async () => {
    const [rule] = (await payload.find({ collection: 'cap-rules', limit: 1 })).docs;
    const third = await approved(payload, team, { scheduledAt: at('13:00') });
    await approved(payload, team, { scheduledAt: at('11:00') });
    await approved(payload, team, { scheduledAt: at('12:00') });
    await runPass({ payload, now: now + hour });
    await runPass({ payload, now: now + 2 * hour });
    await payload.update({ collection: 'cap-rules', id: rule?.id ?? '', data: { limit: 1 } });
    await runPass({ payload, now: now + 3 * hour });
    expect(await releasesOf(payload, third.id)).toHaveLength(0);
    expect((await load(payload, third.id)).status).toBe('deferred');
    await payload.update({ collection: 'cap-rules', id: rule?.id ?? '', data: { limit: 3 } });
    await runPass({ payload, now: now + 4 * hour });
    expect(await releasesOf(payload, third.id)).toHaveLength(1);
  });
});
