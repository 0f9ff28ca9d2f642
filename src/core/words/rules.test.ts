import { describe, expect, it } from 'vitest';
import type { FeedId, Locale } from '../model';
import type { QuietHoursReason, RuleReason } from '../rules';
import { minutesWords, quietHoursWords, ruleReasonWords, ruleWords } from './rules';

type Said = Parameters<typeof ruleWords>[0];
const aRule = (more: Partial<Said> = {}): Said => ({
  kinds: ['sales'],
  feeds: [],
  channels: [],
  counts: 'all',
  scope: 'customer',
  window: { unit: 'day' },
  limit: 3,
  ...more,
});

describe('a rule in words', () => {
  it.each([
    [
      {},
      '任何一位客户当天最多 3 条卖货（按下发计）',
      'At most 3 sales posts a day for any customer (as handed out)',
    ],
    [
      { counts: 'daily', scope: 'feed', window: { unit: 'week' }, limit: 10 },
      '每个账号组一周内（周一起算）最多 10 条日常卖货（按下发计）',
      'At most 10 ordinary sales posts a week (from Monday) for each feed (as handed out)',
    ],
    [
      { kinds: [], window: { unit: 'month' }, limit: 4, channels: ['wecom-moments'] },
      '任何一位客户一个自然月内最多 4 条内容（按下发计）（只管企微朋友圈）',
      'At most 4 posts a calendar month for any customer (as handed out) (only WeCom Moments)',
    ],
    [
      { window: { unit: 'rolling-hours', hours: 36 }, minGapMinutes: 90 },
      '任何一位客户任意连续 36 小时内最多 3 条卖货，每两条至少隔 1 小时 30 分钟（按下发计）',
      'At most 3 sales posts in any 36 hours for any customer, at least 1 hour 30 minutes apart (as handed out)',
    ],
    [
      { kinds: [], limit: null, minGapMinutes: 30 },
      '任何一位客户看到的两条内容之间至少隔 30 分钟',
      'At least 30 minutes between two posts that any customer sees',
    ],
    [
      { kinds: [], limit: null, minGapMinutes: 120, scope: 'feed' },
      '每个账号组发出的两条内容之间至少隔 2 小时',
      'At least 2 hours between two posts of one feed',
    ],
    [{ limit: null }, '还没有上限，也没有最少间隔', 'Neither a limit nor a least gap yet'],
  ] as const)('%o', (more, zh, en) => {
    expect(ruleWords(aRule(more as Partial<Said>), 'zh')).toBe(zh);
    expect(ruleWords(aRule(more as Partial<Said>), 'en')).toBe(en);
  });

  it('names the feeds that it is about where their names are known', () => {
    const feeds = new Map([['1' as FeedId, { name: '总店' }]]);
    const rule = aRule({ feeds: ['1' as FeedId], channels: ['group'] });
    expect(ruleWords(rule, 'zh', feeds)).toBe('任何一位客户当天最多 3 条卖货（按下发计）（只管社群；总店）');
    expect(ruleWords(rule, 'en')).toContain('(only group chat)');
  });

  it.each([
    [{ limit: 1 }, 'At most 1 sales post a day for any customer (as handed out)'],
    [{ limit: 1, kinds: [] }, 'At most 1 post a day for any customer (as handed out)'],
    [{ limit: 1, counts: 'daily' }, 'At most 1 ordinary sales post a day for any customer (as handed out)'],
    [{ limit: 2 }, 'At most 2 sales posts a day for any customer (as handed out)'],
    [{ limit: 0 }, 'At most 0 sales posts a day for any customer (as handed out)'],
  ] as const)('speaks of one post where the limit is one: %o', (more, en) => {
    expect(ruleWords(aRule(more), 'en')).toBe(en);
  });

  it('says lengths in hours and minutes', () => {
    expect([0, 1, 60, 61].map((minutes) => minutesWords(minutes, 'en'))).toEqual([
      '0 minutes',
      '1 minute',
      '1 hour',
      '1 hour 1 minute',
    ]);
  });
});

describe('what is wrong with a rule or with quiet hours', () => {
  const rules: RuleReason[] = [
    { code: 'rule-empty' },
    { code: 'rule-limit' },
    { code: 'rule-limit-zero' },
    { code: 'rule-gap' },
    { code: 'rule-hours' },
    { code: 'rule-gap-fills-window', gap: 1440, window: 1440, limit: 3 },
    { code: 'rule-gap-fills-day', gap: 870, limit: 3, feeds: [{ name: 'A', open: 870 }] },
    { code: 'rule-overlap', limit: 1, feeds: [{ name: 'B', overlap: 2 }] },
    { code: 'rule-without-feeds' },
  ];
  const hours: QuietHoursReason[] = [
    { code: 'quiet-hours-half' },
    { code: 'quiet-hours-all-day' },
    { code: 'quiet-hours-against-rule', rule: 'C', gap: 240, limit: 3, open: 200 },
  ];
  const all = (locale: Locale) => [
    ...rules.map((reason) => ruleReasonWords(reason, locale)),
    ...hours.map((reason) => quietHoursWords(reason, locale)),
  ];

  it('is a sentence in each language', () => {
    for (const sentence of all('zh')) expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
    for (const sentence of all('en')) expect(sentence).toMatch(/^[^\p{Script=Han}]+\.$/u);
  });

  it('names the feeds and the numbers', () => {
    const [words] = rules
      .filter(({ code }) => code === 'rule-overlap')
      .map((one) => ruleReasonWords(one, 'zh'));
    expect(words).toContain('「B ×2」');
    expect(words).toContain('上限 1');
  });
});
