import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import { insertOnce } from '../database/insertOnce';
import { lastPass, silentAfterMs } from '../scheduler/heartbeat';

/**
 * Whoever makes the first pass after a gap notes it: no pass of anybody for more than three minutes. The key is
 * when it began, so that of several processes that start together one notes it.
 */
export async function noteOutage(payload: Payload, now: Instant): Promise<void> {
  const last = await lastPass(payload, now);
  // A long pass is no outage: it worked until it was over.
  if (last === null || now - (last.at + last.milliseconds) <= silentAfterMs) return;
  const from = new Date(last.at).toISOString();
  await insertOnce(payload, slugs.decisions, {
    key: `outage:${from}`,
    at: new Date(now).toISOString(),
    what: 'outage',
    before: from,
    lateMinutes: Math.round((now - last.at) / 60_000),
  });
}
