import type { Assumption, CapRule, DayUsage, Proof } from '../caps';
import type { Locale } from '../model';
import { kindsWords } from './plan';
import { cardList, dayWords, dimensionNames, feedName, profileWords, type WordsContext } from './text';

const who = (usage: DayUsage, context: WordsContext, locale: Locale): string => {
  if (usage.feed !== null) return feedName(usage.feed, context);
  if (usage.profile) return profileWords(usage.profile, context, locale);
  if (!usage.bound) return '';
  return locale === 'zh' ? '上界估算' : 'upper bound';
};

/** 「已满 3/3（新用户 × 母婴）」, "2/3 (new × baby)": what stands beside a meter. */
export const usageWords = (usage: DayUsage, context: WordsContext, locale: Locale): string => {
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

/** 「任何一位客户当天最多 3 条卖货（按下发计）」 */
export const ruleWords = (rule: CapRule, locale: Locale): string => {
  const kinds = kindsWords(rule.kinds, locale);
  const daily = rule.counts === 'daily';
  if (locale === 'zh') {
    const subject = rule.scope === 'customer' ? '任何一位客户' : '每个账号组';
    return `${subject}当天最多 ${rule.limit} 条${daily ? '日常' : ''}${kinds}（按下发计）`;
  }
  const subject = rule.scope === 'customer' ? 'for any customer' : 'for each feed';
  return `At most ${rule.limit} ${daily ? 'ordinary ' : ''}${kinds} a day ${subject} (as handed out)`;
};

export const assumptionWords = (assumption: Assumption, context: WordsContext, locale: Locale): string => {
  const zh = locale === 'zh';
  switch (assumption.code) {
    case 'pool':
      return zh
        ? `只看同一个客户池，一天按 ${assumption.zone} 计`
        : `Within one pool, with days of ${assumption.zone}`;
    case 'overlap': {
      const feeds = assumption.feeds.map(({ feed, overlap }) => `${feedName(feed, context)} ×${overlap}`);
      return zh
        ? `同一位客户可能加了几位同事，这些账号组的每条按多次计：${feeds.join('、')}`
        : `A customer may know several staff, so each post of these feeds counts several times: ${feeds.join(', ')}`;
    }
    case 'exclusive-within-the-day':
      return zh
        ? `客户在${dimensionNames(assumption.dimensions, context, 'zh')}里只有一个标签，当天不变`
        : `A customer has one tag at most of ${dimensionNames(assumption.dimensions, context, 'en')} and keeps it during the day`;
    case 'counts-handed-out':
      return zh
        ? '按计划的下发时间计数，作废的也算'
        : 'What is handed out counts, at its planned time, recalled posts included';
  }
};

/** The first thing a manager reads: that it holds, or who would see too many, and of what. */
export const proofWords = (
  proof: Proof,
  rules: readonly CapRule[],
  context: WordsContext,
  locale: Locale,
): string => {
  const worst = proof.counterExamples[0];
  if (worst) {
    const rule = rules.find(({ id }) => id === worst.rule);
    const kinds = kindsWords(rule?.kinds ?? [], locale);
    const customer = who(worst, context, locale);
    const cards = cardList(worst.filledBy, { context, day: worst.day, locale });
    return locale === 'zh'
      ? `${dayWords(worst.day, 'zh')} ${customer} 会看到 ${worst.count} 条${kinds}，上限 ${worst.limit}：${cards}`
      : `On ${dayWords(worst.day, 'en')} ${customer} would see ${worst.count} ${kinds}, the limit is ${worst.limit}: ${cards}`;
  }
  const proved = rules.filter(({ id }) => !proof.unsupported.some((reason) => reason.rule === id));
  return proved.map((rule) => ruleWords(rule, locale)).join(locale === 'zh' ? '；' : '; ');
};
