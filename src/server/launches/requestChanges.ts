import { checkScriptStatus } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { moveScript } from './move';

/** A manager sends a script back and says what should change. */
export const requestScriptChanges = (
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null | undefined },
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.requestChanges' });
    if (!found.ok) return found;
    const wrong = checkScriptStatus('request-changes', found.value.bound.content.status);
    if (wrong.length > 0) return refuseScript(409, wrong, ctx);
    const said = comment?.trim();
    if (!said) return refuseScript(400, [{ code: 'script-comment-missing' }], ctx);
    return done({
      subject: found.value,
      step: { decision: 'changes-requested', status: 'changes-requested', comment: said, fence: false },
    });
  });
