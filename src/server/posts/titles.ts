import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import { rows } from './references';

/** What posts are called now, by their ids: for records that keep no title of their own. */
export async function titlesOf(
  payload: Payload,
  posts: Iterable<string>,
  req?: Partial<PayloadRequest>,
): Promise<Map<string, string>> {
  const ids = [...new Set(posts)];
  if (ids.length === 0) return new Map();
  const found = await rows(payload, slugs.posts, { id: { in: ids } }, req, { title: true });
  return new Map(found.map(({ id, title }) => [String(id), String(title ?? '')]));
}
