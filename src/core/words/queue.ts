/** The words of the approval queue by days and weeks. What a single post says is in `admin.ts`. */
import type { LocalDate, Locale } from '../model';
import { mondayOf, type PeriodUnit, type QueuePeriod } from '../queue/periods';
import type { Urgency } from '../queue/urgency';
import { addDays } from '../time';
import { dayWords } from './text';
import { dayName, fullDay } from './when';

const zh = {
  units: { day: '按天', week: '按周' } satisfies Record<PeriodUnit, string>,
  past: '过期',
  noTime: '没有时间',
  reviewPeriod: { day: '审批这一天', week: '审批这一周' } satisfies Record<PeriodUnit, string>,
  thisWeek: '本周',
  nextWeek: '下周',
  /** How long is left, rounded down: what is said is never too late. */
  left: (hours: number, minutes: number): string =>
    hours >= 2 ? `${hours} 小时` : hours === 1 ? `1 小时 ${minutes} 分钟` : `${minutes} 分钟`,
  urgent: (left: string) => `${left}后要发，还没审批`,
  dueNow: '现在就要发，还没审批',
  overdue: '已经过了时间，还没审批',
  unsubmitted: '还没提交',
  unsubmittedHint: '24 小时内要发，编辑还没有交上来。',
  mustGo: (when: string) => `${when} 要发`,
  count: (count: number) => `${count} 条`,
  changedSteps: (count: number) => `${count} 步通过后改过`,

  periods: '换一天或一周',
  back: '返回待审批',
  before: { day: '前一天', week: '前一周' } satisfies Record<PeriodUnit, string>,
  after: { day: '后一天', week: '后一周' } satisfies Record<PeriodUnit, string>,
  whole: { day: '看整周', week: '看第一天' } satisfies Record<PeriodUnit, string>,
  empty: { day: '这一天没有等着审批的内容。', week: '这一周没有等着审批的内容。' } satisfies Record<
    PeriodUnit,
    string
  >,
  more: (count: number) => `还有 ${count} 条没有列出，审完这些再来看。`,
  shared: (count: number) => `另有 ${count} 条也发到别的团队的账号组，由能管全部账号组的主管来审。`,
  posts: '等着审批的内容',
  open: '单独打开',
  openChanges: '上次通过后改过，打开看改了什么',
  cannot: '这一条不能一起通过：',
  launch: (name: string) => `发售剧本《${name}》`,
  guidance: '给员工的提示',
  together: '一起通过会怎样',
  togetherOf: (count: number) => `按选中的 ${count} 条一起算`,
  asking: '正在按选中的重算…',
  allOnTime: '都能按原定时间发。',
  proved: '频次上限：已证明不会超',
  notProved: '频次上限：有会超的，请展开看',
  moved: (count: number) => `有 ${count} 条不能按原定时间发：`,
  noneChosen: '没有选中，先勾选要通过的。',
  pick: (title: string) => `通过《${title}》`,
  all: '全选',
  none: '全不选',
  list: (count: number) => `将要通过的 ${count} 条和内容指纹`,
  hash: (hash: string) => `完整的内容指纹：${hash}`,
  approve: (count: number, atOnce: number): string =>
    `通过选中的 ${count} 条${atOnce > 0 ? `（${atOnce} 条立即下发）` : ''}`,
  sending: '正在通过…',
  approved: (count: number) => `已通过 ${count} 条`,
  leftOut: (count: number) => `${count} 条没有通过：`,
  leftOutWhy: (title: string, why: string) => `『${title}』${why}`,
  changed: '刚被修改过，看过新的内容再决定。',
  decided: '已经有人处理过。',
};

export type QueueWords = typeof zh;

const en: QueueWords = {
  units: { day: 'By day', week: 'By week' },
  past: 'Past',
  noTime: 'No time',
  reviewPeriod: { day: 'Review this day', week: 'Review this week' },
  thisWeek: 'This week',
  nextWeek: 'Next week',
  left: (hours, minutes) =>
    hours >= 2 ? `${hours} h` : hours === 1 ? `1 h ${minutes} min` : `${minutes} min`,
  urgent: (left) => `Due in ${left}, not approved`,
  dueNow: 'Due now, not approved',
  overdue: 'Past its time, not approved',
  unsubmitted: 'Not submitted yet',
  unsubmittedHint: 'Due within 24 hours, and no editor has submitted it.',
  mustGo: (when) => `due ${when}`,
  count: (count) => `${count}`,
  changedSteps: (count) => `${count} ${count === 1 ? 'step' : 'steps'} changed after approval`,

  periods: 'Another day or week',
  back: 'Back to the queue',
  before: { day: 'The day before', week: 'The week before' },
  after: { day: 'The day after', week: 'The week after' },
  whole: { day: 'Whole week', week: 'First day' },
  empty: { day: 'Nothing of this day waits for approval.', week: 'Nothing of this week waits for approval.' },
  more: (count) => `${count} more are not listed: come back after these.`,
  shared: (count) =>
    `${count} more go to another team’s feeds too: a manager who looks after all of these feeds decides on them.`,
  posts: 'Posts that wait for approval',
  open: 'Open it',
  openChanges: 'Changed since it was approved: see what',
  cannot: 'This one cannot be approved with the others:',
  launch: (name) => `Launch script “${name}”`,
  guidance: 'Guidance for staff',
  together: 'If they are approved together',
  togetherOf: (count) => `For the ${count} selected, together`,
  asking: 'Working it out for the selection…',
  allOnTime: 'All go out at their time.',
  proved: 'Caps: proved to hold',
  notProved: 'Caps: something would go beyond them, see below',
  moved: (count) => `${count} cannot go out at their time:`,
  noneChosen: 'Nothing is selected: tick what you approve.',
  pick: (title) => `Approve “${title}”`,
  all: 'Select all',
  none: 'Select none',
  list: (count) => `The ${count} to be approved, with their hashes`,
  hash: (hash) => `The whole hash: ${hash}`,
  approve: (count, atOnce) => `Approve ${count} selected${atOnce > 0 ? ` (${atOnce} at once)` : ''}`,
  sending: 'Approving…',
  approved: (count) => `${count} approved`,
  leftOut: (count) => `${count} not approved:`,
  leftOutWhy: (title, why) => `“${title}”: ${why}`,
  changed: 'changed a moment ago; look at it again before you decide.',
  decided: 'somebody has dealt with it already.',
};

export const queueWords: Record<Locale, QueueWords> = { zh, en };

/** 「今天」「周三 11月25日」, "Today", "Wed, Nov 25". */
export const dayHeading = (day: LocalDate, today: LocalDate, locale: Locale): string => {
  const near = [0, 1].some((offset) => day === addDays(today, offset));
  if (!near) return fullDay(day, locale);
  const name = dayName(day, today, locale);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** 「本周」「11月30日–12月6日」. */
export const weekHeading = (monday: LocalDate, today: LocalDate, locale: Locale): string => {
  const present = mondayOf(today);
  if (monday === present) return queueWords[locale].thisWeek;
  if (monday === addDays(present, 7)) return queueWords[locale].nextWeek;
  return weekSpan(monday, locale);
};

export const weekSpan = (monday: LocalDate, locale: Locale): string =>
  `${dayWords(monday, locale)}–${dayWords(addDays(monday, 6), locale)}`;

export const periodHeading = ({ unit, first }: QueuePeriod, today: LocalDate, locale: Locale): string =>
  unit === 'day' ? dayHeading(first, today, locale) : weekHeading(first, today, locale);

/** 「6 小时后要发，还没审批」; empty where nothing is urgent. */
export const urgencyWords = (
  { urgency, at, now }: { urgency: Urgency; at: number | null; now: number },
  locale: Locale,
): string => {
  const words = queueWords[locale];
  if (urgency === 'none' || at === null) return '';
  if (urgency === 'overdue') return words.overdue;
  const minutes = Math.floor((at - now) / 60_000);
  if (minutes < 1) return words.dueNow;
  return words.urgent(words.left(Math.floor(minutes / 60), minutes % 60));
};
