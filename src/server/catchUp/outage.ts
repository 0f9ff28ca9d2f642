import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import { insertOnce } from '../database/insertOnce';
import { lastWorked, silentAfterMs } from '../scheduler/heartbeat';

/**
 * Whoever makes the first pass after a gap notes it: no pass of anybody for more than three minutes. The key is
 * when it began, so that of several processes that start together one notes it.
 */
export async function noteOutage(payload: Payload, now: Instant): Promise<void> {
  const last = await lastWorked(payload);
  // A long pass is no outage: it worked until it was over.
  if (last === null || now - last.ended <= silentAfterMs) return;
  const from = new Date(last.began).toISOString();
  await insertOnce(payload, slugs.decisions, {
    key: `outage:${from}`,
    at: new Date(now).toISOString(),
    what: 'outage',
    before: from,
    lateMinutes: Math.round((now - last.began) / 60_000),
  });
}
