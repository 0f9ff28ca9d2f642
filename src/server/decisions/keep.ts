import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Instant } from '@/core/model';

/** Thirteen months: a launch can be compared with the same one of last year. What was released stays in the log. */
export const keptDays = 400;

const dayMs = 86_400_000;

export const keptSince = (now: Instant): Instant => now - keptDays * dayMs;

const everyMs = 3_600_000;
const swept = new WeakMap<Payload, Instant>();

/** Removes what is too old, once an hour in each process. */
export async function sweepDecisions(payload: Payload, now: Instant): Promise<void> {
  if (Math.abs(now - (swept.get(payload) ?? 0)) < everyMs) return;
  swept.set(payload, now);
  await payload.db.deleteMany({
    collection: slugs.decisions,
    where: { at: { less_than: new Date(keptSince(now)).toISOString() } },
  });
}
