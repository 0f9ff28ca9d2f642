import type { Payload } from 'payload';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayBounds, localDateOf } from '@/core/time';
import { deskWords } from '@/core/words/desk';
import { insertOnce } from '@/server/database/insertOnce';
import { feedsOf } from '@/server/desk/feedsOf';
import { putReceipt } from '@/server/desk/putReceipt';
import { readToday } from '@/server/desk/today';
import { aReleasedCard } from '../builders/desk';
import { make } from '../builders/team';
import { databaseKinds } from '../setup/boot';
import { type App, openApp, origin, password } from './access/app';

const zone = 'Asia/Shanghai';
const today = localDateOf(Date.now(), zone);
const [midnight, nextMidnight] = dayBounds(today, zone);
/** The first instant of today: always due, and copying lasts until the day ends. */
const due = midnight;

interface Given {
  feed: string | number;
  text?: string;
  images?: { sha256: string; thumbSha256: string | null; width: number; height: number; alt: string }[];
  firstComments?: string[];
  expiresAt?: string | null;
  localDate?: string;
  kind?: 'sales' | 'persona';
}

let seq = 0;

async function release(payload: Payload, { feed, localDate, kind, ...content }: Given): Promise<string> {
  seq += 1;
  const card = `p${seq}:base:${feed}`;
  const frozen = aReleasedCard({ content }).content;
  const key = `card:${card}`;
  const inserted = await insertOnce(payload, 'releases', {
    log: `feed:${feed}`,
    seq,
    type: 'release',
    key,
    at: new Date(due).toISOString(),
    feed: String(feed),
    card,
    post: `p${seq}`,
    variantKey: 'base',
    kind: kind ?? 'sales',
    audience: { visibility: 'only', segments: [{ id: '7', name: '老客', wechatTag: '老客' }] },
    content: frozen,
    dueAt: new Date(due).toISOString(),
    releasedAt: new Date(due).toISOString(),
    localDate: localDate ?? today,
  });
  if (!inserted.ok) throw new Error('the release was there already');
  const { docs } = await payload.find({ collection: 'releases', where: { key: { equals: key } }, depth: 0 });
  return String(docs[0]?.id);
}

async function recall(payload: Payload, id: string): Promise<void> {
  const row = await payload.db.findOne<{ id: string; card: string; log: string }>({
    collection: 'releases',
    where: { id: { equals: id } },
  });
  seq += 1;
  await insertOnce(payload, 'releases', {
    log: row?.log,
    seq,
    type: 'recall',
    key: `recall:${row?.card}`,
    card: row?.card,
    at: new Date().toISOString(),
  });
}

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Loaded after the database is chosen: they read the environment. */
const routes: Record<string, () => Promise<Record<string, unknown>>> = {
  '/desk': () => import('../../src/app/(desk)/desk/route'),
  '/desk/nothing': () => import('../../src/app/(desk)/desk/[...rest]/route'),
  '/desk/login': () => import('../../src/app/(desk)/desk/login/route'),
  '/desk/logout': () => import('../../src/app/(desk)/desk/logout/route'),
  '/desk/language': () => import('../../src/app/(desk)/desk/language/route'),
  '/desk/receipts/:release': () => import('../../src/app/(desk)/desk/receipts/[release]/route'),
  '/desk/releases/:release/images/:n': () =>
    import('../../src/app/(desk)/desk/releases/[release]/images/[n]/route'),
  '/desk/releases/:release/images.zip': () =>
    import('../../src/app/(desk)/desk/releases/[release]/images.zip/route'),
};

describe.each(databaseKinds)('the desk (%s)', (kind) => {
  let app: App;
  let payload: Payload;
  let feed: { id: string | number };
  let others: { id: string | number };

  const asStaff = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.rest(method, path, {
      as: app.tokens.staff,
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
    });

  /** A page or form of the desk, called as a browser over plain http does: cookie, no Sec-Fetch-Site. */
  const browse = async (
    path: string,
    init: RequestInit & { who?: 'staff' | 'editor'; params?: Record<string, string> } = {},
  ) => {
    const { who = 'staff', params = {}, ...rest } = init;
    const name = (path.split('?')[0] ?? '')
      .replace(/\/receipts\/[^/]+/, '/receipts/:release')
      .replace(/\/releases\/[^/]+/, '/releases/:release')
      .replace(/\/images\/\d+$/, '/images/:n');
    const handlers: Record<string, unknown> | undefined = await routes[name]?.();
    const headers = new Headers(rest.headers);
    headers.set('host', 'localhost:3000');
    if (!headers.has('cookie')) headers.set('cookie', `payload-token=${app.tokens[who]}`);
    const handler = handlers?.[rest.method ?? 'GET'] as Handler | undefined;
    if (!handler) throw new Error(`${path} has no ${rest.method ?? 'GET'}.`);
    return handler(new Request(`${origin}${path}`, { ...rest, headers }), {
      params: Promise.resolve(params),
    });
  };

  const submit = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { origin },
  ) =>
    browse(path, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
      params: { release: path.split('/')[3] ?? '' },
    });

  const receipts = async () =>
    (await payload.db.find({ collection: 'receipts', limit: 0, pagination: false })).docs;

  beforeAll(async () => {
    app = await openApp(kind);
    payload = app.payload;
    feed = await make(payload, 'feeds', { name: '上海一组', timezone: zone, members: [app.ids.staff] });
    others = await make(payload, 'feeds', { name: '别的组', timezone: zone });
  });

  beforeEach(async () => {
    await payload.db.deleteMany({ collection: 'receipts', where: {} });
    await payload.db.deleteMany({ collection: 'releases', where: {} });
    await payload.db.deleteMany({ collection: 'posts', where: {} });
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x'])(
    'a form that came as %s is refused in words',
    async (type) => {
      for (const path of ['/desk/login', '/desk/language', '/desk/receipts/1']) {
        const headers = { origin, 'content-type': type };
        const answer = await browse(path, { method: 'POST', headers, body: '{}', params: { release: '1' } });
        expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/\p{Script=Han}/u)]);
      }
    },
  );

  it('shows the day’s releases of the own feeds, filled in for the person, and nothing of others', async () => {
    const mine = await release(payload, { feed: feed.id, text: '我是{{staff.name}}，加我 {{staff.wechat}}' });
    await release(payload, { feed: others.id });
    await release(payload, { feed: feed.id, localDate: '2026-01-02' });
    const { status, body } = await asStaff('GET', '/desk/today');
    expect(status).toBe(200);
    expect(body.date).toBe(today);
    expect(body.cards).toHaveLength(1);
    expect((body.cards as object[])[0]).toMatchObject({
      release: mine,
      feed: String(feed.id),
      kind: 'sales',
      text: '我是Person staff，加我 wx_staff',
      audience: { visibility: 'only', segments: [{ wechatTag: '老客' }] },
      copyUntil: new Date(nextMidnight).toISOString(),
      receipt: null,
      recalled: false,
      blocked: null,
    });
  });

  it('is a member through the team as well', async () => {
    const team = await make(payload, 'teams', { name: `队 ${kind}` });
    const theirs = await make(payload, 'feeds', { name: '整队', timezone: zone, teams: [team.id] });
    const feeds = await feedsOf(payload, { id: app.ids.editor, team: team.id });
    expect(feeds.map(({ id }) => id)).toEqual([String(theirs.id)]);
  });

  it('answers 304 to who has it already, and anew as soon as something changed', async () => {
    const id = await release(payload, { feed: feed.id });
    const first = await asStaff('GET', '/desk/today');
    const etag = first.headers.get('etag') ?? '';
    expect((await asStaff('GET', '/desk/today', undefined, { 'if-none-match': etag })).status).toBe(304);
    await asStaff('PUT', `/desk/receipts/${id}`, { state: 'copied' });
    expect((await asStaff('GET', '/desk/today', undefined, { 'if-none-match': etag })).status).toBe(200);
  });

  it('tells of later today the time and the kind, and no word of the content', async () => {
    const at = new Date(nextMidnight - 60_000).toISOString();
    const post = await make(payload, 'posts', {
      title: '秘密标题',
      kind: 'knowledge',
      body: '秘密文案',
      feeds: [feed.id],
    });
    await payload.db.updateOne({
      collection: 'posts',
      where: { id: { equals: post.id } },
      data: {
        inFlight: true,
        scheduledAt: at,
        cardStates: [
          { feed: String(feed.id), variantKey: 'base', state: 'planned', plannedAt: at, reason: null },
          { feed: String(others.id), variantKey: 'base', state: 'planned', plannedAt: at, reason: null },
        ],
      },
    });
    const { body, text } = await asStaff('GET', '/desk/today');
    expect(body.upcoming).toEqual([{ dueAt: at, kind: 'knowledge', feed: String(feed.id) }]);
    expect(text).not.toContain('秘密');
    expect(await (await browse('/desk')).text()).not.toContain('秘密');
  });

  it('reads of later today what its own feeds have: however much comes due elsewhere, it answers as fast', async () => {
    const at = new Date(nextMidnight - 60_000).toISOString();
    for (const { id } of [feed, others, others, others]) {
      const post = await make(payload, 'posts', {
        title: '内容',
        kind: 'persona',
        body: '文案',
        feeds: [id],
      });
      const state = { feed: String(id), variantKey: 'base', state: 'planned', plannedAt: at, reason: null };
      await payload.db.updateOne({
        collection: 'posts',
        where: { id: { equals: post.id } },
        data: { inFlight: true, scheduledAt: at, cardStates: [state] },
      });
    }
    const find = vi.spyOn(payload.db, 'find');
    const { body } = await asStaff('GET', '/desk/today');
    const read = find.mock.calls.flatMap(([{ collection }], n) =>
      collection === 'posts' ? [find.mock.results[n]?.value as Promise<{ docs: unknown[] }>] : [],
    );
    find.mockRestore();
    // What is on its way, and what was cancelled.
    expect((await Promise.all(read)).map(({ docs }) => docs.length)).toEqual([1, 0]);
    expect(body.upcoming).toHaveLength(1);
  });

  it('keeps one receipt for each person and release; the same call twice changes nothing', async () => {
    const id = await release(payload, { feed: feed.id });
    const first = await asStaff('PUT', `/desk/receipts/${id}`, { state: 'posted' });
    expect(first.body).toMatchObject({ release: id, staff: String(app.ids.staff), state: 'posted' });
    const second = await asStaff('PUT', `/desk/receipts/${id}`, { state: 'posted' });
    expect(second.body).toEqual(first.body);
    await asStaff('PUT', `/desk/receipts/${id}`, { state: 'skipped', reason: '不适合' });
    expect(await receipts()).toMatchObject([{ release: id, state: 'skipped', reason: '不适合' }]);
    expect((await asStaff('DELETE', `/desk/receipts/${id}`)).status).toBe(200);
    expect(await receipts()).toHaveLength(0);
  });

  it('makes one receipt of many taps at once', async () => {
    const id = await release(payload, { feed: feed.id });
    const taps = await Promise.all(
      Array.from({ length: 8 }, () => asStaff('PUT', `/desk/receipts/${id}`, { state: 'posted' })),
    );
    expect(taps.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await receipts()).toHaveLength(1);
  });

  it('refuses what is wrong, each with its status and a sentence', async () => {
    const mine = await release(payload, { feed: feed.id });
    const theirs = await release(payload, { feed: others.id });
    const status = async (path: string, body: unknown) => (await asStaff('PUT', path, body)).status;
    expect(await status(`/desk/receipts/${theirs}`, { state: 'posted' })).toBe(404);
    expect(await status('/desk/receipts/999999', { state: 'posted' })).toBe(404);
    expect(await status("/desk/receipts/1'%20or%201=1", { state: 'posted' })).toBe(404);
    expect(await status(`/desk/receipts/${mine}`, { state: 'sold' })).toBe(400);
    expect(await status(`/desk/receipts/${mine}`, {})).toBe(400);
    expect(await status(`/desk/receipts/${mine}`, { state: 'skipped', reason: 'x'.repeat(201) })).toBe(400);
    expect(await status(`/desk/receipts/${mine}`, { state: 'posted', proof: 'nowhere' })).toBe(400);
    expect((await asStaff('GET', '/desk/today?date=2026-02-30')).status).toBe(400);
    expect((await app.rest('GET', '/desk/today')).status).toBe(401);
    expect((await app.rest('GET', '/desk/today', { as: app.tokens.editor })).status).toBe(403);
    expect(await receipts()).toHaveLength(0);
  });

  it('lets a recalled card be marked as removed and nothing else', async () => {
    const id = await release(payload, { feed: feed.id });
    await recall(payload, id);
    const refused = await asStaff('PUT', `/desk/receipts/${id}`, { state: 'posted' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('已作废');
    expect((await asStaff('GET', '/desk/today')).body.cards).toMatchObject([
      { recalled: true, blocked: { code: 'recalled' } },
    ]);
    expect((await asStaff('PUT', `/desk/receipts/${id}`, { state: 'removed' })).status).toBe(200);
  });

  it('ends copying with the day, while posting may be marked later', async () => {
    const id = await release(payload, { feed: feed.id });
    const user = { id: app.ids.staff };
    const mark = (state: string, now: number) =>
      putReceipt({ payload, user, words: deskWords.zh, now, release: id, mark: { state } });
    expect(await mark('copied', nextMidnight)).toMatchObject({ ok: false, status: 409 });
    expect(await mark('copied', nextMidnight - 1)).toMatchObject({ ok: true });
    expect(await mark('posted', nextMidnight + 3_600_000)).toMatchObject({ ok: true });
    const { day } = await readToday({ payload, user, now: nextMidnight, date: today });
    expect(day.cards[0]).toMatchObject({ place: 'done', blocked: { code: 'past' } });
  });

  it('stops copying while everything is stopped, and says it on the page', async () => {
    const id = await release(payload, { feed: feed.id });
    const stopped = { stopped: true, stoppedReason: '价格写错了' };
    await payload.updateGlobal({ slug: 'settings', data: stopped });
    try {
      expect((await asStaff('PUT', `/desk/receipts/${id}`, { state: 'copied' })).status).toBe(409);
      const { body } = await asStaff('GET', '/desk/today');
      expect(body).toMatchObject({ stopped: true, cards: [{ blocked: { code: 'stopped' } }] });
      const page = await (await browse('/desk')).text();
      expect(page).toContain('已紧急停发');
      expect(page).toContain('原因：价格写错了');
      expect(page).not.toContain('data-step="copy"');
      expect(page).not.toContain('标记已发');
      expect(page).toContain('其实发过了');
    } finally {
      await payload.updateGlobal({ slug: 'settings', data: { stopped: false } });
    }
  });

  it('blocks a card whose personal value is missing, and says whom to ask', async () => {
    await release(payload, {
      feed: feed.id,
      text: '{{store.name}}见',
      firstComments: ['报{{staff.coupon}}'],
    });
    const { body } = await asStaff('GET', '/desk/today');
    expect(body.cards).toMatchObject([
      { blocked: { code: 'personal', missing: ['store.name', 'staff.coupon'] } },
    ]);
    const page = await (await browse('/desk')).text();
    expect(page).toContain('店名、优惠码');
    expect(page).not.toContain('data-step="copy"');
  });

  describe('files', () => {
    let images: Given['images'];

    beforeAll(async () => {
      const { blobs } = await import('@/server/blobs');
      images = await Promise.all(
        ['#a33', '#3a3'].map(async (background) => {
          const jpeg = await sharp({ create: { width: 30, height: 20, channels: 3, background } })
            .jpeg()
            .toBuffer();
          const sha256 = await blobs.put(jpeg, 'jpg');
          return { sha256, thumbSha256: null, width: 30, height: 20, alt: '' };
        }),
      );
    });

    it('loads as an <img> does over plain http, for members of the feed and for the office alone', async () => {
      const mine = await release(payload, { feed: feed.id, images });
      const theirs = await release(payload, { feed: others.id, images });
      const get = async (id: string, n: string, who: 'staff' | 'editor' = 'staff') =>
        browse(`/desk/releases/${id}/images/${n}`, { who, params: { release: id, n } });
      const picture = await get(mine, '2');
      expect(picture.status).toBe(200);
      expect(picture.headers.get('content-type')).toBe('image/jpeg');
      expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
      expect(picture.headers.get('cache-control')).toContain('private');
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
      expect((await get(mine, '3')).status).toBe(404);
      expect((await get(mine, '0')).status).toBe(404);
      expect((await get(theirs, '1')).status).toBe(404);
      expect((await get(theirs, '1', 'editor')).status).toBe(200);
      expect((await app.rest('GET', `/desk/releases/${mine}/images/1`)).status).toBe(401);
      expect((await asStaff('GET', `/desk/releases/${mine}/images/1`)).headers.get('content-type')).toBe(
        'image/jpeg',
      );
    });

    it('come as one zip in posting order', async () => {
      const id = await release(payload, { feed: feed.id, images });
      const zip = await browse(`/desk/releases/${id}/images.zip`, { params: { release: id } });
      expect(zip.headers.get('content-type')).toBe('application/zip');
      const text = Buffer.from(await zip.arrayBuffer()).toString('latin1');
      expect(text.indexOf('01.jpg')).toBeGreaterThan(0);
      expect(text.indexOf('02.jpg')).toBeGreaterThan(text.indexOf('01.jpg'));
      const none = await release(payload, { feed: feed.id });
      expect((await asStaff('GET', `/desk/releases/${none}/images.zip`)).status).toBe(404);
    });
  });

  describe('pages', () => {
    it('the desk is whole without its script, under a strict policy, and 304 when unchanged', async () => {
      await release(payload, { feed: feed.id, text: '今晚会员日' });
      const page = await browse('/desk');
      const html = await page.text();
      expect(html).toContain('今晚会员日');
      expect(html).toMatch(/<form [^>]*action="\/desk\/receipts\/\w+" method="post"/);
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(html).not.toMatch(/<script(?! src=)|style="|onclick=/);
      const again = await browse('/desk', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    });

    it('a folded card says whom it is for', async () => {
      await release(payload, { feed: feed.id });
      await release(payload, { feed: feed.id });
      const html = await (await browse('/desk')).text();
      expect(html.match(/<summary>.*?<\/summary>/g)?.join('')).toContain('部分可见 → 「老客」');
    });

    it('an address where nothing is leads back, in the language of its reader', async () => {
      const page = await browse('/desk/nothing', { headers: { 'accept-language': 'zh' } });
      expect(page.status).toBe(404);
      const html = await page.text();
      expect(html).toContain('没有这个页面');
      expect(html).toContain('href="/desk"');
    });

    it('a text with markup is text', async () => {
      await release(payload, { feed: feed.id, text: '<img src=x onerror=alert(1)>' });
      expect(await (await browse('/desk')).text()).toContain('&lt;img src=x onerror=alert(1)&gt;');
    });

    it('nobody is sent to sign in, an editor without feeds is greeted with the way to the admin', async () => {
      const nobody = await browse('/desk', { headers: { cookie: 'payload-token=nonsense' } });
      expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/desk/login']);
      expect(await (await browse('/desk', { who: 'editor' })).text()).toContain('href="/admin"');
    });

    it('a form marks a card without the script, and comes back to the desk', async () => {
      const id = await release(payload, { feed: feed.id });
      const sent = await submit(`/desk/receipts/${id}`, {
        state: 'skipped',
        reason: 'too-many-today',
        detail: '店里忙',
      });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, '/desk']);
      expect(await receipts()).toMatchObject([{ state: 'skipped', reason: '今天发得够多了 · 店里忙' }]);
      await submit(`/desk/receipts/${id}`, { state: 'none' });
      expect(await receipts()).toHaveLength(0);
    });

    it('a form from another host, or from nowhere, changes nothing', async () => {
      const id = await release(payload, { feed: feed.id });
      for (const headers of [
        { origin: 'http://evil.test' },
        { origin: 'null' },
        {},
        { referer: 'http://evil.test/' },
      ]) {
        expect(
          (await submit(`/desk/receipts/${id}`, { state: 'posted' }, headers as Record<string, string>))
            .status,
        ).toBe(403);
      }
      expect(await receipts()).toHaveLength(0);
      const old = await submit(`/desk/receipts/${id}`, { state: 'posted' }, { referer: `${origin}/desk` });
      expect(old.status).toBe(303);
    });

    it('signs in by staff number for thirty days, and out again', async () => {
      const nobody = { cookie: 'x=y', origin };
      const wrong = await submit('/desk/login', { username: 'a-staff', password: 'wrong' }, nobody);
      expect(wrong.status).toBe(401);
      expect(await wrong.text()).toContain('工号或密码不对');
      const right = await submit('/desk/login', { username: ' a-staff ', password }, nobody);
      const cookie = right.headers.get('set-cookie') ?? '';
      expect([right.status, right.headers.get('location')]).toEqual([303, '/desk']);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
      const days = (Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(30);
      const session = { cookie: cookie.split(';')[0] ?? '' };
      expect((await browse('/desk', { headers: session })).status).toBe(200);
      const out = await submit('/desk/logout', {}, { ...session, origin });
      expect(out.headers.get('location')).toBe('/desk/login');
      expect((await browse('/desk', { headers: session })).status).toBe(303);
    });

    it('speaks the language that its reader chose', async () => {
      await submit('/desk/language', { locale: 'en' });
      expect(await (await browse('/desk')).text()).toContain('lang="en"');
      await submit('/desk/language', { locale: 'zh' });
      expect(await (await browse('/desk')).text()).toContain('lang="zh-CN"');
    });
  });

  it('shows managers who has posted, skipped and not opened, and nobody else', async () => {
    const id = await release(payload, { feed: feed.id });
    await asStaff('PUT', `/desk/receipts/${id}`, { state: 'posted' });
    const { status, body } = await app.rest('GET', '/team/progress', { as: app.tokens.manager });
    expect(status).toBe(200);
    expect(body.totals).toMatchObject({ posted: 1, 'not-opened': 0 });
    expect(body.staff).toMatchObject([{ name: 'Person staff', cards: [{ release: id, state: 'posted' }] }]);
    expect((await asStaff('GET', '/team/progress')).status).toBe(403);
    expect((await app.rest('GET', '/team/progress')).status).toBe(401);
  });
});
