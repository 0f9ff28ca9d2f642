import { setImmediate } from 'node:timers/promises';
import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { LogId } from '@/core/model';
import type { StoredEntry } from './entry';

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
    // A database in this process answers at once: without this nobody else has their turn.
    await setImmediate();
  }
}

export const entriesOfPosts = async (
  payload: Payload,
  posts: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> =>
  posts.length === 0 ? [] : entriesWhere(payload, { post: { in: [...posts] } }, req);
