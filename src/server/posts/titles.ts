import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { Context } from '../context';
import { isIdOf } from '../documents';
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

/** The same of those posts alone that the person may see. */
export async function titlesFor(
  { payload, req: { user } }: Context,
  req: PayloadRequest,
  posts: readonly string[],
): Promise<Map<string, string>> {
  const ids = posts.filter((id) => isIdOf(payload, id));
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: slugs.posts,
    where: { id: { in: ids } },
    select: { title: true },
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  });
  return new Map(docs.map(({ id, title }) => [String(id), title]));
}
