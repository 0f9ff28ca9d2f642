import type { Payload } from 'payload';
import { beforeEach, expect, it, vi } from 'vitest';
import { resolvePost } from '@/server/posts/resolve';
import { withdraw } from '@/server/posts/withdraw';
import { type Memory, runPass } from '@/server/scheduler/pass';
import {
  approvedPost,
  aTeam,
  clearWork,
  contextFor,
  type Made,
  make,
  releasesOf,
  type Team,
} from '../builders/team';
import { describeEachDatabase } from '../setup';

/** Years away: what editors see in between is planned by the real clock. */
const day = '2035-11-23';
const at = (wall: string, on = day) => new Date(`${on}T${wall}:00+08:00`).toISOString();
const instant = (wall: string, on = day) => Date.parse(at(wall, on));
const now = instant('10:00');

describeEachDatabase('releasing by hand', (app) => {
  let payload: Payload;
  let team: Team;

  const approved = (more: Record<string, unknown>) => approvedPost(payload, team, more, now);

  const rule = (more: Record<string, unknown>) =>
    make(payload, 'cap-rules', { kinds: ['sales'], counts: 'all', scope: 'customer', ...more });

  const oneADay = () => rule({ name: '每天最多 1 条卖货', window: { unit: 'day' }, limit: 1 });

  const releaseNow = async (post: Made, when: number) =>
    resolvePost(await contextFor(payload, team.editor, when), { id: String(post.id), action: 'release-now' });

  /** What editors see of a post: its status, and of each card where it stands and when it goes out. */
  const shown = async ({ id }: Made) => {
    const post = await payload.findByID({ collection: 'posts', id, depth: 0 });
    const { status, cards } = post as unknown as Made & { cards: Record<string, unknown>[] };
    return { status, cards: cards.map(({ state, plannedAt }) => ({ state, plannedAt })) };
  };

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    await payload.updateGlobal({ slug: 'settings', data: { stopped: false } });
    team = await aTeam(payload);
  });

  it('where it is refused, what editors see stays what the scheduler does', async () => {
    await oneADay();
    await approved({ scheduledAt: at('10:30') });
    const second = await approved({ scheduledAt: at('11:00') });
    const third = await approved({ scheduledAt: at('12:00') });
    const memory: Memory = new Map();
    for (const wall of ['10:30', '10:31']) await runPass({ payload, now: instant(wall), memory });
    const refused = await releaseNow(second, instant('11:30'));
    expect(refused).toMatchObject({ ok: false, status: 409 });
    // What its editor chose for a conflict is to defer it.
    expect(JSON.stringify(refused)).not.toMatch(/on-conflict|等人处理/);
    await runPass({ payload, now: instant('11:31'), memory });
    const deferredTo = (plannedAt: string) => ({
      status: 'deferred',
      cards: [{ state: 'deferred', plannedAt }],
    });
    expect(await shown(second)).toEqual(deferredTo(at('11:00', '2035-11-24')));
    expect(await shown(third)).toEqual(deferredTo(at('12:00', '2035-11-25')));
  });

  it('where it is refused, no other post is late by a place that it never had', async () => {
    await rule({ name: '间隔 1 小时', window: { unit: 'day' }, limit: null, minGapMinutes: 60 });
    await approved({ scheduledAt: at('10:00') });
    const second = await approved({ scheduledAt: at('10:10') });
    const third = await approved({ scheduledAt: at('10:20'), onLate: 'skip' });
    await runPass({ payload, now });
    expect(await releaseNow(second, instant('10:30'))).toMatchObject({ ok: false, status: 409 });
    // Nobody makes a pass for some minutes: the second is late, and the third is not yet due.
    for (const wall of ['11:05', '12:05']) await runPass({ payload, now: instant(wall) });
    expect(await releasesOf(payload, third.id)).toMatchObject([{ dueAt: at('12:05') }]);
  });

  const refusedFor = (code: string) => ({ ok: false, status: 409, errors: [{ data: { code } }] });

  it('nothing goes out before the day that was approved', async () => {
    await oneADay();
    await approved({ scheduledAt: at('10:30', '2035-11-30') });
    const second = await approved({ scheduledAt: at('11:00', '2035-11-30') });
    expect(await shown(second)).toMatchObject({ status: 'deferred' });
    expect(await releaseNow(second, instant('23:59', '2035-11-29'))).toMatchObject(refusedFor('too-early'));
    expect(await releasesOf(payload, second.id)).toHaveLength(0);
    expect(await shown(second)).toMatchObject({ status: 'deferred' });
    // The day's first place is taken by whoever asks first.
    expect(await releaseNow(second, instant('00:00', '2035-11-30'))).toMatchObject({ ok: true });
  });

  it('nor before the instant, where that was approved', async () => {
    await payload.updateGlobal({ slug: 'settings', data: { approvalCovers: 'instant' } });
    await rule({ name: '间隔 1 小时', window: { unit: 'day' }, limit: null, minGapMinutes: 60 });
    await approved({ scheduledAt: at('12:00') });
    const second = await approved({ scheduledAt: at('12:10') });
    await payload.updateGlobal({ slug: 'settings', data: { approvalCovers: 'day' } });
    expect(await releaseNow(second, instant('10:30'))).toMatchObject(refusedFor('too-early'));
    expect(await releasesOf(payload, second.id)).toHaveLength(0);
  });

  it('sends the card that waits for a person, and none that is over', async () => {
    const pool = await make(payload, 'pools', { name: '共用', timezone: 'Asia/Shanghai' });
    await payload.update({ collection: 'feeds', id: team.feed.id, data: { pool: pool.id as never } });
    const other = await make(payload, 'feeds', {
      name: '另一组',
      pool: pool.id,
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      quietHours: { from: null, to: null },
    });
    await approved({ scheduledAt: at('10:10') });
    const post = await approved({
      scheduledAt: at('10:30'),
      onConflict: 'hold',
      feeds: [team.feed.id, other.id],
    });
    await rule({
      name: '这组一天 1 条',
      window: { unit: 'day' },
      scope: 'feed',
      feeds: [team.feed.id],
      limit: 1,
    });
    await payload.update({ collection: 'feeds', id: other.id, data: { active: false } });
    for (const wall of ['10:10', '10:30', '12:31']) await runPass({ payload, now: instant(wall) });
    await payload.update({ collection: 'feeds', id: other.id, data: { active: true } });
    expect((await shown(post)).cards.map(({ state }) => state)).toEqual(['held', 'expired']);
    await payload.delete({ collection: 'cap-rules', where: {} });
    expect(await releaseNow(post, instant('12:40'))).toMatchObject({ ok: true });
    expect(await releasesOf(payload, post.id)).toMatchObject([{ feed: String(team.feed.id) }]);
  });

  it('what was withdrawn meanwhile is refused, with what became of it', async () => {
    await oneADay();
    await approved({ scheduledAt: at('10:30') });
    const second = await approved({ scheduledAt: at('11:00') });
    const ctx = await contextFor(payload, team.editor, instant('11:30'));
    const { find } = payload.db;
    // The rules are read once it is clear that the post may be sent.
    const spy = vi.spyOn(payload.db, 'find').mockImplementation(async (args) => {
      if (args.collection === 'cap-rules') {
        spy.mockRestore();
        expect(await withdraw(ctx, { id: String(second.id) })).toMatchObject({ ok: true });
      }
      return find.call(payload.db, args);
    });
    const sent = await resolvePost(ctx, { id: String(second.id), action: 'release-now' });
    expect(sent).toMatchObject({ ok: false, errors: [{ data: { code: 'wrong-status', status: 'draft' } }] });
  });

  it('what is bound to its day goes out on no other', async () => {
    await oneADay();
    await approved({ scheduledAt: at('10:30') });
    const bound = await approved({ scheduledAt: at('11:00'), dayBound: true });
    for (const wall of ['10:30', '11:00']) await runPass({ payload, now: instant(wall) });
    expect(await shown(bound)).toMatchObject({ status: 'held' });
    const next = instant('11:00', '2035-11-24');
    expect(await releaseNow(bound, next)).toMatchObject(refusedFor('day-bound'));
    expect(await releasesOf(payload, bound.id)).toHaveLength(0);
  });
});
