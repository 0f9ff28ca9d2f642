import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { FeedId, Instant, LogId } from '@/core/model';
import { addDays } from '@/core/time';
import type { ReleaseEntry, StoredEntry } from './entry';

/** Entries in the order of their log. */
export async function entriesWhere(
  payload: Payload,
  where: Where,
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> {
  const { docs } = await payload.db.find<StoredEntry>({
    collection: slugs.releases,
    where,
    sort: 'seq',
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  });
  return docs;
}

/** From (inclusive) to (exclusive). */
export interface Span {
  from: Instant;
  to: Instant;
}

const sliceMs = 31 * 86_400_000;

/** Releases and ends of one log that are due within some spans, a month at a time: a year keeps nobody waiting. */
export async function entriesDue(
  payload: Payload,
  log: LogId,
  spans: readonly Span[],
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> {
  const found = new Map<string, StoredEntry>();
  const iso = (at: Instant): string => new Date(at).toISOString();
  for (const { from, to } of spans) {
    for (let begins = from; begins < to; begins += sliceMs) {
      const where: Where = {
        log: { equals: log },
        type: { in: ['release', 'end'] },
        dueAt: { greater_than_equal: iso(begins), less_than: iso(Math.min(begins + sliceMs, to)) },
      };
      for (const entry of await entriesWhere(payload, where, req)) found.set(entry.key, entry);
    }
  }
  return [...found.values()].sort((one, other) => one.seq - other.seq);
}

export const entriesOfPosts = async (
  payload: Payload,
  posts: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> =>
  posts.length === 0 ? [] : entriesWhere(payload, { post: { in: [...posts] } }, req);

/** Of these posts the ones of which a card is out; what went out is not read. */
export async function postsOut(
  payload: Payload,
  posts: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<Set<string>> {
  if (posts.length === 0) return new Set();
  const { docs } = await payload.db.find<{ post: string }>({
    collection: slugs.releases,
    where: { and: [{ post: { in: [...posts] } }, { type: { equals: 'release' } }] },
    select: { post: true },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  });
  return new Set(docs.map(({ post }) => String(post)));
}

interface OfFeeds {
  log: LogId;
  /** Those that have this log now. */
  feeds: readonly FeedId[];
  since: Instant;
}

/**
 * Releases of these feeds that stand in another log, due since an instant: a feed may be put into a pool in the
 * second of its first release. What its customers saw counts where they are counted now.
 */
export async function releasedElsewhere(
  payload: Payload,
  { log, feeds, since }: OfFeeds,
  req?: Partial<PayloadRequest>,
): Promise<(StoredEntry & ReleaseEntry)[]> {
  const from = new Date(since).toISOString();
  const found = await entriesWhere(
    payload,
    {
      and: [
        { feed: { in: [...feeds] } },
        // For the index: the local date of an instant is at most a day before that of UTC.
        { localDate: { greater_than_equal: addDays(from.slice(0, 10), -1) } },
        { log: { not_equals: log } },
        { type: { equals: 'release' } },
        { dueAt: { greater_than_equal: from } },
      ],
    },
    req,
  );
  return found.filter((entry) => entry.type === 'release');
}
