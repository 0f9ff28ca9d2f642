import { type Payload, ValidationError } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import type { LogId } from '@/core/model';
import type { Change, SimulateQuestion } from '@/server/plan/question';
import { recordedIn } from '@/server/plan/recorded';
import { simulate } from '@/server/plan/simulate';
import { runPass } from '@/server/scheduler/pass';
import { anException, approvedScript, aScript } from '../builders/launch';
import {
  approvedPost,
  aTeam,
  clearWork,
  contextFor,
  type Made,
  make,
  type Team,
  writePost,
} from '../builders/team';
import { describeEachDatabase } from '../setup';

const hour = 3_600_000;
const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string, day = '2035-11-23') => new Date(`${day}T${wall}:00+08:00`).toISOString();
const tomorrow = '2035-11-24';
const week = { from: '2035-11-23', to: '2035-11-30' };

describeEachDatabase('a plan that is tried out', (app) => {
  let team: Team;
  let payload: Payload;
  let rule: Made;

  const approved = async (title: string, more: Record<string, unknown>) =>
    String((await approvedPost(payload, team, { title, ...more }, now)).id);

  const ask = async (question: Partial<SimulateQuestion> = {}, when = now) => {
    const ctx = await contextFor(payload, team.editor, when);
    const answer = await simulate(ctx, { ...week, ...question });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const trying = (...changes: Change[]) => ask({ changes });
  const moves = ({ moved }: Awaited<ReturnType<typeof ask>>) =>
    moved?.map(({ title, before, after }) => [
      title,
      before && [before.outcome, before.at],
      after && [after.outcome, after.at],
    ]);

  /** Everything that a simulation could have written. */
  const stored = async () => {
    const all: Record<string, unknown> = {};
    for (const collection of [
      'posts',
      'releases',
      'approvals',
      'fences',
      'cap-rules',
      'launch-scripts',
      'heartbeats',
    ] as const)
      all[collection] = (await payload.db.find({ collection, limit: 0, pagination: false, sort: 'id' })).docs;
    return JSON.stringify(all);
  };

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    rule = await make(payload, 'cap-rules', {
      name: '每天卖货',
      kinds: ['sales'],
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 2,
    });
  });

  it('says of each card what becomes of it, who holds the places, and how full each day is', async () => {
    const first = await approved('第一条', { scheduledAt: at('12:00') });
    const second = await approved('第二条', { scheduledAt: at('13:00') });
    await approved('第三条', { scheduledAt: at('20:00') });
    const before = await stored();
    const answer = await ask();
    expect(await stored()).toBe(before);
    expect(answer.decisions.map(({ title, outcome, at: when }) => [title, outcome, when])).toEqual([
      ['第一条', 'release', at('12:00')],
      ['第二条', 'release', at('13:00')],
      ['第三条', 'defer', at('20:00', tomorrow)],
    ]);
    const third = answer.decisions[2];
    expect(third?.explanation).toContain('2/2');
    expect(third?.scheduledAt).toBe(at('20:00'));
    expect(third?.pushedBy.map(({ post, href }) => [post, href])).toEqual([
      [first, `/admin/collections/posts/${first}`],
      [second, `/admin/collections/posts/${second}`],
    ]);
    expect(answer.caps.map(({ name, count, limit, over }) => [name, count, limit, over])).toEqual([
      ['每天卖货', 2, 2, false],
      ['每天卖货', 1, 2, false],
    ]);
    expect(answer.caps[0]?.words).toContain('2/2');
    expect(answer.proofs).toMatchObject([{ holds: true, feeds: ['总店朋友圈'] }]);
    expect(answer.assumptions.join()).toContain('客户池');
    expect(answer).not.toHaveProperty('moved');
  });

  it('shows what is out already beside what is planned', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    await approved('第二条', { scheduledAt: at('20:00') });
    await runPass({ payload, now: now + 2 * hour });
    const { decisions, caps } = await ask({}, now + 3 * hour);
    expect(
      decisions.map(({ title, outcome, released, at: when }) => [title, outcome, released, when]),
    ).toEqual([
      ['第一条', 'release', true, at('12:00')],
      ['第二条', 'release', false, at('20:00')],
    ]);
    expect(caps.map(({ count }) => count)).toEqual([2]);
    const past = await ask({ from: '2035-11-20', to: at('13:00') }, now + 20 * 24 * hour);
    expect(past.decisions.map(({ title }) => title)).toEqual(['第一条']);
    expect(past.caps.map(({ count }) => count)).toEqual([1]);
  });

  it('shows an end that is in the log, but not one of an attempt before the present', async () => {
    const post = await approved('要等人', { scheduledAt: at('11:00') });
    await runPass({ payload, now: now + 5 * hour });
    const later = now + 6 * hour;
    expect((await ask({}, later)).decisions).toMatchObject([
      { title: '要等人', outcome: 'expire', recorded: true, released: false, scheduledAt: at('11:00') },
    ]);
    const moved: Change = { code: 'post', post, values: { scheduledAt: at('20:00') } };
    const again = await ask({ changes: [moved] }, later);
    expect(again.decisions).toMatchObject([{ title: '要等人', outcome: 'release', recorded: false }]);
  });

  it('moves a post and says whom that moves; nothing is written', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    const second = await approved('第二条', { scheduledAt: at('13:00') });
    await approved('第三条', { scheduledAt: at('20:00') });
    const before = await stored();
    const answer = await trying({
      code: 'post',
      post: second,
      values: { scheduledAt: at('13:00', tomorrow) },
    });
    expect(await stored()).toBe(before);
    expect(moves(answer)).toEqual([
      ['第二条', ['release', at('13:00')], ['release', at('13:00', tomorrow)]],
      ['第三条', ['defer', at('20:00', tomorrow)], ['release', at('20:00')]],
    ]);
    expect(answer.moved?.[1]?.words).toBe('顺延到 11月24日 20:00 → 11月23日 20:00 下发');
  });

  it('priority, what happens on a conflict, the day, the end and the feeds of a post can be tried', async () => {
    for (const wall of ['12:00', '13:00']) await approved(wall, { scheduledAt: at(wall) });
    const third = await approved('第三条', { scheduledAt: at('20:00') });
    const own = async (values: Record<string, unknown>) =>
      (await trying({ code: 'post', post: third, values })).decisions.filter(({ post }) => post === third);
    expect(await own({ onConflict: 'skip' })).toMatchObject([{ outcome: 'skip' }]);
    expect(await own({ onConflict: 'hold' })).toMatchObject([{ outcome: 'hold' }]);
    expect(await own({ dayBound: true })).toMatchObject([{ outcome: 'hold' }]);
    expect(await own({ expiresAt: at('23:00') })).toMatchObject([{ outcome: 'hold' }]);
    expect(await own({ priority: 5 })).toMatchObject([{ outcome: 'release', at: at('20:00') }]);
    const other = await make(payload, 'feeds', {
      name: '分店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
    expect(await own({ feeds: [String(other.id)] })).toMatchObject([
      { outcome: 'release', at: at('20:00'), feedName: '分店' },
    ]);
  });

  it('a draft counts as approved where asked, with and without the changes; one more post pushes by its priority', async () => {
    const draft = String((await writePost(payload, team, { title: '草稿', scheduledAt: at('12:00') })).id);
    expect((await ask()).decisions).toEqual([]);
    const assumed = await ask({ assumeApproved: [draft] });
    expect(assumed.decisions).toMatchObject([{ title: '草稿', outcome: 'release' }]);
    expect(assumed.assumptions.join()).toContain('《草稿》');
    await approved('第一条', { scheduledAt: at('13:00') });
    const feeds = [String(team.feed.id)];
    const added: Change = {
      code: 'post',
      post: null,
      values: { title: '加一条', kind: 'sales', feeds, scheduledAt: at('20:00'), priority: 9 },
    };
    const answer = await ask({ assumeApproved: [draft], changes: [added] });
    expect(moves(answer)).toEqual([
      ['第一条', ['release', at('13:00')], ['defer', at('13:00', tomorrow)]],
      ['加一条', null, ['release', at('20:00')]],
    ]);
    expect(answer.decisions.find(({ title }) => title === '第一条')?.pushedBy).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: '加一条', href: null })]),
    );
    expect(answer.problems).toEqual([]);
  });

  it('a post that is approved stands as it does where it is assumed, or changed to what it is already', async () => {
    await payload.update({ collection: 'cap-rules', id: rule.id, data: { limit: 1 } });
    await approved('先', { scheduledAt: at('12:00') });
    const post = await approved('后', { scheduledAt: at('13:00') });
    const when = now + 7 * hour;
    for (const pass of [now + 3 * hour, when]) await runPass({ payload, now: pass });
    const { decisions } = await ask({}, when);
    expect(decisions).toMatchObject([
      { title: '先', outcome: 'release' },
      { title: '后', outcome: 'defer', at: at('13:00', tomorrow) },
    ]);
    expect((await ask({ assumeApproved: [post] }, when)).decisions).toEqual(decisions);
    const same: Change = { code: 'post', post, values: { scheduledAt: at('13:00') } };
    expect(await ask({ changes: [same] }, when)).toMatchObject({ decisions, moved: [] });
  });

  it('says what would keep a tried post from being submitted', async () => {
    const feeds = [String(team.feed.id)];
    const values = {
      kind: 'sales',
      feeds,
      audience: { visibility: 'only', segments: [] },
      scheduledAt: at('20:00'),
    };
    const answer = await trying({ code: 'post', post: null, values });
    expect(answer.decisions).toEqual([]);
    expect(answer.problems).toHaveLength(1);
    const far = { kind: 'sales', feeds, scheduledAt: '9999-12-31T23:00:00Z' };
    const { problems } = await trying({ code: 'post', post: null, values: far });
    expect(problems[0]?.message).toContain('两年');
  });

  it('a rule can be lowered, taken away and added', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    await approved('第二条', { scheduledAt: at('13:00') });
    await approved('第三条', { scheduledAt: at('20:00') });
    const lower = await trying({ code: 'rule', rule: String(rule.id), values: { limit: 1 } });
    expect(moves(lower)).toEqual([
      ['第二条', ['release', at('13:00')], ['defer', at('13:00', tomorrow)]],
      ['第三条', ['defer', at('20:00', tomorrow)], ['defer', at('20:00', '2035-11-25')]],
    ]);
    const without = await trying({ code: 'rule', rule: String(rule.id), values: { enabled: false } });
    expect(moves(without)).toEqual([['第三条', ['defer', at('20:00', tomorrow)], ['release', at('20:00')]]]);
    expect(without.caps).toEqual([]);
    const added = await trying({
      code: 'rule',
      rule: null,
      values: { name: '只发一条', kinds: ['sales'], window: { unit: 'day' }, limit: 1 },
    });
    expect(moves(added)).toEqual(moves(lower));
    expect(added.caps.map(({ name }) => name)).toContain('只发一条');
  });

  it('refuses a rule that saving would refuse, with the same sentences; one switched off is tried', async () => {
    await make(payload, 'feeds', { name: '双人组', channel: 'wechat-moments', overlap: 2 });
    const ctx = await contextFor(payload, team.editor, now);
    const name = '试试';
    const says = async (id: string | null, values: Record<string, unknown>) => {
      const answer = await simulate(ctx, { ...week, changes: [{ code: 'rule', rule: id, values }] });
      return answer.ok ? 'tried' : [answer.status, ...answer.errors.map(({ message }) => message)];
    };
    const saving = async (id: string | null, data: Record<string, unknown>) => {
      const write = { collection: 'cap-rules', req: ctx.req, depth: 0 } as const;
      const saved =
        id === null
          ? payload.create({ ...write, data: data as never })
          : payload.update({ ...write, id, data });
      const error: unknown = await saved.catch((thrown: unknown) => thrown);
      if (!(error instanceof ValidationError)) throw new Error('It was saved.');
      return [400, ...error.data.errors.map(({ message }) => message)];
    };
    const stored = String(rule.id);
    const impossible = [
      { limit: 0 },
      { limit: 3, minGapMinutes: 1440 },
      { limit: 3, window: { unit: 'rolling-hours', hours: 2 }, minGapMinutes: 120 },
      { limit: 1 },
      { limit: null },
    ];
    for (const values of impossible) {
      expect(await says(stored, values)).toEqual(await saving(stored, values));
      const whole = { name, kinds: ['sales'], scope: 'customer', window: { unit: 'day' }, ...values };
      expect(await says(null, whole)).toEqual(await saving(null, whole));
      expect(await says(stored, { ...values, enabled: false })).toBe('tried');
    }
  });

  it('what new quiet hours of a feed would move is what they move once saved', async () => {
    await approved('早上', { scheduledAt: at('07:10', tomorrow) });
    await approved('中午', { scheduledAt: at('12:00', tomorrow) });
    const feed = String(team.feed.id);
    const quietHours = { from: '22:00', to: '07:30' };
    const before = await stored();
    const answer = await trying({ code: 'feed', feed, quietHours });
    expect(await stored()).toBe(before);
    const ends = at('07:30', tomorrow);
    expect(moves(answer)).toEqual([['早上', ['release', at('07:10', tomorrow)], ['defer', ends]]]);
    expect(answer.decisions[0]?.explanation).toContain('免打扰');

    await payload.update({ collection: 'feeds', id: feed, data: { quietHours }, depth: 0 });
    expect((await ask()).decisions).toEqual(answer.decisions);
    const none = await trying({ code: 'feed', feed, quietHours: null });
    expect(moves(none)).toEqual([['早上', ['defer', ends], ['release', at('07:10', tomorrow)]]]);
    const released = async () =>
      (await payload.db.find<Made>({ collection: 'releases', where: { type: { equals: 'release' } } })).docs;
    await runPass({ payload, now: Date.parse(at('07:10', tomorrow)) });
    expect(await released()).toEqual([]);
    await runPass({ payload, now: Date.parse(ends) });
    expect((await released()).map(({ dueAt }) => dueAt)).toEqual([ends]);
  });

  it('refuses quiet hours that saving would refuse, with the same sentences', async () => {
    const feed = String(team.feed.id);
    const ctx = await contextFor(payload, team.editor, now);
    await payload.update({ collection: 'cap-rules', id: rule.id, data: { minGapMinutes: 120 } });
    for (const quietHours of [
      { from: '22:00', to: '22:00' },
      { from: '11:00', to: '10:00' },
    ]) {
      const answer = await simulate(ctx, { ...week, changes: [{ code: 'feed', feed, quietHours }] });
      const error: unknown = await payload
        .update({ collection: 'feeds', id: feed, data: { quietHours }, req: ctx.req, depth: 0 })
        .catch((thrown: unknown) => thrown);
      if (!(error instanceof ValidationError)) throw new Error('It was saved.');
      const errors = error.data.errors.map(({ message }) => ({ message }));
      expect(answer).toMatchObject({ ok: false, status: 400, errors });
    }
    const unknown = await simulate(ctx, {
      ...week,
      changes: [{ code: 'feed', feed: '999999', quietHours: null }],
    });
    expect(unknown).toMatchObject({ ok: false, status: 404 });
  });

  it('a rule that looks further back than the stored ones counts what went out then', async () => {
    await approved('旧的', { scheduledAt: at('12:00') });
    await runPass({ payload, now: now + 2 * hour });
    const later = Date.parse(at('10:00', '2035-11-29'));
    const next = { title: '新的', scheduledAt: at('12:00', '2035-11-29') };
    await approvedPost(payload, team, next, later);
    const monthly: Change = {
      code: 'rule',
      rule: null,
      values: { kinds: ['sales'], window: { unit: 'month' }, limit: 1 },
    };
    const answer = await ask({ from: '2035-11-29', to: '2035-12-15', changes: [monthly] }, later);
    const noon = (day: string) => at('12:00', day);
    expect(moves(answer)).toEqual([['新的', ['release', noon('2035-11-29')], ['defer', noon('2035-12-01')]]]);
  });

  it('reads of the log what the period and what is still to come need, not all in between', async () => {
    for (const [month, title] of ['02', '07', '11'].entries()) {
      const day = `2035-${title}-20`;
      const then = Date.parse(at('10:00', day));
      await approvedPost(payload, team, { title: `${month}`, scheduledAt: at('12:00', day) }, then);
      await runPass({ payload, now: Date.parse(at('12:00', day)) });
    }
    const log = `feed:${team.feed.id}` as LogId;
    const titles = async (from: string, to: string) => {
      const period = { from: Date.parse(at('00:00', from)), to: Date.parse(at('00:00', to)) };
      const { placed, releases } = await recordedIn({ payload, now }, { log, feeds: [] }, period);
      return [placed.map(({ title }) => title).sort(), releases.map(({ content }) => content.title)];
    };
    expect(await titles('2035-02-01', '2035-03-01')).toEqual([['0', '2'], ['0']]);
    // Shares a window of a month with the period.
    expect(await titles('2035-03-10', '2035-03-20')).toEqual([['0', '2'], []]);
    expect(await titles('2035-11-01', '2035-12-01')).toEqual([['2'], ['2']]);
    expect(await titles('2035-02-01', '2035-12-01')).toEqual([
      ['0', '1', '2'],
      ['0', '1', '2'],
    ]);
  });

  it('a launch takes its posts along: wall times by days, countdowns by minutes', async () => {
    const launch = await make(payload, 'launch-scripts', {
      name: '双11',
      launchAt: at('20:00', '2035-11-25'),
      timezone: 'Asia/Shanghai',
      status: 'approved',
      phases: [
        {
          key: 'on-sale',
          steps: [
            { key: 'eve', kind: 'persona', title: '前夜', offsetDays: -1, time: '21:00' },
            { key: 'go', kind: 'persona', title: '开售', offsetMinutes: 30 },
          ],
        },
      ],
    });
    const of = (launchStep: string, scheduledAt: string) => ({
      kind: 'persona',
      launchScript: launch.id,
      launchStep,
      scheduledAt,
    });
    await approved('前夜', of('eve', at('21:00', '2035-11-24')));
    await approved('开售', of('go', at('20:30', '2035-11-25')));
    await writePost(payload, team, { title: '草稿', ...of('eve', at('22:00', '2035-11-24')) });
    const launchAt = Date.parse(at('10:00', '2035-11-27'));
    const answer = await trying({ code: 'launch', launch: String(launch.id), launchAt });
    expect(moves(answer)).toEqual([
      ['前夜', ['release', at('21:00', '2035-11-24')], ['release', at('21:00', '2035-11-26')]],
      ['开售', ['release', at('20:30', '2035-11-25')], ['release', at('10:30', '2035-11-27')]],
    ]);
  });

  it('two changes of one thing are made one after the other', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    const second = await approved('第二条', { scheduledAt: at('13:00') });
    const [own, post] = [String(rule.id), second];
    const limited: Change = { code: 'rule', rule: own, values: { limit: 1 } };
    const renamed: Change = { code: 'rule', rule: own, values: { name: '改名', minGapMinutes: 30 } };
    const alone = moves(await trying(limited));
    expect(alone).toEqual([['第二条', ['release', at('13:00')], ['defer', at('13:00', tomorrow)]]]);
    expect(moves(await trying(limited, renamed))).toEqual(alone);
    // Neither a limit nor a gap in between: only what it becomes in the end has to make sense.
    const emptied: Change = { code: 'rule', rule: own, values: { limit: null } };
    expect(moves(await trying(emptied, limited))).toEqual(alone);
    const first: Change = { code: 'post', post, values: { scheduledAt: at('15:00'), priority: 5 } };
    const then: Change = { code: 'post', post, values: { scheduledAt: at('16:00') } };
    expect(moves(await trying(first, then))).toEqual([
      ['第二条', ['release', at('13:00')], ['release', at('16:00')]],
    ]);
  });

  it('a launch that is moved twice ends where it is moved to last, with what it may do beyond the rules', async () => {
    const day = { from: at('00:00', '2035-11-25'), to: at('00:00', '2035-11-26') };
    const launchAt = at('20:00', '2035-11-25');
    const script = aScript([anException(rule, day)], { launchAt });
    const launch = await approvedScript(payload, team, script, now);
    for (const wall of ['18:00', '19:00', '20:00'])
      await approved(wall, { launchScript: launch.id, scheduledAt: at(wall, '2035-11-25') });
    const moved = (to: string): Change => ({
      code: 'launch',
      launch: String(launch.id),
      launchAt: Date.parse(at('20:00', to)),
    });
    const answer = await trying(moved('2035-11-26'), moved('2035-11-27'));
    expect(answer.decisions.map(({ title, outcome, at: when }) => [title, outcome, when])).toEqual(
      ['18:00', '19:00', '20:00'].map((wall) => [wall, 'release', at(wall, '2035-11-27')]),
    );
  });

  it('refuses what is not there, and a period that cannot be', async () => {
    const ctx = await contextFor(payload, team.editor, now);
    const gone = app.kind === 'sqlite' ? '999' : 'f'.repeat(24);
    const status = async (question: Partial<SimulateQuestion>) => {
      const answer = await simulate(ctx, { ...week, ...question });
      return answer.ok ? [200] : [answer.status, answer.errors[0]?.message];
    };
    const post = (id: string, values = {}): Change => ({ code: 'post', post: id, values });
    expect(await status({ to: '2035-11-23' })).toEqual([400, expect.stringContaining('晚于')]);
    expect(await status({ to: '2036-12-01' })).toEqual([400, expect.stringContaining('最多看一年')]);
    expect(await status({ from: '11-23' })).toEqual([400, expect.stringContaining('2026-11-01')]);
    for (const id of [gone, 'nonsense', '']) {
      const named = expect.stringContaining(`找不到`);
      if (id) expect(await status({ feed: id })).toEqual([404, named]);
      expect(await status({ assumeApproved: [id] })).toEqual([404, named]);
      expect(await status({ changes: [post(id)] })).toEqual([404, named]);
      expect(await status({ changes: [{ code: 'rule', rule: id, values: {} }] })).toEqual([404, named]);
      expect(await status({ changes: [{ code: 'launch', launch: id, launchAt: now }] })).toEqual([
        404,
        named,
      ]);
    }
    const own = await approved('第一条', { scheduledAt: at('12:00') });
    expect(await status({ changes: [post(own, { feeds: [gone] })] })).toEqual([
      404,
      expect.stringContaining('账号组'),
    ]);
  });
});
