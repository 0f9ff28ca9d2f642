import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { allLogs, recordFence } from '../fences/record';
import { rows } from '../posts/references';
import { bindLaunch, loadLaunchRefs, storedHash } from './bound';
import { launchOf } from './content';
import { lapseScript, rememberChange } from './lapse';

/**
 * After a script was written, in the same transaction: computes what an approval would be bound to from the row
 * as stored, remembers who changed it, lets an approval that no longer covers it lapse, and fences every log.
 */
export async function settleScript(
  req: PayloadRequest,
  id: string,
  previous: Record<string, unknown> | null,
): Promise<Record<string, unknown>> {
  const { payload } = req;
  const [row] = await rows(payload, slugs.launchScripts, { id: { equals: id } }, req);
  if (!row) return {};
  const refs = await loadLaunchRefs(payload, [row, previous ?? row].map(launchOf), req);
  const bound = bindLaunch(row, refs);
  const changed = previous === null || bindLaunch(previous, refs).frameHash !== bound.frameHash;
  if (!changed) return {};
  // The posts say its name and its time: their hooks have run (fencePlanInputs) or will.
  const hash = await storedHash(req, bound);
  await rememberChange(req, bound, hash);
  if (bound.content.status !== 'approved') return { contentHash: hash };
  await lapseScript(req, bound, hash);
  await recordFence(req, { logs: await allLogs(req), reason: `${slugs.launchScripts}:${id}` });
  return { contentHash: hash, status: 'draft' };
}
