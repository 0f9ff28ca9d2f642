import { slugs } from '@collections/slugs';
import { APIError, type PayloadRequest } from 'payload';
import { type CardState, isOver } from '@/core/approval/cardState';
import type { FeedRef, PostContent } from '@/core/approval/content';
import { decideEdit } from '@/core/approval/workflow';
import type { FeedId, LogId } from '@/core/model';
import { workflowSentence } from '@/core/words/approval';
import { changersOf, changersWith } from '../approvals/changers';
import { lapse } from '../approvals/lapse';
import { newestDecisions } from '../approvals/records';
import { localeFor } from '../auth/language';
import { recordFence } from '../fences/record';
import { rehashScripts, rememberTaken } from '../launches/lapse';
import { loadSettings } from '../settings/load';
import { bind } from './bound';
import { contentOf } from './content';
import { postWrite } from './noEdit';
import { loadReferences, rows } from './references';

/** What of a post moves its cards, as one text. */
export const planInputsOf = (post: PostContent) =>
  JSON.stringify([
    post.scheduledAt,
    post.expiresAt,
    post.priority,
    post.onConflict,
    post.onLate,
    post.dayBound,
    post.launchScript,
  ]);

export const logsOf = (feeds: ReadonlyMap<FeedId, FeedRef>, posts: readonly PostContent[]): LogId[] => [
  ...new Set(posts.flatMap((post) => post.feeds.flatMap((id) => feeds.get(id)?.log ?? []))),
];

/**
 * After a post was changed, in the same transaction: computes what an approval would be bound to from the
 * row as stored, remembers who changed it, refuses a change of what is out already, lets an approval that
 * no longer covers it lapse, and fences the logs when a plan may rest on the old state.
 * @throws APIError 409 when a card of it is released and its content would change
 */
export async function settleChange(
  req: PayloadRequest,
  id: string,
  previous: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { payload } = req;
  const [row] = await rows(payload, slugs.posts, { id: { equals: id } }, req);
  if (!row) return {};
  const now = contentOf(row);
  const before = contentOf(previous);
  const settings = await loadSettings(payload, req);
  const refs = await loadReferences(payload, [now, before], req);
  const approval = (await newestDecisions(payload, [id], req)).get(id);
  const options = approval?.decision === 'approved' ? { approvalCovers: approval.covers } : settings;
  const bound = bind(row, refs, options);
  const hashedContentChanged = bind(previous, refs, options).hash !== bound.hash;
  const released = await payload.db.count({
    collection: slugs.releases,
    where: { and: [{ post: { equals: id } }, { type: { equals: 'release' } }] },
    req,
  });
  const decision = decideEdit({
    status: now.status,
    hashedContentChanged,
    planInputChanged: planInputsOf(before) !== planInputsOf(now),
    releasedCards: released.totalDocs,
  });
  if (!decision.ok) {
    const sentences = decision.reasons.map((reason) => workflowSentence(reason, localeFor(req)));
    throw new APIError(sentences.join(' '), 409, { reasons: decision.reasons }, true);
  }
  const changedBy = hashedContentChanged ? changersWith(req, row) : changersOf(row);
  await payload.db.updateOne({
    collection: slugs.posts,
    id: row.id as string | number,
    data: {
      ...postWrite(),
      contentHash: bound.hash,
      changedBy,
      // Where an earlier plan put the cards no longer says anything; what is out or taken back stays so.
      ...(decision.fence
        ? {
            cardStates: ((row.cardStates ?? []) as CardState[]).filter(isOver),
            inFlight: approval?.decision === 'approved',
          }
        : {}),
    },
    req,
    returning: false,
  });
  if (decision.lapse && approval?.decision === 'approved')
    await lapse(req, { ...bound, row }, { approval, refs });
  if (decision.fence) {
    await recordFence(req, {
      logs: logsOf(refs.feeds, [now, before]),
      reason: `posts:${id}`,
    });
  }
  if (before.launchScript !== now.launchScript) await rememberTaken(req, before.launchScript);
  await rehashScripts(req, [now.launchScript, before.launchScript]);
  return {
    contentHash: bound.hash,
    ...(decision.lapse && released.totalDocs === 0 ? { status: 'draft' } : {}),
  };
}
