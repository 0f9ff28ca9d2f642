import { beforeAll, describe, expect, it } from 'vitest';
import { allowedOrigins } from '../../../src/server/auth/origins';
import { type Answer, type App, openApp, origin, password } from './app';
import { noId } from './observe';

/** F22, F24 and F25 of tests/fault/README.md; what is left unsaid in Payload is open to any signed-in user. */
describe('the doors that Payload opens by itself', () => {
  let app: App;
  let cookie: string;

  beforeAll(async () => {
    app = await openApp('sqlite');
    cookie = `payload-token=${app.tokens.manager}`;
  });

  const isClosed = ({ status }: Answer) => [401, 403, 404].includes(status);
  function expectRefusal(answer: Answer, ...statuses: number[]) {
    expect(statuses, `${answer.status} ${answer.text.slice(0, 300)}`).toContain(answer.status);
    expect(answer.text).not.toMatch(/sqlite|drizzle|Failed query|"stack"|node_modules/i);
    expect(
      (answer.body.errors as { message?: string }[] | undefined)?.[0]?.message ?? answer.body.message,
    ).toBeTruthy();
  }

  describe('settings that are unsafe by default (trap 7)', () => {
    it('lists the origins whose pages may use the cookie, and SERVER_URL', () => {
      const { csrf, serverURL, cors } = app.payload.config;
      expect(csrf).toEqual(
        expect.arrayContaining(allowedOrigins({ SERVER_URL: origin, PORT: 3000, LAN_ORIGINS: [] })),
      );
      expect(csrf).not.toContain('*');
      expect(serverURL).toBe(origin);
      expect(cors).toEqual([]);
    });

    it('bounds depth, complexity and telemetry, and shows no stack', () => {
      const { maxDepth, graphQL, telemetry, debug } = app.payload.config;
      expect(maxDepth).toBeLessThanOrEqual(3);
      expect(graphQL.maxComplexity).toBeLessThanOrEqual(1000);
      expect(graphQL.disablePlaygroundInProduction).toBe(true);
      expect(telemetry).toBe(false);
      expect(debug).toBeFalsy();
    });

    it('lets nobody queue, run or cancel jobs, and has none', async () => {
      const { access, enabled } = app.payload.config.jobs;
      expect(enabled).toBe(false);
      for (const may of Object.values(access ?? {})) expect(await may?.({ req: {} as never })).toBe(false);
      for (const path of ['/payload-jobs/run', '/payload-jobs/handle-schedules', '/payload-jobs']) {
        expect(isClosed(await app.rest('GET', path, { as: app.tokens.admin })), path).toBe(true);
      }
    });

    it('fetches nothing by address for the media library', async () => {
      const { upload } = app.payload.collections.media.config;
      expect(upload.pasteURL).toBe(false);
      const answer = await app.rest('GET', '/media/paste-url?src=http://127.0.0.1:3000/', {
        as: app.tokens.admin,
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    });

    it('keeps versions, where there are any, as closed as their documents', async () => {
      for (const { slug } of app.payload.config.collections) {
        for (const as of [app.tokens.staff, undefined]) {
          const answer = await app.rest('GET', `/${slug}/versions`, as ? { as } : {});
          expect(answer.status, `${slug}: ${answer.text}`).toBeGreaterThanOrEqual(400);
          expect(answer.text).not.toContain('"docs"');
        }
      }
    });

    it('has no lock on accounts, and nothing to unlock them', async () => {
      expect(app.payload.collections.users.config.auth.maxLoginAttempts).toBe(0);
      const answer = await app.rest('POST', '/users/unlock', {
        as: app.tokens.editor,
        body: { username: 'a-admin' },
      });
      expect(isClosed(answer)).toBe(true);
    });
  });

  describe('without signing in (F25)', () => {
    it.each([
      ['GET', '/access'],
      ['POST', '/posts/access/1'],
      ['POST', '/globals/settings/access'],
      ['GET', '/users/init'],
      ['POST', '/users/unlock'],
      ['POST', '/users/verify/x'],
      ['POST', '/users/refresh-token'],
      ['GET', '/og?title=anything'],
      ['GET', '/payload-kv'],
      ['GET', '/payload-migrations'],
      ['GET', '/payload-preferences/nav'],
      ['POST', '/payload-preferences/nav'],
      ['GET', '/payload-locked-documents'],
      ['GET', '/media/file/anything.jpg'],
      ['GET', '/desk/today'],
      ['GET', '/team/progress'],
      ['POST', '/posts/1/approve'],
      ['POST', '/approvals/batch'],
      ['POST', '/approvals/outlook'],
      ['GET', '/posts/1/comments'],
      ['POST', '/launch-scripts/1/comments'],
      ['POST', '/plan/simulate'],
      ['GET', '/nothing-here'],
    ])('%s %s is refused and tells nothing', async (method, path) => {
      const answer = await app.rest(method, path, method === 'POST' ? { body: {} } : {});
      expectRefusal(answer, 400, 401, 403, 404);
      expect(answer.text).not.toMatch(/"(docs|collections|canAccessAdmin|initialized)"/);
    });

    it('tells who one is not', async () => {
      expect((await app.rest('GET', '/users/me')).body.user).toBeNull();
    });

    it('GraphQL tells no rights and no data', async () => {
      const answer = await app.graphql(
        '{ Access { canAccessAdmin posts { read { permission } } } Posts { totalDocs } }',
      );
      expect(answer.body.data ?? {}).not.toHaveProperty('Posts.totalDocs');
      expect(answer.text).not.toContain('"permission":true');
    });
  });

  describe('for staff', () => {
    it.each([
      ['GET', '/payload-locked-documents'],
      ['GET', '/payload-preferences/nav'],
      ['POST', '/payload-preferences/nav'],
      ['GET', '/posts'],
      ['GET', '/posts/count'],
      ['GET', '/media'],
      ['GET', '/media/file/anything.jpg'],
      ['GET', '/releases?sort=-seq'],
      ['GET', '/feeds'],
      ['GET', '/globals/settings'],
      ['GET', '/team/progress'],
      ['POST', '/posts/1/submit'],
      ['POST', '/posts/1/approve'],
    ])('%s %s is refused', async (method, path) => {
      const answer = await app.rest(method, path, {
        as: app.tokens.staff,
        ...(method === 'POST' ? { body: { contentHash: 'a'.repeat(64), value: {} } } : {}),
      });
      expectRefusal(answer, 403, 404);
    });

    it('does not open the admin', async () => {
      const rights = await app.rest('GET', '/access', { as: app.tokens.staff });
      expect(rights.body.canAccessAdmin ?? false).toBe(false);
      expect((await app.rest('GET', '/access', { as: app.tokens.editor })).body.canAccessAdmin).toBe(true);
    });

    it('reaches nothing by joining, populating or nesting', async () => {
      const media = await app.payload.db.create({
        collection: 'media',
        data: { alt: 'x', filename: 'x.jpg', sha256: 'a'.repeat(64) },
      });
      await app.payload.update({
        collection: 'users',
        id: app.ids.staff,
        data: { profile: { qr: media.id as never } },
      });
      const me = await app.rest('GET', `/users/${app.ids.staff}?depth=3&populate[media][filename]=true`, {
        as: app.tokens.staff,
      });
      expect(me.status).toBe(200);
      expect(me.text).not.toContain('x.jpg');
    });
  });

  describe('with the cookie from elsewhere (F25)', () => {
    const post = (headers: Record<string, string>, path = '/occasions') =>
      app.rest('POST', path, { headers: { cookie, ...headers }, body: { name: 'Forged', kind: 'festival' } });
    const count = async () => (await app.payload.count({ collection: 'occasions' })).totalDocs;

    it('writes nothing from a foreign origin, an opaque one or none', async () => {
      const before = await count();
      const forged: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
        { 'sec-fetch-site': 'same-origin' },
        { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'localhost:3000' },
        { origin: 'https://evil.example', 'x-middleware-subrequest': 'src/middleware:src/middleware' },
        { origin: 'https://evil.example', 'x-forwarded-for': '127.0.0.1' },
      ];
      for (const headers of forged) expectRefusal(await post(headers), 403);
      expect(await count()).toBe(before);
    });

    it('writes from our own origin', async () => {
      const answer = await post({ origin });
      expect(answer.status, answer.text).not.toBe(401);
      expect(answer.status).not.toBe(403);
    });

    it('reads nothing for a page of a foreign origin', async () => {
      const answer = await app.rest('GET', '/users/me', {
        headers: { cookie, origin: 'https://evil.example' },
      });
      expect(answer.body.user).toBeNull();
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('acts for nobody on headers that only frameworks set', async () => {
      const forged: Record<string, string>[] = [
        { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
        { 'x-payload-user': '1', 'x-user-id': '1' },
        { rsc: '1', 'next-router-state-tree': '%5B%5D' },
        { 'x-forwarded-user': 'a-admin', 'x-original-url': '/api/users' },
      ];
      for (const headers of forged) {
        expectRefusal(await app.rest('GET', '/posts', { headers }), 401);
      }
    });
  });

  describe('asked for too much (F24)', () => {
    it.each([
      '/posts?limit=0',
      '/posts?limit=100000',
      '/posts?limit=-1',
      '/posts?limit=abc',
      '/posts?pagination=false',
      '/posts?depth=10',
      '/posts?page=0',
      '/posts?page=-5',
      '/posts?sort=title,kind,status,feeds,body,images',
      '/posts?sort=)%3Bdrop',
      '/posts?where[title][$where]=1',
      '/posts?where[title][regex]=x',
      '/posts?where[title;drop][equals]=x',
      '/posts?where[title]=x',
      '/posts?where={"title":{"$gt":""}}',
      '/posts?where={',
      `/posts?where[title][like]=${'a'.repeat(3000)}`,
      `/posts?where${'[or][0]'.repeat(40)}[title][equals]=x`,
      `/posts?where[title][equals]=${'a'.repeat(20_000)}`,
      '/posts/%E0%A4%A',
      '/posts?where[nothing][equals]=x',
      '/posts?where[password][equals]=x',
    ])('GET %s is a 4xx with a sentence, at once', async (path) => {
      const before = performance.now();
      const answer = path.includes('%E0')
        ? { ...(await raw(path)) }
        : await app.rest('GET', path, { as: app.tokens.admin });
      expectRefusal(answer, 400, 403, 404, 413, 414);
      expect(performance.now() - before).toBeLessThan(2000);
    });

    it('takes the long way round no better: a query in a body', async () => {
      const ask = (body: string, type: string) =>
        app.rest('POST', '/posts', {
          as: app.tokens.admin,
          body,
          headers: { 'Content-Type': type, 'X-Payload-HTTP-Method-Override': 'GET' },
        });
      expectRefusal(await ask('limit=0', 'application/x-www-form-urlencoded'), 400);
      expectRefusal(await ask(JSON.stringify({ limit: 0 }), 'application/json'), 400);
      expectRefusal(
        await ask(`where[title][equals]=${'a'.repeat(5_000_000)}`, 'application/x-www-form-urlencoded'),
        413,
      );
      expect((await ask('limit=5&depth=0', 'application/x-www-form-urlencoded')).status).toBe(200);
    });

    it.each(['[]', 'null', '"x"', '1', '{', '{"a":', '{"__proto__":{"x":1}}'])(
      'refuses the body %s',
      async (body) => {
        expectRefusal(await app.rest('POST', '/occasions', { as: app.tokens.admin, body }), 400);
      },
    );

    it('refuses a body of 5 MB, whatever its length header says', async () => {
      const body = JSON.stringify({ name: 'x'.repeat(5_000_000) });
      expectRefusal(await app.rest('POST', '/occasions', { as: app.tokens.admin, body }), 413);
      expectRefusal(
        await app.rest('POST', '/occasions', {
          as: app.tokens.admin,
          body,
          headers: { 'Content-Length': '10' },
        }),
        413,
      );
    });

    it.each([
      [
        'aliases by the thousand',
        `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: Posts { totalDocs }`).join(' ')} }`,
      ],
      ['limit: 0', '{ Posts(limit: 0) { totalDocs } }'],
      ['no pages', '{ Posts(pagination: false) { totalDocs } }'],
      ['nesting', `{ Feeds ${'{ docs { members '.repeat(8)} { id } ${'} }'.repeat(8)} }`],
      ['nonsense', 'x'.repeat(200_000)],
    ])('GraphQL: %s', async (_, query) => {
      const before = performance.now();
      expectRefusal(await app.graphql(query, { as: app.tokens.admin }), 400, 413);
      expect(performance.now() - before).toBeLessThan(2000);
    });

    it.each(['x', "1' OR 1=1", '../1', '-1', '1e99', '000000000000000000000000', '%00', 'null'])(
      'an id that is none (%s) is not found',
      async (id) => {
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const answer = await app.rest(method, `/posts/${encodeURIComponent(id)}`, {
            as: app.tokens.manager,
            ...(method === 'PATCH' ? { body: {} } : {}),
          });
          expectRefusal(answer, 400, 403, 404);
        }
      },
    );
  });

  describe('asked with values that do not fit their field', () => {
    it.each([
      'where[id][equals]=x',
      'where[id][in][0]=x',
      'where[id][in]=',
      'where[id][like]=x',
      'where[id][contains]=x',
      'where[feeds][like]=x',
      'where[feeds][contains][name][equals]=x',
      'where[feeds][exists]=x',
      'where[createdAt][like]=x',
      'where[id][greater_than]=[]',
      'where[feeds][equals]=x',
      'where[feeds][in][0]=x',
      'where[feeds.name][like]=%25',
      'where[product][not_equals]=x',
      'where[scheduledAt][greater_than]=x',
      'where[scheduledAt][equals]=9e99',
      'where[priority][equals]=x',
      'where[dayBound][equals]=x',
      'where[dayBound][exists]=x',
      'where[kind][equals]=x',
      'where[kind][contains]=x',
      'where[audience.segments][all][0]=x',
      'where[variants.key][equals]=x',
      'where[title][near]=1,2,3',
      'where[title][within]=x',
      'where[title][all]=x',
      'where[title][exists]=',
      'select[body][x]=true',
      'select=x',
      'populate=x',
      'joins=x',
      'sort=feeds.name',
      'sort=nothing',
      'locale[]=x',
      'draft=x',
      'trash=true',
    ])('%s is answered without a fault', async (query) => {
      const answer = await app.rest('GET', `/posts?${query}`, { as: app.tokens.admin });
      expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500);
      expect(answer.text).not.toMatch(/sqlite|drizzle|Failed query|"stack"/i);
    });
  });

  describe('for writing what the product alone writes', () => {
    it('takes no value for a field of the system, from anybody', async () => {
      const post = await app.payload.create({
        collection: 'posts',
        data: { title: 'P', kind: 'persona', body: 'x' } as never,
      });
      for (const as of [app.tokens.editor, app.tokens.manager]) {
        await app.rest('PATCH', `/posts/${post.id}`, {
          as,
          body: {
            status: 'approved',
            contentHash: 'f'.repeat(64),
            cards: [],
            statusReason: 'x',
            inFlight: true,
          },
        });
      }
      const now = await app.payload.findByID({ collection: 'posts', id: post.id });
      expect(now.status).toBe('draft');
      expect(now.contentHash).not.toBe('f'.repeat(64));
    });

    it('renames no file of the media library', async () => {
      const media = await app.payload.db.create({
        collection: 'media',
        data: { alt: 'x', filename: 'own.jpg', mimeType: 'image/jpeg', sha256: 'b'.repeat(64) },
      });
      await app.rest('PATCH', `/media/${media.id}`, {
        as: app.tokens.editor,
        body: {
          filename: '../../secret',
          mimeType: 'text/html',
          url: 'https://evil.example',
          sha256: 'c'.repeat(64),
        },
      });
      expect(
        await app.payload.db.findOne({ collection: 'media', where: { id: { equals: media.id } } }),
      ).toMatchObject({
        filename: 'own.jpg',
        mimeType: 'image/jpeg',
        sha256: 'b'.repeat(64),
      });
    });

    it('writes no log, trail, approval or receipt by GraphQL either, an id given or not', async () => {
      const none = JSON.stringify(noId(app));
      for (const call of [
        `updateRelease(id: ${none}, data: {}) { id }`,
        `deleteRelease(id: ${none}) { id }`,
        `deleteAuditLog(id: ${none}) { id }`,
        `deleteApproval(id: ${none}) { id }`,
        `updateReceipt(id: ${none}, data: {}) { id }`,
        `deleteFence(id: ${none}) { id }`,
      ]) {
        const answer = await app.graphql(`mutation { ${call} }`, { as: app.tokens.admin });
        expect(JSON.stringify(answer.body.errors), call).toContain('"statusCode":403');
      }
    });
  });

  it('signs in by GraphQL under the same bounds', async () => {
    const mutation = (secret: string) =>
      `mutation { loginUser(email: "", username: "a-editor", password: "${secret}") { token } }`;
    const headers = { 'x-forwarded-for': '203.0.113.77' };
    expect((await app.graphql(mutation(password), { headers })).text).toContain('"token":"');
    const many = `mutation { ${Array.from({ length: 19 }, (_, n) => `a${n}: loginUser(email: "", username: "a-editor", password: "wrong-${n}-password") { token }`).join(' ')} }`;
    const answer = await app.graphql(many, { headers });
    const statuses = (answer.body.errors as { extensions: { statusCode: number } }[]).map(
      ({ extensions }) => extensions.statusCode,
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(9);
  });

  async function raw(path: string): Promise<Answer> {
    const { guardRequest } = await import('../../../src/server/auth/originGuard');
    const response = await guardRequest(new Request(`${origin}/api${path}`), async () => 'zh');
    const text = (await response?.text()) ?? '';
    return { status: response?.status ?? 200, text, body: JSON.parse(text || '{}'), headers: new Headers() };
  }
});
