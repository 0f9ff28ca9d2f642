import { beforeAll, describe, expect, it } from 'vitest';
import { type App, aSignedIn, openApp, password } from './app';

/** Numbers are those of src/core/abilities/RULES.md. */
describe('who may do what to whose account', () => {
  let app: App;
  let north: number | string;
  let south: number | string;
  let northManager: string;

  beforeAll(async () => {
    app = await openApp('sqlite');
    north = (await app.payload.create({ collection: 'teams', data: { name: 'North' } })).id;
    south = (await app.payload.create({ collection: 'teams', data: { name: 'South' } })).id;
    northManager = (await newPerson({ roles: ['manager'], team: north })).token;
  });

  const newPerson = (data?: Record<string, unknown>, signIn?: boolean) => aSignedIn(app, data, signIn);
  const stored = (id: number | string) => app.payload.findByID({ collection: 'users', id, depth: 0 });
  const change = (id: number | string, as: string, body: object) =>
    app.rest('PATCH', `/users/${id}`, { as, body });

  it.each([
    ['roles', { roles: ['admin'] }, '只有管理员能更改角色'],
    ['standing', { active: false }, '自己不能停用自己'],
    ['team', { team: 'north' }, '别的团队'],
    ['WeChat id', { profile: { wechatId: 'private' } }, '不能自己改'],
    ['name', { name: '别人' }, '不能自己改'],
    ['user name', { username: 'p-other' }, '登录名'],
    ['e-mail', { email: 'own@access.test' }, '登录名'],
    ['API key', { enableAPIKey: true, apiKey: 'a-key-of-my-own' }, 'API'],
  ])('8, 9: refuses staff to change the own %s, in words, and changes nothing', async (_, data, sentence) => {
    const { id, token } = await newPerson();
    const before = await stored(id);
    const body = 'team' in data ? { team: north } : data;
    const answer = await change(id, token, body);
    expect(answer.status, answer.text).toBe(403);
    expect(answer.text).toContain(sentence);
    expect({ ...(await stored(id)), sessions: null }).toEqual({ ...before, sessions: null });
  });

  it('9: lets one choose the own language, with everything else sent back unchanged', async () => {
    const { id, token } = await newPerson({ profile: { wechatId: 'wx' } });
    const own = (await app.rest('GET', `/users/${id}?depth=0`, { as: token })).body;
    const answer = await change(id, token, { ...own, locale: 'en' });
    expect(answer.status, answer.text).toBe(200);
    expect(await stored(id)).toMatchObject({ locale: 'en', roles: ['staff'], profile: { wechatId: 'wx' } });
  });

  it('8: a manager makes staff, of the own team, and nobody higher', async () => {
    const make = (body: object) =>
      app.rest('POST', '/users', { as: northManager, body: { name: 'New', password, ...body } });
    const made = await make({ username: 'made-1', profile: { storeName: '一店' } });
    expect(made.status, made.text).toBe(201);
    expect(made.body.doc).toMatchObject({ roles: ['staff'], active: true, profile: { storeName: '一店' } });
    expect((made.body.doc as { team: { id: unknown } }).team.id).toEqual(north);
    for (const [body, sentence] of [
      [{ username: 'made-2', roles: ['staff', 'admin'] }, '角色'],
      [{ username: 'made-3', team: south }, '团队'],
      [{ username: 'made-4', enableAPIKey: true, apiKey: 'k'.repeat(20) }, 'API'],
    ] as const) {
      const refused = await make(body);
      expect(refused.status, refused.text).toBe(403);
      expect(refused.text).toContain(sentence);
    }
    const { totalDocs } = await app.payload.count({
      collection: 'users',
      where: { username: { like: 'made-' } },
    });
    expect(totalDocs).toBe(1);
  });

  it('8: a manager manages staff of the own team and of none, and nobody else', async () => {
    const own = await newPerson({ team: north }, false);
    const free = await newPerson({}, false);
    const other = await newPerson({ team: south }, false);
    const editor = await newPerson({ team: north, roles: ['staff', 'editor'] }, false);
    for (const { id } of [own, free]) {
      expect((await change(id, northManager, { profile: { wechatId: 'wx-new' } })).status).toBe(200);
      expect((await change(id, northManager, { active: false })).status).toBe(200);
    }
    for (const { id } of [other, editor]) {
      for (const body of [
        { profile: { wechatId: 'wx-new' } },
        { active: false },
        { password: 'taken-over-9' },
      ]) {
        expect([403, 404]).toContain((await change(id, northManager, body)).status);
      }
      expect((await stored(id)).active).toBe(true);
    }
    expect((await change(own.id, northManager, { roles: ['editor'] })).status).toBe(403);
  });

  it('8: a bulk write reaches no further than single ones', async () => {
    const other = await newPerson({ team: south }, false);
    const editor = await newPerson({ team: north, roles: ['editor', 'staff'] }, false);
    const own = await newPerson({ team: north }, false);
    const answer = await app.rest('PATCH', '/users?where[id][exists]=true&limit=0', {
      as: northManager,
      body: { profile: { couponCode: 'BULK' } },
    });
    expect(answer.status, answer.text).toBeLessThan(500);
    expect((await stored(own.id)).profile?.couponCode).toBe('BULK');
    expect((await stored(other.id)).profile?.couponCode).toBeFalsy();
    expect((await stored(editor.id)).profile?.couponCode).toBeFalsy();
  });

  it('resets a password without mail: told once, readable, all sessions ended', async () => {
    const { id, username, token } = await newPerson({ team: north });
    const answer = await app.rest('POST', `/users/${id}/reset-password`, { as: northManager });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const secret = String(answer.body.password);
    expect(secret).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect((await app.rest('GET', '/users/me', { as: token })).body.user).toBeNull();
    expect((await app.signIn(username, password)).status).toBe(401);
    expect((await app.signIn(username, secret)).status).toBe(200);
  });

  it('resets nobody’s password whom one does not manage', async () => {
    const editor = await newPerson({ team: north, roles: ['editor'] });
    const other = await newPerson({ team: south });
    const reset = (id: number | string, as?: string) =>
      app.rest('POST', `/users/${id}/reset-password`, as ? { as } : {});
    expect((await reset(editor.id, northManager)).status).toBe(403);
    expect((await reset(other.id, northManager)).status).toBe(404);
    expect((await reset(other.id, editor.token)).status).toBe(403);
    expect((await reset(other.id, other.token)).status).toBe(403);
    expect((await reset(other.id)).status).toBe(401);
    expect((await reset('999999', app.tokens.admin)).status).toBe(404);
    expect((await reset('x', app.tokens.admin)).status).toBe(404);
    expect((await reset(editor.id, app.tokens.admin)).status).toBe(200);
    expect((await app.signIn(other.username, password)).status).toBe(200);
  });

  it('keeps one administrator', async () => {
    const last = app.ids.admin;
    for (const body of [{ roles: ['staff'] }, { active: false }]) {
      const answer = await change(last, app.tokens.admin, body);
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    const second = await newPerson({ roles: ['admin'] });
    const answer = await change(last, second.token, { roles: ['staff'] });
    expect(answer.status).toBe(200);
    await app.payload.update({ collection: 'users', id: last, data: { roles: ['admin'] } });
    app.tokens.admin = String((await app.signIn('a-admin', password)).body.token);
    await change(second.id, app.tokens.admin, { active: false });
  });

  it('12: deletes nobody, through any door', async () => {
    const { id } = await newPerson({}, false);
    expect((await app.rest('DELETE', `/users/${id}`, { as: app.tokens.admin })).status).toBe(403);
    await expect(app.payload.delete({ collection: 'users', id })).rejects.toThrow('停用');
    expect((await stored(id)).active).toBe(true);
  });

  it('helps with a user name or roles that do not fit', async () => {
    const make = (body: object) =>
      app.rest('POST', '/users', { as: app.tokens.admin, body: { name: 'New', password, ...body } });
    for (const [body, sentence] of [
      [{ username: 'someone@access.test' }, '手机号'],
      [{ username: '小林' }, '手机号'],
      [{}, '至少填一个'],
      [{ username: 'fits', roles: [] }, '至少选一个角色'],
      [{ username: 'fits', roles: ['root'] }, '角色'],
    ] as const) {
      const answer = await make(body);
      expect(answer.status, answer.text).toBe(400);
      expect(answer.text).toContain(sentence);
    }
  });

  it('7, 8: shows accounts of others as far as the role goes', async () => {
    const own = await newPerson({ team: north });
    const other = await newPerson({ team: south, profile: { wechatId: 'wx-south' } }, false);
    const north1 = await newPerson({ team: north, roles: ['editor'] });
    const names = async (as: string) =>
      ((await app.rest('GET', '/users?limit=200', { as })).body.docs as { id: unknown }[]).map(
        ({ id }) => id,
      );
    expect(await names(own.token)).toEqual([own.id]);
    expect(await names(northManager)).not.toContain(other.id);
    expect(await names(north1.token)).not.toContain(other.id);
    expect(await names(app.tokens.manager)).toContain(other.id);
    const seen = (await app.rest('GET', `/users/${other.id}`, { as: app.tokens.editor })).body;
    expect(seen).toMatchObject({ id: other.id });
    for (const key of ['email', 'username', 'profile', 'apiKey', 'hash', 'salt'])
      expect(seen).not.toHaveProperty(key);
    expect((await app.rest('GET', `/users/${other.id}`, { as: own.token })).status).toBe(404);
  });

  it('tells nothing about hidden fields through where, sort or select', async () => {
    const asked = [
      'where[hash][like]=pbkdf2',
      'where[salt][exists]=true',
      'where[apiKeyIndex][exists]=true',
      'where[resetPasswordToken][exists]=true',
      'where[sessions.id][exists]=true',
      'where[profile.wechatId][like]=wx',
      'where[username][like]=p-',
      'sort=hash',
      'sort=profile.wechatId',
      'sort=-sessions.expiresAt',
    ];
    for (const query of asked) {
      const answer = await app.rest('GET', `/users?${query}`, { as: app.tokens.editor });
      expect(answer.status, `${query} ${answer.text}`).toBe(400);
      expect(answer.text).not.toMatch(/select|from|sqlite/i);
    }
    const selected = await app.rest(
      'GET',
      '/users?select[hash]=true&select[salt]=true&select[sessions]=true',
      {
        as: app.tokens.admin,
      },
    );
    expect(selected.text).not.toMatch(/"(hash|salt)":|"sessions":\[\{/);
  });
});
