import { checkDecision } from '../approval/workflow';
import type { Instant } from '../model';
import { isTimeZone } from '../time';
import type { LaunchContent, LaunchRefs, ScriptStatus } from './content';
import { exceptionProblems } from './exceptionProblems';
import type { ScriptAction, ScriptReason } from './reasons';

const possibleFrom: Readonly<Record<ScriptAction, readonly ScriptStatus[]>> = {
  submit: ['draft', 'changes-requested'],
  withdraw: ['in-review', 'approved'],
  approve: ['in-review'],
  'request-changes': ['in-review'],
};

/** What can be done with a script that stands there; the first is the next step. */
export const scriptActions: readonly ScriptAction[] = ['submit', 'approve', 'request-changes', 'withdraw'];

export const isPossible = (action: ScriptAction, status: ScriptStatus): boolean =>
  possibleFrom[action].includes(status);

export const checkScriptStatus = (action: ScriptAction, status: ScriptStatus): ScriptReason[] =>
  isPossible(action, status) ? [] : [{ code: 'script-status', action, status }];

export interface ScriptApprovalQuestion {
  status: ScriptStatus;
  /** What the person decided on, and what the script is now. */
  given: string;
  present: string;
  approver: string;
  /** Who changed the hashed content since the last approval. */
  changedBy: readonly string[];
  approverMustDiffer: boolean;
}

/** Whether this person may approve this script now: status, content, then who; as with posts. */
export function checkScriptApproval(question: ScriptApprovalQuestion): ScriptReason[] {
  const wrong = checkScriptStatus('approve', question.status);
  if (wrong.length > 0) return wrong;
  return checkDecision(question).map(
    (against): ScriptReason =>
      against === 'own-change'
        ? { code: 'script-own-change' }
        : { code: 'script-changed', present: question.present },
  );
}

const twoYears = 2 * 366 * 86_400_000;

/** Everything that stands in the way of submitting or approving; empty when nothing does. */
export function scriptProblems(content: LaunchContent, refs: LaunchRefs, now: Instant): ScriptReason[] {
  const { launchAt, timezone, phases } = content;
  const time: ScriptReason[] =
    launchAt === null
      ? [{ code: 'script-without-time' }]
      : Math.abs(launchAt - now) > twoYears
        ? [{ code: 'script-time-out-of-range' }]
        : [];
  const zone: ScriptReason[] = isTimeZone(timezone) ? [] : [{ code: 'script-timezone', timezone }];
  const exceptions = exceptionProblems(content, refs).map(
    ({ phase, exception, reason }): ScriptReason => ({
      code: 'script-exception',
      phase,
      exception,
      from: phases[phase]?.exceptions[exception]?.from ?? null,
      reason,
    }),
  );
  return [...time, ...zone, ...exceptions];
}
