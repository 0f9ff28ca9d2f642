import type { Payload } from 'payload';
import sharp from 'sharp';
import { bindLaunch, bindWhole, loadLaunchRefs } from '@/server/launches/bound';
import { launchOf } from '@/server/launches/content';
import { bind } from '@/server/posts/bound';
import { contentOf } from '@/server/posts/content';
import { loadReferences, rows } from '@/server/posts/references';
import { anMp4 } from '../../builders/files';
import { aDayRule } from '../../builders/launch';
import { aPost, aTeam, type Made, make, type Team } from '../../builders/team';
import type { Others } from './otherValues';

type Data = Record<string, unknown>;

const zone = '+08:00';

/** Shanghai's wall time on a day of November 2035, years away: what editors see in between goes by the real clock. */
export const wall = (day: number, time: string): string =>
  new Date(`2035-11-${String(day).padStart(2, '0')}T${time}:00${zone}`).toISOString();

let files = 0;

/** Another picture each time. */
async function aPicture(payload: Payload, alt = '一张图'): Promise<Made> {
  const file = await aPictureFile();
  return (await payload.create({ collection: 'media', data: { alt }, file })) as unknown as Made;
}

export async function aPictureFile() {
  files += 1;
  const background = { r: files % 256, g: 90, b: (files * 7) % 256 };
  const data = await sharp({ create: { width: 16, height: 16, channels: 3, background } })
    .png()
    .toBuffer();
  return { data, mimetype: 'image/png', name: `${files}.png`, size: data.length };
}

async function aFilm(payload: Payload, brand: string): Promise<Made> {
  const data = anMp4({ brand });
  const file = { data, mimetype: 'video/mp4', name: `${brand}.mp4`, size: data.length };
  return (await payload.create({ collection: 'media', data: { alt: '一段视频' }, file })) as unknown as Made;
}

/** What the posts and scripts of these tests name, with more of each to choose from. */
export interface World {
  payload: Payload;
  team: Team;
  pools: Made[];
  /** All in one pool, so that one log has them. */
  feeds: Made[];
  /** With quiet hours from 22:00 to 07:30. */
  nightFeed: Made;
  teams: Made[];
  segments: Made[];
  products: Made[];
  offers: Made[];
  occasions: Made[];
  pictures: Made[];
  films: Made[];
  scripts: Made[];
  /** Posts that nobody approved. */
  drafts: Made[];
  rules: Made[];
  others: Others;
}

const ids = (...of: (Made | undefined)[]) => of.map((one) => one?.id);

const several = async <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let n = 0; n < count; n += 1) made.push(await one(n));
  return made;
};

let keys = 0;
const aKey = (): string => {
  keys += 1;
  return `key-${keys}`;
};

export const aDimension = (payload: Payload): Promise<Made> =>
  make(payload, 'segment-dimensions', { name: '标签组', key: aKey(), exclusive: true, changes: false });

export const aSegment = (payload: Payload, dimension: Made): Promise<Made> => {
  const key = aKey();
  const data = { name: `标签 ${key}`, key, dimension: dimension.id, wechatTag: `微信 ${key}` };
  return make(payload, 'segments', data);
};

const aFeed = (payload: Payload, pool: Made | undefined, more: Data = {}): Promise<Made> =>
  make(payload, 'feeds', {
    name: `账号组 ${aKey()}`,
    channel: 'wechat-moments',
    timezone: 'Asia/Shanghai',
    pool: pool?.id,
    quietHours: { from: null, to: null },
    targets: '老客群',
    ...more,
  });

const aProduct = (payload: Payload, more: Data = {}): Promise<Made> => {
  const key = aKey();
  return make(payload, 'products', {
    name: `燕麦 ${key}`,
    price: 39.9,
    link: `https://shop.test/${key}`,
    ...more,
  });
};

const anOffer = (payload: Payload, more: Data = {}): Promise<Made> => {
  const key = aKey();
  return make(payload, 'offers', { name: `优惠 ${key}`, code: `CODE-${key}`, ...more });
};

const anOccasion = (payload: Payload, more: Data = {}): Promise<Made> =>
  make(payload, 'occasions', { name: `节点 ${aKey()}`, ...more });

/** Of a kind that no post here is of, for feeds that they do not go to: what scripts make exceptions to. */
const aRule = (payload: Payload, feeds: readonly (Made | undefined)[], more: Data = {}): Promise<Made> =>
  aDayRule(payload, {
    name: `通知 ${aKey()}`,
    kinds: ['notice'],
    counts: 'all',
    minGapMinutes: 30,
    feeds: ids(...feeds),
    ...more,
  });

export async function aWorld(payload: Payload): Promise<World> {
  const team = await aTeam(payload);
  const pools = await several(2, (n) =>
    make(payload, 'pools', { name: `客户池 ${n}`, timezone: 'Asia/Shanghai' }),
  );
  const [pool] = pools as [Made, Made];
  await payload.update({ collection: 'feeds', id: team.feed.id, data: { pool: pool.id } as never });
  const teams = await several(3, (n) => make(payload, 'teams', { name: `团队 ${n}` }));
  const feeds = await several(3, () => aFeed(payload, pool));
  const nightFeed = await aFeed(payload, pool, { quietHours: { from: '22:00', to: '07:30' } });
  const dimensions = await several(2, () => aDimension(payload));
  const [lifecycle] = dimensions as [Made, Made];
  const segments = await several(6, () => aSegment(payload, lifecycle));
  const products = await several(2, () => aProduct(payload));
  const offers = await several(2, () => anOffer(payload));
  const occasions = await several(2, () => anOccasion(payload));
  const pictures = await several(5, () => aPicture(payload));
  const films = [await aFilm(payload, 'isom'), await aFilm(payload, 'mp42')];
  const rules = await several(2, () => aRule(payload, [feeds[1], feeds[2]]));
  const scripts = await several(2, (n) =>
    make(payload, 'launch-scripts', {
      name: `剧本 ${n}`,
      launchAt: wall(11, '20:00'),
      timezone: 'Asia/Shanghai',
    }),
  );
  const drafts = await several(2, () => make(payload, 'posts', aPost(team)));
  const kept = new Map<string, readonly Made[]>([
    ['pools', pools],
    ['feeds', [...feeds, nightFeed]],
    ['segments', segments],
    ['products', products],
    ['offers', offers],
    ['occasions', occasions],
    ['media', [...pictures, ...films]],
    ['cap-rules', rules],
    ['launch-scripts', scripts],
    ['posts', drafts],
    ['teams', teams],
    ['segment-dimensions', dimensions],
    ['users', [team.editor, team.manager, team.otherManager, team.staff]],
  ]);
  const others: Others = (collection, than) => {
    const taken = new Set(than.map(String));
    const all = kept.get(collection) ?? [];
    const isFilm = collection === 'media' && films.some(({ id }) => taken.has(String(id)));
    return all
      .filter((one) => !taken.has(String(one.id)) && films.includes(one) === isFilm)
      .map(({ id }) => id);
  };
  return {
    payload,
    team,
    pools,
    feeds,
    nightFeed,
    teams,
    segments,
    products,
    offers,
    occasions,
    pictures,
    films,
    scripts,
    drafts,
    rules,
    others,
  };
}

/** Posts in which each field is filled, in one of them or another: pictures, a film and a link exclude each other. */
export function fullPosts(world: World, at: string): Data[] {
  const { segments, products, offers, occasions, pictures, films, feeds, scripts } = world;
  const [s0, s1, s2, s3] = segments;
  const [p0, p1, p2, p3] = pictures;
  const common = {
    title: '新品燕麦',
    kind: 'sales',
    body: '{{product.name}} 只要 {{product.price}} 元，{{product.link}}，{{offer.name}} 报 {{offer.code}}',
    firstComments: [{ text: '首评一' }, { text: '首评二' }],
    copyMode: 'exact',
    guidance: '配自己的话',
    product: products[0]?.id,
    offer: offers[0]?.id,
    occasion: occasions[0]?.id,
    audience: { visibility: 'only', segments: ids(s0, s1, s2, s3) },
    variants: [
      {
        key: 'fresh',
        segments: ids(s0, s1),
        body: '新客看这版',
        images: ids(p2, p3),
        firstComments: [{ text: '新客首评一' }, { text: '新客首评二' }],
      },
      { key: 'regular', segments: ids(s2), body: '老客看这版' },
    ],
    feeds: ids(feeds[0]),
    scheduledAt: at,
    // A day later it can still go out.
    expiresAt: new Date(Date.parse(at) + 30 * 3_600_000).toISOString(),
    onConflict: 'defer',
    onLate: 'release',
    priority: 1,
    dayBound: false,
    launchScript: scripts[0]?.id,
    launchStep: 's1',
  };
  const versions = common.variants.map(({ images: _, ...variant }) => variant);
  return [
    { ...common, images: ids(p0, p1) },
    { ...common, images: ids(p0), variants: versions, feeds: ids(feeds[0], feeds[1]) },
    { ...common, variants: versions, video: films[0]?.id },
    { ...common, variants: versions, link: 'https://shop.test/card', linkTitle: '看看 {{product.name}}' },
  ];
}

/**
 * Scripts in which each field is filled, in one of them or another. Two exceptions for the night feed: the tests
 * change what stands first, and the second holds all the same once the script is approved again.
 */
export function fullScripts(world: World, day: number): Data[] {
  const { segments, products, offers, pictures, feeds, nightFeed, rules } = world;
  const [s0, s1, s2] = segments;
  const days = { from: wall(day - 2, '00:00'), to: wall(day + 3, '00:00') };
  const night = { ...days, feeds: ids(nightFeed, feeds[0]), quietHours: true, reason: '零点开售' };
  const step = (more: Data): Data => ({
    kind: 'sales',
    feeds: ids(nightFeed, feeds[0]),
    title: '预热',
    body: '明晚见',
    variants: [
      {
        key: 'fresh',
        segments: ids(s0, s1),
        body: '新客明晚见',
        firstComments: [{ text: '给新客一' }, { text: '给新客二' }],
      },
      { key: 'regular', segments: ids(s2), body: '老客明晚见' },
    ],
    firstComments: [{ text: '首评一' }, { text: '首评二' }],
    images: ids(...pictures.slice(0, 2)),
    pictures: 2,
    channels: ['wechat-moments', 'group'],
    copyMode: 'example',
    guidance: '配自己的话',
    staffGuidance: '晚上发',
    titleEn: 'Warm-up',
    ...more,
  });
  const byDay = step({ key: 's1', offsetDays: -1, time: '20:00' });
  const byMinute = step({ key: 's2', offsetMinutes: 30 });
  const relaxed = { rule: rules[0]?.id, limit: 6, minGapMinutes: 5, ...night };
  const script = (steps: Data[]): Data => ({
    name: '燕麦上市',
    product: products[0]?.id,
    offer: offers[0]?.id,
    launchAt: wall(day, '20:00'),
    timezone: 'Asia/Shanghai',
    phases: [
      {
        key: 'tease',
        name: '引发兴趣',
        nameEn: 'Tease',
        guidance: '只勾起好奇',
        required: true,
        kinds: ['sales', 'persona'],
        maxSales: 5,
        minGapMinutes: 0,
        exceptions: [relaxed, night],
        steps,
      },
      { key: 'on-sale', name: '开售', exceptions: [night], steps: [] },
    ],
  });
  return [script([byDay, byMinute]), script([byMinute, byDay])];
}

/** A document of its own, every field of it filled, and what of a post names it. */
export async function somethingNamed(
  world: World,
  collection: string,
): Promise<{ doc: Made; data: Data } | null> {
  const { payload, team, products, pictures, feeds, pools, teams } = world;
  const images = ids(...pictures.slice(0, 2));
  switch (collection) {
    case 'media': {
      const doc = await aPicture(payload);
      return { doc, data: { images: [doc.id] } };
    }
    case 'products': {
      const doc = await aProduct(payload, { tier: 'core', images });
      return { doc, data: { product: doc.id } };
    }
    case 'offers': {
      const days = { validFrom: wall(1, '00:00'), validTo: wall(30, '00:00') };
      const more = { kind: '满减', terms: '满 99 减 10', product: products[0]?.id, ...days };
      const doc = await anOffer(payload, more);
      return { doc, data: { offer: doc.id } };
    }
    case 'occasions': {
      const doc = await anOccasion(payload, { date: wall(11, '00:00'), rule: 'FREQ=YEARLY', leadDays: 7 });
      return { doc, data: { occasion: doc.id } };
    }
    case 'feeds': {
      const quietHours = { from: '01:00', to: '05:00' };
      const people = { members: ids(team.staff, team.editor), teams: ids(...teams.slice(0, 2)) };
      const doc = await aFeed(payload, pools[0], { quietHours, ...people });
      return { doc, data: { feeds: [doc.id] } };
    }
    case 'segments':
    case 'segment-dimensions': {
      const dimension = await aDimension(payload);
      const [one, two] = await several(2, () => aSegment(payload, dimension));
      const data = {
        audience: { visibility: 'only', segments: ids(one, two) },
        variants: [{ key: 'one', segments: ids(one), body: '这些人看这版' }],
      };
      return { doc: collection === 'segments' ? (one as Made) : dimension, data };
    }
    case 'cap-rules': {
      const window = { unit: 'rolling-hours', hours: 24 };
      const more = { description: '少打扰', channels: ['group'], window };
      return { doc: await aRule(payload, feeds.slice(1), more), data: {} };
    }
    default:
      return null;
  }
}

type Slug = 'posts' | 'launch-scripts';

/** A row as it is stored, past access and hooks. */
export const rowOf = async (payload: Payload, collection: string, id: Made['id']): Promise<Data> =>
  (await rows(payload, collection, { id: { equals: id } }))[0] ?? {};

async function boundNow(
  payload: Payload,
  slug: Slug,
  id: Made['id'],
): Promise<{ hash: string; view: object; frameHash?: string }> {
  const row = await rowOf(payload, slug, id);
  if (slug === 'posts') {
    return bind(row, await loadReferences(payload, [contentOf(row)]), { approvalCovers: 'day' });
  }
  const frame = bindLaunch(row, await loadLaunchRefs(payload, [launchOf(row)]));
  return { ...frame, hash: bindWhole(frame, []).hash };
}

/**
 * A post or script as the workflow leaves it once it is approved, and no queries for what the workflow does besides:
 * there are some hundreds of these. That an approval makes this of it is what all the other tests begin with.
 */
async function standing(world: World, slug: Slug, { data, at }: { data: Data; at: string }): Promise<Made> {
  const { payload, team } = world;
  const { id } = await make(payload, slug, data);
  const { hash, view, frameHash } = await boundNow(payload, slug, id);
  await payload.db.create({
    collection: 'approvals',
    data: {
      subject: `${slug}:${id}`,
      n: 1,
      contentHash: hash,
      decision: 'approved',
      covers: slug === 'posts' ? 'day' : 'instant',
      by: String(team.manager.id),
      byName: team.manager.name,
      at,
      view,
      frameHash: frameHash ?? null,
    },
  });
  const flying = slug === 'posts' ? { inFlight: true, cardStates: [] } : {};
  const status = { status: 'approved', contentHash: hash, changedBy: [], ...flying };
  await payload.db.updateOne({ collection: slug, id, data: status, returning: false });
  return { id };
}

export const standingPost = (world: World, data: Data, at: string): Promise<Made> =>
  standing(world, 'posts', { data, at });

/** An approved launch with a post at eleven in the evening, which goes out then by an exception alone. */
export async function nightLaunch(
  world: World,
  data: Data,
  day: number,
): Promise<{ script: Made; post: Made }> {
  const at = wall(day, '06:00');
  const script = await standing(world, 'launch-scripts', { data, at });
  const feeds = [world.nightFeed.id];
  const own = { scheduledAt: wall(day, '23:00'), feeds, launchScript: script.id };
  return { script, post: await standingPost(world, aPost(world.team, own), at) };
}

/** Leaves the world as it was made: what is written grows with what is there. */
export async function clearPosts({ payload, scripts, drafts }: World): Promise<void> {
  for (const collection of ['approvals', 'releases', 'fences', 'decision-log'] as const)
    await payload.db.deleteMany({ collection, where: {} });
  const but = (kept: readonly Made[]) => ({ id: { not_in: kept.map(({ id }) => id) } });
  await payload.db.deleteMany({ collection: 'posts', where: but(drafts) });
  await payload.db.deleteMany({ collection: 'launch-scripts', where: but(scripts) });
}
