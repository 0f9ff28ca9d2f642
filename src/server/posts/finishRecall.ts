import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { LogId } from '@/core/model';
import { decisionsOn, subjectOf } from '../approvals/records';
import { appendBehind } from '../log/append';
import { keys, type ReleaseEntry, type StoredEntry } from '../log/entry';
import { entriesOfPosts } from '../log/read';
import { postWrite } from './noEdit';

const isRelease = (entry: StoredEntry): entry is StoredEntry & ReleaseEntry => entry.type === 'release';

/**
 * Gives each release of a recalled post its recall entry, and shows it. All that it needs was stored with the
 * decision, so whoever completes the fence of a recall that a crash cut off can do the rest. Doing it twice
 * changes nothing.
 * @returns the logs that have releases of the post; none when it is not recalled
 */
export async function finishRecall(payload: Payload, id: string): Promise<LogId[]> {
  const post = await payload.db.findOne<{ id: string; status?: string }>({
    collection: slugs.posts,
    where: { id: { equals: id } },
    select: { status: true },
  });
  if (post?.status !== 'recalled') return [];
  const decision = (await decisionsOn(payload, subjectOf(id))).at(-1);
  const said = { zh: `已作废：${decision?.comment ?? ''}`, en: `Recalled: ${decision?.comment ?? ''}` };
  const releases = (await entriesOfPosts(payload, [id])).filter(isRelease);
  for (const { log, card, post: of, feed, variantKey } of releases) {
    await appendBehind(payload, {
      log,
      card,
      post: of,
      feed,
      variantKey,
      type: 'recall',
      key: keys.recall(card),
      at: decision?.at ?? new Date().toISOString(),
      by: decision?.by ?? null,
      reason: said,
    });
  }
  await payload.db.updateOne({
    collection: slugs.posts,
    where: { and: [{ id: { equals: id } }, { status: { equals: 'recalled' } }] },
    data: {
      ...postWrite(),
      statusWords: said,
      cardStates: releases.map(({ feed, variantKey }) => ({
        feed,
        variantKey,
        state: 'recalled',
        plannedAt: null,
        reason: said,
      })),
    },
    options: { atomic: true },
    returning: false,
  });
  return [...new Set(releases.map(({ log }) => log))];
}
