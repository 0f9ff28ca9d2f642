import { checkScriptStatus, scriptProblems } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { moveScript } from './move';

/** An editor asks for approval of a script. What would keep it from being approved is said now, not later. */
export const submitScript = (
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null | undefined },
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.submit' });
    if (!found.ok) return found;
    const { bound, refs } = found.value;
    const wrong = checkScriptStatus('submit', bound.content.status);
    if (wrong.length > 0) return refuseScript(409, wrong, ctx);
    const problems = scriptProblems(bound.content, refs, ctx.now);
    if (problems.length > 0) return refuseScript(400, problems, ctx);
    return done({
      subject: found.value,
      step: { decision: 'submitted', status: 'in-review', comment, fence: false },
    });
  });
