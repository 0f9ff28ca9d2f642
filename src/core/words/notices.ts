/** What people are told by mail and in their group: titles, times, who asks, and where to decide. No copy of posts. */
import type { Instant, Locale } from '../model';
import type { Digest, Line, Subject, Urgent, Words } from '../notices';
import { decisionLink, editLink } from '../notices';
import { whenWords } from './when';

const zh = {
  statuses: { draft: '草稿，还没提交', 'changes-requested': '已退回，还没再提交', 'in-review': '待审批' },
  named: (type: Subject['type'], title: string): string =>
    type === 'script' ? `剧本「${title}」` : `「${title}」`,
  changed: (what: string, count: number): string => `${what}通过后改过的 ${count} 步`,
  by: (name: string): string => `${name} 提交`,
  noTime: '没有定时间',
  /** Between a time and a name. */
  gap: '',
  stop: '，',
  soon: {
    subject: (what: string, when: string): string => `请尽快审批：${what}${when} 要发`,
    text: (what: string, when: string): string => `${what}${when} 要发，还没通过。`,
  },
  overdue: {
    subject: (what: string, when: string): string => `已过时间，等您审批：${what}原定${when} 发`,
    text: (what: string, when: string): string => `${what}原定${when} 发，还没通过。`,
    until: (when: string): string => `${when} 前通过还会下发。`,
  },
  digest: {
    due: (count: number): string => `${count} 条快到时间还没通过`,
    waiting: (count: number): string => `${count} 条待审批`,
    returned: (count: number): string => `${count} 条退回给您`,
    notes: (count: number): string => `${count} 条新消息`,
    subject: (parts: string): string => `汇总：${parts}`,
    parts: {
      due: '24 小时内要发，还没通过：',
      returned: '退回给您的：',
      notes: '新消息：',
      waiting: '还在等审批的：',
    },
    returnedBy: (name: string): string => `${name} 退回`,
    more: (count: number): string => `另有 ${count} 条`,
  },
  open: '打开',
  end: 'Moments Desk · 朋友圈排期',
};

type NoticeWords = typeof zh;

const en: NoticeWords = {
  statuses: {
    draft: 'draft, not submitted',
    'changes-requested': 'sent back, not submitted again',
    'in-review': 'waits for approval',
  },
  named: (type, title) => (type === 'script' ? `launch script “${title}”` : `“${title}”`),
  changed: (what, count) => `${count} ${count === 1 ? 'step' : 'steps'} changed after approval of ${what}`,
  by: (name) => `submitted by ${name}`,
  noTime: 'no time set',
  gap: ' ',
  stop: ', ',
  soon: {
    subject: (what, when) => `Please decide soon: ${what}, due ${when}`,
    text: (what, when) => `Due ${when} and not approved: ${what}.`,
  },
  overdue: {
    subject: (what, when) => `Overdue, waits for you: ${what}, planned for ${when}`,
    text: (what, when) => `Planned for ${when} and not approved: ${what}.`,
    until: (when) => ` Approved before ${when} it still goes out.`,
  },
  digest: {
    due: (count) => `${count} due soon and not approved`,
    waiting: (count) => `${count} waiting for approval`,
    returned: (count) => `${count} sent back to you`,
    notes: (count) => `${count} new`,
    subject: (parts) => `Digest: ${parts}`,
    parts: {
      due: 'Due within 24 hours and not approved:',
      returned: 'Sent back to you:',
      notes: 'New for you:',
      waiting: 'Also waiting for approval:',
    },
    returnedBy: (name) => `sent back by ${name}`,
    more: (count) => `${count} more`,
  },
  open: 'Open',
  end: 'Moments Desk',
};

export const noticeWords: Record<Locale, NoticeWords> = { zh, en };

/** How an address begins, where it is known; else a path stands by itself. */
type Base = string;

/** More would be no digest. */
const mostLines = 20;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const inBoth = (say: (locale: Locale) => Words[Locale]): Words => ({ zh: say('zh'), en: say('en') });

const nameOf = (
  { type, title, changed = 0 }: Pick<Subject, 'type' | 'title'> & Partial<Pick<Subject, 'changed'>>,
  locale: Locale,
): string => {
  const words = noticeWords[locale];
  const name = words.named(type, oneLine(title));
  return changed > 0 ? words.changed(name, changed) : name;
};

export const urgentWords = ({ subject, reason }: Pick<Urgent, 'subject' | 'reason'>, now: Instant): Words =>
  inBoth((locale) => {
    const words = noticeWords[locale];
    const { due, until, zone, submission } = subject;
    const what = nameOf(subject, locale);
    const at = whenWords({ at: due ?? now, now, zone }, locale);
    const who = submission?.byName ? sentence(words.by(oneLine(submission.byName)), locale) : '';
    if (reason === 'due-within-two-hours')
      return { subject: words.soon.subject(what, at), text: `${words.soon.text(what, at)}${who}` };
    const end = until === null ? '' : words.overdue.until(whenWords({ at: until, now, zone }, locale));
    return { subject: words.overdue.subject(what, at), text: `${words.overdue.text(what, at)}${end}${who}` };
  });

const sentence = (text: string, locale: Locale): string =>
  locale === 'zh' ? `${text}。` : ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What a digest says; `base` goes before the links of single things, for whoever reads it as a mail. */
export const digestWords = (digest: Digest, { now, base }: { now: Instant; base: Base | null }): Words =>
  inBoth((locale) => {
    const { digest: words } = noticeWords[locale];
    const { due, returned, notes, waiting } = digest;
    const counts = [
      due.length > 0 ? words.due(due.length) : null,
      waiting.length > 0 ? words.waiting(waiting.length) : null,
      returned.length > 0 ? words.returned(returned.length) : null,
      notes.length > 0 ? words.notes(notes.length) : null,
    ].filter((part): part is string => part !== null);
    const line = (one: Line) => entry(lineWords(one, now, locale), linkOf(one), base);
    const parts = [
      part(words.parts.due, due.map(line), locale),
      part(
        words.parts.returned,
        returned.map(({ subject, byName }) => {
          const who = byName ? `${noticeWords[locale].stop}${words.returnedBy(oneLine(byName))}` : '';
          return entry(
            `${timeOf(subject, now, locale)}${noticeWords[locale].gap}${nameOf(subject, locale)}${who}`,
            editLink(subject),
            base,
          );
        }),
        locale,
      ),
      part(
        words.parts.notes,
        notes.map(({ words: said, link }) => entry(oneLine(said[locale].subject), link, base)),
        locale,
      ),
      part(words.parts.waiting, waiting.map(line), locale),
    ];
    return {
      subject: words.subject(counts.join(noticeWords[locale].stop)),
      text: parts.filter(Boolean).join('\n\n'),
    };
  });

const linkOf = ({ subject, act }: Line): string =>
  act === 'decide' ? decisionLink(subject) : editLink(subject);

const timeOf = ({ due, zone }: Pick<Subject, 'due' | 'zone'>, now: Instant, locale: Locale): string =>
  due === null ? noticeWords[locale].noTime : whenWords({ at: due, now, zone }, locale);

function lineWords({ subject }: Line, now: Instant, locale: Locale): string {
  const words = noticeWords[locale];
  const { status, submission } = subject;
  const who = status === 'in-review' && submission?.byName ? [words.by(oneLine(submission.byName))] : [];
  const rest = [words.statuses[status], ...who].join(words.stop);
  return `${timeOf(subject, now, locale)}${words.gap}${nameOf(subject, locale)}${words.stop}${rest}`;
}

const entry = (text: string, link: string, base: Base | null): string =>
  base === null ? `· ${text}` : `· ${text}\n  ${base}${link}`;

function part(heading: string, entries: readonly string[], locale: Locale): string {
  if (entries.length === 0) return '';
  const rest = entries.length - mostLines;
  const more = rest > 0 ? [`· ${noticeWords[locale].digest.more(rest)}`] : [];
  return [heading, ...entries.slice(0, mostLines), ...more].join('\n');
}
