import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Colleague } from '@/core/comments/mentions';
import type { ApprovalRecord } from '../approvals/records';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { mentionable } from './people';
import { type CommentSaid, commentsWhere, withNames } from './read';
import { type TopicQuestion, topicFor } from './subject';

export type DecisionSaid = Pick<ApprovalRecord, 'n' | 'decision' | 'by' | 'byName' | 'comment' | 'at'>;

/** Everything that was said and decided about one subject; both lists oldest first. */
export interface Thread {
  comments: CommentSaid[];
  decisions: DecisionSaid[];
  /** Whom the reader may mention here. */
  people: Colleague[];
}

export async function threadOn(ctx: Context, question: TopicQuestion): Promise<Outcome<Thread>> {
  const topic = await topicFor(ctx, question);
  if (!topic.ok) return topic;
  const { payload } = ctx;
  const { subject } = topic.value;
  const comments = await commentsWhere(payload, { subject: { equals: subject } });
  return done({
    comments: await withNames(payload, comments),
    decisions: await decisionsSaid(payload, subject),
    people: await mentionable(ctx, topic.value),
  });
}

/** Without what they were made on: that is large, and shown where it is decided. */
async function decisionsSaid(payload: Payload, subject: string): Promise<DecisionSaid[]> {
  const { docs } = await payload.db.find<DecisionSaid>({
    collection: slugs.approvals,
    where: { subject: { equals: subject } },
    sort: 'n',
    limit: 0,
    pagination: false,
    select: { n: true, decision: true, by: true, byName: true, comment: true, at: true },
  });
  return docs.map(({ n, decision, by, byName, comment, at }) => ({
    n,
    decision,
    by: by ?? null,
    byName: byName ?? null,
    comment: comment ?? null,
    at: new Date(at).toISOString(),
  }));
}
