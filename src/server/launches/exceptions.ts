import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { CapException } from '@/core/caps';
import { exceptionsOf } from '@/core/launch';
import { type ApprovalRecord, type DecisionWord, newestOn, scriptSubjectOf } from '../approvals/records';
import { rows } from '../posts/references';
import { bindLaunch, loadLaunchRefs } from './bound';
import { launchOf } from './content';

/** What makes or ends the approval of a script itself; posts that are submitted and returned later do neither. */
const settling: readonly DecisionWord[] = ['approved', 'withdrawn', 'lapsed'];

/** For each script the decision by which its exceptions hold, or do not, by subject. */
export const frameDecisions = (
  payload: Payload,
  scripts: readonly string[],
  req?: PayloadRequest,
): Promise<Map<string, ApprovalRecord>> => newestOn(payload, scripts.map(scriptSubjectOf), req, settling);

/**
 * The exceptions that hold: of scripts of which exactly what is stored now was approved. The hash is computed anew
 * from script, rules and feeds; a status or hash in a field is believed by nobody.
 */
export async function loadExceptions(payload: Payload, req?: PayloadRequest): Promise<CapException[]> {
  const found = await rows(payload, slugs.launchScripts, { status: { equals: 'approved' } }, req);
  const relaxing = found.filter((row) => exceptionsOf(launchOf(row)).length > 0);
  if (relaxing.length === 0) return [];
  const refs = await loadLaunchRefs(payload, relaxing.map(launchOf), req);
  const decisions = await frameDecisions(
    payload,
    relaxing.map(({ id }) => String(id)),
    req,
  );
  return relaxing.flatMap((row) => {
    const { content, frameHash } = bindLaunch(row, refs);
    const decision = decisions.get(scriptSubjectOf(content.id));
    return decision?.decision === 'approved' && decision.frameHash === frameHash ? exceptionsOf(content) : [];
  });
}
