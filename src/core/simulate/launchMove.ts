import type { Instant, TimeZone } from '../model';
import { addDays, daysBetween, localDateOf, sameWallOnDay } from '../time';

/** A launch that is moved from one instant to another; its days are those of its own timezone. */
export interface LaunchMove {
  from: Instant;
  to: Instant;
  zone: TimeZone;
}

/**
 * Where something of a launch goes with it. A step with a wall time keeps it and moves by whole local days
 * (20:00 on the eve stays 20:00 on the eve); one that counts minutes from the launch moves by the same time.
 */
export const movedWithLaunch = (
  at: Instant,
  { from, to, zone }: LaunchMove,
  counts: 'days' | 'minutes',
): Instant => {
  if (counts === 'minutes') return at + (to - from);
  const days = daysBetween(localDateOf(from, zone), localDateOf(to, zone));
  return sameWallOnDay(at, addDays(localDateOf(at, zone), days), zone);
};
