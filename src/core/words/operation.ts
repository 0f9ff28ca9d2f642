/** The words of running it: stop and resume, the log of decisions, the report after an outage, the heartbeat. */
import type { What } from '../decisions';
import type { Locale } from '../model';

const zh = {
  whats: {
    planned: '已排定',
    deferred: '顺延',
    'brought-forward': '提前',
    'will-hold': '将停下等人',
    'will-skip': '将跳过',
    'will-expire': '将过期',
    released: '下发',
    'released-late': '迟发',
    held: '等人处理',
    skipped: '跳过',
    expired: '过期',
    recalled: '作废',
    stopped: '紧急停发',
    resumed: '恢复下发',
    outage: '下发中断',
  } satisfies Record<What, string>,
  /** What a decision comes to; `when` is the instant in words. */
  said: (what: What, when: string | null): string => {
    const at = when ?? '';
    switch (what) {
      case 'planned':
        return `排在 ${at} 下发`;
      case 'deferred':
        return `顺延到 ${at}`;
      case 'brought-forward':
        return `提前到 ${at}`;
      case 'will-hold':
        return '到时间会停下，等人处理';
      case 'will-skip':
        return '到时间会跳过，不发';
      case 'will-expire':
        return '已经来不及发，到时间算过期';
      case 'released':
        return `${at} 下发`;
      case 'released-late':
        return `${at} 迟发`;
      case 'held':
        return '停下了，等人处理';
      case 'skipped':
        return '跳过了，没有发';
      case 'expired':
        return '过期了，没有发';
      case 'recalled':
        return '已作废';
      case 'stopped':
        return '紧急停发：不再下发，员工不能复制';
      case 'resumed':
        return '恢复下发';
      case 'outage':
        return '自动下发中断了';
    }
  },
  fits: '频次上限都放得下',

  api: {
    badPeriod: '时间要写成 2026-11-11 或带时区的 2026-11-11T20:00:00+08:00，from 要早于 to。',
    changed: '要下发的内容在您查看之后有变化。请再看一遍，然后恢复。',
    notAllowedStop: '只有编辑和主管能紧急停发。',
    notAllowedResume: '恢复下发要由主管来做。',
    notAllowedRead: '您不能看排期记录。',
  },

  stop: {
    button: '紧急停发',
    ask: '紧急停发？所有账号组马上停止下发，员工十秒内不能再复制。之后由主管恢复。',
    reason: '为什么停（大家都会看到）',
    send: '确定停发',
    done: '已停发：不再下发，员工不能复制',
    title: '已紧急停发',
    since: (name: string, when: string) => `${name} 在 ${when} 停发：`,
    say: '现在什么都不下发，员工也不能复制。',
    waitForManager: '恢复要由主管来做。',
    look: '恢复下发…',
    nobody: '有人',
  },
  resume: {
    title: '恢复下发？',
    nothing: '恢复后没有要马上下发的，之后按计划继续。',
    now: '会马上下发',
    late: '会马上迟发（还在可以迟发的时间内）',
    deferred: '现在排不下，顺延',
    waits: '会停下等人处理，或按设置跳过',
    expired: '停发期间过期了，不会再发',
    elsewhere: (count: number) => `另外有 ${count} 条是别的团队的。`,
    more: (count: number) => `还有 ${count} 条`,
    minutes: (count: number) => `迟 ${count} 分钟`,
    planned: (when: string) => `原定 ${when}`,
    to: (when: string) => `→ ${when}`,
    reason: '为什么恢复（留在记录里）',
    send: '确认恢复下发',
    again: '再看一遍',
    loading: '正在看恢复后会发什么…',
    done: '已恢复下发',
  },

  decisions: {
    title: '排期记录',
    ofPost: '这条内容的排期记录',
    intro: '每一次排定、顺延、停下和下发，都在这里说明原因。',
    from: '从',
    to: '到',
    feed: '账号组',
    what: '决定',
    post: '只看这条内容',
    allPosts: '看全部内容',
    all: '全部',
    show: '查看',
    time: '时间',
    content: '内容',
    decided: '决定',
    why: '原因',
    slots: '占了名额的：',
    by: (name: string) => `由 ${name}`,
    empty: '这段时间没有记录。',
    emptyHint: '换一段时间，或去掉一个筛选条件。内容通过审批、排定或下发之后，记录会出现在这里。',
    earlier: '更早的',
    newer: '更新的',
    late: (minutes: number) => `迟了 ${minutes} 分钟`,
    lasted: (minutes: number) => `持续 ${minutes} 分钟`,
    kept: (days: number) => `记录保留 ${days} 天。`,
  },

  catchUp: {
    title: '补发情况',
    outage: (from: string, to: string, minutes: number) =>
      `自动下发在 ${from} 到 ${to} 之间没有运行（${minutes} 分钟）。`,
    stop: (from: string, to: string, minutes: number) => `${from} 到 ${to} 紧急停发（${minutes} 分钟）。`,
    nothing: '没有内容因此迟发或错过。',
    late: '迟发了',
    expired: '过期了，没有发',
    waits: '等人处理',
    skipped: '按设置跳过了',
    minutes: (count: number) => `迟 ${count} 分钟`,
    planned: (when: string) => `原定 ${when}`,
    more: '看排期记录',
  },

  beat: {
    last: (when: string, milliseconds: number) => `自动下发 ${when} 运行过，用时 ${milliseconds} 毫秒。`,
    did: (released: number, deferred: number, held: number, ended: number) =>
      `那一次：下发 ${released}，顺延 ${deferred}，等人处理 ${held}，跳过或过期 ${ended}。`,
  },
};

export type OperationWords = typeof zh;

const en: OperationWords = {
  whats: {
    planned: 'Planned',
    deferred: 'Deferred',
    'brought-forward': 'Brought forward',
    'will-hold': 'Will be held',
    'will-skip': 'Will be skipped',
    'will-expire': 'Will expire',
    released: 'Released',
    'released-late': 'Released late',
    held: 'Held',
    skipped: 'Skipped',
    expired: 'Expired',
    recalled: 'Recalled',
    stopped: 'Stopped',
    resumed: 'Resumed',
    outage: 'Outage',
  },
  said: (what, when) => {
    const at = when ?? '';
    switch (what) {
      case 'planned':
        return `Planned for ${at}`;
      case 'deferred':
        return `Deferred to ${at}`;
      case 'brought-forward':
        return `Brought forward to ${at}`;
      case 'will-hold':
        return 'Will be held for a person at its time';
      case 'will-skip':
        return 'Will be skipped at its time';
      case 'will-expire':
        return 'Too late to go out: it will expire at its time';
      case 'released':
        return `Released ${at}`;
      case 'released-late':
        return `Released late, ${at}`;
      case 'held':
        return 'Held for a person';
      case 'skipped':
        return 'Skipped, not released';
      case 'expired':
        return 'Expired, not released';
      case 'recalled':
        return 'Recalled';
      case 'stopped':
        return 'Stopped: nothing is released, staff cannot copy';
      case 'resumed':
        return 'Resumed';
      case 'outage':
        return 'Nothing was released: no scheduler ran';
    }
  },
  fits: 'Every limit has room for it',

  api: {
    badPeriod: 'Write times as 2026-11-11 or 2026-11-11T20:00:00+08:00, with from before to.',
    changed: 'What would go out has changed since you looked. Look again, then resume.',
    notAllowedStop: 'Only editors and managers can stop the handing out.',
    notAllowedResume: 'A manager has to resume.',
    notAllowedRead: 'You cannot read the log of decisions.',
  },

  stop: {
    button: 'Stop everything',
    ask: 'Stop everything? Nothing is released in any feed from now on, and within ten seconds staff can no longer copy. A manager resumes.',
    reason: 'Why (everybody sees it)',
    send: 'Stop now',
    done: 'Stopped: nothing is released, staff cannot copy',
    title: 'Stopped',
    since: (name, when) => `${name} stopped ${when}: `,
    say: 'Nothing is released and staff cannot copy.',
    waitForManager: 'A manager has to resume.',
    look: 'Resume…',
    nobody: 'Somebody',
  },
  resume: {
    title: 'Resume?',
    nothing: 'Nothing goes out at once; the plan goes on from here.',
    now: 'Goes out at once',
    late: 'Goes out late, at once (within its grace)',
    deferred: 'No room now, deferred',
    waits: 'Will be held for a person, or skipped as set',
    expired: 'Expired meanwhile, does not go out',
    elsewhere: (count) => `${count} more belong to other teams.`,
    more: (count) => `${count} more`,
    minutes: (count) => `${count} min late`,
    planned: (when) => `planned for ${when}`,
    to: (when) => `→ ${when}`,
    reason: 'Why (kept in the log)',
    send: 'Resume now',
    again: 'Look again',
    loading: 'Looking at what would go out…',
    done: 'Resumed',
  },

  decisions: {
    title: 'Decisions',
    ofPost: 'Decisions on this post',
    intro: 'Each time something is planned, deferred, held or released, this says why.',
    from: 'From',
    to: 'To',
    feed: 'Feed',
    what: 'Decision',
    post: 'Of this post only',
    allPosts: 'Show all posts',
    all: 'All',
    show: 'Show',
    time: 'Time',
    content: 'Post',
    decided: 'Decision',
    why: 'Why',
    slots: 'Places taken by: ',
    by: (name) => `by ${name}`,
    empty: 'Nothing was decided in this period.',
    emptyHint:
      'Try another period or drop a filter. Once posts are approved, planned or released, it shows here.',
    earlier: 'Earlier',
    newer: 'Newer',
    late: (minutes) => `${minutes} min late`,
    lasted: (minutes) => `lasted ${minutes} min`,
    kept: (days) => `Kept for ${days} days.`,
  },

  catchUp: {
    title: 'Catching up',
    outage: (from, to, minutes) => `No scheduler ran from ${from} to ${to} (${minutes} min).`,
    stop: (from, to, minutes) => `Everything was stopped from ${from} to ${to} (${minutes} min).`,
    nothing: 'Nothing came late or was missed.',
    late: 'Released late',
    expired: 'Expired, not released',
    waits: 'Waiting for a person',
    skipped: 'Skipped as set',
    minutes: (count) => `${count} min late`,
    planned: (when) => `planned for ${when}`,
    more: 'See the decisions',
  },

  beat: {
    last: (when, milliseconds) => `The scheduler ran ${when}, in ${milliseconds} ms.`,
    did: (released, deferred, held, ended) =>
      `That pass: released ${released}, deferred ${deferred}, held ${held}, skipped or expired ${ended}.`,
  },
};

export const operationWords: Record<Locale, OperationWords> = { zh, en };
