import { type Slug, slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { namedIn } from '../fences/inputs';

/** Whether a post names this document, whatever its state. */
export async function isNamedByPosts(req: PayloadRequest, slug: Slug, id: string): Promise<boolean> {
  const or = (namedIn[slug] ?? []).map((path) => ({ [path]: { in: [id] } }));
  const { totalDocs } = await req.payload.db.count({ collection: slugs.posts, where: { or }, req });
  return totalDocs > 0;
}
