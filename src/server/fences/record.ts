import { randomUUID } from 'node:crypto';
import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { LogId } from '@/core/model';
import { afterCommit } from '../database/afterCommit';
import { loadFeeds } from '../posts/references';
import { type ReleaseClock, releaseClock } from '../scheduler/clock';
import { refreshLogs } from '../scheduler/refresh';
import { completeFence } from './complete';
import { rememberOpen } from './open';

export interface FenceOrder {
  /** In this order. */
  logs: readonly LogId[];
  /** What changed, for the people who read the log: `posts:12`. */
  reason: string;
  /** The clock of the act, for what editors see next; the present one where there is no act. */
  clock?: ReleaseClock;
}

/**
 * Records, in the transaction of the change, that decisions made before it must fail. The voids go into
 * the logs after the commit and before the request answers; a crash in between is mended by the next pass.
 * Where they cannot be written the change stands all the same, and the answer says so (open.ts).
 */
export async function recordFence(req: PayloadRequest, { logs, reason, clock }: FenceOrder): Promise<void> {
  if (logs.length === 0) return;
  const { payload } = req;
  const fence = {
    key: randomUUID(),
    logs: [...new Set(logs)],
    reason,
    by: req.user ? String(req.user.id) : null,
    at: new Date().toISOString(),
    done: false,
  };
  await payload.db.create({ collection: slugs.fences, data: fence, req });
  await afterCommit(req, async () => {
    try {
      await completeFence(payload, fence);
    } catch (error) {
      rememberOpen(req);
      throw error;
    }
    await refreshLogs(payload, fence.logs, clock ?? (await releaseClock(payload)));
  });
}

/** Every log that exists: what rules, segments and settings concern. */
export async function allLogs(req: PayloadRequest): Promise<LogId[]> {
  const feeds = await loadFeeds(req.payload, req);
  return [...new Set([...feeds.values()].map((feed) => feed.log))];
}
