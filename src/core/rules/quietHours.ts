import { isWallTime } from '../time';
import type { HoursDraft, QuietHoursReason } from './draft';

/** Of a new feed. Experience, and a setting: what comes at night is not seen, or wakes somebody. */
export const usualQuietHours = { from: '22:00', to: '07:30' } as const;

const dayMinutes = 1440;

const minutesOf = (wall: string): number => {
  const [hours, minutes] = wall.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** Minutes of a day outside quiet hours: all of them when there are none, or only half of the two times. */
export const openMinutes = ({ from, to }: HoursDraft): number => {
  if (!from || !to) return dayMinutes;
  const quiet = (minutesOf(to) - minutesOf(from) + dayMinutes) % dayMinutes;
  // From 22:00 to 22:00 is the whole day round.
  return quiet === 0 ? 0 : dayMinutes - quiet;
};

/** Null when they can be kept, and for what is no wall time: that is said at its field. */
export const checkQuietHours = ({ from, to }: HoursDraft): QuietHoursReason | null => {
  if (Boolean(from) !== Boolean(to)) return { code: 'quiet-hours-half' };
  const known = isWallTime(from ?? '') && isWallTime(to ?? '');
  return known && openMinutes({ from, to }) === 0 ? { code: 'quiet-hours-all-day' } : null;
};
