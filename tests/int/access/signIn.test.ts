import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type App, aSignedIn, openApp, origin, password } from './app';

/** F23 of tests/fault/README.md. */
describe('signing in and out', () => {
  let app: App;

  beforeAll(async () => {
    app = await openApp('sqlite');
  });
  afterEach(() => vi.restoreAllMocks());

  const newPerson = (data?: Record<string, unknown>) => aSignedIn(app, data);
  const isSignedIn = async (token: string) =>
    (await app.rest('GET', '/users/me', { as: token })).body.user !== null;

  it('works with user name, mobile as people write it, and e-mail', async () => {
    await newPerson({ username: '13800138000', email: 'Lin@Access.test' });
    for (const body of [
      { email: '138 0013 8000', password },
      { username: '+86 13800138000', password },
      { email: 'lin@access.test', password },
      { username: '13800138000', password },
    ]) {
      expect((await app.rest('POST', '/users/login', { body })).status, JSON.stringify(body)).toBe(200);
    }
  });

  it('gives a cookie that scripts and other sites do not get, for 30 days', async () => {
    const cookie = (await app.signIn('a-staff', password)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const expires = Date.parse(/expires=([^;]+)/i.exec(cookie)?.[1] ?? '');
    expect(Math.round((expires - Date.now()) / 86_400_000)).toBe(30);
  });

  it('keeps rights out of the token', () => {
    const claims = JSON.parse(Buffer.from(app.tokens.admin.split('.')[1] ?? '', 'base64url').toString());
    expect(Object.keys(claims).sort()).toEqual(
      ['collection', 'email', 'exp', 'iat', 'id', 'sid', 'username'].filter((key) => key in claims),
    );
    expect(claims.roles).toBeUndefined();
  });

  it('takes no object for a name or a password: 400 or 401, never 500', async () => {
    const bodies: unknown[] = [
      { email: { $ne: null }, password: { $ne: null } },
      { email: ['admin@access.test'], password },
      { email: 'admin@access.test', password: { $gt: '' } },
      { username: { equals: 'a-admin' }, password },
      { email: null, password: null },
      {},
      [],
      'null',
      '{',
      '"text"',
      '{"__proto__":{"active":true},"email":"a-admin","password":"x"}',
    ];
    for (const body of bodies) {
      const answer = await app.rest('POST', '/users/login', { body });
      expect([400, 401], `${JSON.stringify(body)} → ${answer.text}`).toContain(answer.status);
    }
    const form = await app.rest('POST', '/users/login', {
      body: 'email[$ne]=x&password[$ne]=y',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect([400, 401]).toContain(form.status);
  });

  it('bounds twenty wrong passwords at once, and locks nobody out elsewhere', async () => {
    const from = (address: string, secret: string) =>
      app.rest('POST', '/users/login', {
        body: { email: 'a-staff', password: secret },
        headers: { 'x-forwarded-for': address },
      });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => from('203.0.113.9', `wrong-${n}-password`)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect(answers.find(({ status }) => status === 429)?.text).toContain('尝试太多次');
    expect((await from('203.0.113.9', password)).status).toBe(429);
    expect((await from('198.51.100.7', password)).status).toBe(200);
  });

  it('bounds guessing at one account however its name is written', async () => {
    const spellings = [
      { email: '13900139000' },
      { email: '139 0013 9000' },
      { email: '1390 0139000' },
      { email: '+86 139-0013-9000' },
      { username: '１３９００１３９０００' },
      { username: '139 00139000' },
      { username: ' ', email: '1 3900139000' },
    ];
    const statuses: number[] = [];
    for (let n = 0; n < 14; n += 1) {
      const answer = await app.rest('POST', '/users/login', {
        body: { ...spellings[n % spellings.length], password: `wrong-${n}-password` },
        headers: { 'x-forwarded-for': '203.0.113.31' },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
  });

  it('does not count right passwords', async () => {
    for (let n = 0; n < 11; n += 1) {
      const answer = await app.rest('POST', '/users/login', {
        body: { email: 'a-manager', password },
        headers: { 'x-forwarded-for': '203.0.113.20' },
      });
      expect(answer.status).toBe(200);
    }
  });

  it('treats somebody inactive as nobody, at sign-in and with a token of before', async () => {
    const refused = await app.signIn('a-inactive', password);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('停用');
    expect(await isSignedIn(app.tokens.inactive)).toBe(false);
  });

  it('treats somebody who was switched off in the database itself as nobody', async () => {
    const { id, token } = await newPerson();
    await app.payload.db.updateOne({ collection: 'users', id, data: { active: false } });
    expect(await isSignedIn(token)).toBe(false);
  });

  it.each([
    ['leaves', { active: false }],
    ['changes role', { roles: ['editor'] }],
    ['gets a new password', { password: 'another-horse-8' }],
  ])('ends every session when somebody %s, in the same write', async (_, data) => {
    const { id, username, token } = await newPerson();
    const second = String((await app.signIn(username, password)).body.token);
    expect(await isSignedIn(second)).toBe(true);
    const answer = await app.rest('PATCH', `/users/${id}`, { as: app.tokens.admin, body: data });
    expect(answer.status).toBe(200);
    expect(await isSignedIn(token)).toBe(false);
    expect(await isSignedIn(second)).toBe(false);
  });

  it('ends sessions when somebody moves to another team', async () => {
    const team = await app.payload.create({ collection: 'teams', data: { name: 'North' } });
    const { id, token } = await newPerson();
    await app.rest('PATCH', `/users/${id}`, { as: app.tokens.admin, body: { team: team.id } });
    expect(await isSignedIn(token)).toBe(false);
  });

  it('keeps sessions when something else changes', async () => {
    const { id, token } = await newPerson();
    await app.rest('PATCH', `/users/${id}`, {
      as: app.tokens.admin,
      body: { profile: { storeName: '一店' }, roles: ['staff'], active: true, team: null },
    });
    expect(await isSignedIn(token)).toBe(true);
  });

  it('ends the own session too when one changes the own password', async () => {
    const { id, username, token } = await newPerson();
    const changed = await app.rest('PATCH', `/users/${id}`, {
      as: token,
      body: { password: 'another-horse-8' },
    });
    expect(changed.status).toBe(200);
    expect(await isSignedIn(token)).toBe(false);
    expect((await app.signIn(username, 'another-horse-8')).status).toBe(200);
    expect((await app.signIn(username, password)).status).toBe(401);
  });

  it('ends the session on signing out', async () => {
    const { token } = await newPerson();
    expect((await app.rest('POST', '/users/logout', { as: token })).status).toBe(200);
    expect(await isSignedIn(token)).toBe(false);
    expect((await app.rest('POST', '/users/refresh-token', { as: token })).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it('does not undo a leaving that happens while the password is looked at', async () => {
    const { id, username } = await newPerson();
    const findOne = app.payload.db.findOne.bind(app.payload.db);
    let first = true;
    vi.spyOn(app.payload.db, 'findOne').mockImplementation(async (args) => {
      const found = await findOne(args);
      if (args.collection === 'users' && first) {
        first = false;
        await app.payload.update({ collection: 'users', id, data: { active: false, roles: ['editor'] } });
      }
      return found as never;
    });
    expect((await app.signIn(username, password)).status).toBe(403);
    const now = await app.payload.findByID({ collection: 'users', id });
    expect(now).toMatchObject({ active: false, roles: ['editor'] });
  });

  it('keeps the sessions of all phones on which one signs in at once', async () => {
    const { username, token } = await newPerson();
    const answers = await Promise.all([1, 2, 3].map(() => app.signIn(username, password)));
    for (const given of [token, ...answers.map(({ body }) => String(body.token))]) {
      expect(await isSignedIn(given)).toBe(true);
    }
  });

  it('signs in with an API key, as long as the person is active', async () => {
    const { id } = await newPerson({ roles: ['editor'] });
    const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const set = await app.rest('PATCH', `/users/${id}`, {
      as: app.tokens.admin,
      body: { enableAPIKey: true, apiKey: key },
    });
    expect(set.status).toBe(200);
    expect(set.text).not.toContain(key);
    const me = () => app.rest('GET', '/users/me', { headers: { Authorization: `users API-Key ${key}` } });
    expect((await me()).body.user).toMatchObject({ id });
    await app.payload.db.updateOne({ collection: 'users', id, data: { active: false } });
    expect((await me()).body.user).toBeNull();
    await app.payload.db.updateOne({ collection: 'users', id, data: { active: true } });
    await app.rest('PATCH', `/users/${id}`, { as: app.tokens.admin, body: { active: false } });
    await app.rest('PATCH', `/users/${id}`, { as: app.tokens.admin, body: { active: true } });
    expect((await me()).body.user).toBeNull();
  });

  it('says in words what is wrong with a password, at every door', async () => {
    const { id, username, token } = await newPerson();
    for (const [secret, sentence] of [
      ['short77', '至少 8'],
      ['x'.repeat(129), '最多 128'],
      [{ $ne: 'x' }, '必须是文字'],
    ] as const) {
      const answer = await app.rest('PATCH', `/users/${id}`, { as: token, body: { password: secret } });
      expect(answer.status, answer.text).toBe(400);
      expect(answer.text).toContain(sentence);
    }
    expect((await app.signIn(username, password)).status).toBe(200);
    const made = await app.rest('POST', '/users', {
      as: app.tokens.admin,
      body: { name: 'x', username: 'short-one', password: '1234567', roles: ['staff'] },
      headers: { 'Accept-Language': 'en' },
    });
    expect(made.status).toBe(400);
    expect(
      (await app.payload.count({ collection: 'users', where: { username: { equals: 'short-one' } } }))
        .totalDocs,
    ).toBe(0);
  });

  it('refuses recovering by mail while there is no mail, whatever Host says', async () => {
    const answer = await app.rest('POST', '/users/forgot-password', {
      body: { email: 'admin@access.test' },
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('主管');
  });

  it('puts SERVER_URL alone into a recovery mail, and its new password ends sessions', async () => {
    const { id, token } = await newPerson({ email: 'mail@access.test' });
    const sent: { html?: unknown; to?: unknown }[] = [];
    const before = app.payload.email;
    onTestFinished(() => {
      app.payload.email = before;
    });
    app.payload.email = {
      name: 'test',
      defaultFromAddress: 'desk@access.test',
      defaultFromName: 'Desk',
      sendEmail: async (mail) => sent.push({ html: mail.html, to: mail.to }),
    };
    const asked = await app.rest('POST', '/users/forgot-password', {
      body: { email: 'mail@access.test' },
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' },
    });
    expect(asked.status).toBe(200);
    expect(asked.text).not.toMatch(/[0-9a-f]{40}/);
    expect(sent).toHaveLength(1);
    const html = String(sent[0]?.html);
    expect(html).not.toContain('evil');
    expect(html).toContain(`${origin}/admin/reset/`);
    const resetToken = /reset\/([0-9a-f]{40})/.exec(html)?.[1];
    const short = await app.rest('POST', '/users/reset-password', {
      body: { token: resetToken, password: '1234567' },
    });
    expect(short.status).toBe(400);
    const reset = await app.rest('POST', '/users/reset-password', {
      body: { token: resetToken, password: 'another-horse-8' },
    });
    expect(reset.status, reset.text).toBe(200);
    expect(await isSignedIn(token)).toBe(false);
    expect(String(reset.body.token)).not.toBe('');
    expect(id).toBeDefined();
  });

  it('makes a first administrator once only', async () => {
    const answer = await app.rest('POST', '/users/first-register', {
      body: { username: 'intruder', password: 'intruder-77', roles: ['admin'] },
    });
    expect(answer.status).toBe(403);
    expect(
      (await app.payload.count({ collection: 'users', where: { username: { equals: 'intruder' } } }))
        .totalDocs,
    ).toBe(0);
  });
});
