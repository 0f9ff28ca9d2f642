import { describe, expect, it } from 'vitest';
import { anException, aRule } from '../../../tests/builders/plan';
import { relativeExceptionWords } from './launch';
import { namedPlaceholders, phaseRuleWords } from './templateReview';

describe('a template in words', () => {
  it('says what a script fills in, and leaves what it does not know and what staff fill', () => {
    const text = '{{product.name}}{{ launch.time }}开售，找 {{staff.name}}，{{nothing}}';
    expect(namedPlaceholders(text, 'zh')).toBe('〔商品名〕〔开售时间〕开售，找 {{staff.name}}，{{nothing}}');
    expect(namedPlaceholders('{{offer.code}}', 'en')).toBe('[offer code]');
  });

  it('says every rule of a phase, and nothing of one without', () => {
    const rules = { required: true, kinds: ['sales', 'notice'], maxSales: 3, minGapMinutes: 30 } as const;
    expect(phaseRuleWords(rules, 'zh')).toEqual([
      '这个阶段不能空着',
      '只能有卖货、通知',
      '最多 3 条卖货',
      '两步之间至少隔 30 分钟',
    ]);
    expect(phaseRuleWords({ ...rules, maxSales: 1 }, 'en')[2]).toBe('1 sales post at most');
    expect(phaseRuleWords({ ...rules, maxSales: 0 }, 'zh')[2]).toBe('不放卖货');
    expect(phaseRuleWords(rules, 'en')[1]).toBe('takes sales, notice only');
    const none = { required: false, kinds: [], maxSales: null, minGapMinutes: null };
    expect(phaseRuleWords(none, 'zh')).toEqual([]);
  });

  it('says of an exception how far from the launch it holds, as one of a script otherwise', () => {
    const { rule, feeds, limit, minGapMinutes, quietHours } = anException();
    const values = { rule, feeds, limit, minGapMinutes, quietHours, reason: '双十一' };
    const exception = { ...values, fromDays: -1, fromTime: '20:00', toDays: 1, toTime: '00:00' };
    const context = { zone: 'UTC', segments: new Map(), feeds: new Map() };
    const said = (locale: 'zh' | 'en') => relativeExceptionWords(exception, aRule(), context, locale);
    expect(said('zh')).toBe('T−1 20:00 到 T+1 00:00，每天卖货最多 6 条（原来 3 条）：双十一');
    expect(said('en')).toBe('T−1 20:00 to T+1 00:00: at most 6 sales posts a day instead of 3 (双十一)');
  });
});
