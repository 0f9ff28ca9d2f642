import { describeProfile } from '../audience';
import type {
  DimensionId,
  FeedId,
  Instant,
  Kind,
  LocalDate,
  Locale,
  Segment,
  SegmentId,
  TimeZone,
} from '../model';
import type { CapWindow, FilledBy, Profile, Reason } from '../reasons';
import { hourMs, localDateOf, wallTimeOf } from '../time';
import { listed } from './listed';

/** What sentences need beside the reason. Times are said in `zone`, the feed's. Unknown ids are shown. */
export interface WordsContext {
  zone: TimeZone;
  segments: ReadonlyMap<SegmentId, Segment>;
  dimensions?: ReadonlyMap<DimensionId, { name: string }>;
  feeds?: ReadonlyMap<FeedId, { name: string }>;
}

/** A sentence for each code of a union, without the closing full stop. */
export type Sentences<R extends { code: string }> = {
  [Code in R['code']]: (reason: Extract<R, { code: Code }>, context: WordsContext) => string;
};

/** The entry of one reason. Typed here once, because TypeScript cannot follow the pairing of code and data. */
export const say = <R extends Reason>(words: Sentences<R>, reason: R, context: WordsContext): string => {
  const sentence = words[reason.code as R['code']] as (reason: R, context: WordsContext) => string;
  return sentence(reason, context);
};

export const kindNames: Record<Locale, Record<Kind, string>> = {
  zh: { sales: '卖货', persona: '人设', knowledge: '干货', interaction: '互动', notice: '通知' },
  en: {
    sales: 'sales',
    persona: 'persona',
    knowledge: 'knowledge',
    interaction: 'interaction',
    notice: 'notice',
  },
};

/** As kinds stand alone, on cards and in lists. */
export const kindLabels: Record<Locale, Record<Kind, string>> = {
  zh: kindNames.zh,
  en: {
    sales: 'Sales',
    persona: 'Persona',
    knowledge: 'Knowledge',
    interaction: 'Interaction',
    notice: 'Notice',
  },
};

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 「11月22日」, "Nov 22". */
export const dayWords = (day: LocalDate, locale: Locale): string => {
  const [, month, date] = day.split('-').map(Number);
  return locale === 'zh' ? `${month}月${date}日` : `${monthsEn[(month ?? 1) - 1]} ${date}`;
};

/** 「11月23日 20:00」, "Nov 23, 20:00", in the zone of the context. */
export const momentWords = (at: Instant, { zone }: WordsContext, locale: Locale): string =>
  `${dayWords(localDateOf(at, zone), locale)}${locale === 'zh' ? ' ' : ', '}${wallTimeOf(at, zone)}`;

/** 「11月22日」「11月16日–22日这周」「11月」「11月22日 20:00 起 24 小时内」; with the pool's zone where it is another one. */
export const windowWords = (window: CapWindow, context: WordsContext, locale: Locale): string => {
  const elsewhere = window.zone === context.zone ? '' : ` (${window.zone})`;
  return `${spanWords(window, context, locale)}${elsewhere}`;
};

const spanWords = (window: CapWindow, context: WordsContext, locale: Locale): string => {
  const { unit, day, from, to, zone } = window;
  const zh = locale === 'zh';
  switch (unit) {
    case 'day':
      return dayWords(day, locale);
    case 'week': {
      const last = dayWords(localDateOf(to - 1, zone), locale);
      return zh ? `${dayWords(day, 'zh')}到${last}这周` : `The week from ${dayWords(day, 'en')} to ${last}`;
    }
    case 'month':
      return zh ? `${Number(day.slice(5, 7))}月` : (monthsEn[Number(day.slice(5, 7)) - 1] ?? day);
    case 'rolling-hours': {
      const hours = Math.round((to - from) / hourMs);
      const begin = momentWords(from, { ...context, zone }, locale);
      return zh ? `${begin} 起 ${hours} 小时内` : `The ${hours} hours from ${begin}`;
    }
  }
};

export const segmentNames = (profile: Profile, { segments }: WordsContext, locale: Locale): string =>
  locale === 'zh'
    ? profile.map((id) => `「${segments.get(id)?.name ?? id}」`).join('')
    : profile.map((id) => `“${segments.get(id)?.name ?? id}”`).join(', ');

export const dimensionNames = (
  ids: readonly DimensionId[],
  { dimensions }: WordsContext,
  locale: Locale,
): string =>
  listed(
    ids
      .map((id) => dimensions?.get(id)?.name ?? id)
      .map((name) => (locale === 'zh' ? `「${name}」` : `“${name}”`)),
    locale,
  );

export const feedName = (feed: FeedId | null, { feeds }: WordsContext): string =>
  feed === null ? '' : (feeds?.get(feed)?.name ?? feed);

export const profileWords = (profile: Profile, { segments }: WordsContext, locale: Locale): string =>
  describeProfile(profile, segments, locale);

/** Cards named before the rest is only counted. */
const mostNamed = 4;

/** 「《新品燕麦》08:00、《坚果》12:00」; with the day where it is another one than `day`. */
export const cardList = (
  cards: readonly FilledBy[],
  { context, day, locale }: { context: WordsContext; day: LocalDate; locale: Locale },
): string => {
  // One post in two feeds of a pool fills two places: it is named once.
  const places = new Map<string, { title: string; at: Instant; weight: number; cards: number }>();
  for (const { title, at, weight } of cards) {
    const key = `${at} ${title}`;
    const place = places.get(key) ?? { title, at, weight: 0, cards: 0 };
    places.set(key, { ...place, weight: place.weight + weight, cards: place.cards + 1 });
  }
  const shown = [...places.values()].slice(0, mostNamed);
  const named = shown.map(({ title, at, weight }) => {
    const sameDay = localDateOf(at, context.zone) === day;
    const time = sameDay ? wallTimeOf(at, context.zone) : momentWords(at, context, locale);
    const times = weight > 1 ? ` ×${weight}` : '';
    return locale === 'zh' ? `《${title}》${time}${times}` : `“${title}” ${time}${times}`;
  });
  const more = cards.length - shown.reduce((sum, place) => sum + place.cards, 0);
  if (locale === 'zh') return more > 0 ? `${named.join('、')} 等 ${cards.length} 条` : named.join('、');
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
};
