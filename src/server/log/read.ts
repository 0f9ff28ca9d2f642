import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
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

export const entriesOfPosts = async (
  payload: Payload,
  posts: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<StoredEntry[]> =>
  posts.length === 0 ? [] : entriesWhere(payload, { post: { in: [...posts] } }, req);
