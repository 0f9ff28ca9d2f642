import type { CapException, CapRule } from '../caps';
import type { TemplateException } from '../launch/template';
import type { Instant, Locale, TimeZone } from '../model';
import { addDays, localDateOf, wallTimeOf, zoneOr } from '../time';
import { dayOffsetWords } from './offset';
import { kindsWords } from './plan';
import { dayWords, feedName, type WordsContext } from './text';

type Both = Record<Locale, string>;

const wall = (at: Instant, zone: TimeZone): string => wallTimeOf(at, zone).replace(/^00:/, '0:');

/** 「11月11日 0:00–24:00」, "Nov 10, 20:00 to Nov 12, 24:00": a midnight at the end is the end of its day. */
function spanWords(from: Instant, to: Instant, zone: TimeZone, locale: Locale): string {
  const midnight = wallTimeOf(to, zone) === '00:00';
  const first = localDateOf(from, zone);
  const end = localDateOf(to, zone);
  const last = midnight ? addDays(end, -1) : end;
  const until = midnight ? '24:00' : wall(to, zone);
  const comma = locale === 'zh' ? ' ' : ', ';
  const start = `${dayWords(first, locale)}${comma}${wall(from, zone)}`;
  if (first === last) return `${start}–${until}`;
  return `${start}${locale === 'zh' ? ' 到 ' : ' to '}${dayWords(last, locale)}${comma}${until}`;
}

const perWindow = (rule: CapRule | null, locale: Locale): string => {
  if (rule === null) return '';
  const hours = rule.window.hours ?? 24;
  const words = {
    day: { zh: '每天', en: ' a day' },
    week: { zh: '每周', en: ' a week' },
    month: { zh: '每月', en: ' a month' },
    'rolling-hours': { zh: `每 ${hours} 小时`, en: ` in any ${hours} hours` },
  }[rule.window.unit];
  return words[locale];
};

const counted = (rule: CapRule | null, locale: Locale, limit?: number): string => {
  const kinds = kindsWords(rule?.kinds ?? [], locale, limit);
  if (rule?.counts !== 'daily') return kinds;
  return locale === 'zh' ? `日常${kinds}` : `daily ${kinds}`;
};

type Relaxed = Pick<CapException, 'feeds' | 'limit' | 'minGapMinutes' | 'quietHours' | 'reason'>;

const limitWords = ({ limit }: Relaxed, rule: CapRule | null, locale: Locale): string => {
  if (limit === null) return '';
  const scope = rule?.scope === 'feed';
  const ordinary = rule?.limit ?? null;
  if (locale === 'zh') {
    const was = ordinary === null ? '' : `（原来 ${ordinary} 条）`;
    return `${scope ? '每个账号组' : ''}${perWindow(rule, 'zh')}${counted(rule, 'zh')}最多 ${limit} 条${was}`;
  }
  const was = ordinary === null ? '' : ` instead of ${ordinary}`;
  return `at most ${limit} ${counted(rule, 'en', limit)}${perWindow(rule, 'en')}${scope ? ' for each feed' : ''}${was}`;
};

const gapWords = ({ minGapMinutes: gap }: Relaxed, rule: CapRule | null, locale: Locale): string => {
  if (gap === null) return '';
  const ordinary = rule?.minGapMinutes ?? null;
  if (locale === 'zh') {
    const was = ordinary === null ? '' : `（原来 ${ordinary} 分钟）`;
    const subject = `两条${counted(rule, 'zh')}之间`;
    return gap === 0 ? `${subject}不用隔开${was}` : `${subject}最少隔 ${gap} 分钟${was}`;
  }
  const was = ordinary === null ? '' : ` instead of ${ordinary} min`;
  return gap === 0
    ? `no gap between ${counted(rule, 'en')}${was}`
    : `at least ${gap} min between ${counted(rule, 'en')}${was}`;
};

const quietWords: Both = { zh: '免打扰时段照发', en: 'also in quiet hours' };

const feedsWords = ({ feeds }: Relaxed, context: WordsContext, locale: Locale): string => {
  if (feeds.length === 0) return '';
  const names = feeds.map((feed) => feedName(feed, context));
  return locale === 'zh'
    ? `账号组${names.map((name) => `「${name}」`).join('')}`
    : `in ${names.map((name) => `“${name}”`).join(', ')}`;
};

interface Relaxing {
  /** Said of the time in which it holds. */
  when: string;
  exception: Relaxed;
  rule: CapRule | null;
  context: WordsContext;
}

function relaxedWords({ when, exception, rule, context }: Relaxing, locale: Locale): string {
  const parts = [
    feedsWords(exception, context, locale),
    limitWords(exception, rule, locale),
    gapWords(exception, rule, locale),
    exception.quietHours ? quietWords[locale] : '',
  ].filter(Boolean);
  const reason = exception.reason.trim();
  if (locale === 'zh') return `${[when, ...parts].join('，')}${reason ? `：${reason}` : ''}`;
  return `${when}: ${parts.join(', ')}${reason ? ` (${reason})` : ''}`;
}

/**
 * 「11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：双十一」: what a launch may do beyond a rule, when and why.
 * Times are said in the zone of the context; without the rule its ordinary values are left out.
 */
export const exceptionWords = (
  exception: CapException,
  rule: CapRule | null,
  context: WordsContext,
  locale: Locale,
): string => {
  const when = spanWords(exception.from, exception.to, zoneOr(context.zone, 'UTC'), locale);
  return relaxedWords({ when, exception, rule, context }, locale);
};

/** 「T−1 0:00 到 T+1 0:00，…」: the same of a template, whose launch has no date yet. */
export function relativeExceptionWords(
  exception: Omit<TemplateException, 'row'>,
  rule: CapRule | null,
  context: WordsContext,
  locale: Locale,
): string {
  const { fromDays, fromTime, toDays, toTime } = exception;
  const [from, to] = [
    [dayOffsetWords(fromDays), fromTime],
    [dayOffsetWords(toDays), toTime],
  ].map((parts) => parts.filter(Boolean).join(' '));
  const when = `${from}${locale === 'zh' ? ' 到 ' : ' to '}${to}`;
  return relaxedWords({ when, exception, rule, context }, locale);
}
