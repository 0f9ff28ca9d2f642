import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { catchUp } from '@/server/catchUp/report';
import { loadLogs } from '@/server/posts/references';
import { beat } from '@/server/scheduler/heartbeat';
import { refreshLogs } from '@/server/scheduler/refresh';
import { passAt } from '@/server/scheduler/tick';
import { resume, stopEverything } from '@/server/stop/stop';
import { approvedPost, aTeam, clearWork, contextFor, make, releasesOf, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

const minute = 60_000;
const at = (wall: string) => new Date(`2035-11-23T${wall}:00+08:00`).toISOString();
const instant = (wall: string) => Date.parse(at(wall));
const early = instant('07:00');

describeEachDatabase('catching up after an outage', (app) => {
  let payload: Payload;
  let team: Team;

  const approved = (wall: string, more: Record<string, unknown> = {}) =>
    approvedPost(payload, team, { title: wall, kind: 'persona', scheduledAt: at(wall), ...more }, early);
  const beats = (when: number) =>
    beat(payload, { process: 'a:1', now: when, milliseconds: 3, problem: null });
  const report = async (when: number, since?: number) =>
    catchUp(await contextFor(payload, team.editor, when), since);
  const outages = async () =>
    (await payload.find({ collection: 'decision-log', where: { what: { equals: 'outage' } }, limit: 0 }))
      .docs;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    await payload.updateGlobal({ slug: 'settings', data: { stopped: false, graceMinutes: 60 } });
    team = await aTeam(payload);
  });

  it('FAULTS 8: down from 08:55 to 09:40, the last two come late and in order, the first has expired', async () => {
    const first = await approved('08:00');
    const second = await approved('09:00');
    const third = await approved('09:30');
    const fourth = await approved('20:00');
    await beats(instant('08:55'));
    const { acted } = await passAt({ payload, now: instant('09:40') });
    expect(acted.filter(({ outcome }) => outcome === 'release').map(({ post }) => post)).toEqual([
      String(second.id),
      String(third.id),
    ]);
    expect(await releasesOf(payload, first.id)).toHaveLength(0);
    expect(await releasesOf(payload, fourth.id)).toHaveLength(0);
    const expired = await payload.findByID({ collection: 'posts', id: first.id, depth: 0 });
    expect(expired.status).toBe('expired');
    expect(expired.statusReason).toContain('错过');
    expect(await report(instant('09:41'))).toMatchObject({
      since: instant('08:55'),
      interruptions: [{ what: 'outage', from: instant('08:55'), to: instant('09:40') }],
      late: [
        { title: '09:00', plannedAt: instant('09:00'), lateMinutes: 40 },
        { title: '09:30', plannedAt: instant('09:30'), lateMinutes: 10 },
      ],
      expired: [{ title: '08:00', plannedAt: instant('08:00'), lateMinutes: 100 }],
      waits: [],
      skipped: [],
    });
  });

  it('what found no room any more waits for a person, and is in the report', async () => {
    await make(payload, 'cap-rules', {
      name: '一天一条',
      kinds: [],
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 1,
    });
    await approved('09:00', { onConflict: 'hold' });
    await approved('09:10', { onConflict: 'hold' });
    await approved('09:20', { onConflict: 'skip' });
    await beats(instant('08:55'));
    await passAt({ payload, now: instant('09:40') });
    const found = await report(instant('09:41'));
    expect(found).toMatchObject({
      late: [{ title: '09:00' }],
      waits: [{ title: '09:10', lateMinutes: 30 }],
      skipped: [{ title: '09:20' }],
    });
    expect(found?.waits[0]?.explanation).toContain('1/1');
  });

  it('a post whose moment has passed is held or skipped, as it says, and never comes late', async () => {
    await approved('09:00', { onLate: 'hold' });
    await approved('09:10', { onLate: 'skip' });
    await approved('09:20');
    await beats(instant('08:55'));
    await passAt({ payload, now: instant('09:40') });
    expect(await report(instant('09:41'))).toMatchObject({
      late: [{ title: '09:20' }],
      waits: [{ title: '09:00', explanation: expect.stringContaining('错过时间就等人处理') }],
      skipped: [{ title: '09:10', explanation: expect.stringContaining('错过时间就跳过') }],
      expired: [],
    });
  });

  it('notes an outage once, and none while passes come within three minutes', async () => {
    await beats(instant('08:55'));
    await passAt({ payload, now: instant('08:58') });
    expect(await outages()).toHaveLength(0);
    await Promise.all([1, 2, 3].map(() => passAt({ payload, now: instant('09:10') })));
    await passAt({ payload, now: instant('09:10') + 5000 });
    expect(await outages()).toMatchObject([{ before: at('08:58'), at: at('09:10'), lateMinutes: 12 }]);
  });

  it('a beat of a process whose clock is wrong is no pass', async () => {
    await beats(instant('08:00'));
    const wrong = { process: 'a:1', milliseconds: 0, problem: 'clock-stepped' };
    await beat(payload, { ...wrong, now: instant('08:59') });
    await passAt({ payload, now: instant('09:00') });
    expect(await outages()).toMatchObject([{ before: at('08:00'), at: at('09:00') }]);
  });

  it('nor does it forget the last pass, though that was days ago', async () => {
    const friday = instant('08:00') - 3 * 24 * 60 * minute;
    await beats(friday);
    await beat(payload, {
      process: 'b:1',
      milliseconds: 0,
      problem: 'clock-stepped',
      now: instant('08:59'),
    });
    await passAt({ payload, now: instant('09:00') });
    expect(await outages()).toMatchObject([{ before: new Date(friday).toISOString(), at: at('09:00') }]);
  });

  it('a stop is told of like an outage, a day later no more, but when asked for', async () => {
    await approved('09:00');
    const stopping = await stopEverything(await contextFor(payload, team.editor, instant('08:30')), {
      reason: '停',
    });
    expect(stopping.ok).toBe(true);
    await resume(await contextFor(payload, team.manager, instant('09:20')), { reason: '好了' });
    await passAt({ payload, now: instant('09:20') });
    const told = { interruptions: [{ what: 'stop' }], late: [{ title: '09:00', lateMinutes: 20 }] };
    expect(await report(instant('10:00'))).toMatchObject({ since: instant('08:30'), ...told });
    expect(await report(instant('10:00') + 24 * 60 * minute)).toBeNull();
    expect(await report(instant('10:00') + 24 * 60 * minute, instant('08:00'))).toMatchObject(told);
  });

  it('a short stop afterwards hides nothing of what an outage came to', async () => {
    await approved('09:00');
    await beats(instant('08:30'));
    await passAt({ payload, now: instant('09:20') });
    await stopEverything(await contextFor(payload, team.editor, instant('09:30')), { reason: '停' });
    await resume(await contextFor(payload, team.manager, instant('09:31')), { reason: '好了' });
    expect(await report(instant('10:00'))).toMatchObject({
      since: instant('08:30'),
      interruptions: [{ what: 'outage' }, { what: 'stop' }],
      late: [{ title: '09:00', lateMinutes: 20 }],
    });
  });

  it('a card that is put off at each look while everything is stopped is told of once', async () => {
    const gap = { window: { unit: 'day' }, counts: 'all', scope: 'customer', minGapMinutes: 30 };
    await make(payload, 'cap-rules', { name: '间隔半小时', ...gap });
    for (const wall of ['09:00', '09:31']) await approved(wall);
    await stopEverything(await contextFor(payload, team.editor, instant('08:30')), { reason: '停' });
    const logs = await loadLogs(payload);
    for (const wall of ['09:35', '09:40', '09:45'])
      await refreshLogs(payload, logs, { now: instant(wall), problem: null });
    await resume(await contextFor(payload, team.manager, instant('09:50')), { reason: '好了' });
    for (const wall of ['09:50', '10:20']) await passAt({ payload, now: instant(wall) });
    const [first, second] = [{ title: '09:00' }, { title: '09:31', plannedAt: instant('09:31') }];
    const late = [
      { ...first, at: instant('09:50') },
      { ...second, at: instant('10:20') },
    ];
    expect(await report(instant('10:30'), instant('08:30'))).toMatchObject({ late, expired: [], waits: [] });
  });

  it('the heartbeat says what the last pass decided', async () => {
    await approved('09:00');
    await passAt({ payload, now: instant('09:00') });
    const { docs } = await payload.find({ collection: 'heartbeats', limit: 0 });
    expect(docs).toMatchObject([
      { released: 1, deferred: 0, held: 0, ended: 0, passedAt: at('09:00'), problem: null },
    ]);
  });
});
