import { beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../setup/boot';
import { type App, aStoredDraft, openApp, password } from './app';
import type { Id } from './fixtures';

/** RULES.md 3, 4, 10, 11: what a team changes for editors and managers. */
describe.each(databaseKinds)('a person with a team (%s)', (kind) => {
  let app: App;
  const id: Record<string, Id> = {};
  const token: Record<string, string> = {};

  beforeAll(async () => {
    app = await openApp(kind);
    const create = async (collection: string, data: Record<string, unknown>): Promise<Id> =>
      (await app.payload.db.create({ collection: collection as 'teams', data })).id;
    id.north = await create('teams', { name: 'North' });
    id.south = await create('teams', { name: 'South' });
    const feed = {
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      overlap: 1,
      leadMinutes: 0,
      active: true,
    };
    id.northFeed = await create('feeds', { ...feed, name: 'N', teams: [id.north] });
    id.southFeed = await create('feeds', { ...feed, name: 'S', teams: [id.south] });
    id.sharedFeed = await create('feeds', { ...feed, name: 'NS', teams: [id.north, id.south] });
    const post = (title: string, feeds: Id[]) => create('posts', aStoredDraft(title, feeds));
    id.ofNorth = await post('North', [id.northFeed]);
    id.ofSouth = await post('South', [id.southFeed]);
    id.ofBoth = await post('Both', [id.northFeed, id.southFeed]);
    id.ofShared = await post('Shared', [id.sharedFeed]);
    id.ofNobody = await post('Nobody', []);
    for (const [n, of] of [id.northFeed, id.southFeed].entries()) {
      const log = `feed:${of}`;
      await create('releases', {
        log,
        seq: 1,
        type: 'release',
        key: `card:${n}`,
        at: new Date().toISOString(),
        feed: String(of),
        post: 'of-nobody',
      });
    }
    for (const of of ['ofNorth', 'ofSouth']) {
      await create('approvals', {
        subject: `posts:${id[of]}`,
        n: 1,
        contentHash: 'x',
        decision: 'submitted',
        at: new Date().toISOString(),
      });
    }
    for (const [name, roles, team] of [
      ['editor', ['editor'], id.north],
      ['manager', ['manager'], id.north],
      ['northStaff', ['staff'], id.north],
      ['southStaff', ['staff'], id.south],
    ] as const) {
      const made = await app.payload.create({
        collection: 'users',
        data: {
          name,
          username: `t-${name.toLowerCase()}`,
          password,
          roles: [...roles],
          team,
          active: true,
          locale: 'zh',
        } as never,
      });
      id[name] = made.id;
      token[name] = String((await app.signIn(`t-${name.toLowerCase()}`, password)).body.token);
    }
    for (const staff of ['northStaff', 'southStaff']) {
      const own = { release: '1', staff: String(id[staff]) };
      await create('receipts', {
        ...own,
        key: `1:${id[staff]}`,
        state: 'copied',
        at: new Date().toISOString(),
      });
      await create('results', own);
    }
  });

  const list = async (path: string, as: string, field: string): Promise<unknown[]> => {
    const answer = await app.rest('GET', `${path}${path.includes('?') ? '&' : '?'}limit=100&depth=0`, { as });
    expect(answer.status, path + answer.text).toBe(200);
    return (answer.body.docs as Record<string, unknown>[]).map((doc) => doc[field]).sort();
  };

  it('3: sees the posts of the team’s feeds and those of nobody yet, over REST and GraphQL', async () => {
    const north = ['Both', 'Nobody', 'North', 'Shared'];
    for (const who of ['editor', 'manager']) {
      expect(await list('/posts', token[who] ?? '', 'title')).toEqual(north);
      const asked = await app.graphql('{ Posts(limit: 50) { docs { title } totalDocs } }', {
        as: token[who] ?? '',
      });
      const { docs } = (asked.body.data as { Posts: { docs: { title: string }[] } }).Posts;
      expect(docs.map(({ title }) => title).sort()).toEqual(north);
    }
    expect(await list('/posts', app.tokens.editor, 'title')).toHaveLength(5);
    const count = await app.rest('GET', '/posts/count', { as: token.editor ?? '' });
    expect(count.body.totalDocs).toBe(4);
  });

  it('3: is not led round by a where of its own', async () => {
    for (const where of [
      'where[title][equals]=South',
      `where[or][0][id][equals]=${id.ofSouth}&where[or][1][title][exists]=true`,
      `where[feeds][equals]=${id.southFeed}&where[title][not_equals]=Both`,
      'where[feeds.name][equals]=S&where[title][not_equals]=Both',
    ]) {
      expect(await list(`/posts?${where}`, token.editor ?? '', 'title')).not.toContain('South');
    }
    expect((await app.rest('GET', `/posts/${id.ofSouth}`, { as: token.editor ?? '' })).status).toBe(404);
  });

  it('4: changes no post that goes to another team’s feed too, and moves none there', async () => {
    const as = token.editor ?? '';
    const change = async (post: Id | undefined, body: object) =>
      (await app.rest('PATCH', `/posts/${post}`, { as, body })).status;
    expect(await change(id.ofNorth, { body: '早安' })).toBe(200);
    expect(await change(id.ofShared, { body: '早安' })).toBe(200);
    for (const [post, body] of [
      [id.ofSouth, { body: 'x' }],
      [id.ofBoth, { body: 'x' }],
      [id.ofNorth, { feeds: [id.southFeed] }],
      [id.ofNobody, { feeds: [id.northFeed, id.southFeed] }],
    ] as const) {
      expect([403, 404]).toContain(await change(post, body));
    }
    const create = await app.rest('POST', '/posts', {
      as,
      body: { title: 'New', kind: 'persona', feeds: [id.southFeed] },
    });
    expect(create.status).toBe(403);
    await app.rest('PATCH', '/posts?where[title][exists]=true', { as, body: { guidance: 'bulk' } });
    for (const post of [id.ofSouth, id.ofBoth]) {
      const now = await app.payload.findByID({ collection: 'posts', id: post ?? 0 });
      expect(now.guidance ?? null).toBeNull();
      expect(now.body ?? null).toBeNull();
    }
  });

  it('4: makes no approval for another team’s customers', async () => {
    for (const post of [id.ofSouth, id.ofBoth]) {
      const answer = await app.rest('POST', `/posts/${post}/approve`, {
        as: token.manager ?? '',
        body: { contentHash: 'a'.repeat(64) },
      });
      expect([403, 404], answer.text).toContain(answer.status);
    }
  });

  it('3, 10, 11: sees feeds, releases, approvals, receipts and results of the team alone', async () => {
    const as = token.manager ?? '';
    expect(await list('/feeds', as, 'name')).toEqual(['N', 'NS']);
    expect(await list('/releases', as, 'feed')).toEqual([String(id.northFeed)]);
    expect(await list('/approvals', as, 'subject')).toEqual([`posts:${id.ofNorth}`]);
    expect(await list('/receipts', as, 'staff')).toEqual([String(id.northStaff)]);
    expect(await list('/results', as, 'staff')).toEqual([String(id.northStaff)]);
    expect((await app.rest('GET', '/audit-log', { as })).status).toBe(403);
    expect((await app.rest('GET', '/audit-log', { as: app.tokens.manager })).status).toBe(200);
  });

  it('7: staff see their own receipts alone', async () => {
    expect(await list('/receipts', token.northStaff ?? '', 'staff')).toEqual([String(id.northStaff)]);
    expect((await app.rest('GET', '/results', { as: token.northStaff ?? '' })).status).toBe(403);
  });

  it('3: sees nothing more when the team loses its feeds', async () => {
    const alone = await app.payload.db.create({ collection: 'teams', data: { name: 'Alone' } });
    const made = await app.payload.create({
      collection: 'users',
      data: {
        name: 'Alone',
        username: 't-alone',
        password,
        roles: ['editor'],
        team: alone.id,
        active: true,
        locale: 'zh',
      } as never,
    });
    const as = String((await app.signIn('t-alone', password)).body.token);
    expect(await list('/posts', as, 'title')).toEqual(['Nobody']);
    expect(await list('/feeds', as, 'name')).toEqual([]);
    expect(made.id).toBeDefined();
  });
});
