import type { Locale } from '../model';

interface Offset {
  offsetDays?: number | null;
  time?: string | null;
  offsetMinutes?: number | null;
}

const sign = (n: number): string => (n < 0 ? '−' : '+');

/** 「T−7 20:00」「T−1 小时」「T+30 分钟」: where a step is, counted from the launch; empty: it does not say. */
export function offsetWords({ offsetDays, time, offsetMinutes }: Offset, locale: Locale): string {
  if (typeof offsetMinutes === 'number') {
    if (offsetMinutes === 0) return 'T';
    const minutes = Math.abs(offsetMinutes);
    const hours = minutes % 60 === 0;
    const amount = hours ? minutes / 60 : minutes;
    const unit = locale === 'zh' ? (hours ? ' 小时' : ' 分钟') : hours ? ' h' : ' min';
    return `T${sign(offsetMinutes)}${amount}${unit}`;
  }
  if (typeof offsetDays !== 'number') return '';
  return `${dayOffsetWords(offsetDays)}${time ? ` ${time}` : ''}`;
}

/** 「T−7」「T」「T+3」: a day counted from the launch day. */
export const dayOffsetWords = (days: number): string =>
  days === 0 ? 'T' : `T${sign(days)}${Math.abs(days)}`;
