import type { Instant, LocalDate, Locale, TimeZone } from '../model';
import {
  addDays,
  civilDayMs,
  daysBetween,
  hourMs,
  localDateOf,
  minuteMs,
  resolveWall,
  wallTimeOf,
} from '../time';
import { dayWords } from './text';

/** A launch as copy speaks of it: its instant and zone, and when the post with the copy is to go out. */
export interface LaunchMoment {
  launchAt: Instant;
  zone: TimeZone;
  at: Instant;
  /** The clock of some of its readers is not the launch's: their today may be another day, their 20:00 another hour. */
  elsewhere: boolean;
}

const evening = '18:00';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The language in which a text speaks of time: Chinese as soon as one of its characters is. */
export const localeOfText = (text: string): Locale => (isChinese(text) ? 'zh' : 'en');

const near = {
  zh: {
    [-1]: { day: '昨天', night: '昨晚' },
    0: { day: '今天', night: '今晚' },
    1: { day: '明天', night: '明晚' },
  },
  en: {
    [-1]: { day: 'yesterday at', night: 'last night at' },
    0: { day: 'today at', night: 'tonight at' },
    1: { day: 'tomorrow at', night: 'tomorrow night at' },
  },
} as const;

/** What the clock on the wall shows, as if it were UTC. */
const civil = (at: Instant, zone: TimeZone): number =>
  resolveWall(localDateOf(at, zone), wallTimeOf(at, zone), 'UTC');

/** Whether two zones have the same day and wall time at an instant. */
export const sameClock = (at: Instant, one: TimeZone, other: TimeZone): boolean =>
  civil(at, one) === civil(at, other);

/** 「北京时间」「UTC−5」: whose clock a time is by. Not the system’s names: they change with its version. */
function clockName(at: Instant, zone: TimeZone, locale: Locale): string {
  const minutes = Math.round((civil(at, zone) - civil(at, 'UTC')) / minuteMs);
  if (locale === 'zh' && minutes === 8 * 60) return '北京时间';
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

const dated = (day: LocalDate, wall: string, locale: Locale): string =>
  locale === 'zh' ? `${dayWords(day, 'zh')} ${wall}` : `${dayWords(day, 'en')} at ${wall}`;

/**
 * 「今晚 20:00」「明天 10:00」「11月25日 20:00」 as read on the day of the post; the midnight after it is 「今晚 24:00」.
 * For readers elsewhere the date and the clock that it is by: 「11月25日 20:00（北京时间）」.
 */
export function launchTimeWords({ launchAt, zone, at, elsewhere }: LaunchMoment, locale: Locale): string {
  const today = localDateOf(at, zone);
  const day = localDateOf(launchAt, zone);
  const wall = wallTimeOf(launchAt, zone);
  if (elsewhere) {
    const clock = clockName(launchAt, zone, locale);
    return locale === 'zh'
      ? `${dated(day, wall, locale)}（${clock}）`
      : `${dated(day, wall, locale)} (${clock})`;
  }
  if (wall === '00:00' && day === addDays(today, 1)) {
    return locale === 'zh' ? '今晚 24:00' : 'tonight at midnight';
  }
  const offset = daysBetween(today, day);
  if (offset === -1 || offset === 0 || offset === 1) {
    return `${near[locale][offset][wall >= evening ? 'night' : 'day']} ${wall}`;
  }
  return dated(day, wall, locale);
}

/** Days on the launch's own calendar, by its clock on the wall; none more than there are in hours. */
function calendarDays({ launchAt, zone, at }: Omit<LaunchMoment, 'elsewhere'>): number {
  const byWall = (civil(launchAt, zone) - civil(at, zone)) / civilDayMs;
  if (byWall < 1) return 0;
  return Math.min(daysBetween(localDateOf(at, zone), localDateOf(launchAt, zone)), Math.round(byWall));
}

/**
 * How long it is until the launch. From a day on by the clock on the wall in days of the calendar, none more than
 * there are in hours (from 20:30 to the second midnight it is 「1 天」); readers elsewhere have another calendar and
 * change their clocks on other days: for them every 24 hours that pass are a day. Below that 「5 小时」 to the minute,
 * else 「不到 5 小时」, which stays true when the post goes out a little later. Null once the launch has begun: there is
 * nothing to count.
 */
export function countdownWords(
  { launchAt, zone, at, elsewhere }: LaunchMoment,
  locale: Locale,
): string | null {
  if (at >= launchAt) return null;
  const days = elsewhere ? Math.floor((launchAt - at) / civilDayMs) : calendarDays({ launchAt, zone, at });
  if (days >= 1) {
    return locale === 'zh' ? `${days} 天` : `${days} ${days === 1 ? 'day' : 'days'}`;
  }
  const left = (launchAt - at) / hourMs;
  const hours = Math.ceil(left);
  if (locale === 'zh') return `${left === hours ? '' : '不到 '}${hours} 小时`;
  if (left === hours) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `less than ${hours === 1 ? 'an hour' : `${hours} hours`}`;
}
