import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { type Act, can } from '@/core/abilities';
import {
  feedsOfScript,
  type LaunchContent,
  type LaunchRefs,
  type LaunchView,
  type ScriptReason,
} from '@/core/launch';
import { sayNotAllowed } from '@/core/words/approval';
import { scriptNotFound, scriptSentence } from '@/core/words/launchReasons';
import { type ApprovalRecord, decisionsOn, scriptSubjectOf } from '../approvals/records';
import type { Context } from '../context';
import { visibleRow } from '../documents';
import { done, type Outcome, type Refusal, refuse, refuseWith } from '../outcome';
import { type BoundLaunch, bindLaunch, loadLaunchRefs } from './bound';
import { launchOf } from './content';

/** A script as a use case finds it: bound anew, with its decisions so far. */
export interface ScriptSubject {
  bound: BoundLaunch;
  refs: LaunchRefs;
  decisions: ApprovalRecord<LaunchView>[];
}

/** May the person do this to a script of these feeds? An exception that names none is about all there are. */
export function mayAct(ctx: Context, act: Act, content: LaunchContent, refs: LaunchRefs): boolean {
  const feeds = feedsOfScript(content);
  return can(ctx.actor, act, {
    type: slugs.launchScripts,
    feeds: feeds === 'all' ? [...refs.feeds.keys()] : feeds,
  });
}

/** Loads a script for an act: 404 when it is not there or not theirs to see, 403 when they may not do this. */
export async function scriptFor(
  ctx: Context,
  req: PayloadRequest,
  { id, act }: { id: string; act: Act },
): Promise<Outcome<ScriptSubject>> {
  const { payload, locale } = ctx;
  const row = await visibleRow(ctx, req, { collection: slugs.launchScripts, id });
  if (!row) return refuse(404, [{ message: scriptNotFound[locale] }]);
  const refs = await loadLaunchRefs(payload, [launchOf(row)], req);
  const bound = bindLaunch(row, refs);
  // Everybody who plans reads every script, as the ability table says.
  const may = act === 'calendar.read' ? can(ctx.actor, act) : mayAct(ctx, act, bound.content, refs);
  if (!may) return refuse(403, [{ message: sayNotAllowed[locale] }]);
  const decisions = await decisionsOn<LaunchView>(payload, scriptSubjectOf(id), req);
  return done({ bound, refs, decisions });
}

export const refuseScript = (
  status: Refusal['status'],
  reasons: readonly ScriptReason[],
  { locale }: Context,
): Refusal => refuseWith(status, reasons, (reason) => scriptSentence(reason, locale));
