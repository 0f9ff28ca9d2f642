import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { readableRelease } from '@/server/desk/ownRelease';
import type { DeskUser } from '@/server/desk/today';
import { loadLogs } from '@/server/posts/references';
import { runPass } from '@/server/scheduler/pass';
import { refreshLogs } from '@/server/scheduler/refresh';
import { previewResume, resume, stopEverything } from '@/server/stop/stop';
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
import { type App, openApp } from './access/app';

const minute = 60_000;
/** Ten in the morning in Shanghai, years away: what happens in between is planned by the real clock. */
const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string) => new Date(`2035-11-23T${wall}:00+08:00`).toISOString();
const instant = (wall: string) => Date.parse(at(wall));

const ok = <T>(outcome: { ok: true; value: T } | { ok: false }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
};

describeEachDatabase('紧急停发', (app) => {
  let payload: Payload;
  let team: Team;

  const as = (person: Made, when: number) => contextFor(payload, person, when);
  const settings = async () =>
    (await payload.findGlobal({ slug: 'settings', depth: 0 })) as unknown as Record<string, unknown>;
  const told = async () =>
    (
      await payload.find({
        collection: 'decision-log',
        where: { what: { in: ['stopped', 'resumed'] } },
        sort: ['at'],
        limit: 0,
      })
    ).docs;
  const approved = (wall: string, more: Record<string, unknown> = {}) =>
    approvedPost(payload, team, { title: wall, kind: 'persona', scheduledAt: at(wall), ...more }, now);

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    await payload.updateGlobal({
      slug: 'settings',
      data: { stopped: false, stoppedAt: null, stoppedBy: null, graceMinutes: 120 },
    });
    await payload.db.deleteMany({ collection: 'decision-log', where: {} });
    team = await aTeam(payload);
  });

  it('keeps who stopped, when and why, and nothing goes out from then on', async () => {
    const post = await approved('12:00');
    const stopped = ok(await stopEverything(await as(team.editor, now), { reason: ' 价格写错了 ' }));
    expect(stopped).toMatchObject({ stopped: true, at: now, byName: '小编', reason: '价格写错了' });
    expect((await runPass({ payload, now: instant('12:00') })).stopped).toBe(true);
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
    expect(await settings()).toMatchObject({ stopped: true, stoppedReason: '价格写错了' });
    expect(await told()).toMatchObject([{ what: 'stopped', byName: '小编', why: { zh: '价格写错了' } }]);
  });

  it('closes the files of what is out: staff get none until it is resumed, managers still look at them', async () => {
    const post = await approved('12:00');
    await runPass({ payload, now: instant('12:00') });
    const [release] = await releasesOf(payload, post.id);
    const files = async (person: Made) => {
      const { req, actor } = await as(person, instant('12:01'));
      const who = { payload, user: req.user as unknown as DeskUser, actor };
      return (await readableRelease(who, String(release?.id)))?.release ?? null;
    };
    expect(await files(team.staff)).toBe(String(release?.id));
    await stopEverything(await as(team.editor, instant('12:01')), { reason: '图上的价格错了' });
    expect(await files(team.staff)).toBeNull();
    expect(await files(team.manager)).toBe(String(release?.id));
  });

  it('takes its place in every log, so that a pass under way with the old settings ends at its next entry', async () => {
    await approved('12:00');
    const memory = new Map();
    await runPass({ payload, now, memory });
    const logs = await loadLogs(payload);
    ok(await stopEverything(await as(team.editor, now), { reason: '停' }));
    const { docs } = await payload.find({
      collection: 'releases',
      where: { type: { equals: 'void' } },
      sort: '-seq',
    });
    expect(
      docs
        .map(({ log }) => log)
        .filter((log, n, all) => all.indexOf(log) === n)
        .sort(),
    ).toEqual(logs);
    expect(docs[0]).toMatchObject({ reason: 'stop', by: String(team.editor.id) });
    expect((await runPass({ payload, now: instant('12:00'), memory })).acted).toHaveLength(0);
  });

  it('racing a pass under way: whatever went out lies before the stop in its log', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await approved('12:00', { title: `内容${n}` });
    const when = instant('12:00');
    const passes = [runPass({ payload, now: when }), runPass({ payload, now: when + 1 })];
    ok(await stopEverything(await as(team.editor, when), { reason: '停' }));
    await Promise.all(passes);
    await runPass({ payload, now: when + minute });
    const { docs } = await payload.find({ collection: 'releases', sort: 'seq', limit: 0, pagination: false });
    const stop = docs.findIndex(({ type, reason }) => type === 'void' && reason === 'stop');
    expect(stop).toBeGreaterThanOrEqual(0);
    expect(docs.slice(stop).filter(({ type }) => type === 'release')).toEqual([]);
  });

  it('a settings form that was open is saved past it, and ends no stop', async () => {
    const { req } = await as(team.manager, now);
    const save = () =>
      payload.updateGlobal({
        slug: 'settings',
        data: { brand: '早谷', stopped: false, stoppedReason: null },
        overrideAccess: false,
        user: req.user,
        depth: 0,
      });
    await Promise.allSettled([save(), stopEverything(await as(team.editor, now), { reason: '停' }), save()]);
    ok(await stopEverything(await as(team.editor, now), { reason: '停' }));
    await save();
    expect(await settings()).toMatchObject({ stopped: true, stoppedReason: '停', brand: '早谷' });
    expect((await told()).filter(({ what }) => what === 'stopped')).toHaveLength(1);
  });

  it('twice is once, also at the same moment', async () => {
    const first = ok(await stopEverything(await as(team.editor, now), { reason: '一' }));
    const again = ok(await stopEverything(await as(team.manager, now + minute), { reason: '二' }));
    expect(again).toMatchObject({ at: first.at, byName: '小编', reason: '一' });
    expect(await told()).toHaveLength(1);
    const ctx = await as(team.manager, now + minute);
    const other = await as(team.otherManager, now + minute + 1);
    await Promise.all([resume(ctx, { reason: '好了' }), resume(other, { reason: '好了' })]);
    expect((await told()).map(({ what }) => what)).toEqual(['stopped', 'resumed']);
  });

  it('is stopped by editors and managers, resumed by managers, and by nobody without a reason', async () => {
    expect(await stopEverything(await as(team.staff, now), { reason: '停' })).toMatchObject({ status: 403 });
    expect(await stopEverything(await as(team.editor, now), { reason: '  ' })).toMatchObject({ status: 400 });
    ok(await stopEverything(await as(team.manager, now), { reason: '停' }));
    expect(await resume(await as(team.editor, now), { reason: '好了' })).toMatchObject({ status: 403 });
    expect(await previewResume(await as(team.editor, now))).toMatchObject({ status: 403 });
    expect(await resume(await as(team.manager, now), { reason: '' })).toMatchObject({ status: 400 });
    expect((await settings()).stopped).toBe(true);
  });

  it('resuming shows what goes out at once, what is late, and what has expired; exactly that happens', async () => {
    const expired = await approved('10:30');
    const late = await approved('12:00');
    const punctual = await approved('13:00');
    const later = await approved('20:00');
    ok(await stopEverything(await as(team.editor, now), { reason: '停' }));
    const when = instant('13:00') + 20_000;
    const ctx = await as(team.manager, when);
    const { follows } = ok(await previewResume(ctx));
    const ids = (list: readonly { post: string }[] = []) => list.map(({ post }) => post);
    expect(ids(follows?.now)).toEqual([String(punctual.id)]);
    expect(ids(follows?.late)).toEqual([String(late.id)]);
    expect(follows?.late[0]).toMatchObject({ lateMinutes: 60, title: '12:00', plannedAt: instant('12:00') });
    expect(ids(follows?.expired)).toEqual([String(expired.id)]);
    ok(await resume(ctx, { reason: '已改好', state: follows?.state ?? '' }));
    const { acted } = await runPass({ payload, now: when });
    expect(acted.map(({ post, outcome }) => [post, outcome]).sort()).toEqual(
      [
        [String(expired.id), 'expire'],
        [String(late.id), 'release'],
        [String(punctual.id), 'release'],
      ].sort(),
    );
    expect(await releasesOf(payload, later.id)).toHaveLength(0);
    expect(await told()).toMatchObject([
      { what: 'stopped' },
      { what: 'resumed', byName: '王主管', before: at('10:00'), lateMinutes: 180 },
    ]);
  });

  it('is refused with 409 when something else would go out than was shown', async () => {
    await approved('12:00');
    ok(await stopEverything(await as(team.editor, now), { reason: '停' }));
    const shown = ok(await previewResume(await as(team.manager, instant('12:00')))).follows?.state ?? '';
    await approved('12:10');
    const refused = await resume(await as(team.manager, instant('12:10')), { reason: '好了', state: shown });
    expect(refused).toMatchObject({ status: 409, errors: [{ data: { now: [{ title: '12:10' }] } }] });
    expect((await settings()).stopped).toBe(true);
    // That a card has become late meanwhile is not something else.
    const again = ok(await previewResume(await as(team.manager, instant('12:10')))).follows?.state ?? '';
    ok(await resume(await as(team.manager, instant('12:20')), { reason: '好了', state: again }));
  });

  it('looking at what waits while stopped gives nothing a new grace', async () => {
    const post = await approved('10:30');
    ok(await stopEverything(await as(team.editor, now), { reason: '停' }));
    for (const wall of ['11:00', '12:00', '12:20'])
      await refreshLogs(payload, await loadLogs(payload), { now: instant(wall), problem: null });
    const { follows } = ok(await previewResume(await as(team.manager, instant('12:40'))));
    expect(follows).toMatchObject({ late: [], expired: [{ post: String(post.id), lateMinutes: 130 }] });
  });

  it('nor to what another late one puts off at each look', async () => {
    await make(payload, 'cap-rules', {
      name: '间隔半小时',
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day' },
      minGapMinutes: 30,
    });
    const posts = [await approved('10:30'), await approved('11:01')];
    ok(await stopEverything(await as(team.editor, now), { reason: '停' }));
    for (const wall of ['11:10', '11:50', '12:20'])
      await refreshLogs(payload, await loadLogs(payload), { now: instant(wall), problem: null });
    for (const wall of ['12:25', '12:28']) await runPass({ payload, now: instant(wall) });
    const { follows } = ok(await previewResume(await as(team.manager, instant('13:10'))));
    const ids = posts.map(({ id }) => ({ post: String(id) }));
    expect(follows).toMatchObject({ late: [], expired: ids });
  });
});

describe('紧急停发 over REST', () => {
  let app: App;
  const send = (path: string, who: keyof App['tokens'] | null, body?: object) =>
    app.rest(body ? 'POST' : 'GET', path, {
      ...(who ? { as: app.tokens[who] } : {}),
      ...(body ? { body } : {}),
    });

  it('answers as documented, and the settings form cannot write it', async () => {
    app = await openApp('sqlite');
    await make(app.payload, 'feeds', { name: '总店', channel: 'wechat-moments', timezone: 'Asia/Shanghai' });
    const reason = { reason: '价格写错了' };
    expect((await send('/stop', null, reason)).status).toBe(401);
    expect((await send('/stop', 'staff', reason)).status).toBe(403);
    expect((await send('/stop', 'admin', reason)).status).toBe(403);
    expect((await send('/stop', 'editor', {})).status).toBe(400);
    expect((await send('/stop', 'editor', { reason: ' ' })).body).toMatchObject({
      errors: [{ message: '请写明原因。' }],
    });
    expect((await send('/stop', 'editor', reason)).body).toMatchObject({
      stopped: true,
      byName: 'Person editor',
    });
    expect((await send('/stop', 'editor')).body).toMatchObject({ stopped: true, reason: '价格写错了' });
    expect((await send('/stop', 'staff')).status).toBe(403);
    const written = await app.rest('POST', '/globals/settings', {
      as: app.tokens.manager,
      body: { stopped: false },
    });
    expect(written.status).toBe(200);
    expect((await send('/stop', 'manager')).body.stopped).toBe(true);
    expect((await send('/resume', 'editor', reason)).status).toBe(403);
    const { follows } = (await send('/resume', 'manager')).body as { follows: { state: string } };
    expect((await send('/resume', 'manager', { ...reason, state: 'x' })).status).toBe(409);
    expect((await send('/resume', 'manager', { ...reason, state: follows.state })).body.stopped).toBe(false);
  });
});
