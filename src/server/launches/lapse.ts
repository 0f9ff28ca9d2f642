import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { appendDecision, newestOn, scriptSubjectOf } from '../approvals/records';
import { noEdit } from '../posts/noEdit';
import { rows } from '../posts/references';
import { type BoundLaunch, bindLaunch, loadLaunchRefs } from './bound';
import { launchOf } from './content';

/** The present hash, and that the person of `req` has changed what is approved. */
export async function rememberChange(req: PayloadRequest, { hash, row }: BoundLaunch): Promise<void> {
  const known = Array.isArray(row.changedBy) ? (row.changedBy as string[]) : [];
  await req.payload.db.updateOne({
    collection: slugs.launchScripts,
    id: row.id as string | number,
    data: {
      ...noEdit,
      contentHash: hash,
      changedBy: req.user ? [...new Set([...known, String(req.user.id)])] : known,
    },
    req,
    returning: false,
  });
}

/** Voids the approval of a script in the transaction of `req`; the caller fences the logs. */
export async function lapseScript(req: PayloadRequest, { content, hash, row }: BoundLaunch): Promise<void> {
  await appendDecision(
    req,
    {
      subject: scriptSubjectOf(content.id),
      contentHash: hash,
      decision: 'lapsed',
      covers: 'instant',
      by: req.user ? String(req.user.id) : null,
      byName: req.user ? req.user.name : null,
    },
    Date.now(),
  );
  await req.payload.db.updateOne({
    collection: slugs.launchScripts,
    id: row.id as string | number,
    data: { ...noEdit, status: 'draft' },
    req,
    returning: false,
  });
}

/**
 * After a rule, feed or product has changed: approvals of scripts that no longer say what was approved lapse, and
 * what waits for a decision gets its present hash. Such exceptions would not be read anyway; this tells people.
 */
export async function lapseScriptsThatChanged(req: PayloadRequest): Promise<void> {
  const { payload } = req;
  const alive = { status: { in: ['in-review', 'approved'] } };
  const found = await rows(payload, slugs.launchScripts, alive, req);
  if (found.length === 0) return;
  const refs = await loadLaunchRefs(payload, found.map(launchOf), req);
  const newest = await newestOn(
    payload,
    found.map(({ id }) => scriptSubjectOf(String(id))),
    req,
  );
  for (const row of found) {
    const bound = bindLaunch(row, refs);
    const approved = bound.content.status === 'approved';
    const before = approved ? newest.get(scriptSubjectOf(bound.content.id))?.contentHash : row.contentHash;
    if (before === bound.hash) continue;
    await rememberChange(req, bound);
    if (approved) await lapseScript(req, bound);
  }
}
