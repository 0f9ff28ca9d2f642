import { globalSlugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { Instant } from '@/core/model';
import { instantOf } from '../posts/content';

/** 紧急停发 as it stands: who stopped, when and why; nulls while nothing is stopped. */
export interface StopState {
  stopped: boolean;
  at: Instant | null;
  by: string | null;
  byName: string | null;
  reason: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export async function stopState(payload: Payload, req?: PayloadRequest): Promise<StopState> {
  const row = await payload.db.findGlobal<Record<string, unknown>>({
    slug: globalSlugs.settings as never,
    select: { stopped: true, stoppedAt: true, stoppedBy: true, stoppedByName: true, stoppedReason: true },
    ...(req ? { req } : {}),
  });
  const given = (row ?? {}) as Record<string, unknown>;
  return {
    stopped: given.stopped === true,
    at: instantOf(given.stoppedAt),
    by: text(given.stoppedBy),
    byName: text(given.stoppedByName),
    reason: text(given.stoppedReason),
  };
}
