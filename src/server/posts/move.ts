import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { PostStatus } from '@/core/model';
import { appendDecision, type DecisionWord, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { documentFor } from '../documents';
import { recordFence } from '../fences/record';
import { clockOf } from '../scheduler/clock';
import type { Subject } from './load';
import { postWrite } from './noEdit';
import { logsOf } from './settleChange';

interface Move {
  decision: DecisionWord;
  status: PostStatus;
  inFlight?: boolean;
  comment?: string | null;
  evidence?: unknown;
  /** Decisions of schedulers that rest on the state before must fail. */
  fence: boolean;
  more?: Record<string, unknown>;
}

/** The one way in which the workflow moves a post: a decision, the status, and a fence, in one transaction. */
export async function move(ctx: Context, req: PayloadRequest, subject: Subject, step: Move): Promise<number> {
  const { bound, refs, settings } = subject;
  const n = await appendDecision(
    req,
    {
      subject: subjectOf(bound.content.id),
      contentHash: bound.hash,
      decision: step.decision,
      covers: settings.approvalCovers,
      by: ctx.actor.id,
      byName: ctx.actorName,
      comment: step.comment ?? null,
      view: bound.view,
      evidence: step.evidence ?? null,
    },
    ctx.now,
  );
  await ctx.payload.db.updateOne({
    collection: slugs.posts,
    id: bound.row.id as string | number,
    data: {
      ...postWrite(),
      status: step.status,
      statusWords: null,
      contentHash: bound.hash,
      inFlight: step.inFlight ?? false,
      ...step.more,
    },
    req,
    returning: false,
  });
  if (step.fence) {
    await recordFence(req, {
      logs: logsOf(refs.feeds, [bound.content]),
      reason: `posts:${bound.content.id}`,
      clock: clockOf(ctx),
    });
  }
  return n;
}

/** The post as the person may see it, after everything has settled. */
export const postFor = (ctx: Context, id: string): Promise<Record<string, unknown>> =>
  documentFor(ctx, slugs.posts, id);
