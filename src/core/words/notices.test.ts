import { describe, expect, it } from 'vitest';
import type { Digest, Subject } from '../notices';
import { digestWords, urgentWords } from './notices';

const at = (wall: string, day = 23) => Date.parse(`2035-11-${day}T${wall}:00+08:00`);
const now = at('10:00');

const aPost = (more: Partial<Subject> = {}): Subject => ({
  type: 'post',
  id: '12',
  title: '新品\r\n燕麦',
  status: 'in-review',
  due: at('11:30'),
  until: at('13:30'),
  zone: 'Asia/Shanghai',
  feeds: [],
  submission: { n: 1, at: now, byName: '小编' },
  changedBy: [],
  script: null,
  changed: 0,
  ...more,
});
const aDigest = (more: Partial<Digest> = {}): Digest => ({
  ...{ to: '1', due: [], returned: [], notes: [], waiting: [] },
  ...more,
});

describe('words of notices', () => {
  it('say what is due when, and who asks, in both languages and on one line', () => {
    const words = urgentWords({ subject: aPost(), reason: 'due-within-two-hours' }, now);
    expect(words).toEqual({
      zh: {
        subject: '请尽快审批：「新品 燕麦」今天 11:30 要发',
        text: '「新品 燕麦」今天 11:30 要发，还没通过。小编 提交。',
      },
      en: {
        subject: 'Please decide soon: “新品 燕麦”, due today 11:30',
        text: 'Due today 11:30 and not approved: “新品 燕麦”. Submitted by 小编.',
      },
    });
  });

  it('say until when what is overdue can be approved', () => {
    const overdue = { subject: aPost({ due: at('09:00'), until: at('11:00') }), reason: 'overdue' as const };
    expect(urgentWords(overdue, now).zh.text).toBe(
      '「新品 燕麦」原定今天 09:00 发，还没通过。今天 11:00 前通过还会下发。小编 提交。',
    );
    const script = {
      subject: aPost({ type: 'script', until: null, submission: null }),
      reason: 'overdue' as const,
    };
    expect(urgentWords(script, now).en.text).toBe(
      'Planned for today 11:30 and not approved: launch script “新品 燕麦”.',
    );
  });

  it('gather a digest: warnings first, each with its link in a mail', () => {
    const said = { zh: { subject: '小编 在「早安」里提到您', text: '' }, en: { subject: 'x', text: '' } };
    const digest = aDigest({
      due: [{ subject: aPost(), act: 'decide' }],
      returned: [{ subject: aPost({ id: '3', title: '早安' }), to: '1', byName: '王主管', at: now }],
      notes: [{ id: '5', to: '1', at: now, words: said, about: [], link: '/admin/approvals?post=3' }],
      waiting: [{ subject: aPost({ id: '4', title: '晚安', due: null, submission: null }), act: 'decide' }],
    });
    const { subject, text } = digestWords(digest, { now, base: 'https://desk.test' }).zh;
    expect(subject).toBe('汇总：1 条快到时间还没通过，1 条待审批，1 条退回给您，1 条新消息');
    expect(text).toBe(
      [
        '24 小时内要发，还没通过：',
        '· 今天 11:30「新品 燕麦」，待审批，小编 提交',
        '  https://desk.test/admin/approvals?post=12',
        '',
        '退回给您的：',
        '· 今天 11:30「早安」，王主管 退回',
        '  https://desk.test/admin/collections/posts/3',
        '',
        '新消息：',
        '· 小编 在「早安」里提到您',
        '  https://desk.test/admin/approvals?post=3',
        '',
        '还在等审批的：',
        '· 没有定时间「晚安」，待审批',
        '  https://desk.test/admin/approvals?post=4',
      ].join('\n'),
    );
    expect(digestWords(digest, { now, base: null }).zh.text).not.toContain('http');
  });

  it('say of drafts that they are not submitted, and lead to where they are written', () => {
    const draft = aPost({ type: 'script', status: 'draft' });
    const { text } = digestWords(aDigest({ due: [{ subject: draft, act: 'write' }] }), { now, base: '' }).en;
    expect(text).toContain('launch script “新品 燕麦”, draft, not submitted\n  /admin/launches/12');
  });

  it('list twenty of a part, and how many more there are', () => {
    const waiting = Array.from({ length: 25 }, (_, n) => ({
      subject: aPost({ id: String(n) }),
      act: 'decide' as const,
    }));
    const { text } = digestWords(aDigest({ waiting }), { now, base: null }).zh;
    expect(text.split('\n')).toHaveLength(22);
    expect(text.endsWith('· 另有 5 条')).toBe(true);
  });
});
