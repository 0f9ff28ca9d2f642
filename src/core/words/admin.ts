/** The words of the admin's own screens. Reasons, channels and the desk have dictionaries of their own. */
import type { CardStateWord } from '../approval/cardState';
import type { ProgressState } from '../desk/progress';
import type { Audience, Channel, Instant, LocalDate, Locale, PostStatus, TimeZone } from '../model';
import { addDays, localDateOf, wallTimeOf } from '../time';
import { dayWords, kindLabels } from './text';
import { audienceLine, type Tag, whoSees } from './wechat';

export interface WhenQuestion {
  at: Instant;
  now: Instant;
  zone: TimeZone;
}

const near: Record<Locale, Record<-1 | 0 | 1 | 2, string>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow', 2: 'in two days,' },
};

/** 「明天」「11月25日」, "tomorrow", "Nov 25"; with the year where it is another one. */
export const dayName = (day: LocalDate, today: LocalDate, locale: Locale): string => {
  for (const offset of [-1, 0, 1] as const) {
    if (day === addDays(today, offset)) return near[locale][offset];
  }
  if (locale === 'zh' && day === addDays(today, 2)) return near.zh[2];
  const [year] = day.split('-');
  if (today.startsWith(`${year}-`)) return dayWords(day, locale);
  return locale === 'zh' ? `${year}年${dayWords(day, 'zh')}` : `${dayWords(day, 'en')}, ${year}`;
};

/** 「明天 20:00」, "tomorrow 20:00", "Nov 25, 20:00", in the zone given. */
export const whenWords = ({ at, now, zone }: WhenQuestion, locale: Locale): string => {
  const today = localDateOf(now, zone);
  const day = localDateOf(at, zone);
  const name = dayName(day, today, locale);
  const far = locale === 'en' && !Object.values(near.en).includes(name);
  return `${name}${far ? ',' : ''} ${wallTimeOf(at, zone)}`;
};

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** 「11月22日 周日」, "Sun, Nov 22". */
export const fullDay = (day: LocalDate, locale: Locale): string => {
  const weekday = weekdays[locale][new Date(`${day}T00:00:00Z`).getUTCDay()];
  return locale === 'zh' ? `${dayWords(day, 'zh')} ${weekday}` : `${weekday}, ${dayWords(day, 'en')}`;
};

/** 「中国标准时间」, "China Standard Time"; the identifier where the system has no name for it. */
export const zoneName = (zone: TimeZone, locale: Locale): string => {
  try {
    const parts = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', {
      timeZone: zone,
      timeZoneName: 'long',
    }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return zone;
  }
};

const zh = {
  product: 'Moments Desk',
  tagline: '私域朋友圈：排内容、审批、按频次下发',
  failed: '没有连上服务器，请检查网络后再试一次。',
  reload: '重新载入',
  cancel: '不了',
  toDesk: '打开今日发圈',
  staffAtAdmin: '员工请到「今日发圈」：后台是排内容和审批用的。',
  staffOnLogin: '员工不在这里登录。',
  signOut: '退出登录',
  recovery: {
    title: '忘记密码',
    hint: '忘记密码请找主管重置。',
    ask: '这里没有设置邮件，不能自己找回密码。请找主管重置，当面告诉您新密码。',
    admins: '管理员：请让另一位管理员在「成员」里重置，或先设置邮件和 SERVER_URL。',
    back: '回到登录',
  },
  noSuchPage: { title: '没有这个页面', say: '地址可能写错了，或者页面已经不在了。', toAdmin: '打开后台' },

  kinds: kindLabels.zh,
  statuses: {
    draft: '草稿',
    'in-review': '待审批',
    'changes-requested': '退回修改',
    approved: '已通过',
    released: '已下发',
    deferred: '已顺延',
    held: '待人工处理',
    skipped: '已跳过',
    expired: '已过期',
    recalled: '已作废',
    archived: '已归档',
  } satisfies Record<PostStatus, string>,
  cardStates: {
    planned: '等待下发',
    deferred: '已顺延',
    released: '已下发',
    skipped: '已跳过',
    held: '待人工处理',
    expired: '已过期',
    recalled: '已作废',
    withdrawn: '已撤回',
  } satisfies Record<CardStateWord, string>,
  channels: {
    'wechat-moments': '朋友圈',
    'wecom-moments': '企微朋友圈',
    group: '社群',
    'flash-group': '快闪群',
    'one-to-one': '私聊',
  } satisfies Record<Channel, string>,

  whoSees: whoSees.zh,
  /** The words of WeChat's own screen, step by step. */
  audience: (visibility: Audience['visibility'], segments: readonly Tag[]): string =>
    audienceLine(visibility, segments, 'zh'),
  /** What a version is called on its tab. */
  versionName: (visibility: Audience['visibility'], segments: readonly { name: string }[]): string => {
    if (visibility === 'everyone') return '所有人';
    const names = segments.map(({ name }) => name).join('、');
    return visibility === 'only' ? names : `除${names}外`;
  },
  versionOriginal: '原文',

  preview: {
    title: '朋友圈预览',
    versions: '版本',
    staff: '员工',
    sampleStaff: '小林',
    light: '浅色',
    dark: '深色',
    looks: '手机外观',
    folds: (lines: number) => `微信大约显示到第 ${lines} 行，后面折叠成「全文」。`,
    chars: (count: number) => `${count} 字`,
    empty: '写下文案或放上图片，这里就会出现预览。',
    words: { more: '全文', less: '收起', video: '视频' },
    now: '刚刚',
    unknownAudience: '人群还没有选好，先照写好的预览。',
    /** What a version is called that has no key yet. */
    unnamed: (n: number) => `第${n}个`,
    missing: (what: string) => `〔${what}〕`,
    fromProfile: (what: readonly string[]) =>
      `${what.join('、')}由员工资料填入，这里看不到；员工手机上的字数会因此不同。`,
  },

  status: {
    title: '状态与下一步',
    now: '现在',
    unsaved: '新内容，还没有保存',
    cards: '发圈任务',
    replaces: '更正',
    replaced: (title: string) => `《${title}》`,
    replacedNow: (status: string) => `（${status}）`,
    willNotGoOut: '到时间发不出去',
    stuck: '照现在的安排，到时间发不出去，原因见下。给它换个时间、提高优先级，或者让别的内容让位。',
    waitsFor: {
      draft: '写好后提交审批，主管通过后按时间自动下发。',
      'in-review': '等主管审批。现在还能改：保存之后，主管审的就是改过的内容。',
      'changes-requested': '按主管的意见改好，再提交一次。',
      approved: '到时间自动下发，不用再做什么。',
      released: '已在员工的今日发圈里，除了标题都不能再改。要改正请用「更正」，要收回请用「作废」。',
      deferred: '那时排不下，系统已自动顺延。',
      held: '排不下，等人决定：立刻发；换个时间再保存；或不发了。',
      skipped: '按设置跳过了。想发就换个时间保存；换到别的日子要重新提交审批。',
      expired: '错过了时间。想发就换个时间保存；换到别的日子要重新提交审批。',
      recalled: '已作废，员工看到「请到朋友圈删除」。',
      archived: '已归档。',
    } satisfies Record<PostStatus, string>,
  },

  act: {
    submit: '提交审批',
    saveAndSubmit: '保存并提交审批',
    withdraw: '撤回',
    review: '去审批',
    recall: '作废',
    correct: '更正',
    releaseNow: '现在就发',
    releaseNowAsk: (title: string) =>
      `现在就下发《${title}》？它会占掉今天的名额，排在后面的内容可能顺延，或者停下等人处理。`,
    drop: '不发了',
    savesFirst: '有改动还没保存，提交前会先保存。',
    missing: '提交审批前还差：',
    noTitle: '还没有写标题。',
    noKind: '还没有选类型。',
    noContent: '还没有文案，也没有图片、视频或链接。',
    problems: '还不能这样做：',
    notSaved: '没有保存成功，请先改好标红的地方。',
    recallAsk: (title: string) =>
      `作废《${title}》？所有员工会看到「已作废：已发的请到朋友圈删除」，还没下发的不再下发。作废后不能恢复。`,
    recallReason: '为什么作废（员工看不到，留在记录里）',
    recallSend: '确定作废',
    withdrawAsk: (title: string) => `撤回《${title}》？还没下发的不再下发，之后可以改好再提交。`,
    withdrawSend: '确定撤回',
    dropAsk: (title: string) => `《${title}》不发了？它会归档，记录保留。`,
    dropSend: '确定不发',
    done: {
      submit: '已提交，等主管审批',
      withdraw: '已撤回',
      recall: '已作废',
      correct: '已建好更正的草稿，正在打开',
      resolve: '已处理',
    },
    releasedBefore: (count: number) =>
      `撤回之前已经下发了 ${count} 个任务，它们留在员工手里；要收回请用「作废」。`,
  },

  rule: {
    says: '这条规则是说',
    off: '现在停用，不起作用。',
    moves: '保存后，排好的内容会怎样',
    hint: '改动规则后，这里会先说明哪些排好的内容会挪动，再决定要不要保存。',
    first: '先改好上面的问题，才能试算。',
    wrong: '先把上面的填对，再看会动哪些。',
    asking: '试算中……',
    slow: '还在试算，内容多的时候要几秒……',
    none: (days: number) => `今后 ${days} 天排好的内容都不会挪动。`,
    some: (count: number, days: number) => `今后 ${days} 天有 ${count} 条会挪动：`,
    more: (count: number) => `还有 ${count} 条，不在这里列出。`,
    waiting: '正在算…',
    ask: (count: number, stopped: number, days: number) =>
      `保存后，今后 ${days} 天排好的内容有 ${count} 条会挪动${stopped > 0 ? `，其中 ${stopped} 条会停下、跳过或过期，不会自己发出` : ''}。要保存吗？`,
    look: '再看看',
    proof: (days: number) => `这样改，今后 ${days} 天按频次上限来看：`,
    notPlanned: '不在计划里',
    to: '改为',
  },

  forecast: {
    title: '如果现在通过',
    save: '保存后，这里会说明它什么时候能发出去。',
    first: '先补齐上面缺的，才能看它什么时候发。',
    stale: '下面是上次保存的内容，改动保存后再算。',
    release: (when: string) => `${when} 下发`,
    atOnce: '通过后立刻下发',
    defer: (when: string) => `顺延到 ${when}`,
    skip: '会跳过，不发',
    hold: '会停下，等人处理',
    expire: '已经来不及发',
    none: '没有要下发的任务',
    fits: '频次上限都放得下',
    caps: '频次上限怎么说',
    holders: '占了名额的内容',
    proved: '已证明：',
    beside: '这位客户同时还会看到',
    assumes: '这个结论的前提',
    busy: '正在推算，内容多的时候要几秒…',
  },

  queue: {
    title: '待审批',
    nav: (count: number) => (count > 0 ? `待审批 (${count})` : '待审批'),
    list: '等待审批的剧本和内容',
    script: (name: string) => `发售剧本《${name}》`,
    launches: (when: string) => `${when} 开售`,
    scriptsOnly: '没有内容在等。列表里的发售剧本点开就能审批。',
    due: (when: string) => `${when} 发`,
    noTime: '没有时间',
    overdue: (when: string) => `${when} 已过`,
    wanted: (when: string) => `原定 ${when}`,
    empty: '都审完了，喝口茶吧。',
    emptyHint: '编辑提交的内容会按发布时间排在这里。',
    toPosts: '看看全部内容',
    submitted: (name: string, when: string) => `${name} · ${when} 提交`,
    unknownPerson: '同事',
    goes: '什么时候发到哪里',
    caps: '频次上限怎么说',
    problems: '现在不能通过',
    changes: '和上次通过的相比',
    changesNone: '内容和上次通过的一样。',
    first: '第一次提交，没有可比的版本。',
    before: '上次通过',
    after: '这一次',
    history: '审批记录',
    decisions: {
      submitted: '提交审批',
      approved: '通过',
      'changes-requested': '退回修改',
      withdrawn: '撤回',
      lapsed: '审批失效',
    },
    system: '系统',
    guidance: '给员工的提示',
    copyMode: '怎么用',
    copyModes: { exact: '原文照发', example: '仅供参考，自己写' },
    conflict: '排不下时',
    conflicts: { defer: '顺延', skip: '跳过', hold: '留给人处理' },
    lates: { release: '补发', skip: '跳过', hold: '留给人处理' },
    versions: '员工会收到的版本',
    decision: '审批决定',
    comment: '意见',
    commentHint: '退回时必填：写明要改什么',
    approve: '通过',
    approveNow: '通过并立即下发',
    requestChanges: '退回修改',
    commentNeeded: '退回前请写明要改什么。',
    mayNot: '您不能审批这一条',
    readOnly: '您可以看，由主管来决定。',
    approved: (title: string) => `《${title}》已通过`,
    returned: (title: string) => `《${title}》已退回`,
    gone: '这条已经不在待审批里了，可能有人刚处理过。',
    back: '返回列表',
    edit: '打开编辑',
    next: (n: number, total: number) => `第 ${n} 条，共 ${total} 条`,
  },

  fields: {
    kind: '类型',
    text: '文案',
    images: '图片',
    imageTexts: '图片说明',
    launch: '发售剧本',
    video: '视频',
    link: '链接',
    firstComments: '首评',
    audience: '谁可以看',
    guidance: '给员工的提示',
    when: '日期',
    feeds: '账号组',
    priority: '优先级',
    onConflict: '排不下时',
    onLate: '错过时间时',
    expiresAt: '过期时间',
    copyMode: '怎么用这段文案',
    dayBound: '只在当天有效',
    version: '版本',
  },
  values: {
    none: '（空）',
    yes: '是',
    no: '否',
    imagesChanged: (before: number, after: number) =>
      before === after ? '换了图片或顺序' : `${before} 张 → ${after} 张`,
    added: '新增的版本',
    removed: '去掉了这个版本',
    baseVersion: '原文',
  },

  home: {
    title: '首页',
    hello: (name: string) => `${name}，你好`,
    write: '写一条内容',
    queueLink: (count: number) => (count > 0 ? `待审批 ${count} 条` : '没有待审批'),
    progressLink: '团队进度',
    noCards: '没有安排',
    noCardsHint: '这一天还空着。',
    attention: '需要处理',
    attentionNone: '没有要处理的，一切按计划。',
    attentionHint: '没排下、被退回或被顺延的内容会出现在这里。',
    queue: '待审批',
    queueNone: '都审完了。',
    progress: '今天的执行',
    progressNone: '今天还没有下发。',
    unsupported: '有的频次上限现在做不到，它管的内容发不出去：',
    more: (count: number) => `还有 ${count} 条`,
    versionsCount: (count: number) => `${count} 个版本`,
  },

  files: {
    saved: (count: string) => `已保存 ${count} 个文件`,
    failed: (count: string) => `有 ${count} 个文件没有保存成功，请看每个文件的提示`,
  },

  warn: {
    openTitle: '有一处改动已保存，还没写进下发记录',
    openDo:
      '那一刻正要下发的，可能还是按改动前的样子出去了；下一轮排期会先补上这处改动。请看看有没有多发；一直这样请告诉管理员检查磁盘和数据库。',
    silentTitle: '自动下发没有在运行',
    silentNever: '还没有运行过。',
    silentSince: (when: string) => `最后一次运行是 ${when}。`,
    silentDo:
      '到时间的内容不会下发。请让管理员重新启动服务（npm start），或单独运行 npm run scheduler；恢复后，没过时的会补发。',
    problemTitle: '自动下发暂停了',
    problem: (code: string): string =>
      code === 'pass-failed'
        ? '有账号组这一轮没有处理成功，五秒后会再试。一直出现的话，请让管理员看服务器日志。'
        : '服务器的时钟不准，为免提前或重复下发，先停下了。请让管理员校准时间并重启服务。',
  },

  progress: {
    title: '团队进度',
    day: '日期',
    before: '前一天',
    after: '后一天',
    toToday: '回到今天',
    states: {
      posted: '已发',
      copied: '已复制',
      skipped: '没有发',
      removed: '已删除',
      'not-opened': '还没动',
    } satisfies Record<ProgressState, string>,
    overall: '总体',
    byCard: '按任务',
    byPerson: '按员工',
    person: '员工',
    why: '原因',
    of: (part: number, whole: number) => `${part}/${whole}`,
    bar: (parts: string) => `进度：${parts}`,
    part: (state: string, count: number) => `${state} ${count}`,
    empty: '这一天没有下发过任务。',
    emptyHint: '内容通过审批、到时间下发后，这里会显示每位员工的执行情况。',
    notAllowed: '只有主管和管理员能看团队进度。',
    recalled: '已作废',
    noReason: '没写原因',
    noReceipts: '没有人',
    total: (count: number) => `共 ${count}`,
  },
};

export type AdminWords = typeof zh;

const en: AdminWords = {
  product: 'Moments Desk',
  tagline: 'Plan, approve and hand out WeChat Moments',
  failed: 'The server could not be reached. Check the connection and try again.',
  reload: 'Reload',
  cancel: 'Cancel',
  toDesk: 'Open the desk',
  staffAtAdmin: 'Staff work at the desk: the admin is for planning and approving.',
  staffOnLogin: 'Staff do not sign in here.',
  signOut: 'Sign out',
  recovery: {
    title: 'Forgot your password',
    hint: 'Forgot your password? A manager can reset it.',
    ask: 'No mail is set up here, so you cannot recover a password yourself. Ask your manager: they reset it and tell you the new one.',
    admins:
      'Administrators: another administrator can reset yours under People, or set up mail and SERVER_URL first.',
    back: 'Back to sign-in',
  },
  noSuchPage: {
    title: 'There is no such page',
    say: 'The address may be mistyped, or the page is gone.',
    toAdmin: 'Open the admin',
  },

  kinds: kindLabels.en,
  statuses: {
    draft: 'Draft',
    'in-review': 'In review',
    'changes-requested': 'Changes requested',
    approved: 'Approved',
    released: 'Released',
    deferred: 'Deferred',
    held: 'Held',
    skipped: 'Skipped',
    expired: 'Expired',
    recalled: 'Recalled',
    archived: 'Archived',
  },
  cardStates: {
    planned: 'Waiting',
    deferred: 'Deferred',
    released: 'Released',
    skipped: 'Skipped',
    held: 'Held',
    expired: 'Expired',
    recalled: 'Recalled',
    withdrawn: 'Withdrawn',
  },
  channels: {
    'wechat-moments': 'Moments',
    'wecom-moments': 'WeCom Moments',
    group: 'Group',
    'flash-group': 'Flash group',
    'one-to-one': 'One-to-one',
  },

  whoSees: whoSees.en,
  audience: (visibility, segments) => audienceLine(visibility, segments, 'en'),
  versionName: (visibility, segments) => {
    if (visibility === 'everyone') return 'Everyone';
    const names = segments.map(({ name }) => name).join(', ');
    return visibility === 'only' ? names : `All but ${names}`;
  },
  versionOriginal: 'Base',

  preview: {
    title: 'Preview in Moments',
    versions: 'Versions',
    staff: 'Staff',
    sampleStaff: 'Lin',
    light: 'Light',
    dark: 'Dark',
    looks: 'Phone theme',
    folds: (lines) => `WeChat shows about ${lines} lines and folds the rest.`,
    chars: (count) => `${count} characters`,
    empty: 'Write some copy or add a picture and it appears here.',
    words: { more: 'Full text', less: 'Show less', video: 'Video' },
    now: 'just now',
    unknownAudience: 'The audience is not settled yet, so this shows what is written.',
    unnamed: (n) => `no.${n}`,
    missing: (what) => `[${what}]`,
    fromProfile: (what) =>
      `Filled from each member’s profile, which is not shown here: ${what.join(', ')}. The count on their phones differs accordingly.`,
  },

  status: {
    title: 'Status and next step',
    now: 'Now',
    unsaved: 'New, not saved yet',
    cards: 'Cards',
    replaces: 'Corrects ',
    replaced: (title) => `“${title}”`,
    replacedNow: (status) => ` (${status.toLowerCase()})`,
    willNotGoOut: 'Will not go out',
    stuck:
      'As things are it will not go out at its time; the reason is below. Move it, raise its priority, or let another make room.',
    waitsFor: {
      draft: 'Submit it when it is ready. Once approved it goes out by itself at its time.',
      'in-review':
        'It waits for a manager. You can still change it: once saved, the manager reviews what you changed.',
      'changes-requested': 'Change what the manager asked for, then submit it again.',
      approved: 'It goes out by itself at its time. Nothing more to do.',
      released:
        'It is on the desks of staff; only its title can still change. “Correct” replaces it, “Recall” takes it back.',
      deferred: 'There was no room then, so it was moved by itself.',
      held: 'It does not fit and waits for a person: send it now, choose another time and save, or do not send it.',
      skipped:
        'It was skipped, as it is set to. To send it, choose another time and save; another day needs a new approval.',
      expired:
        'Its time has passed. To send it, choose another time and save; another day needs a new approval.',
      recalled: 'Recalled: staff are asked to delete it from Moments.',
      archived: 'Archived.',
    },
  },

  act: {
    submit: 'Submit for approval',
    saveAndSubmit: 'Save and submit',
    withdraw: 'Withdraw',
    review: 'Review it',
    recall: 'Recall',
    correct: 'Correct',
    releaseNow: 'Send it now',
    releaseNowAsk: (title) =>
      `Send “${title}” now? It takes a place of today: later posts may be deferred, or stop and wait for a person.`,
    drop: 'Do not send',
    savesFirst: 'Unsaved changes are saved first.',
    missing: 'Still needed before it can be submitted:',
    noTitle: 'It has no title.',
    noKind: 'Its kind is not chosen.',
    noContent: 'It has no copy, picture, video or link.',
    problems: 'Not possible yet:',
    notSaved: 'It was not saved. Mend the fields marked in red first.',
    recallAsk: (title) =>
      `Recall “${title}”? All staff are asked to delete it, and what is not released stays back. This cannot be undone.`,
    recallReason: 'Why (kept on record, not shown to staff)',
    recallSend: 'Yes, recall it',
    withdrawAsk: (title) =>
      `Withdraw “${title}”? What is not released stays back; you can change and submit it again.`,
    withdrawSend: 'Yes, withdraw it',
    dropAsk: (title) => `Do not send “${title}”? It is archived; its record stays.`,
    dropSend: 'Yes, do not send it',
    done: {
      submit: 'Submitted: a manager decides now',
      withdraw: 'Withdrawn',
      recall: 'Recalled',
      correct: 'The correcting draft is made and opens now',
      resolve: 'Done',
    },
    releasedBefore: (count) =>
      `${count === 1 ? 'One card was' : `${count} cards were`} released before that and stay with staff; use “Recall” to take them back.`,
  },

  rule: {
    says: 'What the rule says',
    off: 'It is switched off and does nothing.',
    moves: 'What saving it would move',
    hint: 'When you change the rule, this says which planned posts would move, before you save it.',
    first: 'Once the problems above are mended, this can be tried out.',
    wrong: 'Once the fields above are in order, this says what would move.',
    asking: 'Trying it out…',
    slow: 'Still trying it out; with many posts this takes some seconds…',
    none: (days) => `Nothing that is planned for the next ${days} days would move.`,
    some: (count, days) => `In the next ${days} days ${count} would move:`,
    more: (count) => `And ${count} more that are not listed here.`,
    waiting: 'Trying it out…',
    ask: (count, stopped, days) =>
      `Saving moves ${count} of what is planned for the next ${days} days${stopped > 0 ? `; ${stopped} of them would be held, skipped or expire` : ''}. Save?`,
    look: 'Look again',
    proof: (days) => `With it, the caps over the next ${days} days:`,
    notPlanned: 'not planned',
    to: 'then',
  },

  forecast: {
    title: 'If approved now',
    save: 'Once saved, this says when it can go out.',
    first: 'Once nothing above is missing, this says when it can go out.',
    stale: 'This is about what was saved last; save to see it for your changes.',
    release: (when) => `Goes out ${when}`,
    atOnce: 'Goes out as soon as it is approved',
    defer: (when) => `Deferred to ${when}`,
    skip: 'Will be skipped',
    hold: 'Will stop and wait for a person',
    expire: 'Too late to go out',
    none: 'No cards would go out',
    fits: 'It fits every cap',
    caps: 'What the caps say',
    holders: 'Posts that hold the places',
    proved: 'Proved: ',
    beside: 'The same customer also sees',
    assumes: 'What this takes for granted',
    busy: 'Working it out; with many posts this takes a few seconds…',
  },

  queue: {
    title: 'Waiting for approval',
    nav: (count) => (count > 0 ? `Waiting for approval (${count})` : 'Waiting for approval'),
    list: 'Scripts and posts waiting for approval',
    script: (name) => `Launch script “${name}”`,
    launches: (when) => `launch ${when}`,
    scriptsOnly: 'No post is waiting. Open a launch script in the list to decide on it.',
    due: (when) => `due ${when}`,
    noTime: 'no time',
    overdue: (when) => `was due ${when}`,
    wanted: (when) => `Planned for ${when}`,
    empty: 'All done. Time for tea.',
    emptyHint: 'Posts that editors submit appear here in the order in which they go out.',
    toPosts: 'See all posts',
    submitted: (name, when) => `${name} · ${when}`,
    unknownPerson: 'A colleague',
    goes: 'When and where it goes',
    caps: 'What the caps say',
    problems: 'Cannot be approved as it is',
    changes: 'Compared with the last approval',
    changesNone: 'The same as what was approved last.',
    first: 'Submitted for the first time: nothing to compare with.',
    before: 'Approved last',
    after: 'This time',
    history: 'Decisions so far',
    decisions: {
      submitted: 'submitted',
      approved: 'approved',
      'changes-requested': 'asked for changes',
      withdrawn: 'withdrew it',
      lapsed: 'approval lapsed',
    },
    system: 'The system',
    guidance: 'Guidance for staff',
    copyMode: 'How staff use it',
    copyModes: { exact: 'Exactly as written', example: 'An example to put in their own words' },
    conflict: 'When it does not fit',
    conflicts: { defer: 'Defer', skip: 'Skip', hold: 'Hold for a person' },
    lates: { release: 'Release it late', skip: 'Skip', hold: 'Hold for a person' },
    versions: 'The versions staff will get',
    decision: 'Decision',
    comment: 'Comment',
    commentHint: 'What should change?',
    approve: 'Approve',
    approveNow: 'Approve and release now',
    requestChanges: 'Request changes',
    commentNeeded: 'Say what should change before you send it back.',
    mayNot: 'You cannot approve this one',
    readOnly: 'You can look; a manager decides.',
    approved: (title) => `“${title}” is approved`,
    returned: (title) => `“${title}” was sent back`,
    gone: 'It no longer waits for approval: somebody may just have decided.',
    back: 'Back to the list',
    edit: 'Open to edit',
    next: (n, total) => `${n} of ${total}`,
  },

  fields: {
    kind: 'Kind',
    text: 'Copy',
    images: 'Images',
    imageTexts: 'Descriptions of images',
    launch: 'Launch script',
    video: 'Video',
    link: 'Link',
    firstComments: 'First comments',
    audience: 'Visible to',
    guidance: 'Guidance for staff',
    when: 'Day',
    feeds: 'Feeds',
    priority: 'Priority',
    onConflict: 'When it does not fit',
    onLate: 'When its time has passed',
    expiresAt: 'Expires at',
    copyMode: 'How staff use it',
    dayBound: 'Bound to its day',
    version: 'Version',
  },
  values: {
    none: '(empty)',
    yes: 'yes',
    no: 'no',
    imagesChanged: (before, after) =>
      before === after ? 'other pictures or another order' : `${before} → ${after}`,
    added: 'a new version',
    removed: 'this version was taken out',
    baseVersion: 'Base',
  },

  home: {
    title: 'Home',
    hello: (name) => `Hello, ${name}`,
    write: 'Write a post',
    queueLink: (count) => (count > 0 ? `${count} waiting for approval` : 'Nothing to approve'),
    progressLink: 'Team progress',
    noCards: 'Nothing planned',
    noCardsHint: 'This day is still free.',
    attention: 'Needs attention',
    attentionNone: 'Nothing to do: all goes as planned.',
    attentionHint: 'Posts that do not fit, were sent back or deferred appear here.',
    queue: 'Waiting for approval',
    queueNone: 'All decided.',
    progress: 'Today on the desks',
    progressNone: 'Nothing was released today yet.',
    unsupported: 'A cap cannot be kept as things are; what it concerns does not go out:',
    more: (count) => `${count} more`,
    versionsCount: (count) => `${count} versions`,
  },

  files: {
    saved: (count) => `${count} files saved`,
    failed: (count) => `${count} files could not be saved: see what each of them says`,
  },

  warn: {
    openTitle: 'A change is saved and not yet in the release log',
    openDo:
      'What was about to go out at that moment may have gone out as it was before; the next pass of the scheduler takes the change up first. Look whether something went out; if this stays, an administrator should look at the disk and the database.',
    silentTitle: 'Nothing is being released',
    silentNever: 'The scheduler has never run.',
    silentSince: (when) => `The scheduler last ran ${when}.`,
    silentDo:
      'Posts that come due stay back. Ask an administrator to restart the service (npm start) or to run npm run scheduler; what is not too late then goes out.',
    problemTitle: 'The scheduler has paused',
    problem: (code) =>
      code === 'pass-failed'
        ? 'The last pass failed for some feeds and is tried again in five seconds. If this stays, ask an administrator to read the server’s log.'
        : 'The server’s clock is wrong, so it releases nothing rather than too early. Ask an administrator to set the clock and restart the service.',
  },

  progress: {
    title: 'Team progress',
    day: 'Day',
    before: 'Day before',
    after: 'Day after',
    toToday: 'Back to today',
    states: {
      posted: 'Posted',
      copied: 'Copied',
      skipped: 'Skipped',
      removed: 'Removed',
      'not-opened': 'Not opened',
    },
    overall: 'Overall',
    byCard: 'By card',
    byPerson: 'By person',
    person: 'Person',
    why: 'Why',
    of: (part, whole) => `${part}/${whole}`,
    bar: (parts) => `Progress: ${parts}`,
    part: (state, count) => `${state} ${count}`,
    empty: 'Nothing was released on this day.',
    emptyHint: 'Once posts are approved and released, this shows what each person did with them.',
    notAllowed: 'Only managers and administrators see the progress of the team.',
    recalled: 'Recalled',
    noReason: 'no reason given',
    noReceipts: 'nobody',
    total: (count) => `${count} in all`,
  },
};

export const adminWords: Record<Locale, AdminWords> = { zh, en };

/** The words for a language as browsers and Payload name it. */
export const localeOfLanguage = (language: string | undefined): Locale =>
  language?.startsWith('en') ? 'en' : 'zh';
