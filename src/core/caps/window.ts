import type { Instant, LocalDate, TimeZone } from '../model';
import type { CapWindow } from '../reasons';
import { dateOfDayNumber, dayBounds, localDayOf } from '../time';
import type { CalendarUnit } from './rule';

/** The calendar windows of one unit in one zone, numbered in the order of time. */
export interface CalendarWindows {
  /** The number of the window that an instant lies in. */
  at(instant: Instant): number;
  /** Its days: from (inclusive) to (exclusive). */
  window(number: number): CapWindow;
}

/** 1970-01-05 was the first Monday: day number 4. */
const firstMonday = 4;

const numberOf: Record<CalendarUnit, (day: number) => number> = {
  day: (day) => day,
  week: (day) => Math.floor((day - firstMonday) / 7),
  month: (day) => {
    const [year, month] = dateOfDayNumber(day).split('-').map(Number) as [number, number];
    return year * 12 + month - 1;
  },
};

const firstDayOf: Record<CalendarUnit, (number: number) => LocalDate> = {
  day: dateOfDayNumber,
  week: (number) => dateOfDayNumber(number * 7 + firstMonday),
  month: (number) =>
    `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`,
};

/** Days, weeks from Monday, months. A week's days may be 23 or 25 hours long, as its zone has them. */
export const calendarWindows = (unit: CalendarUnit, zone: TimeZone): CalendarWindows => {
  const numbers = new Map<number, number>();
  const known = new Map<number, CapWindow>();
  return {
    at(instant) {
      const day = localDayOf(instant, zone);
      const number = numbers.get(day);
      if (number !== undefined) return number;
      const found = numberOf[unit](day);
      numbers.set(day, found);
      return found;
    },
    window(number) {
      const made = known.get(number);
      if (made) return made;
      const day = firstDayOf[unit](number);
      const to = startOf(firstDayOf[unit](number + 1), zone);
      const window = { unit, zone, day, from: startOf(day, zone), to };
      known.set(number, window);
      return window;
    },
  };
};

/** A rolling window from an instant on. */
export const rollingWindow = (from: Instant, lengthMs: number, zone: TimeZone): CapWindow => ({
  unit: 'rolling-hours',
  zone,
  day: dateOfDayNumber(localDayOf(from, zone)),
  from,
  to: from + lengthMs,
});

const startOf = (day: LocalDate, zone: TimeZone): Instant => dayBounds(day, zone)[0];
