import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import { askedAt, type ResolvedView, type ViewOptions } from '@/core/approval/view';
import type { LaunchId, PostId } from '@/core/model';
import { instantOf } from '../posts/content';

export type DecisionWord = 'submitted' | 'approved' | 'changes-requested' | 'withdrawn' | 'lapsed';

/** What a return stands until; a lapse or a withdrawal says nothing about what was asked for. */
export const standingWords: readonly DecisionWord[] = ['submitted', 'approved', 'changes-requested'];

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
  /** Of a launch script: the hash of the script itself, without its posts. */
  frameHash?: string | null;
  /** Of a post: when it was to go out; a view that covers the day knows no more than that. */
  scheduledAt?: string | null;
  view: View | null;
  evidence: unknown;
}

/** What was decided on, to be compared by the minute with what is asked for now. */
export const viewAsked = (
  record: Pick<ApprovalRecord, 'view' | 'scheduledAt'> | undefined,
): ResolvedView | null => (record?.view ? askedAt(record.view, instantOf(record.scheduledAt)) : null);

export const subjectOf = (post: PostId | string): string => `posts:${post}`;

export const templateSubjectOf = (template: string): string => `launch-templates:${template}`;

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

/** The newest decision on each subject, by subject; of some kinds alone where these are given. Views and evidence are not read. */
export async function newestOn(
  payload: Payload,
  subjects: readonly string[],
  req?: Partial<PayloadRequest>,
  kinds?: readonly DecisionWord[],
): Promise<Map<string, ApprovalRecord>> {
  if (subjects.length === 0) return new Map();
  const named: Where = { subject: { in: [...subjects] } };
  const { docs } = await payload.db.find<ApprovalRecord>({
    collection: slugs.approvals,
    where: kinds ? { and: [named, { decision: { in: [...kinds] } }] } : named,
    sort: 'n',
    limit: 0,
    pagination: false,
    select: {
      subject: true,
      n: true,
      contentHash: true,
      decision: true,
      covers: true,
      frameHash: true,
      at: true,
      by: true,
      byName: true,
    },
    ...(req ? { req } : {}),
  });
  return new Map(docs.map((record) => [record.subject, record]));
}

export type NewRecord = Omit<ApprovalRecord, 'n' | 'at' | 'by' | 'byName' | 'comment' | 'view' | 'evidence'> &
  Partial<Pick<ApprovalRecord<object>, 'by' | 'byName' | 'comment' | 'view' | 'evidence'>>;

/**
 * Appends the next decision on each of these subjects in the transaction of `req`. Two at once: the second insert
 * fails on (subject, n), and with it its transaction.
 */
export async function appendDecisions(
  req: PayloadRequest,
  records: readonly NewRecord[],
  now: number,
): Promise<void> {
  const newest = await newestOn(
    req.payload,
    records.map(({ subject }) => subject),
    req,
  );
  for (const record of records) {
    const n = (newest.get(record.subject)?.n ?? 0) + 1;
    await req.payload.db.create({
      collection: slugs.approvals,
      data: { ...record, n, at: new Date(now).toISOString() },
      req,
      returning: false,
    });
  }
}

export const appendDecision = (req: PayloadRequest, record: NewRecord, now: number): Promise<void> =>
  appendDecisions(req, [record], now);
