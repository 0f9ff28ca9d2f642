import type { Instant, LocalDate, TimeZone } from '../model';
import { addDays, civilDayMs, dateOfDayNumber, dayNumber } from './civil';
import { nextTransition, offsetAt } from './offsets';

const wallPattern = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

export const isWallTime = (wall: string): boolean => wallPattern.test(wall);

/** The local day of an instant as a number of days since 1970-01-01. */
export const localDayOf = (at: Instant, zone: TimeZone): number =>
  Math.floor((at + offsetAt(at, zone)) / civilDayMs);

/** The day of an instant as people in the zone write it. */
export const localDateOf = (at: Instant, zone: TimeZone): LocalDate => dateOfDayNumber(localDayOf(at, zone));

/** `HH:mm` of an instant in the zone; seconds are cut off. */
export const wallTimeOf = (at: Instant, zone: TimeZone): string => {
  const minutes = Math.floor(wallMs(at, zone) / 60_000);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};

/** The instant of a wall time `HH:mm` or `HH:mm:ss`. One that does not exist moves forward by the length
 * of the gap (02:30 → 03:30), one that occurs twice takes the first. Throws RangeError on other text. */
export const resolveWall = (date: LocalDate, wall: string, zone: TimeZone): Instant => {
  const match = wallPattern.exec(wall);
  if (!match) throw new RangeError(`Not a wall time: ${wall}`);
  const ms = (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) * 1000;
  return resolveLocal(dayNumber(date) * civilDayMs + ms, zone);
};

/** The same wall time, to the millisecond, as `at` has, on another day. */
export const sameWallOnDay = (at: Instant, date: LocalDate, zone: TimeZone): Instant =>
  resolveLocal(dayNumber(date) * civilDayMs + wallMs(at, zone), zone);

/** From (inclusive) and to (exclusive) of a local day: 23, 24 or 25 hours, seldom others. */
export const dayBounds = (date: LocalDate, zone: TimeZone): readonly [from: Instant, to: Instant] => {
  const key = `${zone} ${date}`;
  const known = bounds.get(key);
  if (known) return known;
  if (bounds.size >= 4096) bounds.clear();
  const found = [startOfDay(date, zone), startOfDay(addDays(date, 1), zone)] as const;
  bounds.set(key, found);
  return found;
};

/** When the local day of an instant is over. */
export const startOfNextDay = (at: Instant, zone: TimeZone): Instant =>
  dayBounds(localDateOf(at, zone), zone)[1];

const bounds = new Map<string, readonly [Instant, Instant]>();

const wallMs = (at: Instant, zone: TimeZone): number => {
  const ms = (at + offsetAt(at, zone)) % civilDayMs;
  return ms < 0 ? ms + civilDayMs : ms;
};

/** `local` is a wall clock reading as if it were UTC. */
const resolveLocal = (local: number, zone: TimeZone): Instant => {
  const before = offsetAt(local - civilDayMs, zone);
  const first = local - before;
  if (offsetAt(first, zone) === before) return first;
  const after = offsetAt(local + civilDayMs, zone);
  const second = local - after;
  if (offsetAt(second, zone) === after) return second;
  return first;
};

const startOfDay = (date: LocalDate, zone: TimeZone): Instant => {
  const midnight = dayNumber(date) * civilDayMs;
  const at = resolveLocal(midnight, zone);
  if (at + offsetAt(at, zone) === midnight) return at;
  // Midnight does not exist: the day starts where the clock jumps over it.
  const jump = nextTransition(midnight - offsetAt(midnight - civilDayMs, zone) - civilDayMs, zone);
  return jump <= at ? jump : at;
};

const pad = (n: number): string => String(n).padStart(2, '0');
