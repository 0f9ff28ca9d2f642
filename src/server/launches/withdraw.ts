import { checkScriptStatus } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { moveScript } from './move';

/** Takes a script back; were it approved, its exceptions stop holding for what is not released yet. */
export const withdrawScript = (
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null | undefined },
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.submit' });
    if (!found.ok) return found;
    const { status } = found.value.bound.content;
    const wrong = checkScriptStatus('withdraw', status);
    if (wrong.length > 0) return refuseScript(409, wrong, ctx);
    return done({
      subject: found.value,
      step: { decision: 'withdrawn', status: 'draft', comment, fence: status === 'approved' },
    });
  });
