import type { Locale } from '../model';

/** 「总店、二店」, “A, B”. */
export const listed = (names: Iterable<string>, locale: Locale): string =>
  [...names].join(locale === 'zh' ? '、' : ', ');
