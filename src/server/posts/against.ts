import { checkTime, problemsOf } from '@/core/approval/problems';
import type { Problem } from '@/core/approval/reasons';
import { checkApproval } from '@/core/approval/workflow';
import { changersOf } from '../approvals/changers';
import type { Context } from '../context';
import type { RefusalStatus } from '../outcome';
import type { Subject } from './load';

/** Why a post cannot be approved, with the status of that answer. */
export interface Against {
  status: RefusalStatus;
  reasons: Problem[];
}

/** Who has changed the post, and the launch script that it is part of, since they were approved. */
export const changersOfPost = ({ bound, refs }: Pick<Subject, 'bound' | 'refs'>) => ({
  changedBy: changersOf(bound.row),
  scriptChangedBy: refs.launches.get(bound.content.launchScript ?? '')?.changedBy ?? [],
});

const ownChanges: ReadonlySet<string> = new Set(['own-change', 'own-script-change']);

/** Status, content and who first, then the time, then everything else; null: nothing is against it. */
export function againstApproval(ctx: Context, subject: Subject, contentHash: string): Against | null {
  const { bound, refs, settings } = subject;
  const reasons = checkApproval({
    status: bound.content.status,
    given: contentHash,
    present: bound.hash,
    approver: ctx.actor.id,
    ...changersOfPost(subject),
    approverMustDiffer: settings.approverMustDiffer,
  });
  const [first] = reasons;
  if (first) return { status: ownChanges.has(first.code) ? 403 : 409, reasons };
  const question = { post: bound.content, refs, now: ctx.now, graceMinutes: settings.graceMinutes };
  const late = checkTime(question);
  if (late.length > 0) return { status: 409, reasons: late };
  const problems = problemsOf(question);
  return problems.length > 0 ? { status: 400, reasons: problems } : null;
}
