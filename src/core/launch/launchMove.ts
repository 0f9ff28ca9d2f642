import type { Instant, TimeZone } from '../model';
import { addDays, daysBetween, localDateOf, resolveWall, sameWallOnDay, wallTimeOf } from '../time';

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

/** How much later in its day the launch would begin. */
const laterInDay = ({ from, to, zone }: LaunchMove): number => {
  const day = localDateOf(0, 'UTC');
  return resolveWall(day, wallTimeOf(to, zone), 'UTC') - resolveWall(day, wallTimeOf(from, zone), 'UTC');
};

interface Span {
  from: Instant;
  to: Instant;
}

/**
 * Where an exception goes with its launch: whole days stay whole days, hours around the launch stay as far from it
 * as they are by the clock on the wall.
 */
export function movedSpan<S extends Span>(span: S, move: LaunchMove): S {
  const { zone } = move;
  const isOfDays = wallTimeOf(span.from, zone) === '00:00' && wallTimeOf(span.to, zone) === '00:00';
  const later = isOfDays ? 0 : laterInDay(move);
  return {
    ...span,
    from: movedWithLaunch(span.from, move, 'days') + later,
    to: movedWithLaunch(span.to, move, 'days') + later,
  };
}
