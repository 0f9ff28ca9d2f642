/** The words of comments: beside a post or a script, and on the home page. */
import type { Locale, Role } from '../model';
import { listed } from './listed';

const zh = {
  title: '讨论与审批记录',
  stepTitle: '这一步的讨论',
  none: '还没有人说话。',
  write: '写评论',
  hint: '写点什么，用 @ 提到同事',
  send: '发表',
  sent: '已发表',
  people: '提到谁',
  nobody: '没有这位同事',
  earlier: (count: number) => `更早的 ${count} 条`,
  step: (step: string) => `步骤 ${step}`,
  mentioned: '提到你的',
  by: (name: string, title: string) => `${name} 在《${title}》提到你`,
  failed: '没有读到讨论，请重新载入。',
  refusals: {
    empty: '写点内容再发表。',
    strangers: (count: number) =>
      count === 1
        ? '提到的人不在，或者看不到这条内容，请重新选。'
        : `提到的人里有 ${count} 位不在，或者看不到这条内容，请重新选。`,
  },
};

export type CommentWords = typeof zh;

const en: CommentWords = {
  title: 'Discussion and decisions',
  stepTitle: 'About this step',
  none: 'Nobody has said anything yet.',
  write: 'Write a comment',
  hint: 'Say something; @ mentions a colleague',
  send: 'Send',
  sent: 'Sent',
  people: 'Whom to mention',
  nobody: 'There is no such colleague',
  earlier: (count) => `${count} earlier`,
  step: (step) => `Step ${step}`,
  mentioned: 'Mentions of you',
  by: (name, title) => `${name} mentioned you in “${title}”`,
  failed: 'The discussion could not be read. Reload the page.',
  refusals: {
    empty: 'Write something first.',
    strangers: (count) =>
      count === 1
        ? 'Somebody you mention is not there or cannot see this. Choose again.'
        : `${count} of those you mention are not there or cannot see this. Choose again.`,
  },
};

const roleNames: Record<Locale, Record<Role, string>> = {
  zh: { admin: '管理员', editor: '编辑', manager: '主管', staff: '员工' },
  en: { admin: 'admin', editor: 'editor', manager: 'manager', staff: 'staff' },
};

/** 「主管 · 青禾路店」: what stands beside a name, where names alone may be two people. */
export const roleAndTeam = (
  { roles, team }: { roles: readonly Role[]; team: string },
  locale: Locale,
): string =>
  [
    listed(
      roles.map((role) => roleNames[locale][role]),
      locale,
    ),
    team,
  ]
    .filter(Boolean)
    .join(' · ');

export const commentWords: Record<Locale, CommentWords> = { zh, en };
