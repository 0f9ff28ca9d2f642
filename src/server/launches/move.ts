import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { ScriptStatus } from '@/core/launch';
import { appendDecision, type DecisionWord, scriptSubjectOf } from '../approvals/records';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor } from '../documents';
import { allLogs, recordFence } from '../fences/record';
import { done, type Outcome } from '../outcome';
import { moveAll, type SubjectMove } from '../posts/move';
import { noEdit } from '../posts/noEdit';
import { clockOf } from '../scheduler/clock';
import type { LaunchPost, Whole } from './whole';

export interface ScriptMove {
  decision: DecisionWord;
  status: ScriptStatus;
  comment?: string | null | undefined;
  evidence?: unknown;
  /** What a launch may do changes, and with it what counts as daily: decisions made before must fail. */
  fence: boolean;
  more?: Record<string, unknown>;
  /** What becomes of its posts with it. */
  posts: readonly { post: LaunchPost; step: Omit<SubjectMove['step'], 'fence'> }[];
}

type Script = Record<string, unknown>;

/**
 * The one way in which the workflow moves a script: `decide` says what is to happen, then decisions, statuses of
 * the script and of its posts, and a fence of every log are written in one transaction. Answers with the script.
 */
export async function moveScript(
  ctx: Context,
  id: string,
  decide: (req: PayloadRequest) => Promise<Outcome<{ whole: Whole; step: ScriptMove }>>,
): Promise<Outcome<Script>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<null>> => {
    const decided = await decide(req);
    if (!decided.ok) return decided;
    await write(ctx, req, decided.value);
    return done(null);
  });
  return moved.ok ? done(await documentFor(ctx, slugs.launchScripts, id)) : moved;
}

async function write(
  ctx: Context,
  req: PayloadRequest,
  { whole, step }: { whole: Whole; step: ScriptMove },
): Promise<void> {
  const { frame, hash, view, postRefs: refs, settings } = whole;
  await appendDecision(
    req,
    {
      subject: scriptSubjectOf(frame.content.id),
      contentHash: hash,
      decision: step.decision,
      // The instants of a script are approved as they are.
      covers: 'instant',
      frameHash: frame.frameHash,
      by: ctx.actor.id,
      byName: ctx.actorName,
      comment: step.comment ?? null,
      view: { ...view, script: frame.view },
      evidence: step.evidence ?? null,
    },
    ctx.now,
  );
  await moveAll(
    ctx,
    req,
    step.posts.map(({ post: { bound }, step: own }) => ({
      subject: { bound, refs, settings },
      step: { ...own, fence: false },
    })),
  );
  await ctx.payload.db.updateOne({
    collection: slugs.launchScripts,
    id: frame.row.id as string | number,
    // Its hash is another where posts wait now, or no longer (moveAll).
    data: { ...noEdit, status: step.status, ...step.more },
    req,
    returning: false,
  });
  if (step.fence) {
    const reason = `${slugs.launchScripts}:${frame.content.id}`;
    await recordFence(req, { logs: await allLogs(req), reason, clock: clockOf(ctx) });
  }
}
