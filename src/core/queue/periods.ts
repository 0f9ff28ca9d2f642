import type { Instant, LocalDate, TimeZone } from '../model';
import { addDays, dayBounds, isInCalendar, localDateOf } from '../time';

export type PeriodUnit = 'day' | 'week';

/** A day, or the seven days from a Monday. */
export interface QueuePeriod {
  unit: PeriodUnit;
  first: LocalDate;
}

/** The Monday on which the week of a day begins. */
export const mondayOf = (day: LocalDate): LocalDate => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
};

const isDay = (value: unknown): value is LocalDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isInCalendar(value) && exists(value);

const exists = (day: LocalDate): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

/** RULES.md 4: what an address asks for; null: no period. */
export const periodAsked = ({ day, week }: { day?: unknown; week?: unknown }): QueuePeriod | null => {
  if (isDay(day)) return { unit: 'day', first: day };
  return isDay(week) ? { unit: 'week', first: mondayOf(week) } : null;
};

const daysIn: Record<PeriodUnit, number> = { day: 1, week: 7 };

export const lastDayOf = ({ unit, first }: QueuePeriod): LocalDate => addDays(first, daysIn[unit] - 1);

/** The period `n` after this one; before it where `n` is negative. */
export const periodAfter = ({ unit, first }: QueuePeriod, n: number): QueuePeriod => ({
  unit,
  first: addDays(first, n * daysIn[unit]),
});

/** From (inclusive) and to (exclusive). */
export const boundsOf = (period: QueuePeriod, zone: TimeZone): readonly [from: Instant, to: Instant] => [
  dayBounds(period.first, zone)[0],
  dayBounds(lastDayOf(period), zone)[1],
];

/** The period of this unit in which an instant lies. */
export const periodOf = (at: Instant, unit: PeriodUnit, zone: TimeZone): QueuePeriod => {
  const day = localDateOf(at, zone);
  return { unit, first: unit === 'day' ? day : mondayOf(day) };
};
