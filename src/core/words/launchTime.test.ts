import { describe, expect, it } from 'vitest';
import { countdownWords, launchTimeWords } from './launchTime';

const zone = 'Asia/Shanghai';
const instant = (text: string) => Date.parse(`${text}+08:00`);
const moment = (at: string, launchAt = '2026-11-25T20:00:00') => ({
  launchAt: instant(launchAt),
  zone,
  at: instant(at),
});

describe('the time of a launch in copy', () => {
  it.each([
    ['2026-11-22T09:00:00', '11月25日 20:00', 'Nov 25 at 20:00'],
    ['2026-11-24T00:00:00', '明晚 20:00', 'tomorrow night at 20:00'],
    ['2026-11-25T19:00:00', '今晚 20:00', 'tonight at 20:00'],
    ['2026-11-26T09:00:00', '昨晚 20:00', 'last night at 20:00'],
    ['2026-11-28T09:00:00', '11月25日 20:00', 'Nov 25 at 20:00'],
  ])('a post of %s says it as its readers would', (at, zh, en) => {
    expect(launchTimeWords(moment(at), 'zh')).toBe(zh);
    expect(launchTimeWords(moment(at), 'en')).toBe(en);
  });
  it('a launch by day is no night, one at midnight belongs to the evening before it', () => {
    expect(launchTimeWords(moment('2026-11-25T08:00:00', '2026-11-25T10:00:00'), 'zh')).toBe('今天 10:00');
    expect(launchTimeWords(moment('2026-11-24T20:00:00', '2026-11-25T00:00:00'), 'zh')).toBe('今晚 24:00');
    expect(launchTimeWords(moment('2026-11-24T20:00:00', '2026-11-25T00:00:00'), 'en')).toBe(
      'tonight at midnight',
    );
    expect(launchTimeWords(moment('2026-11-25T09:00:00', '2026-11-25T00:00:00'), 'zh')).toBe('今天 00:00');
  });
});

describe('the countdown to a launch', () => {
  it.each([
    ['2026-11-22T20:00:00', '3 天', '3 days'],
    ['2026-11-24T08:00:00', '1 天', '1 day'],
    ['2026-11-25T08:00:00', '不到 12 小时', 'less than 12 hours'],
    ['2026-11-25T19:00:00', '不到 1 小时', 'less than an hour'],
    ['2026-11-25T19:59:59', '不到 1 小时', 'less than an hour'],
  ])('at %s it is %s', (at, zh, en) => {
    expect(countdownWords(moment(at), 'zh')).toBe(zh);
    expect(countdownWords(moment(at), 'en')).toBe(en);
  });
  it('before midnight hours are counted, although it is another day', () => {
    expect(countdownWords(moment('2026-11-24T21:30:00', '2026-11-25T00:00:00'), 'zh')).toBe('不到 3 小时');
  });
  it('there is none from the instant of the launch on', () => {
    expect(countdownWords(moment('2026-11-25T20:00:00'), 'zh')).toBeNull();
  });
});
