import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayBounds, localDateOf } from '@/core/time';
import { insertOnce } from '@/server/database/insertOnce';
import { aReleasedCard } from '../../builders/desk';
import { databaseKinds } from '../../setup/boot';
import { type App, aSignedIn, aStoredDraft, openApp } from './app';
import type { Id } from './fixtures';

type Name = 'north' | 'south' | 'northFeed' | 'southFeed' | 'sharedFeed';
type Who = 'editor' | 'manager' | 'northStaff' | 'southStaff' | 'homeless';

/** RULES.md 3, 4, 15 to 19: people with a team leave other teams' feeds, rules, pictures and people alone. */
describe.each(databaseKinds)('a person with a team (%s)', (kind) => {
  let app: App;
  const id = {} as Record<Name, Id>;
  const person = {} as Record<Who, { id: Id; token: string }>;

  const create = async (collection: string, data: Record<string, unknown>): Promise<Id> =>
    (await app.payload.db.create({ collection: collection as 'teams', data })).id;
  const stored = (collection: string, of: Id): Promise<Record<string, unknown> | null> =>
    app.payload.db.findOne({ collection: collection as 'teams', where: { id: { equals: of } } });
  const ask = (who: Who, method: string, path: string, body?: unknown) =>
    app.rest(method, path, { as: person[who].token, ...(body === undefined ? {} : { body }) });
  const post = (title: string, feeds: Id[], more: object = {}): Promise<Id> =>
    create('posts', { ...aStoredDraft(title, feeds), ...more });
  const feedOf = (name: string, teams: Id[]): Record<string, unknown> => ({
    name,
    channel: 'wechat-moments',
    timezone: 'Asia/Shanghai',
    overlap: 1,
    leadMinutes: 0,
    active: true,
    teams,
  });
  const ruleOf = (name: string, feeds: Id[]): Record<string, unknown> => ({
    name,
    enabled: true,
    counts: 'all',
    scope: 'customer',
    window: { unit: 'day' },
    limit: 3,
    feeds,
  });

  beforeAll(async () => {
    app = await openApp(kind);
    id.north = await create('teams', { name: 'North' });
    id.south = await create('teams', { name: 'South' });
    for (const [name, roles, team] of [
      ['editor', ['editor'], id.north],
      ['manager', ['manager'], id.north],
      ['northStaff', ['staff'], id.north],
      ['southStaff', ['staff'], id.south],
      ['homeless', ['staff'], null],
    ] as const) {
      person[name] = await aSignedIn(app, { name, roles: [...roles], team });
    }
    id.northFeed = await create('feeds', feedOf('N', [id.north]));
    id.southFeed = await create('feeds', feedOf('S', [id.south]));
    id.sharedFeed = await create('feeds', feedOf('NS', [id.north, id.south]));
  });

  describe('15: cap rules', () => {
    it('writes those of the team’s feeds', async () => {
      const made = await ask('manager', 'POST', '/cap-rules', ruleOf('own', [id.northFeed, id.sharedFeed]));
      expect(made.status, made.text).toBe(201);
      const rule = (made.body.doc as { id: Id }).id;
      expect((await ask('manager', 'PATCH', `/cap-rules/${rule}`, { limit: 4 })).status).toBe(200);
      // Several at once: the stand-in for MongoDB does not know how to delete one and hand it back.
      const gone = await ask('manager', 'DELETE', `/cap-rules?where[id][equals]=${rule}`);
      expect(gone.status, gone.text).toBe(200);
    });

    it.each([
      ['another team’s', () => [id.southFeed]],
      ['another team’s beside the own', () => [id.northFeed, id.southFeed]],
      ['all', () => []],
    ])('neither changes, deletes nor makes one about feeds: %s', async (name, feeds) => {
      const rule = await create('cap-rules', ruleOf(name, feeds()));
      const own = await create('cap-rules', ruleOf('own', [id.northFeed]));
      expect((await ask('manager', 'GET', `/cap-rules/${rule}`)).status).toBe(200);
      for (const [method, path, body] of [
        ['POST', '/cap-rules', ruleOf(name, feeds())],
        ['PATCH', `/cap-rules/${rule}`, { limit: 99 }],
        ['PATCH', `/cap-rules/${rule}`, { feeds: [id.northFeed] }],
        ['PATCH', `/cap-rules/${own}`, { feeds: feeds() }],
        ['DELETE', `/cap-rules/${rule}`, undefined],
      ] as const) {
        const answer = await ask('manager', method, path, body);
        expect(answer.status, `${method} ${path} ${answer.text}`).toBe(403);
      }
      await ask('manager', 'PATCH', `/cap-rules?where[id][equals]=${rule}`, { limit: 99 });
      await ask('manager', 'DELETE', `/cap-rules?where[id][equals]=${rule}`);
      expect(await stored('cap-rules', rule)).toMatchObject({ limit: 3 });
      expect((await stored('cap-rules', own))?.feeds).toEqual([id.northFeed]);
    });

    it('leaves them to managers without a team', async () => {
      const rule = await create('cap-rules', ruleOf('all', []));
      const answer = await app.rest('PATCH', `/cap-rules/${rule}`, {
        as: app.tokens.manager,
        body: { feeds: [id.southFeed], limit: 9 },
      });
      expect(answer.status, answer.text).toBe(200);
    });
  });

  describe('16: feeds', () => {
    it('makes them for the own team, said or not', async () => {
      for (const teams of [undefined, [], [id.north]]) {
        const made = await ask('manager', 'POST', '/feeds', {
          ...feedOf(`own ${JSON.stringify(teams)}`, []),
          teams,
          members: [person.northStaff.id, person.homeless.id],
        });
        expect(made.status, made.text).toBe(201);
        expect((await stored('feeds', (made.body.doc as { id: Id }).id))?.teams).toEqual([id.north]);
      }
    });

    it.each([
      ['for another team', () => ({ teams: [id.south] })],
      ['for another team beside the own', () => ({ teams: [id.north, id.south] })],
      ['with members of another team', () => ({ teams: [id.north], members: [person.southStaff.id] })],
    ])('makes none %s', async (name, data) => {
      const made = await ask('manager', 'POST', '/feeds', { ...feedOf(name, []), ...data() });
      expect(made.status, made.text).toBe(403);
    });

    it('changes the own and shared ones, without moving teams or others’ people', async () => {
      const feed = await create('feeds', {
        ...feedOf('shared with people', [id.north, id.south]),
        members: [person.southStaff.id],
      });
      const change = async (body: object) => (await ask('manager', 'PATCH', `/feeds/${feed}`, body)).status;
      expect(await change({ leadMinutes: 5, teams: [id.south, id.north] })).toBe(200);
      expect(await change({ members: [person.southStaff.id, person.northStaff.id] })).toBe(200);
      expect(await change({ members: [person.northStaff.id] })).toBe(403);
      for (const teams of [[id.north], [id.south], []]) expect(await change({ teams })).toBe(403);
      expect((await ask('manager', 'PATCH', `/feeds/${id.southFeed}`, { leadMinutes: 9 })).status).toBe(404);
      const own = `/feeds/${id.northFeed}`;
      expect((await ask('manager', 'PATCH', own, { members: [person.southStaff.id] })).status).toBe(403);
      expect((await ask('manager', 'PATCH', own, { teams: [id.north, id.south] })).status).toBe(403);
    });
  });

  describe('4: deleting posts', () => {
    it('asks for all feeds, one or many at once', async () => {
      const own = await post('own', [id.northFeed]);
      const both = await post('both', [id.northFeed, id.southFeed]);
      const south = await post('south', [id.southFeed]);
      expect((await ask('editor', 'DELETE', `/posts/${both}`)).status).toBe(403);
      expect((await ask('editor', 'DELETE', `/posts/${south}`)).status).toBe(404);
      const call = `mutation { deletePost(id: ${JSON.stringify(both)}) { id } }`;
      expect((await app.graphql(call, { as: person.editor.token })).body.errors).toBeDefined();
      const many = await ask('editor', 'DELETE', `/posts?where[id][in]=${own},${both},${south}`);
      expect(many.body.docs).toMatchObject([{ id: own }]);
      expect(many.body.errors).toMatchObject([{ id: both }]);
      expect(await stored('posts', own)).toBeNull();
      expect(await stored('posts', both)).not.toBeNull();
      expect(await stored('posts', south)).not.toBeNull();
    });

    it('takes no limit, which Payload would pass over', async () => {
      const own = await post('own', [id.northFeed]);
      const answer = await ask('editor', 'DELETE', `/posts?where[id][equals]=${own}&limit=1`);
      expect(answer.status, answer.text).toBe(400);
      expect(await stored('posts', own)).not.toBeNull();
      const all = await ask('editor', 'DELETE', `/posts?where[id][equals]=${own}&limit=0`);
      expect(all.status, all.text).toBe(200);
    });
  });

  describe('17: the file of a picture in use', () => {
    const colours = ['red', 'green', 'blue', 'white', 'black', 'grey', 'orange', 'teal', 'navy', 'pink'];
    const picture = async (): Promise<FormData> => {
      const create = { width: 80, height: 80, channels: 3 as const, background: colours.pop() ?? 'lime' };
      const form = new FormData();
      const bytes = await sharp({ create }).png().toBuffer();
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'x.png');
      return form;
    };
    const upload = async (): Promise<Id> => {
      const made = await ask('editor', 'POST', '/media', await picture());
      expect(made.status, made.text).toBe(201);
      return (made.body.doc as { id: Id }).id;
    };

    it('is replaced by those who could change the posts that show it', async () => {
      const media = await upload();
      await post('own', [id.northFeed], { images: [media] });
      const answer = await ask('editor', 'PATCH', `/media/${media}`, await picture());
      expect(answer.status, answer.text).toBe(200);
    });

    it.each([
      ['another team’s post', (images: Id[]) => post('south', [id.southFeed], { images })],
      [
        'a variant of another team’s post',
        (images: Id[]) =>
          post('south', [id.southFeed], {
            variants: [{ id: 'a'.repeat(24), key: 'v', segments: [], body: '', images }],
          }),
      ],
      [
        'the profile of somebody, as QR code',
        ([qr]: Id[]) =>
          app.payload.db.updateOne({
            collection: 'users',
            id: person.southStaff.id,
            data: { profile: { qr } },
          }),
      ],
    ])('is not replaced where it is in %s, while its description is', async (_, use) => {
      const media = await upload();
      await use([media]);
      const before = await stored('media', media);
      const answer = await ask('editor', 'PATCH', `/media/${media}`, await picture());
      expect(answer.status, answer.text).toBe(403);
      expect(answer.text).toContain('不能换');
      await ask('editor', 'PATCH', `/media?where[id][equals]=${media}`, await picture());
      expect((await stored('media', media))?.sha256).toBe(before?.sha256);
      expect((await ask('editor', 'PATCH', `/media/${media}`, { alt: '花' })).status).toBe(200);
    });
  });

  it('19: writes results of people of the team alone', async () => {
    const of = (who: Who | null) => ({ release: '1', likes: 3, staff: who && String(person[who].id) });
    const made = await ask('manager', 'POST', '/results', of('northStaff'));
    expect(made.status, made.text).toBe(201);
    const own = `/results/${(made.body.doc as { id: Id }).id}`;
    expect((await ask('manager', 'PATCH', own, { likes: 4 })).status).toBe(200);
    for (const who of ['southStaff', null] as const) {
      expect((await ask('manager', 'POST', '/results', of(who))).status).toBe(403);
      expect((await ask('manager', 'PATCH', own, of(who))).status).toBe(403);
      expect((await app.rest('POST', '/results', { as: app.tokens.manager, body: of(who) })).status).toBe(
        201,
      );
    }
  });

  it('18: sees the progress of people of the team and of those without one', async () => {
    const [due] = dayBounds(localDateOf(Date.now(), 'Asia/Shanghai'), 'Asia/Shanghai');
    const at = new Date(due).toISOString();
    const feed = String(id.sharedFeed);
    await app.payload.db.updateOne({
      collection: 'feeds',
      id: id.sharedFeed,
      data: { members: [person.homeless.id] },
    });
    const released = await insertOnce(app.payload, 'releases', {
      log: `feed:${feed}`,
      seq: 1000,
      type: 'release',
      key: `card:1:base:${feed}`,
      card: `1:base:${feed}`,
      at,
      feed,
      post: '1',
      variantKey: 'base',
      kind: 'persona',
      audience: { visibility: 'everyone' },
      content: aReleasedCard({}).content,
      dueAt: at,
      releasedAt: at,
      localDate: localDateOf(Date.now(), 'Asia/Shanghai'),
    });
    expect(released).toMatchObject({ ok: true });
    const names = async (as: string) =>
      ((await app.rest('GET', '/team/progress', { as })).body.staff as { name: string }[])
        .map(({ name }) => name)
        .sort();
    expect(await names(app.tokens.manager)).toContain('southStaff');
    expect(await names(person.manager.token)).not.toContain('southStaff');
    expect(await names(person.manager.token)).toEqual(
      expect.arrayContaining(['homeless', 'manager', 'northStaff']),
    );
    const { body } = await ask('manager', 'GET', '/team/progress');
    const counted = (body.totals as Record<string, number>)['not-opened'];
    expect(counted).toBe((body.staff as unknown[]).length);
  });
});
