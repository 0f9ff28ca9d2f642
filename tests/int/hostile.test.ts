import type { Payload } from 'payload';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recallPost } from '@/server/posts/recall';
import { resolvePost } from '@/server/posts/resolve';
import { withdraw } from '@/server/posts/withdraw';
import { runPass } from '@/server/scheduler/pass';
import { passOfLog } from '@/server/scheduler/passOfLog';
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

const hour = 3_600_000;
/** Years away: what editors see in between is planned by the real clock. */
const now = Date.parse('2035-11-23T10:00:00+08:00');
const at = (wall: string, day = '2035-11-23') => new Date(`${day}T${wall}:00+08:00`).toISOString();

const approved = (payload: Payload, team: Team, more: Record<string, unknown>) =>
  approvedPost(payload, team, more, now);

const load = async (payload: Payload, id: string | number) =>
  (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Made & {
    cards: { feed: string; variantKey: string; state: string }[];
  };

const statesOf = async (payload: Payload, id: string | number) =>
  Object.fromEntries((await load(payload, id)).cards.map(({ variantKey, state }) => [variantKey, state]));

const edit = async (payload: Payload, team: Team, id: string | number, data: Record<string, unknown>) => {
  const { req } = await contextFor(payload, team.editor, now);
  return payload.update({
    collection: 'posts',
    id,
    data: data as never,
    overrideAccess: false,
    user: req.user,
    req,
  });
};

describeEachDatabase('what a hostile colleague found in the workflow', (app) => {
  let payload: Payload;
  let team: Team;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    await payload.updateGlobal({ slug: 'settings', data: { stopped: false } });
    team = await aTeam(payload);
    await make(payload, 'cap-rules', {
      name: '每天最多 1 条卖货',
      kinds: ['sales'],
      counts: 'daily',
      scope: 'customer',
      window: { unit: 'day' },
      limit: 1,
    });
  });

  /** New customers had their sales post already, so of a post with a version for them one card is held. */
  const partlyHeld = async () => {
    const { fresh } = team.segments;
    await approved(payload, team, {
      title: '只给新客',
      scheduledAt: at('10:30'),
      audience: { visibility: 'only', segments: [fresh.id] },
    });
    const post = await approved(payload, team, {
      title: '两版',
      scheduledAt: at('11:00'),
      onConflict: 'hold',
      variants: [{ key: 'new', segments: [fresh.id], body: '新客版' }],
    });
    for (const hours of [0.5, 1]) await runPass({ payload, now: now + hours * hour });
    expect(await statesOf(payload, post.id)).toEqual({ new: 'held', base: 'released' });
    return String(post.id);
  };

  it('a held card of a post that is partly out can still be released by a person', async () => {
    const id = await partlyHeld();
    const [rule] = (await payload.find({ collection: 'cap-rules' })).docs;
    await payload.update({ collection: 'cap-rules', id: rule?.id ?? '', data: { limit: 2 } });
    const ctx = await contextFor(payload, team.manager, now + hour + 1000);
    expect(await resolvePost(ctx, { id, action: 'release-now' })).toMatchObject({ ok: true });
    expect(await statesOf(payload, id)).toEqual({ new: 'released', base: 'released' });
    expect(await resolvePost(ctx, { id, action: 'release-now' })).toMatchObject({ ok: false, status: 409 });
  });

  it('a held card of a post that is partly out can be dropped, and the post stays released', async () => {
    const id = await partlyHeld();
    const ctx = await contextFor(payload, team.manager, now + hour + 1000);
    expect(await resolvePost(ctx, { id, action: 'drop' })).toMatchObject({ ok: true });
    expect((await load(payload, id)).status).toBe('released');
    expect(await statesOf(payload, id)).toEqual({ new: 'withdrawn', base: 'released' });
  });

  it('withdrawing the rest of a post takes its held cards too', async () => {
    const id = await partlyHeld();
    await withdraw(await contextFor(payload, team.editor, now + hour + 1000), { id });
    expect(await statesOf(payload, id)).toEqual({ new: 'withdrawn', base: 'released' });
  });

  it('moves nothing to a time at which it cannot go out', async () => {
    const id = await partlyHeld();
    const ctx = await contextFor(payload, team.editor, now + hour + 1000);
    for (const far of ['9999-12-31T00:00:00Z', '2020-01-01T00:00:00Z']) {
      const outcome = await resolvePost(ctx, { id, action: 'move', at: Date.parse(far) });
      expect(outcome).toMatchObject({ ok: false, status: 400 });
    }
  });

  it('a stop that comes while a pass decides stops that pass too', async () => {
    const post = await approved(payload, team, { scheduledAt: at('11:00') });
    const log = `feed:${team.feed.id}` as never;
    const create = payload.db.create.bind(payload.db);
    let stopping = false;
    const spy = vi.spyOn(payload.db, 'create').mockImplementation(async (args) => {
      const data = args.data as { type?: string };
      if (args.collection === 'releases' && data.type === 'release' && !stopping) {
        stopping = true;
        await payload.updateGlobal({ slug: 'settings', data: { stopped: true } });
      }
      return create(args);
    });
    await passOfLog({ payload, log, now: now + hour, stopped: false });
    spy.mockRestore();
    expect(stopping).toBe(true);
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
  });

  it('nobody releases by hand while everything is stopped', async () => {
    await approved(payload, team, { title: '占位', scheduledAt: at('10:30') });
    const post = await approved(payload, team, { scheduledAt: at('11:00'), onConflict: 'hold' });
    for (const hours of [0.5, 1]) await runPass({ payload, now: now + hours * hour });
    const [rule] = (await payload.find({ collection: 'cap-rules' })).docs;
    await payload.update({ collection: 'cap-rules', id: rule?.id ?? '', data: { limit: 9 } });
    await payload.updateGlobal({ slug: 'settings', data: { stopped: true } });
    const ctx = await contextFor(payload, team.manager, now + hour + 1000);
    const outcome = await resolvePost(ctx, { id: String(post.id), action: 'release-now' });
    expect(outcome).toMatchObject({ ok: false, status: 409, errors: [{ data: { code: 'stopped' } }] });
    expect(await releasesOf(payload, post.id)).toHaveLength(0);
  });

  it('a post whose card went out between an edit and its void stays released, and can be recalled', async () => {
    const post = await approved(payload, team, { scheduledAt: at('11:00') });
    const create = payload.db.create.bind(payload.db);
    // The fence is recorded in the transaction; just after its commit and before its void a scheduler commits.
    const release = await (async () => {
      const { loadSnapshot } = await import('@/server/scheduler/snapshot');
      const { releaseEntry } = await import('@/server/scheduler/entries');
      const { plan } = await import('@/core/plan');
      const snapshot = await loadSnapshot({ payload, log: `feed:${team.feed.id}` as never, now: now + hour });
      if (!snapshot) throw new Error('There is no such log.');
      const [decision] = plan({ ...snapshot.input, now: now + hour });
      if (!decision) throw new Error('Nothing is planned.');
      return { ...releaseEntry({ decision, snapshot, now: now + hour }), seq: snapshot.tail + 1 };
    })();
    let raced = false;
    const spy = vi.spyOn(payload.db, 'create').mockImplementation(async (args) => {
      const data = args.data as { type?: string };
      if (args.collection === 'releases' && data.type === 'void' && !raced) {
        raced = true;
        await create({ collection: 'releases', data: release as never });
      }
      return create(args);
    });
    await edit(payload, team, post.id, { body: '改过的文案' });
    spy.mockRestore();
    expect(raced).toBe(true);
    expect((await load(payload, post.id)).status).toBe('released');
    await expect(edit(payload, team, post.id, { body: '再改' })).rejects.toMatchObject({ status: 409 });
    const ctx = await contextFor(payload, team.manager, now + hour);
    expect(await recallPost(ctx, { id: String(post.id), reason: '错了' })).toMatchObject({ ok: true });
  });

  it('a card that will be held says so before its time', async () => {
    await approved(payload, team, { title: '占位', scheduledAt: at('10:30') });
    const post = await approved(payload, team, { scheduledAt: at('11:00'), dayBound: true });
    expect(String((await load(payload, post.id)).statusReason)).toContain('1/1');
  });

  it('an approved post taken out of the daily count by naming a launch needs a new approval', async () => {
    const script = await make(payload, 'launch-scripts', {
      name: '新品发售',
      launchAt: at('20:00', '2026-12-01'),
      timezone: 'Asia/Shanghai',
    });
    const post = await approved(payload, team, { scheduledAt: at('11:00') });
    await edit(payload, team, post.id, { launchScript: script.id });
    expect((await load(payload, post.id)).status).toBe('draft');
  });
});

describe.each(['sqlite', 'mongodb'] as const)('bad input (%s)', (kind) => {
  let app: App;
  let id: string | number;
  let other: string | number;

  beforeAll(async () => {
    app = await openApp(kind);
    const feed = await make(app.payload, 'feeds', {
      name: '总店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
    const body = {
      title: '早安',
      kind: 'persona',
      body: '早上好',
      feeds: [feed.id],
      audience: { visibility: 'everyone' },
      scheduledAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const made = await app.rest('POST', '/posts', { as: app.tokens.editor, body });
    id = (made.body.doc as Made).id;
    other = kind === 'sqlite' ? 99_999 : '0123456789abcdef01234567';
  });

  const wrong: [string, (unknown: string | number) => Record<string, unknown>][] = [
    ['an object for a text', () => ({ title: { a: 1 } })],
    ['a number for a text', () => ({ body: 12 })],
    ['a list for a choice', () => ({ kind: ['sales', 'persona'] })],
    ['a list for a text', () => ({ body: ['a'] })],
    ['a condition for a text', () => ({ body: { $gt: 1 } })],
    ['a fraction for a whole number', () => ({ priority: 1.5 })],
    ['a number that is too large', () => ({ priority: 101 })],
    ['half a sign', () => ({ title: 'a\udc00' })],
    ['NUL in a text', () => ({ body: 'a\u0000b' })],
    ['a feed that is not there', (none) => ({ feeds: [none] })],
    ['a picture that is not there', (none) => ({ images: [none] })],
    ['a launch that is not there', (none) => ({ launchScript: none })],
    ['an id that can be none', () => ({ feeds: [-1] })],
    ['an id with a fraction', () => ({ feeds: [1.5] })],
    ['an id that is too large', () => ({ feeds: [1e30] })],
    ['a list for one id', () => ({ video: [1] })],
    ['a list for a time', () => ({ scheduledAt: ['2026-12-01'] })],
    ['the year 275760', () => ({ scheduledAt: '+275760-09-13T00:00:00.000Z' })],
    ['the year 9999', () => ({ scheduledAt: '9999-12-31T23:59:59Z' })],
    ['null for a group', () => ({ audience: null })],
    ['text for a group', () => ({ audience: 'everyone' })],
    ['null as a variant', () => ({ variants: [null] })],
    ['text as a first comment', () => ({ firstComments: ['hello'] })],
  ];

  it.each(wrong)('%s is refused in words and changes nothing', async (_, data) => {
    const as = app.tokens.editor;
    const before = (await app.rest('GET', `/posts/${id}?depth=0`, { as })).text;
    const body = data(other);
    const refused = await app.rest('PATCH', `/posts/${id}`, { as, body });
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(/\p{Script=Han}/u)]);
    const [error] = refused.body.errors as { data: { errors: { path: string }[] } }[];
    expect(error?.data.errors[0]?.path).toContain(Object.keys(body)[0]);
    expect((await app.rest('GET', `/posts/${id}?depth=0`, { as })).text).toBe(before);
  });

  it.each(['PATCH', 'DELETE'] as const)(
    '%s of several without saying which is refused in words',
    async (method) => {
      const asked = { as: app.tokens.editor, ...(method === 'PATCH' ? { body: { title: '全部' } } : {}) };
      const refused = await app.rest(method, '/posts', asked);
      expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('where')]);
      expect(refused.text).toMatch(/\p{Script=Han}/u);
    },
  );

  it('a body of another type is refused', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const asked = { as: app.tokens.editor, body: 'title=x', headers };
    expect((await app.rest('POST', '/posts', asked)).status).toBe(400);
  });

  it('an upload without further fields is refused for its file, not for its form', async () => {
    const body = new FormData();
    body.append('file', new Blob(['hello'], { type: 'image/jpeg' }), 'x.jpg');
    const refused = await app.rest('POST', '/media', { as: app.tokens.editor, body });
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('JSON');
  });

  it('a batch has one answer for each, whatever it names', async () => {
    const contentHash = 'a'.repeat(64);
    const items = ['abc', '-1', String(other), String(id)].map((post) => ({ post, contentHash }));
    const answer = await app.rest('POST', '/approvals/batch', { as: app.tokens.manager, body: { items } });
    expect(answer.status).toBe(200);
    expect((answer.body.results as { code: number }[]).map(({ code }) => code)).toEqual([404, 404, 404, 409]);
  });

  it('says why an audience cannot be, not only where', async () => {
    const as = app.tokens.editor;
    const body = { audience: { visibility: 'only', segments: [] } };
    const refused = await app.rest('PATCH', `/posts/${id}`, { as, body });
    const [error] = refused.body.errors as { message: string; data: { errors: { message: string }[] } }[];
    expect(refused.status).toBe(400);
    expect(error?.data.errors[0]?.message.length).toBeGreaterThan(5);
    expect(error?.message).toContain(error?.data.errors[0]?.message);
  });
});
