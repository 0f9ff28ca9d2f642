import { checkTime, problemsOf } from '@/core/approval/problems';
import { checkApproval } from '@/core/approval/workflow';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { done, type Outcome } from '../outcome';
import { outlookFor } from './forecast';
import { refuseProblems, type Subject, subjectFor } from './load';
import { move, postFor } from './move';

export interface Approval {
  id: string;
  /** What the manager looked at; anything else is refused with 409. */
  contentHash: string;
  comment?: string | null;
}

const changedBy = ({ bound }: Subject): string[] =>
  Array.isArray(bound.row.changedBy) ? (bound.row.changedBy as string[]) : [];

/** A manager approves exactly what was shown: who asks, what state, what content, then one transaction. */
export async function approve(
  ctx: Context,
  { id, contentHash, comment }: Approval,
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.approve' });
    if (!found.ok) return found;
    const { bound, refs, settings } = found.value;
    const reasons = checkApproval({
      status: bound.content.status,
      given: contentHash,
      present: bound.hash,
      approver: ctx.actor.id,
      changedBy: changedBy(found.value),
      approverMustDiffer: settings.approverMustDiffer,
    });
    const [first] = reasons;
    if (first) return refuseProblems(first.code === 'own-change' ? 403 : 409, reasons, { ctx, refs });
    const question = { post: bound.content, refs, now: ctx.now, graceMinutes: settings.graceMinutes };
    const late = checkTime(question);
    if (late.length > 0) return refuseProblems(409, late, { ctx, refs });
    const problems = problemsOf(question);
    if (problems.length > 0) return refuseProblems(400, problems, { ctx, refs });
    const evidence = await outlookFor(ctx, req, found.value);
    return done(
      await move(ctx, req, found.value, {
        decision: 'approved',
        status: 'approved',
        inFlight: true,
        comment,
        evidence,
        fence: true,
        more: { changedBy: [], cardStates: [] },
      }),
    );
  });
  return moved.ok ? done(await postFor(ctx, id)) : moved;
}
