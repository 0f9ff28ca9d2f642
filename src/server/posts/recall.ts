import { slugs } from '@collections/slugs';
import { checkStatus } from '@/core/approval/workflow';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { appendBehind } from '../log/append';
import { keys, type ReleaseEntry, type StoredEntry } from '../log/entry';
import { entriesOfPosts } from '../log/read';
import { done, type Outcome } from '../outcome';
import { refreshLogs } from '../scheduler/refresh';
import { refuseProblems, subjectFor } from './load';
import { move, postFor } from './move';
import { noEdit } from './noEdit';

export interface Recall {
  id: string;
  reason: string;
}

const isRelease = (entry: StoredEntry): entry is StoredEntry & ReleaseEntry => entry.type === 'release';

/**
 * A mistake is out: what is not released is withdrawn first (with a fence, so that nothing slips out
 * behind the recall), then each release gets its recall entry. Doing it twice changes nothing.
 */
export async function recallPost(
  ctx: Context,
  { id, reason }: Recall,
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<number>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.recall' });
    if (!found.ok) return found;
    const { bound, refs } = found.value;
    const wrong = checkStatus('recall', bound.content.status);
    if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
    if (!reason.trim()) return refuseProblems(400, [{ code: 'reason-missing' }], { ctx, refs });
    const step = { decision: 'withdrawn', status: 'recalled', comment: reason.trim(), fence: true } as const;
    return done(await move(ctx, req, found.value, step));
  });
  if (!moved.ok) return moved;
  const said = { zh: `已作废：${reason.trim()}`, en: `Recalled: ${reason.trim()}` };
  const releases = (await entriesOfPosts(ctx.payload, [id])).filter(isRelease);
  for (const { log, card, post, feed, variantKey } of releases) {
    await appendBehind(ctx.payload, {
      log,
      card,
      post,
      feed,
      variantKey,
      type: 'recall',
      key: keys.recall(card),
      at: new Date(ctx.now).toISOString(),
      by: ctx.actor.id,
      reason: said,
    });
  }
  await ctx.payload.db.updateOne({
    collection: slugs.posts,
    where: { id: { equals: id } },
    data: {
      ...noEdit,
      statusWords: said,
      cardStates: releases.map(({ feed, variantKey }) => ({
        feed,
        variantKey,
        state: 'recalled',
        plannedAt: null,
        reason: said,
      })),
    },
    returning: false,
  });
  await refreshLogs(ctx.payload, [...new Set(releases.map(({ log }) => log))], ctx.now);
  return done(await postFor(ctx, id));
}
