import { problemsOf } from '@/core/approval/problems';
import { checkStatus } from '@/core/approval/workflow';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { done, type Outcome } from '../outcome';
import { refuseProblems, subjectFor } from './load';
import { move, postFor } from './move';

/** An editor asks for approval. Everything that would keep the post from going out is said now, not later. */
export async function submit(
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null },
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.submit' });
    if (!found.ok) return found;
    const { bound, refs, settings } = found.value;
    const wrong = checkStatus('submit', bound.content.status);
    if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
    const problems = problemsOf({
      post: bound.content,
      refs,
      now: ctx.now,
      graceMinutes: settings.graceMinutes,
    });
    if (problems.length > 0) return refuseProblems(400, problems, { ctx, refs });
    const step = { decision: 'submitted', status: 'in-review', comment, fence: false } as const;
    return done(await move(ctx, req, found.value, step));
  });
  return moved.ok ? done(await postFor(ctx, id)) : moved;
}
