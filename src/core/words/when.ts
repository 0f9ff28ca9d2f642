import type { Instant, LocalDate, Locale, TimeZone } from '../model';
import { addDays, daysBetween, localDateOf, wallTimeOf } from '../time';
import { dayWords } from './text';

export interface WhenQuestion {
  at: Instant;
  now: Instant;
  zone: TimeZone;
}

const near: Record<Locale, Record<-1 | 0 | 1 | 2, string>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow', 2: 'in two days,' },
};

/** 「明天」「11月25日」, "tomorrow", "Nov 25"; with the year where it is another one. */
export const dayName = (day: LocalDate, today: LocalDate, locale: Locale): string => {
  for (const offset of [-1, 0, 1] as const) {
    if (day === addDays(today, offset)) return near[locale][offset];
  }
  if (locale === 'zh' && day === addDays(today, 2)) return near.zh[2];
  const [year] = day.split('-');
  if (today.startsWith(`${year}-`)) return dayWords(day, locale);
  return locale === 'zh' ? `${year}年${dayWords(day, 'zh')}` : `${dayWords(day, 'en')}, ${year}`;
};

/** 「明天 20:00」, "tomorrow 20:00", "Nov 25, 20:00", in the zone given. */
export const whenWords = ({ at, now, zone }: WhenQuestion, locale: Locale): string => {
  const today = localDateOf(now, zone);
  const day = localDateOf(at, zone);
  const name = dayName(day, today, locale);
  const far = locale === 'en' && !Object.values(near.en).includes(name);
  return `${name}${far ? ',' : ''} ${wallTimeOf(at, zone)}`;
};

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** 「11月22日 周日」, "Sun, Nov 22". */
export const fullDay = (day: LocalDate, locale: Locale): string => {
  const weekday = weekdays[locale][new Date(`${day}T00:00:00Z`).getUTCDay()];
  return locale === 'zh' ? `${dayWords(day, 'zh')} ${weekday}` : `${weekday}, ${dayWords(day, 'en')}`;
};

/** The same, or the day alone, with its year where it is more than half a year from another day: a slip is seen. */
export const dayFrom = (
  day: LocalDate,
  { from, weekday }: { from: LocalDate; weekday: boolean },
  locale: Locale,
): string => {
  const said = (weekday ? fullDay : dayWords)(day, locale);
  if (Math.abs(daysBetween(from, day)) <= 183) return said;
  const [year] = day.split('-');
  return locale === 'zh' ? `${year}年${said}` : `${said}, ${year}`;
};

/** 「11月22日 周日 20:00」, "Sun, Nov 22, 20:00": an instant that is being chosen. */
export const dayAndWall = (at: Instant, zone: TimeZone, locale: Locale): string =>
  `${fullDay(localDateOf(at, zone), locale)}${locale === 'zh' ? '' : ','} ${wallTimeOf(at, zone)}`;

/** 「中国标准时间」, "China Standard Time"; the identifier where the system has no name for it. */
export const zoneName = (zone: TimeZone, locale: Locale): string => {
  try {
    const parts = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', {
      timeZone: zone,
      timeZoneName: 'long',
    }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return zone;
  }
};
