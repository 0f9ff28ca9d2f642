import { slugs } from '@collections/slugs';
import type { PostId } from '@/core/model';
import { type ApprovalRecord, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import type { Whole } from './whole';

/** What a manager asked to be changed in a post that was not approved since. */
export interface PostReturn {
  byName: string | null;
  comment: string;
  at: string;
}

/** Of each post of a script the last return, where no approval came after it. */
export async function lastReturns(
  { payload, req }: Context,
  { posts }: Whole,
): Promise<Map<PostId, PostReturn>> {
  const subjects = new Map(posts.map(({ bound }) => [subjectOf(bound.content.id), bound.content.id]));
  if (subjects.size === 0) return new Map();
  const { docs } = await payload.db.find<ApprovalRecord>({
    collection: slugs.approvals,
    where: {
      and: [
        { subject: { in: [...subjects.keys()] } },
        { decision: { in: ['approved', 'changes-requested'] } },
      ],
    },
    select: { subject: true, n: true, decision: true, byName: true, comment: true, at: true },
    sort: 'n',
    limit: 0,
    pagination: false,
    req,
  });
  const newest = new Map(docs.map((record) => [record.subject, record]));
  return new Map(
    [...newest.values()].flatMap(({ subject, decision, byName, comment, at }) => {
      const post = subjects.get(subject);
      return post && decision === 'changes-requested'
        ? [[post, { byName, comment: comment ?? '', at }] as const]
        : [];
    }),
  );
}
