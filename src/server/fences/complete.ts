import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import type { Instant, LogId } from '@/core/model';
import { appendBehind } from '../log/append';
import { keys } from '../log/entry';
import { finishRecall } from '../posts/finishRecall';
import { keepLatelyReleased, keepReleased } from '../posts/keepReleased';

export interface Fence {
  key: string;
  logs: LogId[];
  reason: string;
  by?: string | null;
}

/**
 * Puts the void into each log of the fence, then does what the change means for cards that were out before it,
 * then closes it. Doing it twice changes nothing.
 */
export async function completeFence(payload: Payload, fence: Fence): Promise<void> {
  for (const log of fence.logs) {
    await appendBehind(payload, {
      log,
      type: 'void',
      key: keys.void(fence.key, log),
      at: new Date().toISOString(),
      by: fence.by ?? null,
      reason: fence.reason,
    });
  }
  await settleReleased(payload, fence);
  await payload.db.updateOne({
    collection: slugs.fences,
    where: { key: { equals: fence.key } },
    data: { done: true },
    returning: false,
  });
}

/** What no approval is bound to. */
const lapsesNothing: ReadonlySet<string> = new Set([
  slugs.capRules,
  slugs.approvals,
  'settings',
  'stop',
  'resume',
]);

/** From here on it is settled what was released before the change. */
async function settleReleased(payload: Payload, { reason }: Fence): Promise<void> {
  const [slug = '', named = ''] = reason.split(':');
  if (slug === slugs.posts) {
    const ids = named.split(',');
    for (const id of ids) await finishRecall(payload, id);
    await keepReleased(payload, ids);
  } else if (!lapsesNothing.has(slug)) {
    await keepLatelyReleased(payload, Date.now());
  }
}

/** Longer than a change takes to complete its own. */
const settledAfterMs = 5_000;

/** Whether a change that is stored still waits for its place in the logs: the next pass puts it there. */
export async function isOneLeftOpen(payload: Payload, now: Instant): Promise<boolean> {
  const before = new Date(now - settledAfterMs).toISOString();
  const where: Where = { done: { equals: false }, at: { less_than: before } };
  const { totalDocs } = await payload.db.count({ collection: slugs.fences, where });
  return totalDocs > 0;
}

/** What a crash between a commit and its voids left open; each scheduler pass begins with it. */
export async function completeOpenFences(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find<Fence>({
    collection: slugs.fences,
    where: { done: { equals: false } },
    select: { key: true, logs: true, reason: true, by: true },
    limit: 0,
    pagination: false,
  });
  for (const fence of docs) await completeFence(payload, fence);
  return docs.length;
}
