import { globalSlugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { TimeZone } from '@/core/model';
import { zoneOr } from '@/core/time';

/** The part of the settings that rules read, with the defaults of a new installation. */
export interface RuleSettings {
  timezone: TimeZone;
  graceMinutes: number;
  deferDays: number;
  approverMustDiffer: boolean;
  approvalCovers: 'day' | 'instant';
  stopped: boolean;
  /** Wall times in `timezone`. */
  digestTimes: string[];
}

export async function loadSettings(payload: Payload, req?: Partial<PayloadRequest>): Promise<RuleSettings> {
  const row = await payload.db.findGlobal<Record<string, unknown>>({
    slug: globalSlugs.settings as never,
    ...(req ? { req } : {}),
  });
  const whole = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);
  const given = (row ?? {}) as Record<string, unknown>;
  return {
    timezone: zoneOr(given.timezone, 'Asia/Shanghai'),
    graceMinutes: whole(given.graceMinutes, 120),
    deferDays: whole(given.deferDays, 2),
    approverMustDiffer: given.approverMustDiffer !== false,
    approvalCovers: given.approvalCovers === 'instant' ? 'instant' : 'day',
    stopped: given.stopped === true,
    digestTimes: digestTimesOf(given.digestTimes),
  };
}

/** Where nothing was ever set the usual ones; what is empty is none. */
function digestTimesOf(group: unknown): string[] {
  const { first = '09:00', second = '17:00' } = (group ?? {}) as { first?: unknown; second?: unknown };
  return [first, second].filter((time): time is string => typeof time === 'string' && time !== '');
}

/** 紧急停发: whether releases are stopped. */
export async function isStopped(payload: Payload): Promise<boolean> {
  const row = await payload.db.findGlobal<Record<string, unknown>>({
    slug: globalSlugs.settings as never,
    select: { stopped: true },
  });
  return row?.stopped === true;
}
