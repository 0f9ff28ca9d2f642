import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareIds } from '@/core/ids';
import { keptDays, sweepDecisions } from '@/server/decisions/keep';
import { type DecisionFilter, listDecisions, type Told } from '@/server/decisions/list';
import { recallPost } from '@/server/posts/recall';
import { resolvePost } from '@/server/posts/resolve';
import { runPass } from '@/server/scheduler/pass';
import { approvedPost, aTeam, clearWork, contextFor, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';
import { type App, aSignedIn, openApp } from './access/app';

const hour = 3_600_000;
const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string, day = '2035-11-23') => new Date(`${day}T${wall}:00+08:00`).toISOString();
const instant = (wall: string, day?: string) => Date.parse(at(wall, day));

describeEachDatabase('the log of decisions', (app) => {
  let payload: Payload;
  let team: Team;
  let rule: Made;

  const approved = (title: string, more: Record<string, unknown> = {}, when = now) =>
    approvedPost(payload, team, { title, ...more }, when);
  const told = async (filter: DecisionFilter = {}): Promise<Told[]> => {
    const page = await listDecisions(await contextFor(payload, team.editor, now), { limit: 200, ...filter });
    if (!page.ok) throw new Error(JSON.stringify(page));
    return page.value.decisions.reverse();
  };
  const story = async (post: Made) => (await told({ post: String(post.id) })).map(({ what }) => what);

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    rule = await make(payload, 'cap-rules', {
      name: '每天最多 1 条卖货',
      kinds: ['sales'],
      counts: 'daily',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 1,
    });
  });

  it('tells a card’s story: planned, deferred with the reason and who holds the place, released', async () => {
    const first = await approved('第一条', { scheduledAt: at('12:00') });
    const second = await approved('第二条', { scheduledAt: at('20:00') });
    await runPass({ payload, now: instant('12:00') });
    await runPass({ payload, now: instant('20:00', '2035-11-24') });
    expect(await story(first)).toEqual(['planned', 'released']);
    expect(await story(second)).toEqual(['deferred', 'released']);
    const [deferred, released] = await told({ post: String(second.id) });
    expect(deferred).toMatchObject({
      title: '第二条',
      feedName: '总店朋友圈',
      plannedAt: instant('20:00', '2035-11-24'),
      says: '顺延到 明天 20:00',
      slots: [{ post: String(first.id), title: '第一条', at: instant('12:00') }],
    });
    expect(deferred?.why).toContain('已满 1/1');
    expect(released?.why).toContain('原定');
  });

  it('says so once, however often and by however many it is decided', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    const second = await approved('第二条', { scheduledAt: at('20:00') });
    for (let pass = 0; pass < 3; pass += 1) {
      await Promise.all([runPass({ payload, now: now + pass }), runPass({ payload, now: now + pass + 1 })]);
    }
    // As a crash leaves it between the row and the post, or a change of when it is wanted.
    await payload.db.updateOne({ collection: 'posts', id: second.id, data: { cardStates: [] } });
    await Promise.all([1, 2, 3].map(() => runPass({ payload, now: instant('12:00') })));
    expect(await story(second)).toEqual(['deferred']);
    expect((await told()).map(({ what }) => what)).toEqual(['planned', 'deferred', 'released']);
  });

  it('tells of each change, also back to where it was', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    const second = await approved('第二条', { scheduledAt: at('20:00') });
    const limit = (n: number) =>
      payload.update({ collection: 'cap-rules', id: rule.id, data: { limit: n }, depth: 0 });
    await limit(2);
    await limit(1);
    await runPass({ payload, now });
    const tomorrow = instant('20:00', '2035-11-24');
    // By number: what was changed here was changed by today's clock.
    const rows = (await told({ post: String(second.id) })).sort((a, b) => compareIds(a.id, b.id));
    expect(rows.map(({ what, before, plannedAt }) => [what, before, plannedAt])).toEqual([
      ['deferred', null, tomorrow],
      ['brought-forward', tomorrow, instant('20:00')],
      ['deferred', instant('20:00'), tomorrow],
    ]);
  });

  it('says what ended and why: held, skipped, expired', async () => {
    await approved('第一条', { scheduledAt: at('11:00') });
    const held = await approved('等人', { scheduledAt: at('12:00'), onConflict: 'hold' });
    const skipped = await approved('跳过', { scheduledAt: at('13:00'), onConflict: 'skip' });
    const expired = await approved('过期', { scheduledAt: at('14:00'), kind: 'persona' });
    for (const wall of ['11:00', '12:00', '13:00', '17:00']) await runPass({ payload, now: instant(wall) });
    expect(await story(held)).toEqual(['will-hold', 'held']);
    expect(await story(skipped)).toEqual(['will-skip', 'skipped']);
    expect(await story(expired)).toEqual(['planned', 'expired']);
    const [, end] = await told({ post: String(held.id) });
    expect(end).toMatchObject({ title: '等人', slots: [{ title: '第一条' }], before: instant('12:00') });
    expect((await told({ post: String(expired.id), what: 'expired' }))[0]).toMatchObject({ minutes: 180 });
  });

  it('knows a late release from a punctual one, and what a person did', async () => {
    const late = await approved('晚', { scheduledAt: at('11:00'), kind: 'persona' });
    await approved('占名额', { scheduledAt: at('11:10') });
    const held = await approved('人发', { scheduledAt: at('11:20'), onConflict: 'hold' });
    await runPass({ payload, now: instant('11:40') });
    await payload.update({ collection: 'cap-rules', id: rule.id, data: { limit: 2 }, depth: 0 });
    const ctx = await contextFor(payload, team.editor, instant('12:00'));
    const out = await resolvePost(ctx, { id: String(held.id), action: 'release-now' });
    expect(out.ok).toBe(true);
    await recallPost(await contextFor(payload, team.manager, instant('13:00')), {
      id: String(held.id),
      reason: '写错了',
    });
    expect((await told({ post: String(late.id) })).at(-1)).toMatchObject({
      what: 'released-late',
      minutes: 40,
      before: instant('11:00'),
    });
    expect((await told({ post: String(held.id) })).slice(-3)).toMatchObject([
      { what: 'held', minutes: 20 },
      { what: 'released', byName: '小编', minutes: null },
      { what: 'recalled', byName: '王主管', title: '人发' },
    ]);
  });

  it('names a version by its tags, as people know it', async () => {
    const { fresh, regular } = team.segments;
    await approved('两版', {
      scheduledAt: at('12:00'),
      audience: { visibility: 'everyone' },
      variants: [{ key: 'v1', segments: [fresh.id, regular.id], body: '给新客和老客' }],
    });
    const versions = (await told()).map(({ variantKey, versionName }) => [variantKey, versionName]);
    expect(versions.sort()).toEqual([
      ['base', null],
      ['v1', '新客、老客'],
    ]);
  });

  it('loses nothing when a process dies between an entry and its row', async () => {
    const post = await approved('第一条', { scheduledAt: at('12:00') });
    const { create } = payload.db;
    let failing = true;
    payload.db.create = (async (args: Parameters<typeof create>[0]) => {
      if (failing && args.collection === 'decision-log') throw new Error('gone');
      return create.call(payload.db, args);
    }) as typeof create;
    try {
      const { failed } = await runPass({ payload, now: instant('12:00') });
      expect(failed).toHaveLength(1);
      failing = false;
      expect((await runPass({ payload, now: instant('12:00') + 5000 })).acted).toHaveLength(0);
    } finally {
      payload.db.create = create;
    }
    expect(await story(post)).toEqual(['planned', 'released']);
  });

  it('what was read of an older log adds nothing to a newer one', async () => {
    const post = await approved('第一条', { scheduledAt: at('12:00') });
    const { docs } = await payload.find({ collection: 'decision-log', where: { n: { equals: 1 } } });
    await payload.db.updateOne({
      collection: 'decision-log',
      id: docs[0]?.id ?? '',
      data: { readTo: 1000, plannedAt: at('09:00', '2035-11-25') },
    });
    await payload.db.updateOne({
      collection: 'posts',
      id: post.id,
      data: { statusWords: { zh: '乱', en: '?' } },
    });
    await runPass({ payload, now });
    expect(await story(post)).toEqual(['planned']);
  });

  it('can be asked for a period, a feed, a kind of decision, and page by page', async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    await approved('第二条', { scheduledAt: at('20:00') });
    await runPass({ payload, now: instant('12:00') });
    expect((await told({ what: 'deferred' })).map(({ title }) => title)).toEqual(['第二条']);
    expect(await told({ feed: '999999' })).toHaveLength(0);
    expect(await told({ from: instant('11:00'), to: instant('12:00') })).toHaveLength(0);
    expect(await told({ from: instant('12:00') })).toMatchObject([{ what: 'released' }]);
    const page = await listDecisions(await contextFor(payload, team.editor, now), { limit: 2, page: 2 });
    expect(page).toMatchObject({ value: { total: 3, hasNext: false, decisions: [{ what: 'planned' }] } });
  });

  it(`forgets what is older than ${keptDays} days, and does not tell of it again`, async () => {
    await approved('第一条', { scheduledAt: at('12:00') });
    await runPass({ payload, now: instant('12:00') });
    const later = instant('12:00') + (keptDays + 1) * 24 * hour;
    await sweepDecisions(payload, later);
    await runPass({ payload, now: later });
    expect(await told()).toHaveLength(0);
  });
});

describe('the log of decisions over REST', () => {
  let app: App;
  const ask = (path: string, as?: string) => app.rest('GET', path, as ? { as } : {});

  it('is read by those who plan, each of the own team, and bounded', async () => {
    app = await openApp('sqlite');
    const { payload } = app;
    const own = await make(payload, 'teams', { name: '一组' });
    const feeds: Made[] = [];
    for (const [name, teams] of [
      ['一店', [own.id]],
      ['二店', []],
    ] as const) {
      feeds.push(await make(payload, 'feeds', { name, channel: 'group', timezone: 'Asia/Shanghai', teams }));
    }
    for (const [n, what] of ['planned', 'released', 'outage'].entries()) {
      await payload.db.create({
        collection: 'decision-log',
        data: {
          key: `k${n}`,
          at: new Date(now + n).toISOString(),
          what,
          feed: n < 2 ? String(feeds[n]?.id) : null,
        },
      });
    }
    const bound = await aSignedIn(app, { roles: ['editor'], team: own.id });
    const seen = async (as?: string, query = '') =>
      ((await ask(`/decisions${query}`, as)).body.decisions as { what: string }[]).map(({ what }) => what);
    expect((await ask('/decisions')).status).toBe(401);
    expect((await ask('/decisions', app.tokens.staff)).status).toBe(403);
    expect(await seen(app.tokens.editor)).toEqual(['outage', 'released', 'planned']);
    expect(await seen(app.tokens.admin, `?feed=${feeds[1]?.id}`)).toEqual(['released']);
    expect(await seen(bound.token)).toEqual(['outage', 'planned']);
    expect(await seen(app.tokens.editor, '?from=2035-11-23&to=2035-11-23')).toHaveLength(3);
    expect(await seen(app.tokens.editor, '?from=2035-11-24')).toHaveLength(0);
    for (const wrong of [
      'from=x',
      'limit=0',
      'limit=201',
      'what=nonsense',
      'page=0',
      'from=2035-11-24&to=2035-11-22',
      'to=9999-12-31',
      'from=0050-01-01',
    ]) {
      expect([wrong, (await ask(`/decisions?${wrong}`, app.tokens.editor)).status]).toEqual([wrong, 400]);
    }
    // What another team's feed holds in a shared pool is named to nobody else, at either door.
    const slots = feeds.map(({ id }, n) => ({ post: `${n}`, title: '占位', feed: String(id), at: now }));
    await payload.db.updateOne({
      collection: 'decision-log',
      where: { key: { equals: 'k0' } },
      data: { slots },
    });
    for (const path of ['/decisions?what=planned', '/decision-log?where[what][equals]=planned']) {
      const { decisions, docs } = (await ask(path, bound.token)).body as Record<
        string,
        { slots: unknown[] }[]
      >;
      expect((decisions ?? docs)?.[0]?.slots).toMatchObject([{ feed: String(feeds[0]?.id) }]);
    }
    const written = await app.rest('POST', '/decision-log', { as: app.tokens.admin, body: { key: 'x' } });
    expect(written.status).toBe(403);
  });
});
