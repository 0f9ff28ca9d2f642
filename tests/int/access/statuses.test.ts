import { beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../setup/boot';
import { type Answer, type App, aSignedIn, openApp } from './app';
import type { Id } from './fixtures';
import { noId } from './observe';

const messageOf = ({ body }: Answer): string | undefined =>
  (body.errors as { message?: string }[] | undefined)?.[0]?.message;

/** Rule 20 of src/core/abilities/RULES.md, and that errors have one shape (docs/API.md). */
describe.each(databaseKinds)('what a refusal is called (%s)', (kind) => {
  let app: App;

  beforeAll(async () => {
    app = await openApp(kind);
  });

  it.each([
    ['GET', '/nothing-here'],
    ['PUT', '/posts'],
    ['PUT', '/nothing-here'],
    ['GET', '/posts/1/nothing/here'],
    ['GET', '/globals/nope'],
    ['GET', '/globals/settings/nothing'],
    ['GET', '/payload-jobs'],
    ['POST', '/payload-jobs/nothing'],
    ['GET', '/payload-kv/nothing/here'],
    ['POST', '/users/unlock'],
  ])('no such address: %s %s', async (method, path) => {
    const say = (headers: Record<string, string>, as?: string) =>
      app.rest(method, path, { ...(as ? { as } : {}), headers, ...(method === 'POST' ? { body: {} } : {}) });
    const [zh, en] = [await say({}, app.tokens.admin), await say({ cookie: 'payload-lng=en' })];
    expect([zh.status, zh.body]).toEqual([404, { errors: [{ message: '没有这个地址。' }] }]);
    expect([en.status, en.body]).toEqual([404, { errors: [{ message: 'There is no such address.' }] }]);
  });

  it('answers OPTIONS as before', async () => {
    expect((await app.rest('OPTIONS', '/posts')).status).toBe(200);
  });

  it.each([
    ['GET', '/posts'],
    ['GET', '/posts/count'],
    ['GET', '/users'],
    ['GET', '/media/file/x.jpg'],
    ['GET', '/globals/settings'],
    ['POST', '/globals/settings'],
    ['POST', '/posts'],
    ['POST', '/media'],
    ['PATCH', '/posts/ID'],
    ['DELETE', '/posts/ID'],
    ['DELETE', '/posts?where[id][equals]=ID'],
    ['GET', '/payload-locked-documents'],
    ['GET', '/payload-preferences/nav'],
  ])('not signed in: %s %s', async (method, path) => {
    const answer = await app.rest(method, path.replace('ID', String(noId(app))), {
      ...(['POST', 'PATCH'].includes(method) ? { body: {} } : {}),
      headers: { cookie: 'payload-lng=en' },
    });
    expect([answer.status, messageOf(answer)]).toEqual([401, 'Please sign in first.']);
  });

  it('not signed in, over GraphQL', async () => {
    const { body } = await app.graphql('{ Posts { totalDocs } }');
    expect(body.errors).toMatchObject([{ message: '请先登录。', extensions: { statusCode: 401 } }]);
  });

  it('signed in and not allowed stays 403', async () => {
    for (const [method, path] of [
      ['GET', '/posts'],
      ['PATCH', `/posts/${noId(app)}`],
      ['DELETE', `/posts/${noId(app)}`],
    ] as const) {
      const answer = await app.rest(method, path, { as: app.tokens.staff, body: undefined });
      expect(answer.status, `${method} ${path} ${answer.text}`).toBe(403);
    }
  });

  it('what is not there, or not to be seen, is 404 to write as it is to read', async () => {
    const team = async (name: string): Promise<Id> =>
      (await app.payload.db.create({ collection: 'teams', data: { name } })).id;
    const [north, south] = [await team('North'), await team('South')];
    const feed = await app.payload.db.create({
      collection: 'feeds',
      data: { name: 'S', channel: 'wechat-moments', timezone: 'Asia/Shanghai', teams: [south] },
    });
    const { token: as } = await aSignedIn(app, { roles: ['manager'], team: north });
    for (const [method, path] of [
      ['PATCH', `/feeds/${feed.id}`],
      ['PATCH', `/feeds/${noId(app)}`],
      ['PATCH', `/posts/${noId(app)}`],
      ['DELETE', `/posts/${noId(app)}`],
      ['PATCH', `/cap-rules/${noId(app)}`],
      ['DELETE', `/cap-rules/${noId(app)}`],
    ] as const) {
      const answer = await app.rest(method, path, { as, ...(method === 'PATCH' ? { body: {} } : {}) });
      const read = await app.rest('GET', path, { as });
      expect([answer.status, messageOf(answer)], `${method} ${path}`).toEqual([404, messageOf(read)]);
    }
  });
});
