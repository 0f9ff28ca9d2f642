import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { CapException } from '@/core/caps';
import { exceptionsOf } from '@/core/launch';
import { newestOn, scriptSubjectOf } from '../approvals/records';
import { rows } from '../posts/references';
import { bindLaunch, loadLaunchRefs } from './bound';
import { launchOf } from './content';

/**
 * The exceptions that hold: of scripts whose newest decision is an approval of exactly what is stored now. The
 * hash is computed anew from script, rules and feeds; a status or hash in a field is believed by nobody.
 */
export async function loadExceptions(payload: Payload, req?: PayloadRequest): Promise<CapException[]> {
  const found = await rows(payload, slugs.launchScripts, { status: { equals: 'approved' } }, req);
  const relaxing = found.filter((row) => exceptionsOf(launchOf(row)).length > 0);
  if (relaxing.length === 0) return [];
  const refs = await loadLaunchRefs(payload, relaxing.map(launchOf), req);
  const subjects = relaxing.map(({ id }) => scriptSubjectOf(String(id)));
  const newest = await newestOn(payload, subjects, req);
  return relaxing.flatMap((row) => {
    const { content, hash } = bindLaunch(row, refs);
    const decision = newest.get(scriptSubjectOf(content.id));
    return decision?.decision === 'approved' && decision.contentHash === hash ? exceptionsOf(content) : [];
  });
}
