import { checkScriptApproval, exceptionsOf, scriptProblems } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { loadSettings } from '../settings/load';
import { refuseScript, type ScriptSubject, scriptFor } from './load';
import { moveScript } from './move';
import { exceptionSentences } from './sentences';

export interface ScriptApproval {
  id: string;
  /** What the manager looked at; anything else is refused with 409. */
  contentHash: string;
  comment?: string | null | undefined;
}

export const changedBy = ({ bound }: ScriptSubject): string[] =>
  Array.isArray(bound.row.changedBy) ? (bound.row.changedBy as string[]) : [];

/**
 * A manager approves a script exactly as it was shown; from then on its exceptions hold. The sentences that
 * were shown are kept beside the approval, with what the rules said then.
 */
export const approveScript = (
  ctx: Context,
  { id, contentHash, comment }: ScriptApproval,
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.approve' });
    if (!found.ok) return found;
    const { bound, refs } = found.value;
    const { approverMustDiffer } = await loadSettings(ctx.payload, req);
    const against = checkScriptApproval({
      status: bound.content.status,
      given: contentHash,
      present: bound.hash,
      approver: ctx.actor.id,
      changedBy: changedBy(found.value),
      approverMustDiffer,
    });
    const [first] = against;
    if (first) return refuseScript(first.code === 'script-own-change' ? 403 : 409, against, ctx);
    const problems = scriptProblems(bound.content, refs, ctx.now);
    if (problems.length > 0) return refuseScript(400, problems, ctx);
    const exceptions = exceptionsOf(bound.content).map((exception) =>
      exceptionSentences(exception, bound.content, refs),
    );
    return done({
      subject: found.value,
      step: {
        decision: 'approved',
        status: 'approved',
        comment,
        evidence: { exceptions },
        fence: true,
        more: { changedBy: [] },
      },
    });
  });
