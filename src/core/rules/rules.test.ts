import { describe, expect, it } from 'vitest';
import { defaultCaps } from '../channels';
import type { FeedId } from '../model';
import {
  checkHoursAgainstRules,
  checkQuietHours,
  checkRule,
  type FeedFacts,
  openMinutes,
  type RuleDraft,
} from '.';

const aRule = (more: Partial<RuleDraft> = {}): RuleDraft => ({
  kinds: ['sales'],
  feeds: [],
  channels: [],
  counts: 'daily',
  scope: 'customer',
  window: { unit: 'day' },
  limit: 3,
  ...more,
});
const aFeed = (more: Partial<FeedFacts> = {}): FeedFacts => ({
  id: '1' as FeedId,
  name: '总店朋友圈',
  channel: 'wechat-moments',
  overlap: 1,
  quietHours: { from: '22:00', to: '07:30' },
  alone: true,
  ...more,
});
const refused = (more: Partial<RuleDraft>, feeds = [aFeed()]): string[] =>
  checkRule(aRule(more), feeds).refusals.map(({ code }) => code);
const warned = (more: Partial<RuleDraft>, feeds = [aFeed()]): string[] =>
  checkRule(aRule(more), feeds).warnings.map(({ code }) => code);

describe('a cap rule that is written', () => {
  it.each([
    ['day', null],
    ['week', null],
    ['month', null],
    ['rolling-hours', 1],
    ['rolling-hours', 744],
  ] as const)('may count in every window: %s %s', (unit, hours) => {
    expect(refused({ window: { unit, hours } })).toEqual([]);
  });

  it('R1 has a limit, a gap or both', () => {
    expect(refused({ limit: null })).toEqual(['rule-empty']);
    expect(refused({ limit: null, minGapMinutes: 0 })).toEqual(['rule-empty']);
    expect(refused({ limit: null, minGapMinutes: 30 })).toEqual([]);
    expect(refused({ limit: 3, minGapMinutes: 30 })).toEqual([]);
  });

  it('R2 has whole numbers', () => {
    for (const limit of [-1, 2.5, Number.NaN]) expect(refused({ limit })).toEqual(['rule-limit']);
    for (const minGapMinutes of [-1, 2.5]) expect(refused({ minGapMinutes })).toEqual(['rule-gap']);
  });

  it('R3 lets something out', () => {
    expect(refused({ limit: 0 })).toEqual(['rule-limit-zero']);
    expect(refused({ limit: 1 })).toEqual([]);
  });

  it('R4 names the hours of a rolling window, and only of that', () => {
    for (const hours of [null, undefined, 0, 745, 1.5]) {
      expect(refused({ window: { unit: 'rolling-hours', hours } })).toEqual(['rule-hours']);
    }
    expect(refused({ window: { unit: 'day', hours: 9999 } })).toEqual([]);
    const gapAlone = { limit: null, minGapMinutes: 30 };
    expect(refused({ ...gapAlone, window: { unit: 'rolling-hours' } })).toEqual([]);
  });

  it('R5 has a gap that fits into its window more than once', () => {
    expect(refused({ minGapMinutes: 1440 })).toEqual(['rule-gap-fills-window']);
    expect(refused({ minGapMinutes: 1440, limit: 1 })).toEqual([]);
    expect(refused({ minGapMinutes: 1440, window: { unit: 'week' } })).toEqual([]);
    const twoHours = { unit: 'rolling-hours', hours: 2 } as const;
    expect(refused({ minGapMinutes: 120, window: twoHours })).toEqual(['rule-gap-fills-window']);
    expect(refused({ minGapMinutes: 119, window: twoHours })).toEqual([]);
  });

  it('R6 has a gap that fits into what quiet hours leave of a day', () => {
    const reason = checkRule(aRule({ minGapMinutes: 870 }), [aFeed()]).refusals;
    const feeds = [{ name: '总店朋友圈', open: 870 }];
    expect(reason).toEqual([{ code: 'rule-gap-fills-day', gap: 870, limit: 3, feeds }]);
    expect(refused({ minGapMinutes: 869 })).toEqual([]);
    expect(refused({ minGapMinutes: 870, limit: 1 })).toEqual([]);
    expect(refused({ minGapMinutes: 870, window: { unit: 'week' } })).toEqual([]);
    const shared = [aFeed({ alone: false })];
    expect(refused({ minGapMinutes: 870 }, shared)).toEqual([]);
    expect(refused({ minGapMinutes: 870, scope: 'feed' }, shared)).toEqual(['rule-gap-fills-day']);
    expect(refused({ minGapMinutes: 870, channels: ['group'] })).toEqual([]);
  });

  it('R7 has room for one card of each feed that it concerns, and names those where it has none', () => {
    const twins = aFeed({ id: '2' as FeedId, name: '双人组', overlap: 2 });
    const feeds = [aFeed(), twins];
    expect(checkRule(aRule({ limit: 1 }), feeds).refusals).toEqual([
      { code: 'rule-overlap', limit: 1, feeds: [{ name: '双人组', overlap: 2 }] },
    ]);
    expect(refused({ limit: 2 }, feeds)).toEqual([]);
    expect(refused({ limit: 1, scope: 'feed' }, feeds)).toEqual([]);
    expect(refused({ limit: 1, feeds: ['1' as FeedId] }, feeds)).toEqual([]);
    expect(refused({ limit: null, minGapMinutes: 5 }, feeds)).toEqual([]);
  });

  it('R8 says when it concerns no feed, unless there is none yet', () => {
    expect(warned({ channels: ['group'] })).toEqual(['rule-without-feeds']);
    expect(warned({ feeds: ['9' as FeedId] })).toEqual(['rule-without-feeds']);
    expect(warned({ channels: ['group'] }, [])).toEqual([]);
    expect(warned({ channels: ['wechat-moments'] })).toEqual([]);
    expect(refused({ channels: ['group'] })).toEqual([]);
  });

  it('R9 hears everything at once', () => {
    expect(refused({ limit: 0, minGapMinutes: 0.5, window: { unit: 'rolling-hours' } })).toEqual([
      'rule-limit-zero',
      'rule-gap',
      'rule-hours',
    ]);
  });

  it('R12 defaults pass', () => {
    for (const cap of defaultCaps) {
      expect(checkRule({ ...cap, feeds: [] }, [aFeed()]).refusals).toEqual([]);
    }
  });
});

describe('quiet hours that are written', () => {
  it('R10 need both times and leave some of the day', () => {
    expect(checkQuietHours({ from: '22:00', to: '07:30' })).toBeNull();
    expect(checkQuietHours({ from: '12:00', to: '14:00' })).toBeNull();
    expect(checkQuietHours({})).toBeNull();
    expect(checkQuietHours({ from: '', to: null })).toBeNull();
    expect(checkQuietHours({ from: '22:00', to: '' })).toEqual({ code: 'quiet-hours-half' });
    expect(checkQuietHours({ from: null, to: '07:30' })).toEqual({ code: 'quiet-hours-half' });
    expect(checkQuietHours({ from: '22:00', to: '22:00' })).toEqual({ code: 'quiet-hours-all-day' });
    expect(openMinutes({ from: '22:00', to: '07:30' })).toBe(870);
    expect(openMinutes({ from: '12:00', to: '14:00' })).toBe(1320);
    expect(openMinutes({ from: '00:00', to: '23:59' })).toBe(1);
  });

  it('R6 leave room for what the rules promise', () => {
    const rules = [
      { ...aRule({ minGapMinutes: 240 }), name: '卖货' },
      { ...aRule({ minGapMinutes: 240, channels: ['group'] }), name: '社群' },
      { ...aRule({ minGapMinutes: 2000 }), name: '早就不行' },
    ];
    const short = aFeed({ quietHours: { from: '11:00', to: '07:00' } });
    expect(checkHoursAgainstRules(short, rules)).toEqual([
      { code: 'quiet-hours-against-rule', rule: '卖货', gap: 240, limit: 3, open: 240 },
    ]);
    expect(checkHoursAgainstRules(aFeed(), rules)).toEqual([]);
  });
});
