import { type Slug, slugs } from '@collections/slugs';
import type { Where } from 'payload';
import { can } from '@/core/abilities';
import type { DecisionRow, Slot, What } from '@/core/decisions';
import { baseVariant, type FeedId, type Instant, type Locale, type TimeZone } from '@/core/model';
import { listed } from '@/core/words/listed';
import { operationWords } from '@/core/words/operation';
import { whenWords } from '@/core/words/when';
import type { Context } from '../context';
import { done, type Outcome, refuse } from '../outcome';
import { idsOf, instantOf } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';
import { loadSettings } from '../settings/load';

export interface DecisionFilter {
  /** Inclusive. */
  from?: Instant | undefined;
  /** Exclusive. */
  to?: Instant | undefined;
  feed?: string | undefined;
  post?: string | undefined;
  what?: What | undefined;
  page?: number | undefined;
  limit?: number | undefined;
}

/** A decision for a reader: instants as numbers, sentences in the reader's language. */
export interface Told {
  id: string;
  at: Instant;
  what: What;
  /** 「顺延到 明天 20:00」 */
  says: string;
  /** Why, as it was said then; null where nothing stood in the way. */
  why: string | null;
  card: string | null;
  post: string | null;
  title: string | null;
  variantKey: string | null;
  /** The tags of the version; null for the original, and for one that is gone. */
  versionName: string | null;
  feed: string | null;
  feedName: string | null;
  /** Of the feed, else of the settings. */
  zone: TimeZone;
  plannedAt: Instant | null;
  /** Where it stood before; of an interruption, when it began. */
  before: Instant | null;
  /** How late, or how long an interruption lasted. */
  minutes: number | null;
  slots: readonly Slot[];
  by: string | null;
  byName: string | null;
}

export interface Page {
  decisions: Told[];
  page: number;
  limit: number;
  total: number;
  hasNext: boolean;
}

export const mostOnPage = 200;
const usual = 50;

function whereOf({ from, to, feed, post, what }: DecisionFilter): Where {
  const and: Where[] = [];
  if (from !== undefined) and.push({ at: { greater_than_equal: new Date(from).toISOString() } });
  if (to !== undefined) and.push({ at: { less_than: new Date(to).toISOString() } });
  if (feed !== undefined) and.push({ feed: { equals: feed } });
  if (post !== undefined) and.push({ post: { equals: post } });
  if (what !== undefined) and.push({ what: { equals: what } });
  return { and };
}

/** What was decided and why, the newest first: of the feeds that the person may read. */
export async function listDecisions(ctx: Context, filter: DecisionFilter): Promise<Outcome<Page>> {
  const { payload, req, actor, locale } = ctx;
  if (!can(actor, 'decisions.read')) {
    return refuse(403, [{ message: operationWords[locale].api.notAllowedRead }]);
  }
  const limit = Math.min(filter.limit ?? usual, mostOnPage);
  const found = await payload.find({
    collection: slugs.decisions,
    where: whereOf(filter),
    sort: ['-at', '-id'],
    page: filter.page ?? 1,
    limit,
    depth: 0,
    req,
    user: req.user,
    overrideAccess: false,
  });
  const told = await tellerFor(ctx, found.docs as unknown as Stored[]);
  return done({
    decisions: (found.docs as unknown as Stored[]).map(told),
    page: found.page ?? 1,
    limit,
    total: found.totalDocs,
    hasNext: found.hasNextPage,
  });
}

type Stored = DecisionRow & { id: string | number };

/** What these are called now. Past access: whoever may read a record may read the names in it. */
async function namesIn(
  { payload, req }: Context,
  collection: Slug,
  named: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(named)];
  if (ids.length === 0) return new Map();
  const found = await rows(payload, collection, { id: { in: ids } }, req, { name: true });
  return new Map(found.map(({ id, name }) => [String(id), String(name ?? '')]));
}

interface Version {
  name: string;
  segments: string[];
}

/** Versions of posts by the names of their tags, as they are now. */
async function versionsOf(ctx: Context, docs: readonly Stored[]): Promise<Map<string, string>> {
  const own = docs.flatMap(({ post, variantKey }) =>
    post && variantKey && variantKey !== baseVariant ? [post] : [],
  );
  if (own.length === 0) return new Map();
  const where = { id: { in: [...new Set(own)] } };
  const posts = await rows(ctx.payload, slugs.posts, where, ctx.req, {
    variants: { key: true, segments: true },
  });
  const versions = posts.flatMap(({ id, variants }) =>
    ((variants ?? []) as { key: string; segments?: unknown }[]).map(
      ({ key, segments }): Version => ({ name: `${id} ${key}`, segments: idsOf(segments) }),
    ),
  );
  const tags = await namesIn(
    ctx,
    slugs.segments,
    versions.flatMap(({ segments }) => segments),
  );
  const tagsOf = ({ segments }: Version): string =>
    listed(
      segments.flatMap((tag) => tags.get(tag) ?? []),
      ctx.locale,
    );
  return new Map(versions.map((version) => [version.name, tagsOf(version)]));
}

async function tellerFor(ctx: Context, docs: readonly Stored[]): Promise<(row: Stored) => Told> {
  const { payload, req, locale, now } = ctx;
  const feeds = await loadFeeds(payload, req);
  const { timezone } = await loadSettings(payload, req);
  const names = await namesIn(
    ctx,
    slugs.users,
    docs.flatMap(({ by, byName }) => (by && !byName ? [by] : [])),
  );
  const versions = await versionsOf(ctx, docs);
  return (row) => {
    const feed = feeds.get(row.feed as FeedId);
    const zone = feed?.zone ?? timezone;
    const plannedAt = instantOf(row.plannedAt);
    const when = plannedAt === null ? null : whenWords({ at: plannedAt, now, zone }, locale);
    return {
      id: String(row.id),
      at: Date.parse(row.at),
      what: row.what,
      says: operationWords[locale].said(row.what, when),
      why: (row.why as Record<Locale, string> | null | undefined)?.[locale] ?? null,
      card: row.card ?? null,
      post: row.post ?? null,
      title: row.title ?? null,
      variantKey: row.variantKey ?? null,
      versionName: versions.get(`${row.post} ${row.variantKey}`) ?? null,
      feed: row.feed ?? null,
      feedName: feed?.name ?? null,
      zone,
      plannedAt,
      before: instantOf(row.before),
      minutes: row.lateMinutes ?? null,
      slots: row.slots ?? [],
      by: row.by ?? null,
      byName: row.byName ?? (row.by ? (names.get(row.by) ?? null) : null),
    };
  };
}
