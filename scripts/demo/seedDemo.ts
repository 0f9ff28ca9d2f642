import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { type Slug, slugs } from '../../collections/slugs';
import { actorWithFeeds } from '../../src/access';
import type { Instant } from '../../src/core/model';
import { usualQuietHours } from '../../src/core/rules';
import { addDays, localDateOf, minuteMs } from '../../src/core/time';
import { deskWords } from '../../src/core/words/desk';
import type { Context } from '../../src/server/context';
import { putReceipt } from '../../src/server/desk/putReceipt';
import { releasesWhere } from '../../src/server/desk/rows';
import type { Outcome } from '../../src/server/outcome';
import { approve } from '../../src/server/posts/approve';
import { requestChanges } from '../../src/server/posts/requestChanges';
import { submit } from '../../src/server/posts/submit';
import { makeDefaultRules } from '../../src/server/rules/makeDefaults';
import { type Memory, runPass } from '../../src/server/scheduler/pass';
import { approveTemplate } from '../../src/server/templates/approve';
import { makeReadyMadeTemplates } from '../../src/server/templates/makeReadyMade';
import { type DemoPost, demoCalendar, keepsQuietHours } from './calendar';
import {
  brand,
  capRules,
  type DemoPerson,
  dimensions,
  feeds,
  occasions,
  offers,
  people,
  pools,
  products,
  teams,
} from './content/brand';
import { passInstants } from './passInstants';
import { drawPicture } from './pictures/drawPicture';
import type { PackKey } from './pictures/scenes';
import type { PictureKey } from './pictures/specs';
import { receiptOf } from './receipts';

export interface SeedOptions {
  /** The instant that the demo is made for: the present one, but in tests. */
  now: Instant;
  /** Of every demo account that is made. Accounts that are there keep theirs. */
  password: string;
  /** Moves a demo that is there to today: its posts and what became of them are made anew. */
  refresh?: boolean;
  /** Told what is being done, for people who wait. */
  say?: (what: string) => void;
}

export interface Seeded {
  posts: number;
  pictures: number;
  releases: number;
  receipts: number;
}

type Id = number | string;
type Row = Record<string, unknown> & { id: Id };

/** Everything the seed has made or found, by the demo's own names. */
interface World {
  payload: Payload;
  now: Instant;
  users: Map<string, Row>;
  ids: Map<string, Id>;
}

const need = <T>(value: T | undefined | null, what: string): T => {
  if (value === undefined || value === null) throw new Error(`The demo lacks ${what}.`);
  return value;
};
const idOf = (world: World, key: string): Id => need(world.ids.get(key), key);
const iso = (at: Instant): string => new Date(at).toISOString();

/**
 * Fills an empty database with the demo team, the way people would have: documents through the Local API on
 * behalf of the admin and the editor, posts submitted by the editor and decided by the manager at past
 * instants, and a pass of the scheduler at each instant at which something was due.
 *
 * @throws Error with a sentence when a step is refused: the demo and the product disagree then.
 */
export async function seedDemo(payload: Payload, options: SeedOptions): Promise<Seeded> {
  const { now, refresh = false, say = () => {} } = options;
  const world: World = { payload, now, users: new Map(), ids: new Map() };
  if (refresh) await clearWork(payload);
  const posts = demoCalendar(localDateOf(now, brand.timezone), now, brand.timezone);

  say('team');
  await makePeople(world, options.password);
  say('pictures');
  const pictures = await makePictures(world, picturesOf(posts));
  say('rules');
  await makeBasis(world);
  say('posts');
  for (const post of posts) await writePost(world, post);
  say('history');
  await playHistory(world, posts);
  const counted = await makeReceipts(world, posts);
  return { posts: posts.length, pictures, ...counted };
}

/** A request of one person, as if it had come in at `now`. */
async function contextFor(world: World, person: string, now: Instant): Promise<Context> {
  const user = need(world.users.get(person), person);
  const req = await requestOf(world, person);
  return {
    payload: world.payload,
    req,
    actor: need(await actorWithFeeds(req), `${person} as an actor`),
    actorName: String(user.name),
    locale: 'zh',
    now,
    clockProblem: null,
  };
}

const requestOf = (world: World, person: string): Promise<PayloadRequest> => {
  const user = need(world.users.get(person), person);
  return createLocalReq(
    { user: { ...user, collection: slugs.users } as unknown as PayloadRequest['user'] & object },
    world.payload,
  );
};

/** So many at once: a picture or a password keeps one core busy, and most machines have two or more. */
const lanes = 3;

async function inLanes<T>(things: readonly T[], run: (thing: T) => Promise<void>): Promise<void> {
  const rest = [...things];
  const lane = async (): Promise<void> => {
    for (let thing = rest.shift(); thing !== undefined; thing = rest.shift()) await run(thing);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

interface Wanted {
  collection: Slug;
  /** What tells it from others of its collection: one that is there is used. */
  by: string;
  data: Record<string, unknown>;
  as?: string;
  /** One document and nothing else: without a transaction, others need not wait while it is made. */
  alone?: boolean;
}

/** Finds a document or makes it on behalf of a person, under their rights. */
async function ensure(
  world: World,
  { collection, by, data, as = 'admin', alone = false }: Wanted,
): Promise<Id> {
  const { payload } = world;
  const { docs } = await payload.db.find<Row>({
    collection,
    where: { [by]: { equals: data[by] } },
    limit: 1,
    pagination: false,
  });
  if (docs[0]) return docs[0].id;
  const req = await requestOf(world, as);
  const made = await payload.create({
    collection,
    data: data as never,
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
    disableTransaction: alone,
  });
  return made.id;
}

async function makePeople(world: World, password: string): Promise<void> {
  const { payload } = world;
  const keep = async (person: DemoPerson): Promise<boolean> => {
    const { docs } = await payload.db.find<Row>({
      collection: slugs.users,
      where: { email: { equals: person.email } },
      limit: 1,
      pagination: false,
    });
    if (docs[0]) world.users.set(person.key, docs[0]);
    return docs.length > 0;
  };
  const dataOf = (person: DemoPerson): Record<string, unknown> => ({
    username: person.username,
    email: person.email,
    name: person.name,
    roles: [...person.roles],
    locale: 'zh',
    active: true,
    password,
    ...(person.team ? { team: idOf(world, person.team) } : {}),
    ...(person.team
      ? {
          profile: {
            wechatId: person.wechatId,
            storeName: `${brand.name}·${teams.find(({ key }) => key === person.team)?.name}`,
            couponCode: person.couponCode,
          },
        }
      : {}),
  });
  const [admin, ...others] = people;
  if (admin && !(await keep(admin))) {
    // As the system: nobody is there yet who could make the first account.
    const made = await payload.create({ collection: slugs.users, data: dataOf(admin) as never, depth: 0 });
    world.users.set(admin.key, made as unknown as Row);
  }
  for (const team of teams)
    world.ids.set(
      team.key,
      await ensure(world, { collection: slugs.teams, by: 'name', data: { name: team.name } }),
    );
  await inLanes(others, async (person) => {
    if (await keep(person)) return;
    await ensure(world, { collection: slugs.users, by: 'email', data: dataOf(person), alone: true });
    await keep(person);
  });
}

const packOf = (product: string): PictureKey =>
  `pack${product[0]?.toUpperCase()}${product.slice(1)}` as `pack${Capitalize<PackKey>}`;

const picturesOf = (posts: readonly DemoPost[]): PictureKey[] => [
  ...new Set([
    ...products.map(({ key }) => packOf(key)),
    ...posts.flatMap((post) => [
      ...(post.pictures ?? []),
      ...(post.variants ?? []).flatMap((variant) => variant.pictures ?? []),
    ]),
  ]),
];

async function makePictures(world: World, keys: readonly PictureKey[]): Promise<number> {
  const { payload } = world;
  const name = (key: PictureKey): string => `zaogu-${key}.jpg`;
  const { docs } = await payload.db.find<Row & { originalName: string }>({
    collection: slugs.media,
    where: { originalName: { in: keys.map(name) } },
    limit: 0,
    pagination: false,
  });
  for (const doc of docs) {
    const key = keys.find((candidate) => name(candidate) === doc.originalName);
    if (key) world.ids.set(`picture:${key}`, doc.id);
  }
  const missing = keys.filter((key) => !world.ids.has(`picture:${key}`));
  await inLanes(missing, async (key) => {
    const data = await drawPicture(key);
    const req = await requestOf(world, 'editor');
    const made = await payload.create({
      collection: slugs.media,
      data: {} as never,
      file: { data, mimetype: 'image/jpeg', name: name(key), size: data.length },
      overrideAccess: false,
      user: req.user,
      req,
      depth: 0,
      disableTransaction: true,
    });
    world.ids.set(`picture:${key}`, made.id);
  });
  return missing.length;
}

/** Pools, feeds, segments, goods, occasions and the rules. */
async function makeBasis(world: World): Promise<void> {
  const make = async (key: string, wanted: Wanted): Promise<void> => {
    world.ids.set(key, await ensure(world, wanted));
  };
  for (const pool of pools)
    await make(pool.key, {
      collection: slugs.pools,
      by: 'name',
      data: { name: pool.name, timezone: pool.timezone },
    });
  for (const feed of feeds)
    await make(feed.key, {
      collection: slugs.feeds,
      by: 'name',
      data: {
        name: feed.name,
        channel: feed.channel,
        timezone: brand.timezone,
        ...(feed.pool ? { pool: idOf(world, feed.pool) } : {}),
        members: people
          .filter((person) => person.feeds.includes(feed.key))
          .map(({ key }) => world.users.get(key)?.id),
        teams: feed.teams.map((team) => idOf(world, team)),
        overlap: 1,
        leadMinutes: 0,
        ...(feed.targets ? { targets: feed.targets } : {}),
        active: true,
      },
    });
  await fitQuietHours(world);
  for (const dimension of dimensions) {
    const { key, name, exclusive, changes } = dimension;
    await make(`dimension:${key}`, {
      collection: slugs.segmentDimensions,
      by: 'key',
      data: { key, name, exclusive, changes },
    });
    for (const segment of dimension.segments)
      await make(`segment:${segment.key}`, {
        collection: slugs.segments,
        by: 'key',
        data: { ...segment, dimension: idOf(world, `dimension:${key}`) },
      });
  }
  for (const { key, name, tier, price, link } of products)
    await make(`product:${key}`, {
      collection: slugs.products,
      by: 'name',
      data: { name, tier, price, link, images: [idOf(world, `picture:${packOf(key)}`)] },
      as: 'editor',
    });
  for (const { key, name, kind, product, code, terms } of offers)
    await make(`offer:${key}`, {
      collection: slugs.offers,
      by: 'name',
      data: { name, kind, code, terms, ...(product ? { product: idOf(world, `product:${product}`) } : {}) },
      as: 'editor',
    });
  const anniversary = addDays(localDateOf(world.now, brand.timezone), 17);
  for (const { key, name, kind, leadDays } of occasions)
    await make(`occasion:${key}`, {
      collection: slugs.occasions,
      by: 'name',
      data: {
        name,
        kind,
        leadDays,
        ...(key === 'memberDay'
          ? { rule: 'FREQ=MONTHLY;BYMONTHDAY=8' }
          : { date: `${anniversary}T04:00:00.000Z` }),
      },
      as: 'editor',
    });
  await makeRules(world);
  await makeTemplates(world);
}

/** The usual ones, or none where a newcomer would see nothing; a demo that is refreshed may have the other. */
async function fitQuietHours(world: World): Promise<void> {
  const req = await requestOf(world, 'admin');
  for (const { key } of feeds) {
    const isQuiet = keepsQuietHours(key, world.now, brand.timezone);
    const quietHours = isQuiet ? usualQuietHours : { from: null, to: null };
    await world.payload.update({
      collection: slugs.feeds,
      id: idOf(world, key),
      data: { quietHours },
      overrideAccess: false,
      user: req.user,
      req,
      depth: 0,
    });
  }
}

/** Those of every new installation, each approved by the manager: scripts that take them over are quickly judged. */
async function makeTemplates(world: World): Promise<void> {
  const { payload } = world;
  await makeReadyMadeTemplates(payload);
  const { docs } = await payload.find({ collection: slugs.launchTemplates, pagination: false, depth: 0 });
  for (const { id, contentHash, status } of docs) {
    if (status === 'approved') continue;
    const ctx = await contextFor(world, 'manager', Date.now());
    const approved = await approveTemplate(ctx, { id: String(id), contentHash: String(contentHash) });
    if (!approved.ok) throw new Error(approved.errors[0]?.message);
  }
}

/** Those of every new installation, and what this team has added. */
async function makeRules(world: World): Promise<void> {
  await makeDefaultRules(world.payload);
  for (const rule of capRules)
    await ensure(world, {
      collection: slugs.capRules,
      by: 'name',
      data: {
        ...rule,
        enabled: true,
        kinds: [...rule.kinds],
        channels: [...rule.channels],
        feeds: rule.feeds.map((feed) => idOf(world, feed)),
      },
      as: 'manager',
    });
  const req = await requestOf(world, 'admin');
  await world.payload.updateGlobal({
    slug: 'settings',
    data: { brand: brand.name, timezone: brand.timezone } as never,
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
  });
}

/** The editor writes a post down as a draft. */
async function writePost(world: World, post: DemoPost): Promise<void> {
  const req = await requestOf(world, 'editor');
  const comments = (texts: readonly string[] | undefined) => (texts ?? []).map((text) => ({ text }));
  const images = (keys: readonly PictureKey[] | undefined) =>
    (keys ?? []).map((key) => idOf(world, `picture:${key}`));
  const segments = (keys: readonly string[]) => keys.map((key) => idOf(world, `segment:${key}`));
  const named = (kind: 'product' | 'offer' | 'occasion', key: string | undefined) =>
    key ? { [kind]: idOf(world, `${kind}:${key}`) } : {};
  const data = {
    title: post.title,
    kind: post.kind,
    body: post.body,
    guidance: post.guidance ?? '',
    copyMode: post.copyMode ?? 'exact',
    dayBound: post.dayBound,
    firstComments: comments(post.firstComments),
    images: images(post.pictures),
    ...named('product', post.product),
    ...named('offer', post.offer),
    ...named('occasion', post.occasion),
    feeds: post.feeds.map((feed) => idOf(world, feed)),
    audience:
      post.audience && post.audience.visibility !== 'everyone'
        ? { visibility: post.audience.visibility, segments: segments(post.audience.segments) }
        : { visibility: 'everyone' },
    variants: (post.variants ?? []).map((variant) => ({
      key: variant.key,
      segments: segments(variant.segments),
      body: variant.body,
      images: images(variant.pictures),
      firstComments: comments(variant.firstComments),
    })),
    scheduledAt: iso(post.scheduledAt),
    ...(post.expiresAt ? { expiresAt: iso(post.expiresAt) } : {}),
    priority: 0,
    onConflict: post.onConflict,
  };
  const made = await world.payload.create({
    collection: slugs.posts,
    data: data as never,
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
  });
  world.ids.set(`post:${post.key}`, made.id);
}

const accepted = <T>(outcome: Outcome<T>, what: string): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(`${what}: ${outcome.errors.map(({ message }) => message).join(' ')}`);
};

/** What people and the scheduler did, in the order in which it happened. */
async function playHistory(world: World, posts: readonly DemoPost[]): Promise<void> {
  const events: { at: Instant; run: () => Promise<unknown> }[] = [];
  for (const post of posts) {
    const id = String(idOf(world, `post:${post.key}`));
    const { submittedAt, decidedAt } = post;
    if (submittedAt !== undefined)
      events.push({
        at: submittedAt,
        run: async () =>
          accepted(
            await submit(await contextFor(world, 'editor', submittedAt), { id }),
            `Submitting ${post.key}`,
          ),
      });
    if (decidedAt !== undefined) events.push({ at: decidedAt, run: () => decide(world, post, decidedAt) });
  }
  const memory: Memory = new Map();
  for (const at of passInstants(posts, world.now))
    events.push({ at, run: () => pass(world.payload, at, memory) });
  for (const event of events.sort((a, b) => a.at - b.at)) await event.run();
}

async function decide(world: World, post: DemoPost, at: Instant): Promise<void> {
  const id = String(idOf(world, `post:${post.key}`));
  const ctx = await contextFor(world, 'manager', at);
  if (post.fate === 'changes-requested') {
    accepted(await requestChanges(ctx, { id, comment: post.comment }), `Sending back ${post.key}`);
    return;
  }
  const shown = await world.payload.findByID({
    collection: slugs.posts,
    id,
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req: ctx.req,
  });
  const contentHash = String((shown as { contentHash?: unknown }).contentHash);
  accepted(await approve(ctx, { id, contentHash }), `Approving ${post.key}`);
}

async function pass(payload: Payload, now: Instant, memory: Memory): Promise<void> {
  const { failed } = await runPass({ payload, now, memory });
  const [first] = failed;
  if (first) throw new Error(`A pass of ${first.log} failed.`, { cause: first.error });
}

/** The staff member who signs in to the demo has not yet posted what is to be posted now. */
const leftForVisitor = new Set(['today-three', 'today-ready']);

async function makeReceipts(
  world: World,
  posts: readonly DemoPost[],
): Promise<Pick<Seeded, 'releases' | 'receipts'>> {
  const { payload, now } = world;
  const byId = new Map(posts.map((post) => [String(idOf(world, `post:${post.key}`)), post]));
  const releases = await releasesWhere(payload, {
    dueAt: { greater_than_equal: iso(now - 20 * 24 * 60 * minuteMs) },
  });
  let receipts = 0;
  for (const { release, post: postId, card, feed, dueAt, content } of releases) {
    const post = byId.get(postId);
    const feedKey = feeds.find(({ key }) => String(world.ids.get(key)) === feed)?.key;
    if (!post || !feedKey) continue;
    const variant = card.split(':')[1] ?? '';
    for (const person of people.filter((candidate) => candidate.feeds.includes(feedKey))) {
      if (person.key === 'staff1' && leftForVisitor.has(post.key)) continue;
      const done = receiptOf(`${post.key}:${variant}:${feedKey}`, person.key);
      const lacksCoupon = !person.couponCode && JSON.stringify(content).includes('{{staff.coupon}}');
      if (!done || lacksCoupon || dueAt + done.after * minuteMs > now) continue;
      const user = need(world.users.get(person.key), person.key);
      const at = dueAt + done.after * minuteMs;
      const given = await putReceipt({
        payload,
        user: user as never,
        words: deskWords.zh,
        now: at,
        release,
        mark: { state: done.state, ...(done.reason ? { reason: done.reason } : {}) },
      });
      // Close to midnight the day of a card may be over before the person comes to it.
      if (given.ok) receipts += 1;
    }
  }
  return { releases: releases.length, receipts };
}

/**
 * Takes back a former demo's posts and what became of them; people, feeds, goods and pictures stay. The voids
 * stay in the logs, so that their numbers go on and a running scheduler notices.
 *
 * @throws Error when somebody works here who is not of the demo: their posts would go too.
 */
async function clearWork(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<Row & { email?: string | null }>({
    collection: slugs.users,
    limit: 0,
    pagination: false,
  });
  const mine = new Set(people.map(({ email }) => email));
  const others = docs.filter(({ email }) => !email || !mine.has(email));
  if (others.length > 0)
    throw new Error(
      `${others.length} accounts here are not of the demo team. Refreshing deletes every post and record, so it is only done in a database with the demo alone.`,
    );
  const everything = { id: { exists: true } };
  // As the system: records are append-only for everybody.
  for (const collection of [slugs.receipts, slugs.results, slugs.approvals, slugs.posts] as const)
    await payload.db.deleteMany({ collection, where: everything });
  await payload.db.deleteMany({
    collection: slugs.releases,
    where: { type: { in: ['release', 'recall', 'end'] } },
  });
}
