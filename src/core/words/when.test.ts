import { describe, expect, it } from 'vitest';
import { dayFrom, dayName, fullDay, whenWords } from './when';

const now = Date.parse('2026-11-22T23:30:00+08:00');
const zone = 'Asia/Shanghai';
const say = (iso: string, locale: 'zh' | 'en') => whenWords({ at: Date.parse(iso), now, zone }, locale);

describe('whenWords', () => {
  it('counts days where the feed is, not where the server is', () => {
    expect(say('2026-11-23T00:10:00+08:00', 'zh')).toBe('明天 00:10');
    expect(say('2026-11-22T23:50:00+08:00', 'zh')).toBe('今天 23:50');
  });
  it('says near days by name in both languages and far ones by date', () => {
    expect(say('2026-11-21T20:00:00+08:00', 'zh')).toBe('昨天 20:00');
    expect(say('2026-11-24T20:00:00+08:00', 'zh')).toBe('后天 20:00');
    expect(say('2026-11-25T20:00:00+08:00', 'zh')).toBe('11月25日 20:00');
    expect(say('2026-11-23T20:00:00+08:00', 'en')).toBe('tomorrow 20:00');
    expect(say('2026-11-25T20:00:00+08:00', 'en')).toBe('Nov 25, 20:00');
  });
  it('names the year where it is another one', () => {
    expect(dayName('2027-01-02', '2026-11-22', 'zh')).toBe('2027年1月2日');
    expect(dayName('2027-01-02', '2026-11-22', 'en')).toBe('Jan 2, 2027');
  });
});

describe('fullDay', () => {
  it('has the weekday of the date itself', () => {
    expect(fullDay('2026-11-22', 'zh')).toBe('11月22日 周日');
    expect(fullDay('2026-11-22', 'en')).toBe('Sun, Nov 22');
  });
});

describe('dayFrom', () => {
  it('has the year where it is far away, so that a slip is seen', () => {
    const from = '2026-12-28';
    expect(dayFrom('2027-01-02', { from, weekday: true }, 'zh')).toBe('1月2日 周六');
    expect(dayFrom('2999-11-04', { from, weekday: true }, 'zh')).toBe('2999年11月4日 周一');
    expect(dayFrom('2999-11-04', { from, weekday: false }, 'en')).toBe('Nov 4, 2999');
  });
});
