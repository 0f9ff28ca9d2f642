import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { PostStatus } from '@/core/model';
import { appendDecisions, type DecisionWord, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { documentFor } from '../documents';
import { recordFence } from '../fences/record';
import { rehashScripts } from '../launches/lapse';
import { clockOf } from '../scheduler/clock';
import { isoOf } from './content';
import type { Subject } from './load';
import { postWrite } from './noEdit';
import { logsOf } from './settleChange';

export interface Move {
  decision: DecisionWord;
  status: PostStatus;
  inFlight?: boolean;
  comment?: string | null;
  evidence?: unknown;
  /** Decisions of schedulers that rest on the state before must fail. */
  fence: boolean;
  more?: Record<string, unknown>;
}

export interface SubjectMove {
  subject: Pick<Subject, 'bound' | 'refs' | 'settings'>;
  step: Move;
}

/** The one way in which the workflow moves posts: for each a decision and the status, and one fence, in one transaction. */
export async function moveAll(
  ctx: Context,
  req: PayloadRequest,
  moves: readonly SubjectMove[],
): Promise<void> {
  await appendDecisions(
    req,
    moves.map(({ subject: { bound, settings }, step }) => ({
      subject: subjectOf(bound.content.id),
      contentHash: bound.hash,
      decision: step.decision,
      covers: settings.approvalCovers,
      by: ctx.actor.id,
      byName: ctx.actorName,
      comment: step.comment ?? null,
      scheduledAt: isoOf(bound.content.scheduledAt),
      view: bound.view,
      evidence: step.evidence ?? null,
    })),
    ctx.now,
  );
  for (const { subject, step } of moves) {
    await ctx.payload.db.updateOne({
      collection: slugs.posts,
      id: subject.bound.row.id as string | number,
      data: {
        ...postWrite(),
        status: step.status,
        statusWords: null,
        contentHash: subject.bound.hash,
        inFlight: step.inFlight ?? false,
        ...step.more,
      },
      req,
      returning: false,
    });
  }
  await rehashScripts(
    req,
    moves.map(({ subject }) => subject.bound.content.launchScript),
  );
  const fenced = moves.filter(({ step }) => step.fence).map(({ subject }) => subject);
  const [first] = fenced;
  if (!first) return;
  const ids = fenced.map(({ bound }) => bound.content.id);
  await recordFence(req, {
    logs: fenced.flatMap(({ refs, bound }) => logsOf(refs.feeds, [bound.content])),
    reason: `${slugs.posts}:${ids.join(',')}`,
    clock: clockOf(ctx),
  });
}

export const move = (ctx: Context, req: PayloadRequest, subject: Subject, step: Move): Promise<void> =>
  moveAll(ctx, req, [{ subject, step }]);

/** The post as the person may see it, after everything has settled. */
export const postFor = (ctx: Context, id: string): Promise<Record<string, unknown>> =>
  documentFor(ctx, slugs.posts, id);
