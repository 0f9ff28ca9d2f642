import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { changersWith } from '../approvals/changers';
import { appendDecision, scriptSubjectOf } from '../approvals/records';
import { noEdit } from '../posts/noEdit';
import { rows } from '../posts/references';
import { type BoundLaunch, bindLaunch, loadLaunchRefs, storedHash } from './bound';
import { launchOf } from './content';
import { frameDecisions } from './exceptions';

const write = (req: PayloadRequest, { row }: Pick<BoundLaunch, 'row'>, data: Record<string, unknown>) =>
  req.payload.db.updateOne({
    collection: slugs.launchScripts,
    id: row.id as string | number,
    data: { ...noEdit, ...data },
    req,
    returning: false,
  });

/** The present hash, and that the person of `req` has changed what is approved. */
export const rememberChange = async (
  req: PayloadRequest,
  bound: BoundLaunch,
  hash: string,
): Promise<void> => {
  await write(req, bound, { contentHash: hash, changedBy: changersWith(req, bound.row) });
};

/** Voids the approval of a script in the transaction of `req`; the caller fences the logs. */
export async function lapseScript(req: PayloadRequest, bound: BoundLaunch, hash: string): Promise<void> {
  await appendDecision(
    req,
    {
      subject: scriptSubjectOf(bound.content.id),
      contentHash: hash,
      decision: 'lapsed',
      covers: 'instant',
      frameHash: bound.frameHash,
      by: req.user ? String(req.user.id) : null,
      byName: req.user ? req.user.name : null,
    },
    Date.now(),
  );
  await write(req, bound, { status: 'draft' });
}

/**
 * After a rule, feed, product or offer has changed: approvals of scripts that no longer say what was approved lapse,
 * and what waits for a decision gets its present hash. Such exceptions would not be read anyway; this tells people.
 */
export async function lapseScriptsThatChanged(req: PayloadRequest): Promise<void> {
  const { payload } = req;
  const alive = { status: { in: ['in-review', 'approved'] } };
  const found = await rows(payload, slugs.launchScripts, alive, req);
  if (found.length === 0) return;
  const refs = await loadLaunchRefs(payload, found.map(launchOf), req);
  const decisions = await frameDecisions(
    payload,
    found.map(({ id }) => String(id)),
    req,
  );
  for (const row of found) {
    const bound = bindLaunch(row, refs);
    const hash = await storedHash(req, bound);
    const approved = bound.content.status === 'approved';
    const before = decisions.get(scriptSubjectOf(bound.content.id))?.frameHash;
    const lapses = approved && before !== bound.frameHash;
    if (!lapses && row.contentHash === hash) continue;
    await rememberChange(req, bound, hash);
    if (lapses) await lapseScript(req, bound, hash);
  }
}

/** After posts of these scripts were written: the scripts get the hash of the whole as it is now. */
export async function rehashScripts(req: PayloadRequest, scripts: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(scripts)].filter((id): id is string => id !== null);
  if (ids.length === 0) return;
  const found = await rows(req.payload, slugs.launchScripts, { id: { in: ids } }, req);
  if (found.length === 0) return;
  const refs = await loadLaunchRefs(req.payload, found.map(launchOf), req);
  for (const row of found) {
    const bound = bindLaunch(row, refs);
    const hash = await storedHash(req, bound);
    if (hash !== row.contentHash) await write(req, bound, { contentHash: hash });
  }
}

/** After a post left a script, or was deleted: whoever took it out has changed what the script's next approval is of. */
export async function rememberTaken(req: PayloadRequest, script: string | null): Promise<void> {
  if (script === null || !req.user) return;
  const [row] = await rows(req.payload, slugs.launchScripts, { id: { equals: script } }, req);
  if (row) await write(req, { row }, { changedBy: changersWith(req, row) });
}
