import { globalSlugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { TimeZone } from '@/core/model';
import { zoneOr } from '@/core/time';

export interface DeskSettings {
  brand: string;
  timezone: TimeZone;
  stopped: boolean;
  stoppedReason: string | null;
}

/** The part of the settings that the desk reads. */
export async function deskSettings(payload: Payload): Promise<DeskSettings> {
  const row = await payload.db.findGlobal<Record<string, unknown>>({
    slug: globalSlugs.settings as never,
    select: { brand: true, timezone: true, stopped: true, stoppedReason: true },
  });
  const given = (row ?? {}) as Record<string, unknown>;
  return {
    brand: typeof given.brand === 'string' ? given.brand : '',
    timezone: zoneOr(given.timezone, 'Asia/Shanghai'),
    stopped: given.stopped === true,
    stoppedReason: typeof given.stoppedReason === 'string' ? given.stoppedReason : null,
  };
}
