import { beforeAll, describe, expect, it } from 'vitest';
import { clearWork, type Made, make } from '../../builders/team';
import { databaseKinds } from '../../setup/boot';
import { type App, openApp } from './app';

const rule = {
  name: '每天卖货',
  kinds: ['sales'],
  counts: 'all',
  scope: 'customer',
  window: { unit: 'day' },
  limit: 3,
};

describe.each([...databaseKinds])('a rule that could never be kept (%s)', (kind) => {
  let app: App;
  let stored: Made;

  beforeAll(async () => {
    app = await openApp(kind);
    await clearWork(app.payload);
    stored = await make(app.payload, 'cap-rules', rule);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a limit of 0', { limit: 0 }],
    ['a limit that is no whole number', { limit: 1.5 }],
    ['neither limit nor gap', { limit: null }],
    ['a gap longer than its window', { minGapMinutes: 1441 }],
    ['a gap of years', { limit: null, minGapMinutes: 1e9 }],
    ['rolling hours without their number', { window: { unit: 'rolling-hours' } }],
    ['a window that nobody knows', { window: { unit: 'year' } }],
  ])('%s is refused at every door, in words, and what is stored stays', async (_, more) => {
    const as = app.tokens.manager;
    const made = await app.rest('POST', '/cap-rules', { as, body: { ...rule, ...more } });
    expect([made.status, made.text]).toEqual([400, expect.stringMatching(/\p{Script=Han}/u)]);
    expect((await app.rest('PATCH', `/cap-rules/${stored.id}`, { as, body: more })).status).toBe(400);
    const where = encodeURI(`where[name][equals]=${rule.name}`);
    expect((await app.rest('PATCH', `/cap-rules?${where}`, { as, body: more })).status).toBe(400);
    const asked = await app.graphql('query { CapRules(limit: 9) { docs { limit minGapMinutes } } }', { as });
    expect(asked.body).toEqual({ data: { CapRules: { docs: [{ limit: 3, minGapMinutes: null }] } } });
  });

  it('is refused through GraphQL too', async () => {
    const data = '{ name: "x", counts: all, scope: customer, window: { unit: day }, limit: 0 }';
    const mutation = `mutation { createCapRule(data: ${data}) { id } }`;
    const { body } = await app.graphql(mutation, { as: app.tokens.manager });
    expect(JSON.stringify(body.errors)).toContain('上限是 0');
  });
});
