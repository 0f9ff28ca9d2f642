import { checkStatus } from '@/core/approval/workflow';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { leftOpen } from '../fences/open';
import { done, type Outcome } from '../outcome';
import { clockOf } from '../scheduler/clock';
import { refreshLogs } from '../scheduler/refresh';
import { finishRecall } from './finishRecall';
import { refuseProblems, subjectFor } from './load';
import { move, postFor } from './move';

export interface Recall {
  id: string;
  reason: string;
}

/**
 * A mistake is out: what is not released is withdrawn first (with a fence, so that nothing slips out
 * behind the recall), then each release gets its recall entry: when the fence is completed, so by the next
 * pass where a crash cut this off.
 */
export async function recallPost(
  ctx: Context,
  { id, reason }: Recall,
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.recall' });
    if (!found.ok) return found;
    const { bound, refs } = found.value;
    const wrong = checkStatus('recall', bound.content.status);
    if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
    if (!reason.trim()) return refuseProblems(400, [{ code: 'reason-missing' }], { ctx, refs });
    const step = { decision: 'withdrawn', status: 'recalled', comment: reason.trim(), fence: true } as const;
    return done(await move(ctx, req, found.value, step));
  });
  if (!moved.ok) return moved;
  // What its voids wait for, its recall entries wait for too: whoever completes the fence writes them.
  if (leftOpen(ctx.req)) return done(await postFor(ctx, id));
  // The fence has done it already, unless something failed there; then this says so.
  const logs = await finishRecall(ctx.payload, id);
  await refreshLogs(ctx.payload, logs, clockOf(ctx));
  return done(await postFor(ctx, id));
}
