import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { ResolvedView, ViewOptions } from '@/core/approval/view';
import type { LaunchView } from '@/core/launch';
import type { LaunchId, PostId } from '@/core/model';

export type DecisionWord = 'submitted' | 'approved' | 'changes-requested' | 'withdrawn' | 'lapsed';

/** One decision on a subject. `covers` is what its hash was computed with. */
export interface ApprovalRecord<View = ResolvedView> {
  subject: string;
  n: number;
  contentHash: string;
  decision: DecisionWord;
  by: string | null;
  byName: string | null;
  comment: string | null;
  at: string;
  covers: ViewOptions['approvalCovers'];
  view: View | null;
  evidence: unknown;
}

export const subjectOf = (post: PostId | string): string => `posts:${post}`;

export const scriptSubjectOf = (script: LaunchId | string): string => `launch-scripts:${script}`;

/** All decisions on a subject, oldest first. */
export async function decisionsOn<View = ResolvedView>(
  payload: Payload,
  subject: string,
  req?: Partial<PayloadRequest>,
): Promise<ApprovalRecord<View>[]> {
  const { docs } = await payload.db.find<ApprovalRecord<View>>({
    collection: slugs.approvals,
    where: { subject: { equals: subject } },
    sort: 'n',
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  });
  return docs;
}

/** The newest decision on each post: the one that counts. Views and evidence are not read. */
export async function newestDecisions(
  payload: Payload,
  posts: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<Map<string, ApprovalRecord>> {
  const found = await newestOn(payload, posts.map(subjectOf), req);
  return new Map([...found].map(([subject, record]) => [subject.slice('posts:'.length), record]));
}

/** The newest decision on each subject, by subject. Views and evidence are not read. */
export async function newestOn(
  payload: Payload,
  subjects: readonly string[],
  req?: Partial<PayloadRequest>,
): Promise<Map<string, ApprovalRecord>> {
  if (subjects.length === 0) return new Map();
  const { docs } = await payload.db.find<ApprovalRecord>({
    collection: slugs.approvals,
    where: { subject: { in: [...subjects] } },
    sort: 'n',
    limit: 0,
    pagination: false,
    select: {
      subject: true,
      n: true,
      contentHash: true,
      decision: true,
      covers: true,
      at: true,
      byName: true,
    },
    ...(req ? { req } : {}),
  });
  return new Map(docs.map((record) => [record.subject, record]));
}

export type NewRecord = Omit<ApprovalRecord, 'n' | 'at' | 'by' | 'byName' | 'comment' | 'view' | 'evidence'> &
  Partial<Pick<ApprovalRecord<ResolvedView | LaunchView>, 'by' | 'byName' | 'comment' | 'view' | 'evidence'>>;

/**
 * Appends the next decision in the transaction of `req`. Two at once: the second insert fails on
 * (subject, n), and with it its transaction.
 */
export async function appendDecision(req: PayloadRequest, record: NewRecord, now: number): Promise<number> {
  const newest = (await decisionsOn(req.payload, record.subject, req)).at(-1);
  const n = (newest?.n ?? 0) + 1;
  await req.payload.db.create({
    collection: slugs.approvals,
    data: { ...record, n, at: new Date(now).toISOString() },
    req,
  });
  return n;
}
