import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { done, type Outcome } from '../outcome';
import { againstApproval } from './against';
import { outlookFor } from './forecast';
import { refuseProblems, subjectFor } from './load';
import { move, postFor } from './move';

export interface Approval {
  id: string;
  /** What the manager looked at; anything else is refused with 409. */
  contentHash: string;
  comment?: string | null;
}

/** What an approval makes of a post, beside the decision. */
export const approvedStep = {
  decision: 'approved',
  status: 'approved',
  inFlight: true,
  more: { changedBy: [], cardStates: [] },
} as const;

/** A manager approves exactly what was shown: who asks, what state, what content, then one transaction. */
export async function approve(
  ctx: Context,
  { id, contentHash, comment }: Approval,
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.approve' });
    if (!found.ok) return found;
    const against = againstApproval(ctx, found.value, contentHash);
    if (against) return refuseProblems(against.status, against.reasons, { ctx, refs: found.value.refs });
    const evidence = await outlookFor(ctx, req, found.value);
    return done(
      await move(ctx, req, found.value, {
        ...approvedStep,
        comment,
        evidence,
        fence: true,
      }),
    );
  });
  return moved.ok ? done(await postFor(ctx, id)) : moved;
}
