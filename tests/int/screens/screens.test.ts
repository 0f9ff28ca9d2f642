import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { submitScript } from '@/server/launches/submit';
import { approve } from '@/server/posts/approve';
import { reviewOf } from '@/server/posts/review';
import { submit } from '@/server/posts/submit';
import { beat } from '@/server/scheduler/heartbeat';
import { runPass } from '@/server/scheduler/pass';
import { homeOf } from '@/server/screens/home';
import { approvalQueue, queueCount, scriptQueue } from '@/server/screens/queue';
import { panelWorld } from '@/server/screens/world';
import { aScript, writeScript } from '../../builders/launch';
import { aTeam, contextFor, make, type Team, writePost } from '../../builders/team';
import { describeEachDatabase } from '../../setup';

const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string) => new Date(`2035-11-23T${wall}:00+08:00`).toISOString();

describeEachDatabase('the screens of the admin', (app) => {
  let payload: Payload;
  let team: Team;

  const waiting = async (more: Record<string, unknown>): Promise<string> => {
    const id = String((await writePost(payload, team, more)).id);
    const submitted = await submit(await contextFor(payload, team.editor, now), { id });
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    return id;
  };
  const approved = async (more: Record<string, unknown>): Promise<string> => {
    const id = await waiting(more);
    const { contentHash } = await payload.findByID({ collection: 'posts', id, depth: 0 });
    const ctx = await contextFor(payload, team.manager, now);
    const outcome = await approve(ctx, { id, contentHash: String(contentHash) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return id;
  };

  beforeEach(async () => {
    payload = app.payload;
    for (const collection of [
      'posts',
      'approvals',
      'releases',
      'fences',
      'heartbeats',
      'cap-rules',
      'launch-scripts',
      'segments',
      'segment-dimensions',
      'feeds',
    ]) {
      await payload.db.deleteMany({ collection: collection as never, where: {} });
    }
    team = await aTeam(payload);
    const rule = { counts: 'daily', window: { unit: 'day' } };
    await make(payload, 'cap-rules', {
      ...rule,
      name: '卖货',
      kinds: ['sales'],
      scope: 'customer',
      limit: 1,
    });
    await make(payload, 'cap-rules', {
      ...rule,
      name: '社群',
      kinds: [],
      channels: ['group'],
      scope: 'feed',
      limit: 4,
    });
  });

  it('queue: soonest first, only what waits', async () => {
    const late = await waiting({ title: '晚', scheduledAt: at('20:00') });
    const soon = await waiting({ title: '早', scheduledAt: at('12:00') });
    await writePost(payload, team, { title: '草稿', scheduledAt: at('11:00') });
    const ctx = await contextFor(payload, team.manager, now);
    expect((await approvalQueue(ctx)).map(({ id }) => id)).toEqual([soon, late]);
    expect(await queueCount(ctx)).toBe(2);
  });

  it('queue: staff see none of it', async () => {
    await waiting({ scheduledAt: at('12:00') });
    await expect(queueCount(await contextFor(payload, team.staff, now))).rejects.toThrow();
  });

  it('queue: launch scripts that wait, with who submitted each; home and the count have them too', async () => {
    const post = await waiting({ title: '内容', scheduledAt: at('12:00') });
    const script = async (name: string, launchAt: string) => {
      const { id } = await writeScript(payload, team, aScript([], { name, launchAt }));
      return String(id);
    };
    const late = await script('年货节', '2035-12-20T20:00:00+08:00');
    const soon = await script('燕麦上市', '2035-11-30T20:00:00+08:00');
    await script('还在写', '2035-11-25T20:00:00+08:00');
    for (const id of [late, soon]) {
      const submitted = await submitScript(await contextFor(payload, team.editor, now), { id });
      if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    }
    const ctx = await contextFor(payload, team.manager, now);
    const launchAt = Date.parse('2035-11-30T20:00:00+08:00');
    const scripts = await scriptQueue(ctx);
    expect(scripts.map(({ id }) => id)).toEqual([soon, late]);
    expect(scripts[0]).toEqual({
      id: soon,
      title: '燕麦上市',
      at: launchAt,
      zone: 'Asia/Shanghai',
      by: '小编',
      submittedAt: now,
      changed: 0,
    });
    const home = await homeOf(ctx);
    expect(home.waitingScripts.map(({ title }) => title)).toEqual(['燕麦上市', '年货节']);
    expect(home.waiting.map(({ id }) => id)).toEqual([post]);
    expect(await queueCount(ctx)).toBe(3);
  });

  it('home: a full day as a meter in words, and the deferred card on the day it goes out', async () => {
    await approved({ title: '第一条', scheduledAt: at('12:00') });
    const second = await approved({ title: '第二条', scheduledAt: at('20:00') });
    await runPass({ payload, now });
    const home = await homeOf(await contextFor(payload, team.editor, now));
    const [today, tomorrow] = home.days;
    expect(today?.pools[0]?.meters).toMatchObject([{ kinds: ['sales'], count: 1, limit: 1 }]);
    expect(today?.pools[0]?.meters[0]?.words).toContain('已满 1/1');
    expect(today?.cards.map(({ title, state }) => [title, state])).toEqual([['第一条', 'planned']]);
    expect(tomorrow?.cards.map(({ title, state }) => [title, state])).toEqual([['第二条', 'deferred']]);
    expect(home.attention).toMatchObject([{ id: second, status: 'deferred' }]);
    expect(home.attention[0]?.reason).toContain('《第一条》');
  });

  it('home: what will stop for a person is on its day and among what needs one, before its time', async () => {
    await approved({ title: '第一条', scheduledAt: at('12:00') });
    const second = await approved({ title: '第二条', scheduledAt: at('20:00'), dayBound: true });
    await approved({ title: '第三条', scheduledAt: at('21:00'), onConflict: 'skip' });
    await runPass({ payload, now });
    const home = await homeOf(await contextFor(payload, team.editor, now));
    expect(home.days[0]?.cards.map(({ title, state }) => [title, state])).toEqual([
      ['第一条', 'planned'],
      ['第二条', 'will-hold'],
      ['第三条', 'will-skip'],
    ]);
    // To skip it is what its editor chose.
    expect(home.attention).toMatchObject([{ id: second, fate: 'will-hold', status: 'approved' }]);
    expect(home.attention[0]?.reason).toContain('《第一条》');
  });

  it('home: says when no scheduler has passed for three minutes', async () => {
    const ctx = await contextFor(payload, team.editor, now);
    expect((await homeOf(ctx)).scheduler).toMatchObject({ silent: true, last: null });
    await beat(payload, { process: 'test', now: now - 179_000, milliseconds: 1, problem: null });
    expect((await homeOf(ctx)).scheduler.silent).toBe(false);
    expect((await homeOf({ ...ctx, now: now + 5_000 })).scheduler.silent).toBe(true);
  });

  it('proof: names the rules that concern the post, and no other', async () => {
    const id = await waiting({ scheduledAt: at('12:00') });
    const review = await reviewOf(await contextFor(payload, team.manager, now), id);
    if (!review.ok) throw new Error(JSON.stringify(review));
    const { proofs } = review.value;
    expect(proofs).toHaveLength(1);
    expect(proofs[0]).toMatchObject({ holds: true, holders: [] });
    expect(proofs[0]?.sentence.zh).toBe('任何一位客户当天最多 1 条日常卖货（按下发计）');
    expect(proofs[0]?.fullest.zh).toContain('1/1');
  });

  it('panel: an editor previews as staff without seeing their profiles', async () => {
    const data = { profile: { wechatId: 'secret-id' } };
    await payload.update({ collection: 'users', id: team.staff.id, data, depth: 0 });
    const world = await panelWorld(await contextFor(payload, team.editor, now));
    expect(world.people).toMatchObject([{ name: '小林', wechatId: null, closed: true }]);
    expect(world.feeds.map(({ name }) => name)).toEqual(['总店朋友圈']);
    const seen = await panelWorld(await contextFor(payload, team.manager, now));
    expect(seen.people).toMatchObject([{ name: '小林', wechatId: 'secret-id', closed: false }]);
  });
});
