import type { FeedId, Locale } from '../model';
import type { QuietHoursReason, RuleDraft, RuleReason } from '../rules';
import { channelNames } from './channels';
import { kindsWords } from './plan';

/** 「30 分钟」「2 小时」「1 小时 30 分钟」 */
export const minutesWords = (minutes: number, locale: Locale): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts =
    locale === 'zh'
      ? [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : '']
      : [
          hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
          rest > 0 || hours === 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
        ];
  return parts.filter(Boolean).join(' ');
};

const windowWords = ({ window: { unit, hours } }: RuleDraft, locale: Locale): string => {
  const zh = locale === 'zh';
  switch (unit) {
    case 'day':
      return zh ? '当天' : 'a day';
    case 'week':
      return zh ? '一周内（周一起算）' : 'a week (from Monday)';
    case 'month':
      return zh ? '一个自然月内' : 'a calendar month';
    case 'rolling-hours':
      return zh ? `任意连续 ${hours ?? '…'} 小时内` : `in any ${hours ?? '…'} hours`;
  }
};

/** 「（朋友圈；总店、二店）」: where it holds, when not everywhere. */
const placeWords = (rule: RuleDraft, feeds: FeedNames | undefined, locale: Locale): string => {
  const zh = locale === 'zh';
  const channels = rule.channels.map((channel) => channelNames[locale][channel]);
  const named = feeds ? rule.feeds.map((id) => feeds.get(id)?.name ?? id) : [];
  const parts = [channels, named].filter((list) => list.length > 0);
  if (parts.length === 0) return '';
  return zh
    ? `（只管${parts.map((list) => list.join('、')).join('；')}）`
    : ` (only ${parts.map((list) => list.join(', ')).join('; ')})`;
};

type FeedNames = ReadonlyMap<FeedId, { name: string }>;

/**
 * 「任何一位客户当天最多 3 条日常卖货（按下发计）」, with every window, the least gap and the channels; the
 * feeds that it names too where their names are given.
 */
export const ruleWords = (rule: RuleDraft, locale: Locale, feeds?: FeedNames): string => {
  const zh = locale === 'zh';
  const daily = rule.counts === 'daily' ? (zh ? '日常' : 'ordinary ') : '';
  const kinds = `${daily}${kindsWords(rule.kinds, locale, rule.limit ?? undefined)}`;
  const place = placeWords(rule, feeds, locale);
  const gap = rule.minGapMinutes ? minutesWords(rule.minGapMinutes, locale) : '';
  const customer = rule.scope === 'customer';
  if (rule.limit === null) {
    if (gap === '') return zh ? '还没有上限，也没有最少间隔' : 'Neither a limit nor a least gap yet';
    return zh
      ? `${customer ? '任何一位客户看到的' : '每个账号组发出的'}两条${kinds}之间至少隔 ${gap}${place}`
      : `At least ${gap} between two ${kinds} ${customer ? 'that any customer sees' : 'of one feed'}${place}`;
  }
  if (zh) {
    const subject = customer ? '任何一位客户' : '每个账号组';
    const apart = gap === '' ? '' : `，每两条至少隔 ${gap}`;
    return `${subject}${windowWords(rule, 'zh')}最多 ${rule.limit} 条${kinds}${apart}（按下发计）${place}`;
  }
  const subject = customer ? 'for any customer' : 'for each feed';
  const apart = gap === '' ? '' : `, at least ${gap} apart`;
  return `At most ${rule.limit} ${kinds} ${windowWords(rule, 'en')} ${subject}${apart} (as handed out)${place}`;
};

const list = (names: readonly string[], locale: Locale): string =>
  locale === 'zh' ? names.map((name) => `「${name}」`).join('') : names.map((name) => `“${name}”`).join(', ');

/** Why a rule is refused or looks wrong, with what to do; a whole sentence. */
export const ruleReasonWords = (reason: RuleReason, locale: Locale): string => {
  const zh = locale === 'zh';
  switch (reason.code) {
    case 'rule-empty':
      return zh
        ? '上限和最少间隔都空着，这条规则什么也管不了：请至少填一个。'
        : 'It has neither a limit nor a least gap and would do nothing: give one of them.';
    case 'rule-limit':
      return zh ? '上限要填 1 或更大的整数。' : 'The limit must be a whole number of 1 or more.';
    case 'rule-limit-zero':
      return zh
        ? '上限是 0，它管的内容就一条也发不出去，会一直等着。想暂时不发：停用账号组，或用「紧急停发」；不想管了：停用这条规则。'
        : 'With a limit of 0 nothing that it counts could ever go out. To pause, switch the feed off or stop all hand-out; to drop the rule, disable it.';
    case 'rule-gap':
      return zh ? '最少间隔要填整数分钟。' : 'The least gap must be whole minutes.';
    case 'rule-hours':
      return zh
        ? '按连续小时计，要填几小时：1 到 744 的整数（744 小时是 31 天）。'
        : 'A window of rolling hours needs their number: a whole number from 1 to 744 (31 days).';
    case 'rule-gap-fills-window': {
      const { gap, window, limit } = reason;
      return zh
        ? `每两条至少隔 ${minutesWords(gap, 'zh')}，${minutesWords(window, 'zh')}里就只放得下 1 条，永远到不了上限 ${limit}：请把间隔改短、把时间窗改长，或把上限改成 1。`
        : `With at least ${minutesWords(gap, 'en')} between two, ${minutesWords(window, 'en')} have room for one, never for the limit of ${limit}: shorten the gap, widen the window, or set the limit to 1.`;
    }
    case 'rule-gap-fills-day': {
      const { gap, limit, feeds } = reason;
      const named = feeds.map(({ name, open }) =>
        zh
          ? `「${name}」（可发 ${minutesWords(open, 'zh')}）`
          : `“${name}” (${minutesWords(open, 'en')} open)`,
      );
      return zh
        ? `每两条至少隔 ${minutesWords(gap, 'zh')}，除去免打扰，${named.join('、')}一天只放得下 1 条，永远到不了上限 ${limit}：请把间隔改短，或把上限改成 1。`
        : `With at least ${minutesWords(gap, 'en')} between two, quiet hours leave room for one a day in ${named.join(', ')}, never for the limit of ${limit}: shorten the gap, or set the limit to 1.`;
    }
    case 'rule-overlap': {
      const { limit, feeds } = reason;
      const named = list(
        feeds.map(({ name, overlap }) => `${name} ×${overlap}`),
        locale,
      );
      return zh
        ? `${named}的每条内容按重叠员工数计，一条就超过了上限 ${limit}，什么也发不出去：请把上限调高，或调低这些账号组的重叠员工数。`
        : `Each post of ${named} counts as often as its overlap says, so a single one exceeds the limit of ${limit} and nothing could go out: raise the limit, or lower the overlap of these feeds.`;
    }
    case 'rule-without-feeds':
      return zh
        ? '现在没有启用的账号组归它管，所以它暂时不起作用：请检查渠道和账号组。'
        : 'No feed in use is concerned by it, so it does nothing for now: check its channels and feeds.';
  }
};

export const quietHoursWords = (reason: QuietHoursReason, locale: Locale): string => {
  const zh = locale === 'zh';
  switch (reason.code) {
    case 'quiet-hours-half':
      return zh
        ? '免打扰要填开始和结束两个时间；不需要就两个都清空。'
        : 'Quiet hours need both times; clear both when there are none.';
    case 'quiet-hours-all-day':
      return zh
        ? '开始和结束一样，全天都是免打扰，什么也发不出去：请改其中一个；想停发，请停用这个账号组。'
        : 'From and to are the same, so the whole day is quiet and nothing could go out: change one of them, or switch the feed off.';
    case 'quiet-hours-against-rule': {
      const { rule, gap, limit, open } = reason;
      return zh
        ? `免打扰之外只剩 ${minutesWords(open, 'zh')}，而「${rule}」要求每两条至少隔 ${minutesWords(gap, 'zh')}，一天只放得下 1 条，到不了它的上限 ${limit}：请缩短免打扰，或先改那条规则。`
        : `Only ${minutesWords(open, 'en')} are left beside the quiet hours, and “${rule}” wants at least ${minutesWords(gap, 'en')} between two: one fits a day, never its limit of ${limit}. Shorten the quiet hours, or change that rule first.`;
    }
  }
};
