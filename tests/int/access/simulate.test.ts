import { beforeAll, describe, expect, it } from 'vitest';
import { approvedPost, aTeam, make } from '../../builders/team';
import { type App, openApp, password } from './app';

const path = '/plan/simulate';
const week = { from: '2035-11-23', to: '2035-11-30' };
const at = '2035-11-24T20:00:00+08:00';

describe('POST /plan/simulate', () => {
  let app: App;
  const ask = (body: unknown, as: keyof App['tokens'] = 'editor') =>
    app.rest('POST', path, { as: app.tokens[as], body });

  beforeAll(async () => {
    app = await openApp('sqlite');
  });

  it('is for those who plan', async () => {
    expect((await app.rest('POST', path, { body: week })).status).toBe(401);
    for (const who of ['editor', 'manager', 'admin'] as const)
      expect((await ask(week, who)).status).toBe(200);
    expect((await ask(week, 'staff')).status).toBe(403);
    expect((await ask(week, 'inactive')).status).toBe(401);
  });

  it.each<[unknown, string]>([
    [{ to: '2035-11-30' }, 'from'],
    [{ ...week, form: 1 }, 'form'],
    [{ ...week, assumeApproved: 'all' }, 'assumeApproved'],
    [{ ...week, assumeApproved: Array.from({ length: 201 }, (_, n) => n + 1) }, 'assumeApproved'],
    [{ ...week, changes: Array.from({ length: 51 }, () => ({ post: 1 })) }, 'changes'],
    [{ ...week, changes: [{ post: 1, scheduleAt: at }] }, 'changes.0.scheduleAt'],
    [{ ...week, changes: [{ post: 1, scheduledAt: '2035-11-24 20:00' }] }, 'changes.0.scheduledAt'],
    [{ ...week, changes: [{ post: 1, priority: 101 }] }, 'changes.0.priority'],
    [{ ...week, changes: [{ post: 1, scheduledAt: '9999-12-31T20:00:00Z' }] }, 'changes.0.scheduledAt'],
    [{ from: '9999-12-31T17:00Z', to: '9999-12-31T20:00Z' }, 'from'],
    [{ from: '0000-01-01', to: '0000-01-02' }, 'from'],
    [{ ...week, changes: [{ kind: 'sales', scheduledAt: at }] }, 'changes.0.feeds'],
    [{ ...week, changes: [{ rule: null, limit: -1 }] }, 'changes.0.limit'],
    [
      { ...week, changes: [{ feed: 1, quietHours: { from: '22:00', to: '24:00' } }] },
      'changes.0.quietHours.to',
    ],
    [{ ...week, changes: [{ feed: 1, quietHours: null, overlap: 2 }] }, 'changes.0.overlap'],
    [{ ...week, changes: [{ feed: 1 }] }, 'changes.0.quietHours'],
    [{ ...week, changes: [{ launch: 1 }] }, 'changes.0.launchAt'],
  ])('refuses %j and says where', async (body, where) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { message: string }[])[0]?.message).toContain(`「${where}」`);
  });

  it('shows a person of a team only what goes to its feeds, and lets them plan there alone', async () => {
    const { payload } = app;
    const team = await make(payload, 'teams', { name: '南区' });
    const pool = await make(payload, 'pools', { name: '共用', timezone: 'Asia/Shanghai' });
    const feed = { channel: 'wechat-moments', timezone: 'Asia/Shanghai', pool: pool.id };
    const own = await make(payload, 'feeds', { ...feed, name: '南店', teams: [team.id] });
    const other = await make(payload, 'feeds', { ...feed, name: '北店' });
    await make(payload, 'cap-rules', {
      name: '一天一条',
      kinds: [],
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 1,
    });
    const added = (where: unknown, title: string, priority = 0) => ({
      kind: 'sales',
      title,
      priority,
      feeds: [where],
      scheduledAt: at,
    });
    const changes = [added(other.id, '北店的', 9), added(own.id, '南店的')];
    const whole = await ask({ ...week, changes });
    expect((whole.body.decisions as { title: string }[]).map(({ title }) => title)).toEqual([
      '北店的',
      '南店的',
    ]);
    const north = { ...(await aTeam(payload)), feed: other };
    await approvedPost(
      payload,
      north,
      { title: '北店先到', priority: 9, scheduledAt: at },
      Date.parse(week.from),
    );
    await payload.update({ collection: 'users', id: app.ids.editor, data: { team: Number(team.id) } });
    // A change of rights ends the sessions.
    app.tokens.editor = String((await app.signIn('a-editor', password)).body.token);
    try {
      const foreign = await ask({ ...week, changes });
      expect([foreign.status, foreign.text]).toEqual([404, expect.stringContaining('账号组')]);
      expect((await ask({ ...week, feed: other.id })).status).toBe(404);
      const hours = (feed: unknown) => ({ ...week, changes: [{ feed, quietHours: null }] });
      expect((await ask(hours(other.id))).status).toBe(404);
      expect((await ask(hours(own.id))).status).toBe(200);
      const draft = await make(payload, 'posts', {
        ...added(other.id, '北店的草稿'),
        body: '早',
        audience: { visibility: 'everyone' },
      });
      expect((await ask({ ...week, assumeApproved: [draft.id] })).status).toBe(404);
      const answer = await ask({ ...week, changes: changes.slice(1) });
      expect(answer.body.decisions).toMatchObject([
        { title: '南店的', feedName: '南店', outcome: 'defer', pushedBy: [] },
      ]);
      expect(answer.body.proofs).toMatchObject([{ feeds: ['南店'] }]);
    } finally {
      await payload.update({ collection: 'users', id: app.ids.editor, data: { team: null } });
    }
  });
});
