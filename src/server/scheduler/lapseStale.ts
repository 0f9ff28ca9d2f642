import type { Payload, PayloadRequest } from 'payload';
import type { Instant, PostId } from '@/core/model';
import { lapse } from '../approvals/lapse';
import { newestDecisions } from '../approvals/records';
import { inTransaction } from '../database/inTransaction';
import { recordFence } from '../fences/record';
import { bind } from '../posts/bound';
import { contentOf } from '../posts/content';
import { loadReferences } from '../posts/references';
import { logsOf } from '../posts/settleChange';
import { postRows, type Snapshot } from './snapshot';

/**
 * Approvals whose content has changed without a lapse (a crash in between, say) lapse now. What the pass has read
 * only says where to look: an approval, a withdrawal or another pass may have come since, so each is looked at
 * again within the transaction that lapses it. Its fence is in every log of the post: a pass that read the content
 * before it changed may be about to release a card elsewhere.
 * @returns how many did not lapse, because they are no longer as they were read
 */
export async function lapseStale(
  payload: Payload,
  { stale }: Pick<Snapshot, 'stale'>,
  now: Instant,
): Promise<number> {
  let overtaken = 0;
  for (const id of stale) {
    const lapsed = await inTransaction(payload, undefined, (req) => lapseOne(req, id, now));
    if (!lapsed) overtaken += 1;
  }
  return overtaken;
}

async function lapseOne(req: PayloadRequest, id: PostId, now: Instant): Promise<boolean> {
  const { payload } = req;
  const [row] = await postRows(
    payload,
    { and: [{ id: { equals: id } }, { inFlight: { equals: true } }] },
    req,
  );
  const approval = (await newestDecisions(payload, [id], req)).get(id);
  if (!row || approval?.decision !== 'approved') return false;
  const refs = await loadReferences(payload, [contentOf(row)], req);
  const bound = bind(row, refs, { approvalCovers: approval.covers });
  if (bound.hash === approval.contentHash) return false;
  await lapse(req, bound, { approval, refs });
  await recordFence(req, {
    logs: logsOf(refs.feeds, [bound.content]),
    reason: `posts:${id}`,
    clock: { now, problem: null },
  });
  return true;
}
