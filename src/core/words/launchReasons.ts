import type {
  ChangedPost,
  ChangedSince,
  ExceptionReason,
  InShort,
  ScriptAction,
  ScriptReason,
  ScriptStatus,
} from '../launch';
import type { TemplateStatus } from '../launch/template';
import type { Locale } from '../model';
import { listed } from './listed';

type Both = Record<Locale, string>;

export const scriptStatusLabels: Record<ScriptStatus, Both> = {
  draft: { zh: '草稿', en: 'Draft' },
  'in-review': { zh: '待审批', en: 'In review' },
  'changes-requested': { zh: '退回修改', en: 'Changes requested' },
  approved: { zh: '已通过', en: 'Approved' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

const steps = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

/** Where a script stands, as its badge says it everywhere. */
export function inShortWords(short: InShort, locale: Locale): string {
  if (short.code !== 'approved-changed') return scriptStatusLabels[short.code][locale];
  const { waiting, drafts } = short;
  const zh = [
    scriptStatusLabels.approved.zh,
    ...(waiting > 0 ? [`${waiting} 步有改动待审批`] : []),
    ...(drafts > 0 ? [`${drafts} 步还没提交`] : []),
  ];
  const en = [
    scriptStatusLabels.approved.en,
    ...(waiting > 0 ? [`${steps(waiting)} changed and in review`] : []),
    ...(drafts > 0 ? [`${steps(drafts)} not submitted`] : []),
  ];
  return locale === 'zh' ? zh.join('，') : en.join(', ');
}

const actions: Record<ScriptAction, Both> = {
  submit: { zh: '提交审批', en: 'be submitted' },
  withdraw: { zh: '撤回', en: 'be withdrawn' },
  approve: { zh: '通过', en: 'be approved' },
  'request-changes': { zh: '退回修改', en: 'be sent back' },
  reschedule: { zh: '改期', en: 'be moved' },
  cancel: { zh: '取消', en: 'be cancelled' },
  'make-posts': { zh: '生成内容', en: 'get posts' },
  'save-as-template': { zh: '存成模板', en: 'be saved as a template' },
};

export const templateStatusLabels: Record<TemplateStatus, Both> = {
  draft: { zh: '草稿', en: 'Draft' },
  approved: { zh: '已通过', en: 'Approved' },
};

/** Two steps with one key, at the second one’s field. */
export const keyTwiceSentence = (key: string, locale: Locale): string =>
  locale === 'zh'
    ? `代号「${key}」已经有别的步骤在用，请换一个，或留空让系统编号。`
    : `Another step has the key “${key}” already. Choose another, or leave it empty and it is numbered.`;

/** What the posts of a cancelled launch say of themselves. */
export const cancelledSentence = (name: string, reason: string): Both => ({
  zh: `发售「${name}」已取消：${reason}`,
  en: `The launch “${name}” is cancelled: ${reason}`,
});

/** What a post says whose approval lapsed because its launch has moved. */
export const rescheduledSentence = (name: string): Both => ({
  zh: `发售「${name}」改期了，这条要重新审批。`,
  en: `The launch “${name}” has moved, so this has to be approved again.`,
});

const changedWords: Record<ChangedPost['what'], Both> = {
  changed: { zh: '改过', en: 'changed' },
  added: { zh: '新加的', en: 'added' },
  removed: { zh: '拿掉了', en: 'taken out' },
};

const frameWords: Both = { zh: '剧本本身', en: 'the script itself' };

const namedChanges = ({ posts, frame }: ChangedSince, locale: Locale): string =>
  listed(
    [
      ...(frame ? [frameWords[locale]] : []),
      ...posts.map(({ title, what }) => {
        const name = title === '' ? (locale === 'zh' ? '一条内容' : 'a post') : title;
        return locale === 'zh'
          ? `「${name}」${changedWords[what].zh}`
          : `“${name}” (${changedWords[what].en})`;
      }),
    ],
    locale,
  );

const isNamed = ({ posts, frame }: ChangedSince): boolean => frame || posts.length > 0;

const exceptionSentences = (reason: ExceptionReason): Both => {
  switch (reason.code) {
    case 'exception-empty':
      return {
        zh: '这条例外什么都没放宽：请填更高的上限、更短的间隔，或勾选「免打扰时段照发」。',
        en: 'This exception relaxes nothing: give a higher limit, a smaller gap, or tick “Ignores quiet hours”.',
      };
    case 'exception-without-rule':
      return {
        zh: '请选要放宽哪一条频次上限。',
        en: 'Choose the cap rule whose limit or gap it changes.',
      };
    case 'exception-rule-gone':
      return {
        zh: '选的频次上限已经不存在，请重新选择。',
        en: 'The chosen cap rule no longer exists. Choose again.',
      };
    case 'exception-rule-off':
      return {
        zh: `频次上限「${reason.ruleName}」没有启用，不用为它写例外：请去掉这条，或换一条上限。`,
        en: `The cap rule “${reason.ruleName}” is not enabled, so it needs no exception: take this out, or choose another rule.`,
      };
    case 'exception-rule-daily':
      return {
        zh: `频次上限「${reason.ruleName}」只计日常内容，发售剧本本来就不受它限制：请去掉这条，或换一条上限。`,
        en: `The cap rule “${reason.ruleName}” counts daily posts only and leaves launches out anyway: take this out, or choose another rule.`,
      };
    case 'exception-without-time':
      return { zh: '请填例外从什么时候到什么时候。', en: 'Say from when to when the exception holds.' };
    case 'exception-ends-before-start':
      return { zh: '「到」要晚于「从」。', en: '“To” must be after “From”.' };
    case 'exception-too-long':
      return {
        zh: `一条例外最长 ${reason.most} 天，这条有 ${reason.days} 天：请缩短，长期要放宽就改频次上限本身。`,
        en: `An exception lasts ${reason.most} days at most and this one ${reason.days}: shorten it, or change the cap rule itself.`,
      };
    case 'exception-far':
      return {
        zh: `这条例外离开售时间超过 ${reason.days} 天，请检查年份和月份。`,
        en: `This exception is more than ${reason.days} days away from the launch. Check its year and month.`,
      };
    case 'exception-no-limit-to-raise':
      return {
        zh: `频次上限「${reason.ruleName}」只管间隔、没有条数，请把例外的「上限」留空。`,
        en: `“${reason.ruleName}” is a gap alone and has no limit to raise: leave the limit of the exception empty.`,
      };
    case 'exception-limit-not-higher':
      return {
        zh: `「${reason.ruleName}」本来就允许 ${reason.ruleLimit} 条，例外要比它高，现在填的是 ${reason.limit}。`,
        en: `“${reason.ruleName}” allows ${reason.ruleLimit} anyway; the exception must be higher than that, not ${reason.limit}.`,
      };
    case 'exception-no-gap-to-shorten':
      return {
        zh: `频次上限「${reason.ruleName}」没有最少间隔，请把例外的间隔留空。`,
        en: `“${reason.ruleName}” asks for no gap, so leave the gap of the exception empty.`,
      };
    case 'exception-gap-not-smaller':
      return {
        zh: `「${reason.ruleName}」本来就只要隔 ${reason.ruleGap} 分钟，例外要比它短，现在填的是 ${reason.gap}。`,
        en: `“${reason.ruleName}” asks for ${reason.ruleGap} min anyway; the exception must be less than that, not ${reason.gap}.`,
      };
    case 'exception-feed-gone':
      return {
        zh: '选的账号组已经不存在，请重新选择。',
        en: 'A chosen feed no longer exists. Choose again.',
      };
    case 'exception-without-reason':
      return {
        zh: '请写明理由，主管审批时要看。',
        en: 'Give a reason: the manager who approves it reads it.',
      };
  }
};

/** Where an exception stands: 「第 2 个阶段的第 1 条例外」. */
export const exceptionPlace = (phase: number, exception: number, locale: Locale): string =>
  locale === 'zh'
    ? `第 ${phase + 1} 个阶段的第 ${exception + 1} 条例外`
    : `Phase ${phase + 1}, exception ${exception + 1}`;

/** What is wrong with one exception and what to do, at its field. */
export const exceptionSentence = (reason: ExceptionReason, locale: Locale): string =>
  exceptionSentences(reason)[locale];

const sentences = (reason: ScriptReason): Both => {
  switch (reason.code) {
    case 'script-status':
      return {
        zh: `这个剧本现在是「${scriptStatusLabels[reason.status].zh}」，不能${actions[reason.action].zh}。请刷新后再看。`,
        en: `This script is “${scriptStatusLabels[reason.status].en}” and cannot ${actions[reason.action].en}. Reload to see its present state.`,
      };
    case 'script-changed':
      return {
        zh: `剧本在您查看之后有改动${isNamed(reason) ? `：${namedChanges(reason, 'zh')}` : ''}，请先看最新版本再决定。`,
        en: `The script changed after you looked at it${isNamed(reason) ? `: ${namedChanges(reason, 'en')}` : ''}. Look at its present version first.`,
      };
    case 'script-own-change':
      return {
        zh: '这次的剧本是您自己改的，需要另一位主管来通过。',
        en: 'You changed this script yourself, so another manager has to approve it.',
      };
    case 'script-comment-missing':
      return { zh: '请写明要改什么。', en: 'Say what should change.' };
    case 'script-reason-missing':
      return {
        zh: '请写明为什么取消，原来要发的人会看到。',
        en: 'Say why it is cancelled: those who were to post it will read it.',
      };
    case 'script-same-time':
      return { zh: '新的开售时间和原来一样。', en: 'The launch is at that time already.' };
    case 'script-strange-post':
      return {
        zh: '要退回的内容里，有一条现在不在等这次审批，请刷新后再看。',
        en: 'One of the posts to be sent back does not wait for this decision. Reload to see the present state.',
      };
    case 'script-gap':
      return { zh: `「${reason.gap.title}」还不完整。`, en: `“${reason.gap.title}” is not complete.` };
    case 'script-without-time':
      return { zh: '还没有填开售时间。', en: 'No launch time is set yet.' };
    case 'script-time-out-of-range':
      return {
        zh: '开售时间离现在超过两年，请检查年份。',
        en: 'The launch is more than two years away. Check the year.',
      };
    case 'script-timezone':
      return {
        zh: `不认识剧本的时区「${reason.timezone}」，请写成 Asia/Shanghai 这样的名称。`,
        en: `The time zone “${reason.timezone}” of the script is unknown. Write a name like Asia/Shanghai.`,
      };
    case 'script-exception': {
      const { phase, exception } = reason;
      return {
        zh: `${exceptionPlace(phase, exception, 'zh')}：${exceptionSentence(reason.reason, 'zh')}`,
        en: `${exceptionPlace(phase, exception, 'en')}: ${exceptionSentence(reason.reason, 'en')}`,
      };
    }
  }
};

/** One sentence for people: what is wrong with a script, or why it cannot be moved on, and what to do. */
export const scriptSentence = (reason: ScriptReason, locale: Locale): string => sentences(reason)[locale];

export const scriptNotFound: Both = {
  zh: '找不到这个剧本，或者您看不到它。',
  en: 'There is no such script, or it is not yours to see.',
};

export const templateNotFound: Both = {
  zh: '找不到这个模板，或者您看不到它。',
  en: 'There is no such template, or it is not yours to see.',
};

/** Why a template is not approved. */
export const templateSentence: Record<'content-changed' | 'own-change' | 'decided', Both> = {
  decided: {
    zh: '这个模板已经通过了，可能有人刚处理过。',
    en: 'This template is approved already; somebody may just have decided on it.',
  },
  'content-changed': {
    zh: '模板在您查看之后有改动，请先看最新版本再决定。',
    en: 'The template changed after you looked at it. Look at its present version first.',
  },
  'own-change': {
    zh: '这个模板是您自己改的，需要另一位主管来通过。',
    en: 'You changed this template yourself, so another manager has to approve it.',
  },
};

/** A script with so many posts is not looked at as a whole. */
export const tooManyPosts = (most: number): Both => ({
  zh: `一个剧本最多 ${most} 条内容，请拆成几个剧本。`,
  en: `A script has ${most} posts at most. Split it into several.`,
});

/** Of a post that is partly out when its launch moves. */
export const restStays: Both = {
  zh: '一部分已经下发，其余的不再下发',
  en: 'part of it is out; the rest will not go out',
};
