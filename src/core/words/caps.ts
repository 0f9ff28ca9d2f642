import type { Assumption, CapRule, Proof, WindowUsage } from '../caps';
import type { Locale } from '../model';
import { localDateOf } from '../time';
import { kindsWords } from './plan';
import { ruleWords } from './rules';
import {
  cardList,
  dayWords,
  dimensionNames,
  feedName,
  profileWords,
  type WordsContext,
  windowWords,
} from './text';

const who = (usage: WindowUsage, context: WordsContext, locale: Locale): string => {
  if (usage.feed !== null) return feedName(usage.feed, context);
  if (usage.profile) return profileWords(usage.profile, context, locale);
  if (!usage.bound) return '';
  return locale === 'zh' ? '上界估算' : 'upper bound';
};

/** 「已满 3/3（新用户 × 母婴）」, "2/3 (new × baby)": what stands beside a meter. */
export const usageWords = (usage: WindowUsage, context: WordsContext, locale: Locale): string => {
  const { count, limit } = usage;
  const fullest = count > 0 ? who(usage, context, locale) : '';
  const state =
    count > limit
      ? { zh: `已超 ${count}/${limit}`, en: `over, ${count}/${limit}` }[locale]
      : count === limit
        ? { zh: `已满 ${count}/${limit}`, en: `full, ${count}/${limit}` }[locale]
        : `${count}/${limit}`;
  if (fullest === '') return state;
  return locale === 'zh' ? `${state}（${fullest}）` : `${state} (${fullest})`;
};

/** How many of the staff a customer is taken to know; only those who know several are named. */
const overlapWords = (
  feeds: Extract<Assumption, { code: 'overlap' }>['feeds'],
  context: WordsContext,
  locale: Locale,
): string => {
  const zh = locale === 'zh';
  const several = feeds.filter(({ overlap }) => overlap > 1);
  if (several.length === 0) {
    if (feeds.length === 1)
      return zh ? '每位客户只加了本组 1 位员工' : 'Each customer knows 1 of the staff of this feed';
    return zh ? '每位客户在每个账号组只加了 1 位员工' : 'Each customer knows 1 of the staff of each feed';
  }
  const named = several.map(({ feed, overlap }) => `${feedName(feed, context)} ×${overlap}`);
  const others = several.length < feeds.length;
  return zh
    ? `一位客户可能加了同组几位员工，每条按多次计：${named.join('、')}${others ? '；其他账号组只加了 1 位' : ''}`
    : `A customer may know several staff of a feed, so each post counts several times: ${named.join(', ')}${others ? '; 1 of every other feed' : ''}`;
};

export const assumptionWords = (assumption: Assumption, context: WordsContext, locale: Locale): string => {
  const zh = locale === 'zh';
  switch (assumption.code) {
    case 'pool':
      return zh
        ? `只看同一个客户池，一天按 ${assumption.zone} 计`
        : `Within one pool, with days of ${assumption.zone}`;
    case 'overlap':
      return overlapWords(assumption.feeds, context, locale);
    case 'exclusive-within-the-day':
      return zh
        ? `客户在${dimensionNames(assumption.dimensions, context, 'zh')}里只有一个标签，当天不变`
        : `A customer has one tag at most of ${dimensionNames(assumption.dimensions, context, 'en')} and keeps it during the day`;
    case 'may-change':
      return zh
        ? `过了零点，客户在${dimensionNames(assumption.dimensions, context, 'zh')}里的标签可能和前一天不同`
        : `After midnight a customer’s tags of ${dimensionNames(assumption.dimensions, context, 'en')} may be others than the day before`;
    case 'counts-handed-out':
      return zh
        ? '按计划的下发时间计数，作废的也算'
        : 'What is handed out counts, at its planned time, recalled posts included';
  }
};

const againstWords = (
  { counterExamples, tooClose, unproved }: Proof,
  rules: readonly CapRule[],
  context: WordsContext,
  locale: Locale,
): string | null => {
  const zh = locale === 'zh';
  const kindsOf = (id: string, count: number): string =>
    kindsWords(rules.find((rule) => rule.id === id)?.kinds ?? [], locale, count);
  const [worst] = counterExamples;
  if (worst) {
    const { window, day, count, limit, smallest } = worst;
    const cards = cardList(smallest, { context, day, locale });
    const when = windowWords(window, context, locale);
    const customer = who(worst, context, locale);
    const ofFeed = worst.feed !== null;
    const named = smallest.reduce((sum, { weight }) => sum + (ofFeed ? 1 : weight), 0);
    const these = named === count ? null : named;
    return zh
      ? `${when} ${customer} 会${ofFeed ? '下发' : '看到'} ${count} 条${kindsOf(worst.rule, count)}，上限 ${limit}${these === null ? '' : `，光这 ${these} 条就超了`}：${cards}`
      : `${when}: ${customer} would ${ofFeed ? 'hand out' : 'see'} ${count} ${kindsOf(worst.rule, count)}, the limit is ${limit}${these === null ? '' : `; these ${these} alone are too many`}: ${cards}`;
  }
  const [close] = tooClose;
  if (close) {
    const customer = close.profile ? profileWords(close.profile, context, locale) : '';
    const day = dayOf(close.cards[0]?.at ?? 0, context);
    const cards = cardList(close.cards, { context, day, locale });
    return zh
      ? `${dayWords(day, 'zh')} ${cards}隔不到 ${close.minutes} 分钟${customer ? `，${customer}都会看到` : ''}`
      : `${dayWords(day, 'en')}: ${cards} are less than ${close.minutes} min apart${customer ? ` for ${customer}` : ''}`;
  }
  const [bound] = unproved;
  if (!bound) return null;
  const when = windowWords(bound.window, context, locale);
  return zh
    ? `${when} 的标签组合太多，只能估算：最多可能有 ${bound.count} 条${kindsOf(bound.rule, bound.count)}，上限 ${bound.limit}，没有证明不会超`
    : `${when}: too many combinations of tags to walk; at most ${bound.count} ${kindsOf(bound.rule, bound.count)} by an upper bound, the limit is ${bound.limit}, so it is not proved`;
};

const dayOf = (at: number, { zone }: WordsContext): string => localDateOf(at, zone);

/** The first thing a manager reads: that it holds, or who would see too many, and of what. */
export const proofWords = (
  proof: Proof,
  rules: readonly CapRule[],
  context: WordsContext,
  locale: Locale,
): string => {
  const against = againstWords(proof, rules, context, locale);
  if (against) return against;
  const proved = rules.filter(({ id }) => !proof.unsupported.some((reason) => reason.rule === id));
  return proved.map((rule) => ruleWords(rule, locale, context.feeds)).join(locale === 'zh' ? '；' : '. ');
};
