import type { PostStatus } from '../model';
import type { PostAction, WorkflowReason } from './reasons';

/** From which status an action is possible. `released` posts may still have cards to come. */
const possibleFrom: Readonly<Record<PostAction, readonly PostStatus[]>> = {
  submit: ['draft', 'changes-requested'],
  withdraw: ['in-review', 'approved', 'deferred', 'held', 'released'],
  approve: ['in-review'],
  'request-changes': ['in-review'],
  edit: [
    'draft',
    'changes-requested',
    'in-review',
    'approved',
    'deferred',
    'held',
    'skipped',
    'expired',
    'released',
    'recalled',
    'archived',
  ],
  // `released`: some of its cards are out, others may be held or deferred.
  resolve: ['held', 'deferred', 'released'],
  recall: ['released'],
  correct: ['released', 'recalled'],
};

export const checkStatus = (action: PostAction, status: PostStatus): WorkflowReason[] =>
  possibleFrom[action].includes(status) ? [] : [{ code: 'wrong-status', action, status }];

interface DecisionQuestion {
  /** What the person decided on, and what the post is now. */
  given: string;
  present: string;
  approver: string;
  /** Who changed the hashed content since the last approval. */
  changedBy: readonly string[];
  approverMustDiffer: boolean;
}

export interface ApprovalQuestion extends DecisionQuestion {
  status: PostStatus;
  /** Who changed the launch script that it is part of. */
  scriptChangedBy: readonly string[];
}

/** Whether this person may approve this content now; status, content, then who. */
export function checkApproval(question: ApprovalQuestion): WorkflowReason[] {
  const wrongStatus = checkStatus('approve', question.status);
  if (wrongStatus.length > 0) return wrongStatus;
  const against = checkDecision(question).map(
    (one): WorkflowReason =>
      one === 'own-change' ? { code: one } : { code: one, present: question.present },
  );
  if (against.length > 0) return against;
  const { scriptChangedBy: changedBy } = question;
  return checkDecision({ ...question, changedBy }).length > 0 ? [{ code: 'own-script-change' }] : [];
}

/** Of any subject: whether this is what was decided on, and then whether by somebody else than who wrote it. */
export function checkDecision(question: DecisionQuestion): ('content-changed' | 'own-change')[] {
  if (question.given !== question.present) return ['content-changed'];
  return question.approverMustDiffer && question.changedBy.includes(question.approver) ? ['own-change'] : [];
}

export interface EditQuestion {
  status: PostStatus;
  hashedContentChanged: boolean;
  /** Something that the plan looks at changed (the instant within the day, say). */
  planInputChanged: boolean;
  releasedCards: number;
}

export type EditDecision =
  | { ok: false; reasons: WorkflowReason[] }
  /** `lapse`: the approval no longer covers the post. `fence`: decisions made before must fail. */
  | { ok: true; lapse: boolean; fence: boolean };

const approvedOnes: readonly PostStatus[] = [
  'approved',
  'deferred',
  'held',
  'skipped',
  'expired',
  'released',
];

/** What a saved change of a post means for its approval. */
export function decideEdit(question: EditQuestion): EditDecision {
  const { status, hashedContentChanged, planInputChanged, releasedCards } = question;
  if (hashedContentChanged && (releasedCards > 0 || status === 'recalled' || status === 'archived')) {
    return { ok: false, reasons: [{ code: 'locked', cards: releasedCards }] };
  }
  const wasApproved = approvedOnes.includes(status);
  return {
    ok: true,
    lapse: wasApproved && hashedContentChanged,
    fence: wasApproved && (hashedContentChanged || planInputChanged),
  };
}
