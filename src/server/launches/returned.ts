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

/** A post that went back and was not approved since. */
export interface SentBack {
  /** Null: it went back with its script, and nothing was asked of it. */
  asked: PostReturn | null;
  /** What it was then, and when it was to go out. */
  then: Then;
}

type Then = Pick<ApprovalRecord, 'view' | 'contentHash' | 'scheduledAt'>;

const decided = ['approved', 'changes-requested', 'withdrawn'] as const;

/**
 * The posts of a script that went back, by themselves or with it, where no approval came after. What goes back with its
 * script uncommented is withdrawn in the same instant (`returnedAt`).
 */
export async function sentBack(
  { payload, req }: Context,
  { posts }: Pick<Whole, 'posts'>,
  returnedAt: ReadonlySet<number>,
): Promise<Map<PostId, SentBack>> {
  const subjects = new Map(posts.map(({ bound }) => [subjectOf(bound.content.id), bound.content.id]));
  if (subjects.size === 0) return new Map();
  const { docs } = await payload.db.find<ApprovalRecord & { id: string | number }>({
    collection: slugs.approvals,
    where: { and: [{ subject: { in: [...subjects.keys()] } }, { decision: { in: [...decided] } }] },
    select: { subject: true, n: true, decision: true, byName: true, comment: true, at: true },
    sort: 'n',
    limit: 0,
    pagination: false,
    req,
  });
  const counts = docs.filter(
    ({ decision, at }) => decision !== 'withdrawn' || returnedAt.has(new Date(at).getTime()),
  );
  const newest = new Map(counts.map((record) => [record.subject, record]));
  const back = [...newest.values()].filter(({ decision }) => decision !== 'approved');
  const views = await viewsOf({ payload, req }, back);
  return new Map(
    back.flatMap(({ id, subject, decision, byName, comment, at }) => {
      const post = subjects.get(subject);
      const then = views.get(String(id));
      if (!post || !then) return [];
      const asked = decision === 'changes-requested' ? { byName, comment: comment ?? '', at } : null;
      return [[post, { asked, then }] as const];
    }),
  );
}

/** They are large: read of the records that count alone. */
async function viewsOf(
  { payload, req }: Pick<Context, 'payload' | 'req'>,
  records: readonly { id: string | number }[],
): Promise<Map<string, Then>> {
  if (records.length === 0) return new Map();
  const { docs } = await payload.db.find<ApprovalRecord & { id: string | number }>({
    collection: slugs.approvals,
    where: { id: { in: records.map(({ id }) => id) } },
    select: { view: true, contentHash: true, scheduledAt: true },
    limit: 0,
    pagination: false,
    req,
  });
  return new Map(docs.map(({ id, ...then }) => [String(id), then]));
}
