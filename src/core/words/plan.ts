import type { Instant, Kind, Locale } from '../model';
import type { CapReason, FilledBy, GapReason, PlanReason, Reason } from '../reasons';
import { localDateOf } from '../time';
import { audienceSentences } from './audience';
import { channelSentences } from './channels';
import {
  cardList,
  dayWords,
  feedName,
  kindNames,
  momentWords,
  profileWords,
  type Sentences,
  say,
  type WordsContext,
  windowWords,
} from './text';

/** 「卖货」「卖货、互动」; a rule for every kind speaks of 「内容」. English says "post" where `count` is one. */
export const kindsWords = (kinds: readonly Kind[], locale: Locale, count?: number): string => {
  const names = kinds.map((kind) => kindNames[locale][kind]);
  if (locale === 'zh') return names.join('、') || '内容';
  return [names.join(', '), count === 1 ? 'post' : 'posts'].filter(Boolean).join(' ');
};

const countedIn = (reason: CapReason, context: WordsContext, locale: Locale): string => {
  if (reason.scope === 'feed') {
    return locale === 'zh' ? `账号组「${feedName(reason.feed, context)}」` : feedName(reason.feed, context);
  }
  if (reason.profile) return profileWords(reason.profile, context, locale);
  return locale === 'zh'
    ? '标签组合太多，这是只会偏高的估算'
    : 'too many combinations of tags: an upper bound, never too low';
};

const capZh = (reason: CapReason, context: WordsContext): string => {
  const { count, adds, limit, window, filledBy, freeAt } = reason;
  const kinds = kindsWords(reason.kinds, 'zh');
  if (limit === 0) return `「${reason.ruleName}」的上限是 0，${kinds}现在都不发：要发请先调高上限`;
  if (adds > limit) {
    return `一位客户会看到这条 ${adds} 次（账号组的重叠人数），超过「${reason.ruleName}」的上限 ${limit}，哪天都放不下：请调低重叠人数，或调高上限`;
  }
  const who = countedIn(reason, context, 'zh');
  const full =
    count > limit
      ? `已有 ${count} 条，超过了上限 ${limit}（${who}）`
      : count === limit
        ? `已满 ${count}/${limit}（${who}）`
        : `已有 ${count}/${limit}（${who}），这条要算 ${adds} 条，放不下`;
  const cards = cardList(filledBy, { context, day: window.day, locale: 'zh' });
  const takers = cards === '' ? '' : `：${cards} 占了名额`;
  return `${windowWords(window, context, 'zh')} ${kinds}${full}${takers}；${roomWords(freeAt, context, 'zh')}`;
};

const capEn = (reason: CapReason, context: WordsContext): string => {
  const { count, adds, limit, window, filledBy, freeAt } = reason;
  const kinds = kindsWords(reason.kinds, 'en');
  if (limit === 0) return `“${reason.ruleName}” allows none, so no ${kinds} go out: raise it first`;
  if (adds > limit) {
    return `One customer would see this ${adds} times (the overlap of the feed), more than the ${limit} of “${reason.ruleName}”, so it fits on no day: lower the overlap or raise the limit`;
  }
  const who = countedIn(reason, context, 'en');
  const day = windowWords(window, context, 'en');
  const full =
    count > limit
      ? `${day} already has ${count} ${kinds}, over the limit of ${limit} (${who})`
      : count === limit
        ? `${day} is full for ${kinds}, ${count}/${limit} (${who})`
        : `${day} has ${count}/${limit} ${kinds} (${who}) and this one counts ${adds} times`;
  const cards = cardList(filledBy, { context, day: window.day, locale: 'en' });
  const takers =
    cards === '' ? '' : `: ${filledBy.length === 1 ? 'the place is' : 'the places are'} taken by ${cards}`;
  return `${full}${takers}; ${roomWords(freeAt, context, 'en')}`;
};

const gapZh = (reason: GapReason, context: WordsContext): string => {
  const { minutes, profile, filledBy, freeAt } = reason;
  const near = cardList(filledBy, { context, day: dayOfFirst(filledBy, context), locale: 'zh' });
  const who = profile ? `，${profileWords(profile, context, 'zh')}两条都会看到` : '';
  return `离${near}不到 ${minutes} 分钟（「${reason.ruleName}」${who}）；${roomWords(freeAt, context, 'zh')}`;
};

const gapEn = (reason: GapReason, context: WordsContext): string => {
  const { minutes, profile, filledBy, freeAt } = reason;
  const near = cardList(filledBy, { context, day: dayOfFirst(filledBy, context), locale: 'en' });
  const who = profile ? `; ${profileWords(profile, context, 'en')} would see both` : '';
  return `It is less than ${minutes} min from ${near} (“${reason.ruleName}”${who}); ${roomWords(freeAt, context, 'en')}`;
};

const dayOfFirst = ([first]: readonly FilledBy[], { zone }: WordsContext): string =>
  first ? localDateOf(first.at, zone) : '';

const roomWords = (freeAt: Instant | null, context: WordsContext, locale: Locale): string => {
  if (locale === 'zh')
    return freeAt === null ? '它能等的时间里没有空位' : `最早 ${momentWords(freeAt, context, 'zh')} 可发`;
  return freeAt === null
    ? 'there is no room for as long as it can wait'
    : `the earliest it can go out is ${momentWords(freeAt, context, 'en')}`;
};

const brokenParts = {
  zh: {
    limit: '上限没有填，或不是 0 以上的整数',
    gap: '最少间隔不是 0 以上的整数',
    window: '滚动窗口没有填小时数',
  },
  en: {
    limit: 'There is no limit that is a whole number of 0 or more in the rule',
    gap: 'There is no least gap that is a whole number of 0 or more in the rule',
    window: 'The rolling hours have no number in the window',
  },
} as const;

const zh: Sentences<PlanReason> = {
  cap: capZh,
  gap: gapZh,
  'quiet-hours': ({ feed, from, to, freeAt }, context) =>
    `账号组「${feedName(feed, context)}」${from} 到 ${to} 免打扰；${roomWords(freeAt, context, 'zh')}`,
  'unsupported-rule': ({ ruleName, part }) =>
    `频次上限「${ruleName}」的${brokenParts.zh[part]}，没法计算：请改好或停用它，在那之前它管的内容先不发`,
  expired: ({ planned, deadline, by }, context) =>
    `原定 ${momentWords(planned, context, 'zh')}，${by === 'grace' ? '最晚可以补发到' : '有效期到'} ${momentWords(deadline, context, 'zh')}，错过了就没有再发：还想发，请换个时间重新提交`,
  'ends-before-start': ({ planned, deadline }, context) =>
    `有效期 ${momentWords(deadline, context, 'zh')} 在发布时间 ${momentWords(planned, context, 'zh')} 之前，发不出去：请把有效期改晚，或把时间改早`,
  late: ({ planned, minutes }, context) =>
    `比计划晚了 ${minutes} 分钟（原定 ${momentWords(planned, context, 'zh')}）`,
  'deferred-before': ({ scheduled }, context) =>
    `原定 ${momentWords(scheduled, context, 'zh')}，那时排不下，所以顺延`,
  'brought-forward': ({ planned }, context) =>
    `本来顺延到 ${momentWords(planned, context, 'zh')}，现在有了空位，提前发`,
  'feed-off': ({ feed }, context) =>
    `账号组「${feedName(feed, context)}」停用了，所以没有下发：要发就先启用它，不发就撤回`,
  'no-room': ({ until, by }) =>
    by === 'defer-days'
      ? `顺延到 ${dayWords(until, 'zh')} 也排不下，先放着等人决定：换个时间、给它更高的优先级，或取消`
      : `在有效期（${dayWords(until, 'zh')}）内都排不下，先放着等人决定：换个时间、延长有效期，或取消`,
  'day-bound': ({ day, over }) =>
    over
      ? `这条只能在 ${dayWords(day, 'zh')} 发，那天已经过了，先放着等人决定`
      : `这条只能在 ${dayWords(day, 'zh')} 发，当天排不下，先放着等人决定：换一条让位、给它更高的优先级，或取消`,
  'cannot-plan': () => '这条内容的数据有问题，排不了：请检查它的时间、可见范围和账号组的时区',
  'on-conflict': ({ action }) =>
    action === 'skip' ? '这条设的是「排不下就跳过」，所以不发' : '这条设的是「排不下就等人处理」，所以先放着',
  'on-late': ({ action }) =>
    action === 'skip'
      ? '这条设的是「错过时间就跳过」，所以不补发'
      : '这条设的是「错过时间就等人处理」，所以先放着：还想发，点「现在就发」或换个时间',
};

const en: Sentences<PlanReason> = {
  cap: capEn,
  gap: gapEn,
  'quiet-hours': ({ feed, from, to, freeAt }, context) =>
    `${feedName(feed, context)} is quiet from ${from} to ${to}; ${roomWords(freeAt, context, 'en')}`,
  'unsupported-rule': ({ ruleName, part }) =>
    `${brokenParts.en[part]} of “${ruleName}”: mend or disable it; until then what it concerns does not go out`,
  expired: ({ planned, deadline, by }, context) =>
    `Planned for ${momentWords(planned, context, 'en')}, ${by === 'grace' ? 'could still go out until' : 'valid until'} ${momentWords(deadline, context, 'en')}; that has passed, so it did not go out: choose another time and submit it again`,
  'ends-before-start': ({ planned, deadline }, context) =>
    `It ends ${momentWords(deadline, context, 'en')}, before its time ${momentWords(planned, context, 'en')}, so it can never go out: end it later or schedule it earlier`,
  late: ({ planned, minutes }, context) =>
    `${minutes} min later than planned (${momentWords(planned, context, 'en')})`,
  'deferred-before': ({ scheduled }, context) =>
    `Planned for ${momentWords(scheduled, context, 'en')}, when there was no room, so it was deferred`,
  'brought-forward': ({ planned }, context) =>
    `It was deferred to ${momentWords(planned, context, 'en')}; there is room now, so it goes out earlier`,
  'feed-off': ({ feed }, context) =>
    `${feedName(feed, context)} is switched off, so it does not go out: switch the feed on, or withdraw it`,
  'no-room': ({ until, by }) =>
    by === 'defer-days'
      ? `There is no room until ${dayWords(until, 'en')} either, so somebody has to decide: another time, a higher priority, or cancel it`
      : `There is no room before it ends (${dayWords(until, 'en')}), so somebody has to decide: another time, a later end, or cancel it`,
  'day-bound': ({ day, over }) =>
    over
      ? `It is bound to ${dayWords(day, 'en')}, which is over, so somebody has to decide`
      : `It is bound to ${dayWords(day, 'en')} and does not fit there, so somebody has to decide: let another make room, give it a higher priority, or cancel it`,
  'cannot-plan': () =>
    'Something is wrong with its data and it cannot be planned: check its time, its audience and the time zone of the feed',
  'on-conflict': ({ action }) =>
    action === 'skip'
      ? 'It is set to be skipped when it does not fit'
      : 'It is set to wait for a person when it does not fit',
  'on-late': ({ action }) =>
    action === 'skip'
      ? 'It is set to be skipped when its time has passed'
      : 'It is set to wait for a person when its time has passed: send it now, or choose another time',
};

/** Every code that the core can refuse with. Another area adds its dictionary here. */
const dictionaries: Record<Locale, Sentences<Reason>> = {
  zh: { ...zh, ...audienceSentences.zh, ...channelSentences.zh },
  en: { ...en, ...audienceSentences.en, ...channelSentences.en },
};

/** Reasons as a colleague would say them, one after the other; empty when there are none. */
export const explain = (reasons: readonly Reason[], context: WordsContext, locale: Locale): string => {
  const sentences = [...new Set(reasons.map((reason) => say(dictionaries[locale], reason, context)))];
  if (sentences.length === 0) return '';
  return locale === 'zh' ? sentences.join('。') : `${sentences.join('. ')}.`;
};

export type { WordsContext } from './text';
