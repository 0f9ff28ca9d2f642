import type { LocalDate } from '../model';

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
/** A day of the calendar without a zone. Days of a zone may be longer or shorter: see dayBounds. */
export const civilDayMs = 86_400_000;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const byText = new Map<LocalDate, number>();
const byNumber = new Map<number, LocalDate>();

/** Days since 1970-01-01 of a `YYYY-MM-DD`; throws RangeError when there is no such day. */
export const dayNumber = (date: LocalDate): number => {
  const known = byText.get(date);
  if (known !== undefined) return known;
  const match = pattern.exec(date);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a calendar date: ${date}`);
  }
  const days = ms / civilDayMs;
  remember(date, days);
  return days;
};

export const dateOfDayNumber = (days: number): LocalDate => {
  const known = byNumber.get(days);
  if (known !== undefined) return known;
  const date = new Date(days * civilDayMs).toISOString().slice(0, 10);
  remember(date, days);
  return date;
};

/** Calendar arithmetic without a zone: 2026-02-28 + 1 = 2026-03-01. `n` may be negative. */
export const addDays = (date: LocalDate, n: number): LocalDate => dateOfDayNumber(dayNumber(date) + n);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** Eleven years of days fit; a caller that walks further only loses speed. */
const mostRemembered = 4096;

const remember = (date: LocalDate, days: number): void => {
  if (byText.size >= mostRemembered) {
    byText.clear();
    byNumber.clear();
  }
  byText.set(date, days);
  byNumber.set(days, date);
};

/** Whether an ISO day, or an instant that begins with one, lies where the days around it can be written too. */
export const isInCalendar = (iso: string): boolean => iso >= '1970-01-02' && iso < '9999-12-30';
