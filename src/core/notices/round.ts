import { quietUntil } from '../caps/quietHours';
import type { Instant, TimeZone } from '../model';
import { addDays, hourMs, isWallTime, localDateOf, resolveWall, wallTimeOf } from '../time';

/** Of a digest, not of a feed: people sleep. */
export const quietNight = { from: '22:00', to: '07:30' };

const tooLateMs = 2 * hourMs;

/** One time at which digests go out. */
export interface Round {
  /** `digest:2026-11-23T09:00`: made once. */
  key: string;
  at: Instant;
}

/** Whether a digest may be set to this wall time. */
export const isDigestTime = (wall: string): boolean =>
  isWallTime(wall) && wall >= quietNight.to && wall < quietNight.from;

/** The round that is due now, whether made already or not; null between two of them and at night. RULES.md 5 to 7. */
export function roundAt(
  now: Instant,
  { times, zone }: { times: readonly string[]; zone: TimeZone },
): Round | null {
  if (quietUntil(quietNight, zone, now) !== null) return null;
  const today = localDateOf(now, zone);
  const rounds = [addDays(today, -1), today].flatMap((day) =>
    times.filter(isDigestTime).map((time) => ({ day, at: resolveWall(day, time, zone) })),
  );
  const last = rounds.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at)[0];
  if (!last || now - last.at > tooLateMs) return null;
  return { key: `digest:${last.day}T${wallTimeOf(last.at, zone)}`, at: last.at };
}
