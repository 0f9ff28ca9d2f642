import type { Payload } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { decisionsOn, scriptSubjectOf, subjectOf } from '@/server/approvals/records';
import { runPass } from '@/server/scheduler/pass';
import { contextFor, type Made } from '../builders/team';
import { databaseKinds } from '../setup/boot';
import { type App, openApp, origin } from './access/app';
import { approveAnew, outcomeOf } from './bound/trial';
import {
  aPictureFile,
  aWorld,
  clearPosts,
  fullPosts,
  fullScripts,
  nightLaunch,
  rowOf,
  somethingNamed,
  standingPost,
  type World,
  wall,
} from './bound/world';

type Data = Record<string, unknown>;
type Who = 'editor' | 'manager' | 'admin';

/** What somebody saves: some fields of one document, or another file for it. */
interface Save {
  collection: 'posts' | 'media' | 'segments' | 'products' | 'offers' | 'feeds' | 'launch-scripts';
  id: Made['id'];
  data: Data;
}

const morning = wall(11, '06:00');
const noon = Date.parse(wall(11, '12:00'));

describe.each(databaseKinds)('F15 through every door (%s)', (kind) => {
  let app: App;
  let world: World;
  let payload: Payload;
  const name = (who: Who) => `Person ${who}`;

  beforeAll(async () => {
    app = await openApp(kind);
    payload = app.payload;
    world = await aWorld(payload);
    const person = (who: Who): Made => ({ id: app.ids[who], name: name(who) });
    Object.assign(world.team, { editor: person('editor'), manager: person('manager') });
  });

  const at = ({ collection, id }: Save) => `/${collection}/${id}`;
  const form = (data: Data, file?: Awaited<ReturnType<typeof aPictureFile>>): FormData => {
    const body = new FormData();
    body.append('_payload', JSON.stringify(data));
    if (file) body.append('file', new Blob([new Uint8Array(file.data)], { type: file.mimetype }), file.name);
    return body;
  };
  /** As a page of the product sends it. */
  const page = (who: Who) => ({ headers: { Cookie: `payload-token=${app.tokens[who]}`, Origin: origin } });
  const said = ({ status, text }: { status: number; text: string }) =>
    expect([status, text]).toEqual([200, text]);
  const asPerson = async (who: Who) => {
    const { req } = await contextFor(payload, { id: app.ids[who], name: name(who) }, noon);
    return { req, user: req.user, overrideAccess: false };
  };

  /** Each saves as the editor; the last as nobody. An import of posts, once there is one, is a door of this list. */
  const doors: Record<string, (save: Save) => Promise<unknown>> = {
    'REST with a token': async (save) =>
      said(await app.rest('PATCH', at(save), { as: app.tokens.editor, body: save.data })),
    'REST with the cookie of a page': async (save) =>
      said(await app.rest('PATCH', at(save), { ...page('editor'), body: save.data })),
    "the admin's form": async (save) =>
      said(
        await app.rest('PATCH', `${at(save)}?depth=0&fallback-locale=null`, {
          ...page('editor'),
          // The whole document, as the form has it.
          body: form({ ...(await payload.findByID({ ...save, depth: 0 })), ...save.data }),
        }),
      ),
    'REST, many at once': async ({ collection, id, data }) => {
      const path = `/${collection}?where[id][in]=${id}`;
      const answer = await app.rest('PATCH', path, { as: app.tokens.editor, body: data });
      said(answer);
      expect(answer.body.docs).toHaveLength(1);
    },
    GraphQL: async ({ id, data }) => {
      const query =
        'mutation ($id: Int!, $data: mutationPostUpdateInput!) { updatePost(id: $id, data: $data) { id } }';
      // Its schema wants the audience each time.
      const { audience } = await rowOf(payload, 'posts', id);
      const variables = { id, data: { audience, ...data } };
      const answer = await app.graphql(query, { as: app.tokens.editor, variables });
      expect(answer.body.errors).toBeUndefined();
    },
    'the Local API as a person': async (save) =>
      payload.update({ ...save, ...(await asPerson('editor')) } as never),
    'the Local API as the system': (save) => payload.update(save as never),
  };

  const changes: Record<string, (post: Data) => Data> = {
    text: () => ({ body: '没人批准过' }),
    picture: () => ({ images: [world.pictures[4]?.id] }),
    variant: ({ variants }) => {
      const [first, ...others] = variants as Data[];
      return { variants: [{ ...first, body: '没人批准过' }, ...others] };
    },
    audience: () => ({ audience: { visibility: 'except', segments: [world.segments[5]?.id] } }),
    day: () => ({ scheduledAt: wall(12, '12:00') }),
  };

  const aStanding = (more: Data = {}) =>
    standingPost(world, { ...fullPosts(world, wall(11, '12:00'))[0], ...more }, morning);

  const passAt = async (now: number) => expect((await runPass({ payload, now })).failed).toEqual([]);

  /** What people see of it: the status, why, and who made the approval lapse. */
  const told = async ({ id }: Made) => {
    const { status, statusReason } = await payload.findByID({ collection: 'posts', id, depth: 0 });
    const decisions = await decisionsOn(payload, subjectOf(String(id)));
    return { status, statusReason, trail: decisions.map(({ decision, byName }) => [decision, byName]) };
  };
  const lapsedBy = (who: string | null) => ({
    status: 'draft',
    statusReason: expect.stringContaining('通过之后内容有改动，需要重新提交审批'),
    trail: [
      ['approved', name('manager')],
      ['lapsed', who],
    ],
  });

  // A process builds its schema once, with the ids of the first database.
  const there = Object.keys(doors).filter((door) => door !== 'GraphQL' || kind === 'sqlite');

  it.each(there)(
    'F15 %s: after a change of text, picture, variant, audience or day nothing goes out',
    async (door) => {
      const posts = new Map<string, Made>();
      for (const [what, change] of Object.entries(changes)) {
        const post = await aStanding();
        const data = change(await rowOf(payload, 'posts', post.id));
        await doors[door]?.({ collection: 'posts', id: post.id, data });
        posts.set(what, post);
      }
      for (const now of [noon, noon + 86_400_000]) await passAt(now);
      const who = door.includes('system') ? null : name('editor');
      for (const [what, post] of posts) {
        expect([what, await outcomeOf(payload, post.id)]).toEqual([what, 'nothing']);
        expect([what, await told(post)]).toEqual([what, lapsedBy(who)]);
      }
      await clearPosts(world);
    },
  );

  it('F15 whom a door refuses changes nothing: the post goes out as it was approved', async () => {
    const post = await aStanding();
    const before = await rowOf(payload, 'posts', post.id);
    const body = { body: '没人批准过' };
    for (const as of [app.tokens.staff, app.tokens.admin, app.tokens.inactive, undefined]) {
      const answer = await app.rest('PATCH', `/posts/${post.id}`, { ...(as ? { as } : {}), body });
      expect([401, 403, 404]).toContain(answer.status);
    }
    const foreign = { headers: { ...page('editor').headers, Origin: 'https://elsewhere.test' } };
    expect((await app.rest('PATCH', `/posts/${post.id}`, { ...foreign, body })).status).toBeGreaterThan(400);
    expect(await rowOf(payload, 'posts', post.id)).toEqual(before);
    await passAt(noon);
    expect(await outcomeOf(payload, post.id)).toBe('as approved');
    await clearPosts(world);
  });

  it('F15 a copy of an approved post is a draft', async () => {
    const post = await aStanding();
    const answer = await app.rest('POST', `/posts/${post.id}/duplicate`, { as: app.tokens.editor, body: {} });
    const copy = answer.body.doc as Made;
    expect([answer.status, copy.status, copy.id === post.id]).toEqual([200, 'draft', false]);
    await passAt(noon);
    expect(await outcomeOf(payload, copy.id)).toBe('nothing');
    await clearPosts(world);
  });

  /** Of what a post uses, who may change it, and how. */
  const used: [string, Save['collection'], Who, Data | 'another file'][] = [
    ['a picture is replaced by another file', 'media', 'editor', 'another file'],
    ['a picture is described anew', 'media', 'editor', { alt: '加我私人微信' }],
    ['a tag is renamed', 'segments', 'manager', { name: '别的名字' }],
    ['a WeChat tag is renamed', 'segments', 'manager', { wechatTag: '别的标签' }],
    ['the name of a product changes', 'products', 'editor', { name: '别的商品' }],
    ['a price changes', 'products', 'editor', { price: 12.5 }],
    ['the link of a product changes', 'products', 'editor', { link: 'https://shop.test/elsewhere' }],
    ['an offer is renamed', 'offers', 'editor', { name: '别的优惠' }],
    ['the code of an offer changes', 'offers', 'editor', { code: 'ANOTHER' }],
    ['a feed is renamed', 'feeds', 'manager', { name: '别的账号组' }],
    ['the channel of a feed changes', 'feeds', 'manager', { channel: 'wecom-moments' }],
    ['a feed goes to other groups', 'feeds', 'manager', { targets: '别的群' }],
    ['a launch script is renamed', 'launch-scripts', 'editor', { name: '别的剧本' }],
  ];

  it('F15 what a post uses is changed: nothing goes out until it is approved again, then the new content does', async () => {
    const posts = new Map<string, { post: Made; who: Who }>();
    for (const [what, collection, who, data] of used) {
      const own = await somethingNamed(world, collection);
      const doc =
        own?.doc ??
        (await payload.create({
          collection: 'launch-scripts',
          data: { name: '剧本', launchAt: wall(11, '20:00'), timezone: 'Asia/Shanghai' },
        }));
      const post = await aStanding(own?.data ?? { launchScript: doc.id });
      const body = data === 'another file' ? form({}, await aPictureFile()) : data;
      said(await app.rest('PATCH', `/${collection}/${doc.id}`, { as: app.tokens[who], body }));
      posts.set(what, { post, who });
    }
    await passAt(noon);
    for (const [what, { post, who }] of posts) {
      expect([what, await outcomeOf(payload, post.id)]).toEqual([what, 'nothing']);
      expect([what, await told(post)]).toEqual([what, lapsedBy(name(who))]);
      expect(await approveAnew(world, { post, script: null }, noon)).toBeNull();
    }
    await passAt(noon + 20_000);
    for (const [what, { post }] of posts) {
      expect([what, await outcomeOf(payload, post.id)]).toEqual([what, 'as approved']);
      const [first, second] = (await decisionsOn(payload, subjectOf(String(post.id)))).filter(
        ({ decision }) => decision === 'approved',
      );
      expect([what, second?.contentHash === first?.contentHash]).toEqual([what, false]);
    }
    await clearPosts(world);
  });

  it.each(['products', 'feeds'] as const)(
    'F15 of %s one that a launch script names is renamed: its exceptions hold no more until it is approved again',
    async (collection) => {
      const own = await somethingNamed(world, collection);
      const [data = {}] = fullScripts({ ...world, [collection]: [own?.doc] }, 11);
      const { script, post } = await nightLaunch(world, data, 11);
      const body = { name: '别的名字' };
      said(await app.rest('PATCH', `/${collection}/${own?.doc.id}`, { as: app.tokens.manager, body }));
      const night = Date.parse(wall(11, '23:00'));
      await passAt(night);
      expect(await outcomeOf(payload, post.id)).toBe('nothing');
      expect(await rowOf(payload, 'launch-scripts', script.id)).toMatchObject({ status: 'draft' });
      const decisions = await decisionsOn(payload, scriptSubjectOf(String(script.id)));
      expect(decisions.at(-1)).toMatchObject({ decision: 'lapsed', byName: name('manager') });
      expect(await approveAnew(world, { post, script }, night)).toBeNull();
      await passAt(night + 20_000);
      expect(await outcomeOf(payload, post.id)).toBe('as approved');
      await clearPosts(world);
    },
  );

  it('F15 of two pictures of the same bytes each goes out with the description that was approved', async () => {
    const file = await aPictureFile();
    const picture = async (alt: string) =>
      (await payload.create({ collection: 'media', data: { alt }, file })) as unknown as Made;
    const [mine, other] = [await picture('燕麦'), await picture('加我私人微信')];
    const posts = [await aStanding({ images: [mine.id] }), await aStanding({ images: [other.id] })];
    await passAt(noon);
    for (const { id } of posts) expect(await outcomeOf(payload, id)).toBe('as approved');
    await clearPosts(world);
  });

  it('F15 what an approved post takes its words from is not deleted behind it', async () => {
    const own = await somethingNamed(world, 'offers');
    const post = await aStanding(own?.data);
    const answer = await app.rest('DELETE', `/offers/${own?.doc.id}`, { as: app.tokens.admin });
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('in-use')]);
    await passAt(noon);
    expect(await outcomeOf(payload, post.id)).toBe('as approved');
    await clearPosts(world);
  });
});
