import type { PostAction, WorkflowReason } from '../approval/reasons';
import type { Locale, PostStatus } from '../model';
import { localDateOf, wallTimeOf } from '../time';

const statusWords: Record<PostStatus, Record<Locale, string>> = {
  draft: { zh: '草稿', en: 'a draft' },
  'in-review': { zh: '待审批', en: 'in review' },
  'changes-requested': { zh: '退回修改', en: 'waiting for changes' },
  approved: { zh: '已通过', en: 'approved' },
  released: { zh: '已下发', en: 'released' },
  deferred: { zh: '已顺延', en: 'deferred' },
  held: { zh: '待人工处理', en: 'held' },
  skipped: { zh: '已跳过', en: 'skipped' },
  expired: { zh: '已过期', en: 'expired' },
  recalled: { zh: '已作废', en: 'recalled' },
  archived: { zh: '已归档', en: 'archived' },
};

const actionWords: Record<PostAction, Record<Locale, string>> = {
  submit: { zh: '提交审批', en: 'be submitted' },
  withdraw: { zh: '撤回', en: 'be withdrawn' },
  approve: { zh: '通过', en: 'be approved' },
  'request-changes': { zh: '退回修改', en: 'be sent back' },
  edit: { zh: '修改', en: 'be changed' },
  resolve: { zh: '处理', en: 'be resolved' },
  recall: { zh: '作废', en: 'be recalled' },
  correct: { zh: '更正', en: 'be corrected' },
};

const moment = (instant: number, zone: string): string =>
  `${localDateOf(instant, zone)} ${wallTimeOf(instant, zone).slice(0, 5)}`;

type Sentences = Record<Locale, string>;

function sentences(reason: WorkflowReason): Sentences {
  switch (reason.code) {
    case 'wrong-status':
      return {
        zh: `这条内容现在是「${statusWords[reason.status].zh}」，不能${actionWords[reason.action].zh}。请刷新后再看。`,
        en: `This post is ${statusWords[reason.status].en} and cannot ${actionWords[reason.action].en}. Reload to see its present state.`,
      };
    case 'content-changed':
      return {
        zh: '内容在您查看之后有改动，请先看最新版本再决定。',
        en: 'The post changed after you looked at it. Look at its present version first.',
      };
    case 'own-change':
      return {
        zh: '这次的内容是您自己改的，需要另一位主管来通过。',
        en: 'You changed this content yourself, so another manager has to approve it.',
      };
    case 'own-script-change':
      return {
        zh: '它所在的发售剧本是您自己改的，需要另一位主管来通过。',
        en: 'You changed its launch script yourself, so another manager has to approve it.',
      };
    case 'stopped':
      return {
        zh: '现在是紧急停发，什么都不下发。恢复下发之后再试。',
        en: 'Handing out is stopped. Try again after it is resumed.',
      };
    case 'clock-wrong':
      return {
        zh: '这台服务器的时钟不准，先不下发。请让管理员校准时间并重启。',
        en: 'The clock of this server is wrong, so nothing goes out. Ask an administrator to set it and restart.',
      };
    case 'comment-missing':
      return { zh: '请写明要改什么。', en: 'Say what should change.' };
    case 'reason-missing':
      return { zh: '请写明原因。', en: 'Give a reason.' };
    case 'no-feeds':
      return { zh: '还没有选账号组。', en: 'No feed is chosen yet.' };
    case 'feed-gone':
      return {
        zh: '选的账号组已经不存在，请重新选择。',
        en: 'A chosen feed no longer exists. Choose again.',
      };
    case 'feed-inactive':
      return {
        zh: `账号组「${reason.feed}」已停用，请换一个或重新启用。`,
        en: `The feed “${reason.feed}” is not active. Choose another one or activate it.`,
      };
    case 'no-time':
      return { zh: '还没有选发布时间。', en: 'No time is set yet.' };
    case 'time-out-of-range':
      return {
        zh: '发布时间离现在超过两年，请检查年份。',
        en: 'The time is more than two years away. Check the year.',
      };
    case 'too-late':
      return {
        zh:
          reason.by === 'grace'
            ? `计划时间 ${moment(reason.scheduledAt, reason.zone)} 已过去超过 ${reason.graceMinutes} 分钟，不能再下发。请改到以后的时间。`
            : '已过「过期时间」，不能再下发。请改到以后的时间。',
        en:
          reason.by === 'grace'
            ? `Its time, ${moment(reason.scheduledAt, reason.zone)}, is more than ${reason.graceMinutes} minutes ago, so it cannot go out any more. Choose a later time.`
            : 'It has expired and cannot go out any more. Choose a later time.',
      };
    case 'ends-before-start':
      return { zh: '「过期时间」要晚于发布时间。', en: 'It must expire after its time.' };
    case 'too-early':
      return {
        zh: `通过的发布时间从 ${moment(reason.from, reason.zone)} 开始，现在还不能下发。想提前，请改时间再提交审批。`,
        en: `It was approved for ${moment(reason.from, reason.zone)} at the earliest, so it cannot go out yet. To send it earlier, change its time and submit it again.`,
      };
    case 'placeholder': {
      const names = reason.names.map((name) => `{{${name}}}`);
      const ofLaunch = reason.names.some((name) => name.startsWith('launch.'));
      return {
        zh: `这些占位没有对应的值：${names.join('、')}。请选择商品或优惠，或改掉它们。${ofLaunch ? '开售时间和倒计时要放在发售剧本里，开售之后不能再倒计时。' : ''}`,
        en: `These placeholders have no value: ${names.join(', ')}. Choose a product or an offer, or take them out.${ofLaunch ? ' The time of a launch and the countdown to it need a launch script, and there is no countdown once it has begun.' : ''}`,
      };
    }
    case 'blank-left':
      return {
        zh: `还有要填的地方：${reason.blanks.join('、')}`,
        en: `There are blanks to fill in: ${reason.blanks.join(', ')}`,
      };
    case 'launch-cancelled':
      return {
        zh: `发售「${reason.name}」已经取消。要发就先把它移出这个剧本。`,
        en: `The launch “${reason.name}” is cancelled. To send this, take it out of that script first.`,
      };
    case 'media-gone':
      return {
        zh: '有一个素材已不存在，请重新选择。',
        en: 'A picture or video no longer exists. Choose again.',
      };
    case 'video-expected':
      return { zh: '「视频」一栏里放的不是视频。', en: 'What is chosen as video is not a video.' };
    case 'image-expected':
      return {
        zh: '「图片」里有视频，请放到「视频」一栏。',
        en: 'A video is among the images. Choose it as video.',
      };
    case 'locked':
      return {
        zh: '已经下发过，员工手里的内容不能再变。要改正请用「更正」新建一条替换，要收回请用「作废」。',
        en: 'It is already on the desks of staff and cannot change. Use “Correct” to replace it, or “Recall”.',
      };
  }
}

/** One sentence for people: what is wrong and what to do. */
export const workflowSentence = (reason: WorkflowReason, locale: Locale): string => sentences(reason)[locale];

/** What is written on a post whose approval no longer covers it. */
export const lapsedSentence: Sentences = {
  zh: '通过之后内容有改动，需要重新提交审批。',
  en: 'It changed after its approval. Submit it again.',
};

export const lapsedPartlySentence: Sentences = {
  zh: '一部分已经下发，之后商品、素材或设置有改动，其余的不再下发。需要的话请用「更正」新建一条。',
  en: 'Part of it is out. What it uses changed since, so the rest is not released. Make a correction if it is needed.',
};

export const deleteDecidedSentence: Sentences = {
  zh: '这条内容提交过审批，审批和下发记录要保留，不能删除。可以撤回它。',
  en: 'This post has been submitted; its approvals and releases are kept, so it cannot be deleted. Withdraw it instead.',
};

export const sayNotFound: Sentences = {
  zh: '找不到这条内容，或者它不属于您的账号组。',
  en: 'There is no such post, or it is not of your feeds.',
};

export const sayNotAllowed: Sentences = {
  zh: '您的角色不能做这一步。',
  en: 'Your role does not allow this.',
};

export const sayBadInput = (path: string, locale: Locale): string =>
  ({
    zh: path ? `「${path}」缺失或格式不对，请检查后再试。` : '请求内容不是有效的 JSON 对象。',
    en: path
      ? `“${path}” is missing or malformed. Check it and try again.`
      : 'The body is not a valid JSON object.',
  })[locale];
