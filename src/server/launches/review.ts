import type { Act } from '@/core/abilities';
import {
  checkScriptApproval,
  exceptionsOf,
  isPossible,
  type LaunchView,
  type ScriptAction,
  type ScriptStatus,
  scriptActions,
  scriptProblems,
} from '@/core/launch';
import { scriptSentence } from '@/core/words/launchReasons';
import type { ApprovalRecord } from '../approvals/records';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { loadSettings } from '../settings/load';
import { changedBy } from './approve';
import { mayAct, scriptFor } from './load';
import { exceptionSentences } from './sentences';

/** All that a manager needs to decide on one script, and an editor to see what it would allow. */
export interface ScriptReview {
  name: string;
  status: ScriptStatus;
  /** Exactly what an approval would be bound to. */
  view: LaunchView;
  contentHash: string;
  /** Each exception as one sentence in the reader's language. */
  exceptions: string[];
  /** What stands in the way, in the reader's language. */
  problems: string[];
  /** Why this person may not approve, in the reader's language. */
  mayNotApprove: string[];
  /** What this person may do with it as it stands; the first is the next step. */
  actions: ScriptAction[];
  /** Newest first. */
  decisions: Omit<ApprovalRecord<LaunchView>, 'view' | 'evidence'>[];
}

const actOf: Record<ScriptAction, Act> = {
  submit: 'script.submit',
  withdraw: 'script.submit',
  approve: 'script.approve',
  'request-changes': 'script.requestChanges',
};

export async function reviewOfScript(ctx: Context, id: string): Promise<Outcome<ScriptReview>> {
  const found = await scriptFor(ctx, ctx.req, { id, act: 'calendar.read' });
  if (!found.ok) return found;
  const { bound, refs, decisions } = found.value;
  const { content, view, hash } = bound;
  const { approverMustDiffer } = await loadSettings(ctx.payload, ctx.req);
  const say = (reason: Parameters<typeof scriptSentence>[0]) => scriptSentence(reason, ctx.locale);
  const actions = scriptActions.filter(
    (action) => isPossible(action, content.status) && mayAct(ctx, actOf[action], content, refs),
  );
  const against = actions.includes('approve')
    ? checkScriptApproval({
        status: content.status,
        given: hash,
        present: hash,
        approver: ctx.actor.id,
        changedBy: changedBy(found.value),
        approverMustDiffer,
      })
    : [];
  const undecided = content.status !== 'approved' && content.status !== 'cancelled';
  return done({
    name: content.name,
    status: content.status,
    view,
    contentHash: hash,
    exceptions: exceptionsOf(content).map(
      (exception) => exceptionSentences(exception, content, refs)[ctx.locale],
    ),
    problems: undecided ? scriptProblems(content, refs, ctx.now).map(say) : [],
    mayNotApprove: against.map(say),
    actions,
    decisions: [...decisions].reverse().map(({ view: _, evidence: __, ...record }) => record),
  });
}
