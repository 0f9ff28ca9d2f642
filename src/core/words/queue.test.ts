import { describe, expect, it } from 'vitest';
import { dayHeading, periodHeading, urgencyWords, weekHeading } from './queue';

const now = Date.parse('2026-11-25T10:00:00+08:00');
const minute = 60_000;

describe('the words of the queue', () => {
  it.each([
    ['none', 30 * 60, '', ''],
    ['day', 6 * 60 + 59, '6 小时后要发，还没审批', 'Due in 6 h, not approved'],
    ['soon', 120, '2 小时后要发，还没审批', 'Due in 2 h, not approved'],
    ['soon', 80, '1 小时 20 分钟后要发，还没审批', 'Due in 1 h 20 min, not approved'],
    ['soon', 5, '5 分钟后要发，还没审批', 'Due in 5 min, not approved'],
    ['soon', 0.5, '现在就要发，还没审批', 'Due now, not approved'],
    ['overdue', -5, '已经过了时间，还没审批', 'Past its time, not approved'],
  ] as const)('%s, %d minutes before', (urgency, minutes, zh, en) => {
    const question = { urgency, at: now + minutes * minute, now };
    expect(urgencyWords(question, 'zh')).toBe(zh);
    expect(urgencyWords(question, 'en')).toBe(en);
  });

  it('say nothing of what has no time', () => {
    expect(urgencyWords({ urgency: 'day', at: null, now }, 'zh')).toBe('');
  });

  it('name days and weeks as people do', () => {
    const today = '2026-11-25';
    expect(['2026-11-25', '2026-11-26', '2026-11-27'].map((day) => dayHeading(day, today, 'zh'))).toEqual([
      '今天',
      '明天',
      '11月27日 周五',
    ]);
    expect(dayHeading('2026-11-26', today, 'en')).toBe('Tomorrow');
    expect(['2026-11-23', '2026-11-30', '2026-12-28'].map((day) => weekHeading(day, today, 'zh'))).toEqual([
      '本周',
      '下周',
      '12月28日–1月3日',
    ]);
    expect(periodHeading({ unit: 'week', first: '2026-11-16' }, today, 'en')).toBe('Nov 16–Nov 22');
  });
});
