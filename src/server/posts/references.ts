import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, SelectType, Where } from 'payload';
import type {
  FeedRef,
  LaunchRef,
  MediaRef,
  OfferRef,
  PostContent,
  ProductRef,
  References,
} from '@/core/approval/content';
import type { Dimension, DimensionId, FeedId, LogId, Segment, SegmentId } from '@/core/model';
import { changersOf } from '../approvals/changers';
import { idOf, instantOf } from './content';

type Row = Record<string, unknown>;
type Req = Partial<PayloadRequest> | undefined;

/** Reads raw rows, past access and hooks: the product itself needs them to decide. */
export async function rows(
  payload: Payload,
  collection: string,
  where?: Where,
  req?: Req,
  select?: SelectType,
): Promise<Row[]> {
  const found = await payload.db.find<Row>({
    collection: collection as never,
    limit: 0,
    pagination: false,
    ...(where ? { where } : {}),
    ...(req ? { req } : {}),
    ...(select ? { select } : {}),
  });
  return found.docs as Row[];
}

const byIds = async (
  payload: Payload,
  collection: string,
  ids: Iterable<string>,
  req: Req,
  select?: SelectType,
): Promise<Row[]> => {
  const list = [...new Set(ids)];
  return list.length === 0 ? [] : rows(payload, collection, { id: { in: list } }, req, select);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const keyed = <K extends string, T extends { id: K }>(list: readonly T[]): Map<K, T> =>
  new Map(list.map((item) => [item.id, item]));

/** The log of a feed: its pool's, or its own. */
export const logOf = (feed: { id: string; pool: string | null }): LogId =>
  (feed.pool ? `pool:${feed.pool}` : `feed:${feed.id}`) as LogId;

/** Not the members and teams: they are tables of their own, and decide nothing here. */
const feedFields = {
  name: true,
  channel: true,
  timezone: true,
  targets: true,
  overlap: true,
  leadMinutes: true,
  quietHours: true,
  active: true,
  pool: true,
} as const;

/** Every log that there is, by the feeds' pools alone. */
export async function loadLogs(payload: Payload, req?: Req): Promise<LogId[]> {
  const feeds = await rows(payload, slugs.feeds, undefined, req, { pool: true });
  return [...new Set(feeds.map(({ id, pool }) => logOf({ id: String(id), pool: idOf(pool) })))].sort();
}

const quietHoursOf = (value: unknown): FeedRef['quietHours'] => {
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
  return text(from) && text(to) ? { from: text(from), to: text(to) } : null;
};

/** All feeds. There are few of them (tens), and every log is known from them. */
export async function loadFeeds(payload: Payload, req?: Req): Promise<Map<FeedId, FeedRef>> {
  const feeds = await rows(payload, slugs.feeds, undefined, req, feedFields);
  const pools = await rows(payload, slugs.pools, undefined, req, { timezone: true });
  const zones = new Map(pools.map((pool) => [String(pool.id), text(pool.timezone)]));
  return keyed(
    feeds.map((feed): FeedRef => {
      const id = String(feed.id) as FeedId;
      const pool = idOf(feed.pool);
      return {
        id,
        name: text(feed.name),
        channel: feed.channel as FeedRef['channel'],
        zone: text(feed.timezone),
        targets: text(feed.targets),
        overlap: number(feed.overlap) ?? 1,
        leadMinutes: number(feed.leadMinutes) ?? 0,
        quietHours: quietHoursOf(feed.quietHours),
        active: feed.active !== false,
        log: logOf({ id, pool }),
        poolZone: (pool && zones.get(pool)) || text(feed.timezone),
      };
    }),
  );
}

export async function loadSegments(
  payload: Payload,
  req?: Req,
): Promise<Pick<References, 'segments' | 'dimensions'>> {
  const segments = await rows(payload, slugs.segments, undefined, req);
  const dimensions = await rows(payload, slugs.segmentDimensions, undefined, req);
  return {
    segments: keyed(
      segments.map(
        (row): Segment => ({
          id: String(row.id) as SegmentId,
          dimension: (idOf(row.dimension) ?? '') as DimensionId,
          name: text(row.name),
          wechatTag: text(row.wechatTag),
        }),
      ),
    ),
    dimensions: keyed(
      dimensions.map(
        (row): Dimension => ({
          id: String(row.id) as DimensionId,
          name: text(row.name),
          exclusive: row.exclusive === true,
          changes: row.changes === true,
        }),
      ),
    ),
  };
}

const mediaFields = {
  sha256: true,
  thumbSha256: true,
  momentsWidth: true,
  momentsHeight: true,
  width: true,
  height: true,
  alt: true,
  mimeType: true,
} as const;
const productFields = { name: true, price: true, link: true } as const;
const offerFields = { name: true, code: true, product: true } as const;
const launchFields = { name: true, status: true, launchAt: true, timezone: true, changedBy: true } as const;

export const mediaRef = (row: Row): MediaRef => ({
  id: String(row.id),
  sha256: text(row.sha256),
  thumbSha256: text(row.thumbSha256) || null,
  width: number(row.momentsWidth) ?? number(row.width),
  height: number(row.momentsHeight) ?? number(row.height),
  alt: text(row.alt),
  isVideo: text(row.mimeType).startsWith('video/'),
});

const productRef = (row: Row): ProductRef => ({
  id: String(row.id),
  name: text(row.name),
  price: number(row.price),
  link: text(row.link),
});

const offerRef = (row: Row): OfferRef => ({
  id: String(row.id),
  name: text(row.name),
  code: text(row.code),
  product: idOf(row.product),
});

const launchRef = (row: Row): LaunchRef => ({
  id: String(row.id),
  name: text(row.name),
  approved: row.status === 'approved',
  cancelled: row.status === 'cancelled',
  launchAt: instantOf(row.launchAt),
  timezone: text(row.timezone),
  changedBy: changersOf(row),
});

/** The pictures and the video of a post, those of its versions too. */
export const mediaIdsOf = (post: PostContent): string[] => [
  ...post.images,
  ...post.variants.flatMap((variant) => variant.images),
  ...(post.video ? [post.video] : []),
];

const present = (ids: (string | null)[]): string[] => ids.filter((id): id is string => id !== null);

/** What posts take from others' records: pictures, products, offers, the launch that they belong to. */
export type Shown = Pick<References, 'media' | 'products' | 'offers' | 'launches'>;

/** What these posts take along, in four queries whatever their number. One after the other: see loadReferences. */
export async function loadShown(payload: Payload, posts: readonly PostContent[], req?: Req): Promise<Shown> {
  const media = await byIds(payload, slugs.media, posts.flatMap(mediaIdsOf), req, mediaFields);
  const found = await byIds(
    payload,
    slugs.offers,
    present(posts.map(({ offer }) => offer)),
    req,
    offerFields,
  );
  const offers = found.map(offerRef);
  // Also those that offers are for, to say it by name where it is another.
  const products = await byIds(
    payload,
    slugs.products,
    present([...posts, ...offers].map(({ product }) => product)),
    req,
    productFields,
  );
  const launches = await byIds(
    payload,
    slugs.launchScripts,
    present(posts.map(({ launchScript }) => launchScript)),
    req,
    launchFields,
  );
  return {
    media: keyed(media.map(mediaRef)),
    products: keyed(products.map(productRef)),
    offers: keyed(offers),
    launches: keyed(launches.map(launchRef)),
  };
}

/**
 * Everything that these posts point at, in a handful of queries whatever their number. One after the other:
 * a MongoDB transaction takes one operation at a time.
 */
export async function loadReferences(
  payload: Payload,
  posts: readonly PostContent[],
  req?: Req,
): Promise<References> {
  const feeds = await loadFeeds(payload, req);
  const segments = await loadSegments(payload, req);
  return { feeds, ...segments, ...(await loadShown(payload, posts, req)) };
}
