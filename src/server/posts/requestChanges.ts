import { checkStatus } from '@/core/approval/workflow';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { done, type Outcome } from '../outcome';
import { refuseProblems, subjectFor } from './load';
import { move, postFor } from './move';

/** A manager sends a post back and says what should change; the comment stands on the post. */
export async function requestChanges(
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null },
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.requestChanges' });
    if (!found.ok) return found;
    const { bound, refs } = found.value;
    const wrong = checkStatus('request-changes', bound.content.status);
    if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
    const said = comment?.trim();
    if (!said) return refuseProblems(400, [{ code: 'comment-missing' }], { ctx, refs });
    return done(
      await move(ctx, req, found.value, {
        decision: 'changes-requested',
        status: 'changes-requested',
        comment: said,
        fence: false,
        more: { statusWords: { zh: `${ctx.actorName}：${said}`, en: `${ctx.actorName}: ${said}` } },
      }),
    );
  });
  return moved.ok ? done(await postFor(ctx, id)) : moved;
}
