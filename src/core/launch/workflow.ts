import { checkDecision } from '../approval/workflow';
import type { Instant } from '../model';
import { isTimeZone } from '../time';
import type { LaunchContent, LaunchRefs, ScriptStatus } from './content';
import { exceptionProblems } from './exceptionProblems';
import type { ChangedSince, ScriptAction, ScriptReason } from './reasons';

/** Where a script stands: its status, how many of its posts are still to be submitted, and how many wait. */
export interface ScriptState {
  status: ScriptStatus;
  drafts: number;
  waiting: number;
}

/** An approved script whose posts were changed since is submitted and decided on once more, for these. */
const possible: Readonly<Record<ScriptAction, (state: ScriptState) => boolean>> = {
  submit: ({ status, drafts }) =>
    status === 'draft' || status === 'changes-requested' || (status === 'approved' && drafts > 0),
  withdraw: ({ status }) => status === 'in-review' || status === 'approved',
  approve: ({ status, waiting }) => status === 'in-review' || (status === 'approved' && waiting > 0),
  'request-changes': ({ status, waiting }) =>
    status === 'in-review' || (status === 'approved' && waiting > 0),
  reschedule: ({ status }) => status !== 'cancelled',
  cancel: ({ status }) => status !== 'cancelled',
  'make-posts': ({ status }) => status !== 'cancelled',
  'save-as-template': () => true,
};

/** What can be done with a script that stands there; the first is the next step. */
export const scriptActions: readonly ScriptAction[] = [
  'submit',
  'approve',
  'request-changes',
  'withdraw',
  'reschedule',
  'make-posts',
  'save-as-template',
  'cancel',
];

export const isPossible = (action: ScriptAction, state: ScriptState): boolean => possible[action](state);

export const checkScriptStatus = (action: ScriptAction, state: ScriptState): ScriptReason[] =>
  isPossible(action, state) ? [] : [{ code: 'script-status', action, status: state.status }];

export interface ScriptApprovalQuestion {
  state: ScriptState;
  /** What the person decided on, and what the script is now. */
  given: string;
  present: string;
  approver: string;
  /** Who changed the hashed content since the last approval. */
  changedBy: readonly string[];
  approverMustDiffer: boolean;
  /** What of it is not as it was shown. */
  changed: ChangedSince;
}

/** Whether this person may approve this script now: status, content, then who; as with posts. */
export function checkScriptApproval(question: ScriptApprovalQuestion): ScriptReason[] {
  const wrong = checkScriptStatus('approve', question.state);
  if (wrong.length > 0) return wrong;
  return checkDecision(question).map(
    (against): ScriptReason =>
      against === 'own-change'
        ? { code: 'script-own-change' }
        : { code: 'script-changed', present: question.present, ...question.changed },
  );
}

const twoYears = 2 * 366 * 86_400_000;

/** So far from now that the year must be a slip. */
export const isFar = (launchAt: Instant, now: Instant): boolean => Math.abs(launchAt - now) > twoYears;

/** Everything that stands in the way of submitting or approving; empty when nothing does. */
export function scriptProblems(content: LaunchContent, refs: LaunchRefs, now: Instant): ScriptReason[] {
  const { launchAt, timezone, phases } = content;
  const time: ScriptReason[] =
    launchAt === null
      ? [{ code: 'script-without-time' }]
      : isFar(launchAt, now)
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
