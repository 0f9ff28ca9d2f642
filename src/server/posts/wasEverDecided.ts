import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { subjectOf } from '../approvals/records';

export async function wasEverDecided(req: PayloadRequest, post: string): Promise<boolean> {
  const { totalDocs } = await req.payload.db.count({
    collection: slugs.approvals,
    where: { subject: { equals: subjectOf(post) } },
    req,
  });
  return totalDocs > 0;
}
