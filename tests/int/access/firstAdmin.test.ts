import { expect, it } from 'vitest';
import { openApp, password } from './app';

it('the first visitor of an empty installation becomes its administrator, with nothing else that he sends', async () => {
  const app = await openApp('sqlite', { people: false });
  const register = (body: object) => app.rest('POST', '/users/first-register', { body });
  expect((await register({ username: 'boss', password: 'short' })).status).toBe(400);
  expect((await register({ password })).status).toBe(400);

  const made = await register({
    username: '13900139000',
    password,
    roles: ['staff', 'manager'],
    active: false,
    enableAPIKey: true,
    apiKey: 'a-key-of-my-own',
  });
  expect(made.status, made.text).toBe(200);
  expect(made.headers.get('set-cookie')).toContain('payload-token=');
  const [first] = (await app.payload.find({ collection: 'users', showHiddenFields: true })).docs;
  expect(first).toMatchObject({ username: '13900139000', roles: ['admin'], active: true });
  expect(first?.enableAPIKey ?? false).toBe(false);
  expect((await app.rest('GET', '/users/me', { as: String(made.body.token) })).body.user).toMatchObject({
    username: '13900139000',
  });
  expect((await register({ username: 'second', password })).status).toBe(403);
});
