/** The words of the desk. Sentences for people; codes and data come from core/desk. */
import type { ReceiptRefusal, SkipReason } from '../desk/receipt';
import type { PersonalToken } from '../desk/tokens';
import type { FrozenAudience, ReceiptState } from '../desk/types';
import type { Channel, Instant, LocalDate, Locale, TimeZone } from '../model';
import { kindLabels } from './text';
import { audienceLine, tagNames, visibilityNames, whoSees } from './wechat';

/** Problems of a form, by the code that stands in the address after a redirect. */
export type DeskProblem =
  | ReceiptRefusal['code']
  | 'not-yours'
  | 'not-saved'
  | 'bad-request'
  | 'wrong-login'
  | 'locked'
  | 'left'
  | 'missing-login';

const zh = {
  kinds: kindLabels.zh,
  pageTitle: '今日发圈',
  progress: (posted: number, total: number) => `已发 ${posted}/${total}`,
  yesterday: '昨天',
  dayBefore: '前一天',
  backToToday: '回到今天',
  menu: '更多',
  signOut: '退出登录',
  otherLanguage: 'English',
  otherLanguageLabel: '切换到英文',
  skipToCard: '跳到现在该发的',

  sectionNow: '现在该发',
  sectionAhead: '提前准备',
  sectionLater: '稍后',
  cancelled: '发售取消了，不用发',
  sectionDone: (count: number) => `已完成（${count}）`,
  sectionPast: '没来得及发',

  at: (time: string) => `${time} 再发`,
  until: (time: string) => `${time} 前可发`,
  midnight: '24:00',
  wasUntil: (time: string) => `${time} 已截止，不能再发`,

  audience: ({ visibility, segments }: FrozenAudience): string[] => [
    visibilityNames.zh[visibility],
    ...(visibility === 'everyone' ? [] : [`标签${tagNames(segments, 'zh')}`]),
  ],
  audienceShort: ({ visibility, segments }: FrozenAudience): string =>
    audienceLine(visibility, segments, 'zh'),
  destination: {
    'wechat-moments': whoSees.zh,
    'wecom-moments': `企业微信 · ${whoSees.zh}`,
    group: '发到社群',
    'flash-group': '发到快闪群',
    'one-to-one': '私聊发送',
  } satisfies Record<Channel, string>,

  example: '参考文案，请换成自己的话再发',
  guidance: '怎么发',
  noText: '这条没有文案，只发图片。',
  pictures: (count: number) => `${count} 张图，按顺序发`,
  picture: (n: number, total: number) => `第 ${n} 张，共 ${total} 张`,
  allPictures: '下载全部图片（zip）',
  video: '视频',
  openVideo: '打开视频',
  link: '链接',
  /** Below a Moment it is a comment, in a chat the next message. */
  firstComments: { comment: '首评：发完后贴到评论里', message: '跟发：发完后接着发' },
  gap: {
    'staff.name': '姓名',
    'staff.wechat': '微信号',
    'store.name': '店名',
    'staff.coupon': '优惠码',
    'staff.qr': '二维码',
  } satisfies Record<PersonalToken, string>,

  stepCopy: '复制文案',
  stepCopyExample: '复制参考文案',
  stepCopied: '文案已复制',
  stepImages: '保存图片',
  stepImagesShort: '保存图片',
  stepImagesSaved: '图片已存',
  stepVideo: '保存视频',
  /** The small button; the big one says what it does. */
  stepCommentShort: { comment: '首评', message: '跟发' },
  stepComment: { comment: '复制首评', message: '复制跟发' },
  stepCommentOf: (label: string, n: number, total: number) => (total > 1 ? `${label} ${n}/${total}` : label),
  stepCommentCopied: { comment: '首评已复制', message: '跟发已复制' },
  stepPosted: '标记已发',
  skip: '这条不发',
  skipTitle: '为什么不发？',
  skipSend: '确定不发',
  skipReasons: {
    'not-my-customers': '不适合我的客户',
    'too-many-today': '今天发得够多了',
    'something-wrong': '内容有问题',
    other: '其他原因',
  } satisfies Record<SkipReason, string>,
  skipDetail: '补充一句（可不填）',
  unmark: '标错了，改回未发',
  markLater: '其实发过了',
  removed: '已在朋友圈删除',
  removedElsewhere: '已删除',
  undo: '撤销',

  states: { copied: '已复制', posted: '已发', skipped: '没有发', removed: '已删除' } satisfies Record<
    ReceiptState,
    string
  >,
  stateAt: (state: string, time: string) => `${state} · ${time}`,

  recalled: '已作废：已发的请到朋友圈删除',
  recalledElsewhere: '已作废：已发的请删除',
  stopped: '已紧急停发：现在不要复制，也不要发圈。恢复后这里会自动更新。',
  stoppedWhy: (reason: string) => `原因：${reason}`,
  blockedPersonal: (names: string[], manager: string | null) =>
    `还差你的${names.join('、')}，这条暂时不能复制。请找${manager ?? '主管'}填好。`,
  blockedUnresolved: '这条文案里还有没填好的内容，不能发。请告诉编辑。',

  emptyToday: '今天没有要发的了，去陪陪客户吧。',
  emptyNothingYet: '现在没有要发的。',
  allDone: '都发完了，辛苦啦！',
  nextAt: (time: string, kind: string) => `下一条 ${time}，${kind}。`,
  nextSoon: (kind: string) => `马上来一条${kind}。`,
  emptyPast: '这一天没有发圈任务。',
  noFeeds: (name: string) => `${name}，你好！你还不在任何账号组里，所以这里没有发圈任务。`,
  noFeedsOffice: '排内容、审核和看进度，请到管理后台。',
  noFeedsStaff: '请让主管把你加进账号组，加好后这里会自动出现。',
  toAdmin: '打开管理后台',

  noPage: '没有这个页面',
  noPageHint: '地址可能不完整，请回到今日发圈再找。',
  toDesk: '回到今日发圈',

  copyFailed: '浏览器不让自动复制：文案已选中，请长按复制。',
  copyByHand: '长按文案，选「全选」再「复制」。',
  copiedToast: '已复制',
  longPress: '长按每张图片，选「保存图片」，按顺序存好。',
  savedAll: '都存好了',
  close: '关闭',
  offline: '没有网络，没记上。连上网后再点一次。',
  undoable: { posted: '已记为「已发」', skipped: '已记为「没有发」', removed: '已记为「已删除」' },

  loginTitle: '登录今日发圈',
  loginName: '工号、手机号或邮箱',
  loginPassword: '密码',
  login: '登录',
  loginHelp: '忘了密码？请主管重新设一个。',
  loginOffice: '编辑和主管：',
  loginStay: '这台手机 30 天内不用再登录。',

  problems: {
    recalled: '这条已作废，不能再标记。已发的请到朋友圈删除。',
    past: '这条已过时，不能再复制。',
    stopped: '已紧急停发，现在不能复制。',
    'not-yours': '没有找到这条任务，可能你已不在这个账号组。',
    'not-saved': '没记上，请再点一次。',
    'bad-request': '没看懂这次操作，请再点一次。',
    'wrong-login': '工号或密码不对，请再试一次。',
    locked: '密码错得太多次了，请过几分钟再试，或请主管重设密码。',
    left: '这个账号已停用。有疑问请找主管。',
    'missing-login': '请填写工号、手机号或邮箱，还有密码。',
  } satisfies Record<DeskProblem, string>,
  api: {
    signIn: '请先登录。',
    notAllowed: '你没有权限看这个。',
    notFound: '没有找到，或者不是给你的。',
    badDate: '日期要写成 2026-11-22 这样。',
    badState: '状态只能是 copied、posted、skipped 或 removed。',
    badReason: '原因最多 200 个字。',
    badProof: '截图要填文件的编号。',
  },
  zipName: (date: string, kind: string) => `${date} ${kind}.zip`,
};

export type DeskWords = typeof zh;

const en: DeskWords = {
  kinds: kindLabels.en,
  pageTitle: "Today's Moments",
  progress: (posted, total) => `Posted ${posted}/${total}`,
  yesterday: 'Yesterday',
  dayBefore: 'Day before',
  backToToday: 'Back to today',
  menu: 'More',
  signOut: 'Sign out',
  otherLanguage: '中文',
  otherLanguageLabel: 'Switch to Chinese',
  skipToCard: 'Skip to what to post now',

  sectionNow: 'Post now',
  sectionAhead: 'Prepare',
  sectionLater: 'Later',
  cancelled: 'launch cancelled, nothing to post',
  sectionDone: (count) => `Done (${count})`,
  sectionPast: 'Missed',

  at: (time) => `Post at ${time}`,
  until: (time) => `until ${time}`,
  midnight: '24:00',
  wasUntil: (time) => `Closed at ${time}: too late to post`,

  audience: ({ visibility, segments }) => [
    visibilityNames.en[visibility],
    ...(visibility === 'everyone'
      ? []
      : [`${segments.length > 1 ? 'Tags' : 'Tag'} ${tagNames(segments, 'en')}`]),
  ],
  audienceShort: ({ visibility, segments }) => audienceLine(visibility, segments, 'en'),
  destination: {
    'wechat-moments': whoSees.en,
    'wecom-moments': `WeCom · ${whoSees.en}`,
    group: 'Send to group',
    'flash-group': 'Send to flash group',
    'one-to-one': 'Send one to one',
  },

  example: 'An example: put it into your own words',
  guidance: 'How to post it',
  noText: 'No text for this one, only pictures.',
  pictures: (count) => (count === 1 ? '1 picture' : `${count} pictures, in this order`),
  picture: (n, total) => `Picture ${n} of ${total}`,
  allPictures: 'Download all pictures (zip)',
  video: 'Video',
  openVideo: 'Open the video',
  link: 'Link',
  firstComments: {
    comment: 'First comment: add it after posting',
    message: 'Follow-up: send it right after',
  },
  gap: {
    'staff.name': 'name',
    'staff.wechat': 'WeChat ID',
    'store.name': 'shop name',
    'staff.coupon': 'coupon code',
    'staff.qr': 'QR code',
  },

  stepCopy: 'Copy text',
  stepCopyExample: 'Copy example',
  stepCopied: 'Text copied',
  stepImages: 'Save pictures',
  stepImagesShort: 'Pictures',
  stepImagesSaved: 'Saved',
  stepVideo: 'Save video',
  stepCommentShort: { comment: 'Comment', message: 'Follow-up' },
  stepComment: { comment: 'Copy comment', message: 'Copy follow-up' },
  stepCommentOf: (label, n, total) => (total > 1 ? `${label} ${n}/${total}` : label),
  stepCommentCopied: { comment: 'Comment copied', message: 'Follow-up copied' },
  stepPosted: 'Mark posted',
  skip: 'Skip this one',
  skipTitle: 'Why skip it?',
  skipSend: 'Skip it',
  skipReasons: {
    'not-my-customers': 'Not for my customers',
    'too-many-today': 'I posted enough today',
    'something-wrong': 'Something is wrong with it',
    other: 'Another reason',
  },
  skipDetail: 'A word more (optional)',
  unmark: 'A mistake: not posted yet',
  markLater: 'I did post it',
  removed: 'Deleted from my Moments',
  removedElsewhere: 'Deleted',
  undo: 'Undo',

  states: { copied: 'Copied', posted: 'Posted', skipped: 'Skipped', removed: 'Deleted' },
  stateAt: (state, time) => `${state} · ${time}`,

  recalled: 'Recalled: if you posted it, delete it from your Moments',
  recalledElsewhere: 'Recalled: if you posted it, delete it',
  stopped:
    'Everything is stopped: do not copy or post anything now. This page updates by itself when it goes on.',
  stoppedWhy: (reason: string) => `Why: ${reason}`,
  blockedPersonal: (names, manager) =>
    `Your ${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} not filled in, so this cannot be copied yet. Ask ${manager ?? 'your manager'}.`,
  blockedUnresolved: 'Part of this text was not filled in, so it must not be posted. Please tell the editor.',

  emptyToday: 'Nothing more to post today. Time for your customers.',
  emptyNothingYet: 'Nothing to post right now.',
  allDone: 'All posted. Well done!',
  nextAt: (time, kind) => `Next at ${time}: ${kind}.`,
  nextSoon: (kind) => `Coming any moment: ${kind}.`,
  emptyPast: 'Nothing was to be posted on this day.',
  noFeeds: (name) => `Hello ${name}! You are not in any feed yet, so there is nothing to post here.`,
  noFeedsOffice: 'Planning, approval and progress are in the admin.',
  noFeedsStaff: 'Ask your manager to add you to a feed; it will show up here by itself.',
  toAdmin: 'Open the admin',

  noPage: 'There is no such page',
  noPageHint: 'The address may be incomplete. What you have to post is on your desk.',
  toDesk: 'Back to your desk',

  copyFailed: 'This browser does not allow copying: the text is selected, long-press to copy it.',
  copyByHand: 'Long-press the text, then "Select all" and "Copy".',
  copiedToast: 'Copied',
  longPress: 'Long-press each picture and choose "Save Image", in this order.',
  savedAll: 'All saved',
  close: 'Close',
  offline: 'No network, so this was not saved. Try again when you are online.',
  undoable: { posted: 'Marked as posted', skipped: 'Marked as skipped', removed: 'Marked as deleted' },

  loginTitle: 'Sign in to your desk',
  loginName: 'Staff number, mobile or e-mail',
  loginPassword: 'Password',
  login: 'Sign in',
  loginHelp: 'Forgot it? Your manager can set a new one.',
  loginOffice: 'Editors and managers:',
  loginStay: 'You stay signed in on this phone for 30 days.',

  problems: {
    recalled: 'This was recalled and cannot be marked. If you posted it, delete it from your Moments.',
    past: 'It is too late to copy this.',
    stopped: 'Everything is stopped: copying is off for now.',
    'not-yours': 'This was not found. Perhaps you are no longer in that feed.',
    'not-saved': 'That was not saved. Please try again.',
    'bad-request': 'That was not understood. Please try again.',
    'wrong-login': 'Wrong staff number or password. Please try again.',
    locked: 'Too many wrong passwords. Try again in a few minutes, or ask your manager for a new one.',
    left: 'This account is no longer active. Please ask your manager.',
    'missing-login': 'Please enter your staff number, mobile or e-mail, and your password.',
  },
  api: {
    signIn: 'Please sign in first.',
    notAllowed: 'You are not allowed to see this.',
    notFound: 'Not found, or not meant for you.',
    badDate: 'Write the date like 2026-11-22.',
    badState: 'The state must be copied, posted, skipped or removed.',
    badReason: 'A reason has at most 200 characters.',
    badProof: 'The proof must be the id of a file.',
  },
  zipName: (date, kind) => `${date} ${kind}.zip`,
};

export const deskWords: Record<Locale, DeskWords> = { zh, en };

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' };

/** Formatters cost more than formatting: one for each zone, language and shape. */
const formats = new Map<string, Intl.DateTimeFormat>();
const format = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tags[locale], options);
  formats.set(key, made);
  return made;
};

/** `HH:mm` on the wall of a zone. */
export const clock = (instant: Instant, timezone: TimeZone): string =>
  format('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: timezone }).format(instant);

/** 「11月22日 周日」, “Sun 22 November”. */
export const dayName = (date: LocalDate, locale: Locale): string => {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    format(locale, { ...options, timeZone: 'UTC' }).format(noon);
  const weekday = part({ weekday: 'short' });
  const day = part({ month: 'long', day: 'numeric' });
  return locale === 'zh' ? `${day} ${weekday}` : `${weekday} ${day}`;
};

/** 「上海时间」 and the like, for a feed whose zone is not the team’s. */
export const zoneName = (instant: Instant, timezone: TimeZone, locale: Locale): string =>
  format(locale, { timeZone: timezone, timeZoneName: 'longGeneric' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timezone;
