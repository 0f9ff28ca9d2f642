import type { Instant, Locale, TimeZone } from '../model';
import { addDays, daysBetween, hourMs, localDateOf, wallTimeOf } from '../time';
import { dayWords } from './text';

/** A launch as copy speaks of it: its instant and zone, and when the post with the copy is to go out. */
export interface LaunchMoment {
  launchAt: Instant;
  zone: TimeZone;
  at: Instant;
}

/** From so many hours before the launch on, hours are counted instead of days. */
const hoursFrom = 12;
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

/** 「今晚 20:00」「明天 10:00」「11月25日 20:00」 as read on the day of the post; the midnight after it is 「今晚 24:00」. */
export function launchTimeWords({ launchAt, zone, at }: LaunchMoment, locale: Locale): string {
  const today = localDateOf(at, zone);
  const day = localDateOf(launchAt, zone);
  const wall = wallTimeOf(launchAt, zone);
  if (wall === '00:00' && day === addDays(today, 1)) {
    return locale === 'zh' ? '今晚 24:00' : 'tonight at midnight';
  }
  const offset = daysBetween(today, day);
  if (offset === -1 || offset === 0 || offset === 1) {
    return `${near[locale][offset][wall >= evening ? 'night' : 'day']} ${wall}`;
  }
  return locale === 'zh' ? `${dayWords(day, 'zh')} ${wall}` : `${dayWords(day, 'en')} at ${wall}`;
}

/**
 * How long it is until the launch: 「3 天」 by the calendar, on its last half day 「不到 5 小时」, which stays true
 * when the post goes out a little later. Null once the launch has begun: there is nothing to count.
 */
export function countdownWords({ launchAt, zone, at }: LaunchMoment, locale: Locale): string | null {
  if (at >= launchAt) return null;
  const days = daysBetween(localDateOf(at, zone), localDateOf(launchAt, zone));
  if (days > 0 && launchAt - at >= hoursFrom * hourMs) {
    return locale === 'zh' ? `${days} 天` : `${days} ${days === 1 ? 'day' : 'days'}`;
  }
  const hours = Math.ceil((launchAt - at) / hourMs);
  if (locale === 'zh') return `不到 ${hours} 小时`;
  return `less than ${hours === 1 ? 'an hour' : `${hours} hours`}`;
}
