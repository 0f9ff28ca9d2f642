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

const pageSize = 500;

/** The same of one log, page by page: a year of entries keeps nobody waiting. */
export async function entriesInPages(
  payload: Payload,
  log: LogId,
  where: Where,
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for (;;) {
    const after = { log: { equals: log }, seq: { greater_than: found.at(-1)?.seq ?? 0 } };
    const { docs } = await payload.db.find<StoredEntry>({
      collection: slugs.releases,
      where: { and: [after, where] },
      sort: 'seq',
      limit: pageSize,
      pagination: false,
      ...(req ? { req } : {}),
    });
    for (const entry of docs) found.push(entry);
    if (docs.length < pageSize) return found;
  }
}

export const entriesOfPosts = async (
  payload: Payload,
  posts: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> =>
  posts.length === 0 ? [] : entriesWhere(payload, { post: { in: [...posts] } }, req);

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
