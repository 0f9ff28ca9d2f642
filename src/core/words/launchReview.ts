/** The words of the page on which a manager judges a whole launch script. */
import type { FoldingCount, UnfoldedBy } from '../launch/folding';
import type { Locale } from '../model';

const zh = {
  launches: (when: string) => `${when} 开售`,
  counted: ({ steps, asTemplate, withPictures, decided, toRead }: FoldingCount): string => {
    const pictures = withPictures > 0 ? `（其中 ${withPictures} 步配了图，请看图）` : '';
    const folded = [
      ...(asTemplate > 0 ? [`${asTemplate} 步与已通过的模板相同${pictures}`] : []),
      ...(decided > 0 ? [`${decided} 步早先定过，这次不用审`] : []),
    ];
    const rest = toRead > 0 ? `${toRead} 步要看` : '没有一步要看';
    return folded.length > 0
      ? `${steps} 步：${folded.join('、')}，收起来了；${rest}`
      : `${steps} 步：${rest}`;
  },
  next: '下一步要看的',
  first: '第一次提交，没有可比的版本。',
  neverApproved: '还没有通过过，和退回时的内容比。',
  sinceReturn: '和退回时相比',
  sinceReturnNone: '剧本本身没有变；各步的改动写在各步里。',
  asReturned: '和退回时一样，没有改。',
  returnedBy: (name: string, when: string) => `${name} ${when} 退回`,
  changes: '剧本本身有什么变化',
  changesNone: '剧本本身和上次通过的一样。',
  added: '新加的内容',
  removed: '拿掉的内容',
  newPost: '上次通过时还没有这一步。',
  why: {
    gap: '有缺',
    finding: '有提示',
    fate: '不在原定时间发',
    returned: '退回过',
    unsubmitted: '没提交，这次不审',
    fresh: '刚改过',
    changed: '要看',
    marked: '有意见',
    opened: '打开了',
  } satisfies Record<UnfoldedBy, string>,
  fateKnown: (when: string | null) =>
    when === null ? '到时间发不出去，上次通过时就是这样' : `顺延到 ${when}，上次通过时就是这样`,
  fateStill: '仍不在原定时间发，和上次通过时一样',
  differs: '和模板不同',
  sinceApproved: '上次通过后改过',
  isNew: '新加的',
  open: (title: string) => `打开「${title}」`,
  versions: (count: number) => `${count} 个版本`,
  onDay: (names: string) => `那天是${names}`,
  others: '不属于任何阶段',
  emptyPhase: '这个阶段没有内容。',
  noPosts: '这个剧本还没有内容。',
  dueBy: '最晚什么时候定',
  due: (when: string, title: string) => `${when} 前：「${title}」要发`,
  dueSoon: '不到 24 小时了',
  duePast: '已经到时间了',
  nothingDue: '没有在等的内容。',
  asks: '谁在问',
  caps: '整场发售的频次上限',
  exceptions: '放宽了什么',
  noExceptions: '没有例外：所有频次上限照常。',
  gapsStop: '改好之前不能通过',
  notes: '留意',
  guidance: '给员工的提示',
  specials: '特别之处',
  special: {
    ownTime: '编辑单独改过时间，不跟着剧本的步骤走',
    dayBound: '只在当天有效，不会换到别的日子',
    expires: (when: string) => `${when} 过期`,
    example: '仅供参考，员工自己写',
    priority: (n: number) => `优先级 ${n}`,
    out: '已经下发，不会再变',
    decided: '早先已通过，这次不用审',
    draft: '还没有提交，这次不一起通过',
  },
  was: '退回过',
  said: (name: string, comment: string) => `${name}：${comment}`,
  findings: '文案检查',
  ask: '这一步要改',
  unask: '不用改了',
  askHint: '写明要改什么，意见会留在这一步',
  askLabel: (title: string) => `对「${title}」的意见`,
  staff: '以谁发出来看',
  approve: '通过',
  approveNow: '通过并立即下发',
  requestChanges: '退回修改',
  requestSteps: (n: number) => `退回，${n} 步有意见`,
  comment: '意见',
  commentHint: '对整个剧本的意见',
  commentNeeded: '退回前请写明要改什么：写给整个剧本，或写在某一步。',
  markedFirst: (n: number) => `有 ${n} 步写了意见，先退回让编辑改；要直接通过，请先去掉这些意见。`,
  approved: (name: string) => `《${name}》已通过`,
  returned: (name: string) => `《${name}》已退回`,
  gone: '这个剧本已经不在待审批里了，可能有人刚处理过。',
  openScript: '打开剧本',
  mayNot: '您不能通过这个剧本',
  freshTold: (n: number) => (n > 0 ? `已是最新：${n} 步刚改过，请再看一遍。` : '已是最新，各步内容没有变。'),
  decideHere: '去审批页看全部内容再决定',
};

export type LaunchReviewWords = typeof zh;

const en: LaunchReviewWords = {
  launches: (when) => `launch ${when}`,
  counted: ({ steps, asTemplate, withPictures, decided, toRead }) => {
    const pictures = withPictures > 0 ? ` (${withPictures} with new pictures: look at them)` : '';
    const folded = [
      ...(asTemplate > 0 ? [`${asTemplate} as in the approved template${pictures}`] : []),
      ...(decided > 0 ? [`${decided} decided before`] : []),
    ];
    const all = `${steps} ${steps === 1 ? 'step' : 'steps'}`;
    const rest = toRead > 0 ? `${toRead} to read` : 'none to read';
    return folded.length > 0 ? `${all}: ${folded.join(', ')}, folded; ${rest}` : `${all}: ${rest}`;
  },
  next: 'Next one to read',
  first: 'Submitted for the first time: nothing to compare with.',
  neverApproved: 'Never approved: compared with what was sent back.',
  sinceReturn: 'Since it was sent back',
  sinceReturnNone: 'The script itself is the same; what changed of a step stands at the step.',
  asReturned: 'As it was when it was sent back: nothing was changed.',
  returnedBy: (name, when) => `${name} sent it back ${when}`,
  changes: 'What changed of the script itself',
  changesNone: 'The script itself is as it was approved last.',
  added: 'Posts added',
  removed: 'Posts taken out',
  newPost: 'It was not there at the last approval.',
  why: {
    gap: 'incomplete',
    finding: 'flagged',
    fate: 'not at its time',
    returned: 'was sent back',
    unsubmitted: 'not submitted, not decided on now',
    fresh: 'just changed',
    changed: 'to read',
    marked: 'commented',
    opened: 'opened',
  },
  fateKnown: (when) =>
    when === null
      ? 'does not go out, as when it was approved'
      : `deferred to ${when}, as when it was approved`,
  fateStill: 'not at its time, as when it was approved',
  differs: 'not as in the template',
  sinceApproved: 'changed since approved',
  isNew: 'new',
  open: (title) => `Open “${title}”`,
  versions: (count) => `${count} ${count === 1 ? 'version' : 'versions'}`,
  onDay: (names) => `on ${names}`,
  others: 'In no phase',
  emptyPhase: 'Nothing in this phase.',
  noPosts: 'This script has no posts yet.',
  dueBy: 'To be decided by',
  due: (when, title) => `${when}, when “${title}” is due`,
  dueSoon: 'less than 24 hours left',
  duePast: 'its time has come',
  nothingDue: 'Nothing is waiting.',
  asks: 'Who asks',
  caps: 'The caps over the whole launch',
  exceptions: 'What it relaxes',
  noExceptions: 'No exceptions: every cap holds as usual.',
  gapsStop: 'It cannot be approved before this is mended',
  notes: 'Worth knowing',
  guidance: 'Guidance for staff',
  specials: 'Special',
  special: {
    ownTime: 'An editor gave it a time of its own: it does not follow its step',
    dayBound: 'Bound to its day: it goes out on no other',
    expires: (when) => `expires ${when}`,
    example: 'An example that staff put into their own words',
    priority: (n) => `priority ${n}`,
    out: 'Out already: it does not change any more',
    decided: 'Approved before: not part of this decision',
    draft: 'Not submitted: not approved with the others',
  },
  was: 'Was sent back',
  said: (name, comment) => `${name}: ${comment}`,
  findings: 'Text check',
  ask: 'This step needs a change',
  unask: 'No change needed',
  askHint: 'What should change? The comment stays with this step.',
  askLabel: (title) => `Comment on “${title}”`,
  staff: 'As posted by',
  approve: 'Approve',
  approveNow: 'Approve and release now',
  requestChanges: 'Request changes',
  requestSteps: (n) => `Send back, ${n} ${n === 1 ? 'step' : 'steps'} commented`,
  comment: 'Comment',
  commentHint: 'On the script as a whole',
  commentNeeded: 'Say what should change before you send it back: of the whole, or at a step.',
  markedFirst: (n) =>
    `${n} ${n === 1 ? 'step has a comment' : 'steps have comments'}: send it back with them, or take them away to approve.`,
  approved: (name) => `“${name}” is approved`,
  returned: (name) => `“${name}” was sent back`,
  gone: 'This script no longer waits for approval: somebody may just have decided.',
  openScript: 'Open the script',
  mayNot: 'You cannot approve this script',
  freshTold: (n) =>
    n > 0
      ? `Up to date: ${n} ${n === 1 ? 'step has' : 'steps have'} just changed; please read again.`
      : 'Up to date: no step has changed.',
  decideHere: 'Read all of it and decide',
};

export const launchReviewWords: Record<Locale, LaunchReviewWords> = { zh, en };
