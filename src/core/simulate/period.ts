import type { Instant, TimeZone } from '../model';
import { addDays, dayBounds, daysBetween, isInCalendar, localDateOf } from '../time';

/** From (inclusive) to (exclusive). */
export interface Period {
  from: Instant;
  to: Instant;
}

export type PeriodReason =
  | { code: 'period-unreadable'; field: 'from' | 'to' }
  | { code: 'period-empty' }
  | { code: 'period-too-long'; days: number };

/** A leap year's worth: a plan is asked for by the month or the quarter. */
export const longestPeriodDays = 366;

const date = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The beginning of a day in the zone, or an instant with its offset; null for anything else. */
export const instantOfText = (text: string, zone: TimeZone): Instant | null => {
  try {
    // The days around it are asked for too.
    if (!isInCalendar(text)) return null;
    if (date.test(text)) return dayBounds(text, zone)[0];
    if (!instant.test(text)) return null;
    // Throws on a day that does not exist (02-30); Date.parse would move it to the next month without a word.
    addDays(text.slice(0, 10), 0);
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  } catch {
    return null;
  }
};

/** A period as people write it: two days (the second is not part of it) or two instants. */
export const periodOf = (
  { from, to }: { from: string; to: string },
  zone: TimeZone,
): { ok: true; period: Period } | { ok: false; reason: PeriodReason } => {
  const first = instantOfText(from, zone);
  if (first === null) return { ok: false, reason: { code: 'period-unreadable', field: 'from' } };
  const last = instantOfText(to, zone);
  if (last === null) return { ok: false, reason: { code: 'period-unreadable', field: 'to' } };
  if (last <= first) return { ok: false, reason: { code: 'period-empty' } };
  const days = daysBetween(localDateOf(first, zone), localDateOf(last, zone));
  if (days > longestPeriodDays) return { ok: false, reason: { code: 'period-too-long', days } };
  return { ok: true, period: { from: first, to: last } };
};

/** The parts of a plan within the period, in the order in which they happen; equal instants as they came. */
export const cutTo = <T extends { at: Instant }>(list: readonly T[], { from, to }: Period): T[] =>
  list.filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at);
