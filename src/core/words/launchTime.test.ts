import { describe, expect, it } from 'vitest';
import { countdownWords, launchTimeWords, sameClock } from './launchTime';

const zone = 'Asia/Shanghai';
const instant = (text: string) => Date.parse(`${text}+08:00`);
const moment = (at: string, launchAt = '2026-11-25T20:00:00') => ({
  launchAt: instant(launchAt),
  zone,
  at: instant(at),
  elsewhere: false,
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

describe('the time of a launch for readers whose clock is another', () => {
  const elsewhere = (at: string, inZone: string) =>
    launchTimeWords({ ...moment(at), zone: inZone, elsewhere: true }, 'zh');
  it('has its date, and says whose clock it is by', () => {
    expect(elsewhere('2026-11-25T19:00:00', zone)).toBe('11月25日 20:00（北京时间）');
    expect(elsewhere('2026-11-25T19:00:00', 'America/New_York')).toBe('11月25日 07:00（UTC−5）');
    expect(elsewhere('2026-11-25T19:00:00', 'Asia/Kolkata')).toBe('11月25日 17:30（UTC+5:30）');
    expect(elsewhere('2026-11-25T19:00:00', 'UTC')).toBe('11月25日 12:00（UTC）');
    expect(launchTimeWords({ ...moment('2026-11-25T19:00:00'), elsewhere: true }, 'en')).toBe(
      'Nov 25 at 20:00 (UTC+8)',
    );
  });
  it('is by the same clock where two zones show the same day and time then', () => {
    expect(sameClock(instant('2026-11-25T20:00:00'), zone, 'Asia/Singapore')).toBe(true);
    expect(sameClock(instant('2026-11-25T20:00:00'), zone, 'Asia/Tokyo')).toBe(false);
    expect(sameClock(instant('2026-07-25T20:00:00'), 'America/New_York', 'America/Panama')).toBe(false);
    expect(sameClock(instant('2026-11-25T20:00:00'), 'America/New_York', 'America/Panama')).toBe(true);
  });
});

describe('the countdown to a launch', () => {
  it.each([
    ['2026-11-22T20:00:00', '3 天', '3 days'],
    ['2026-11-22T20:00:01', '3 天', '3 days'],
    ['2026-11-22T23:59:59', '3 天', '3 days'],
    ['2026-11-23T00:00:00', '2 天', '2 days'],
    ['2026-11-24T08:00:00', '1 天', '1 day'],
    ['2026-11-24T20:00:00', '1 天', '1 day'],
    ['2026-11-24T20:01:00', '不到 24 小时', 'less than 24 hours'],
    ['2026-11-24T21:00:00', '23 小时', '23 hours'],
    ['2026-11-25T08:00:00', '12 小时', '12 hours'],
    ['2026-11-25T18:59:59', '不到 2 小时', 'less than 2 hours'],
    ['2026-11-25T19:00:00', '1 小时', '1 hour'],
    ['2026-11-25T19:00:01', '不到 1 小时', 'less than an hour'],
    ['2026-11-25T19:59:59', '不到 1 小时', 'less than an hour'],
  ])('at %s it is %s', (at, zh, en) => {
    expect(countdownWords(moment(at), 'zh')).toBe(zh);
    expect(countdownWords(moment(at), 'en')).toBe(en);
  });
  it('before midnight hours are counted, although it is another day', () => {
    expect(countdownWords(moment('2026-11-24T21:30:00', '2026-11-25T00:00:00'), 'zh')).toBe('不到 3 小时');
  });
  it('days of the calendar are no more than there are in hours: the second midnight is a day away', () => {
    const midnight = '2026-11-25T00:00:00';
    expect(countdownWords(moment('2026-11-23T20:30:00', midnight), 'zh')).toBe('1 天');
    expect(countdownWords(moment('2026-11-23T12:00:00', midnight), 'zh')).toBe('2 天');
    expect(countdownWords(moment('2026-11-23T12:01:00', midnight), 'zh')).toBe('1 天');
  });
  it('a day of 23 or of 25 hours is a day', () => {
    const newYork = (at: string, launchAt: string) =>
      countdownWords(
        { launchAt: Date.parse(launchAt), at: Date.parse(at), zone: 'America/New_York', elsewhere: false },
        'zh',
      );
    expect(newYork('2026-03-07T20:00:00-05:00', '2026-03-08T20:00:00-04:00')).toBe('1 天');
    expect(newYork('2026-10-31T20:00:00-04:00', '2026-11-01T20:00:00-05:00')).toBe('1 天');
    expect(newYork('2026-11-01T00:30:00-04:00', '2026-11-01T02:30:00-05:00')).toBe('3 小时');
  });
  it('for readers elsewhere, whose calendar is another, hours alone make days', () => {
    const elsewhere = (at: string) => countdownWords({ ...moment(at), elsewhere: true }, 'zh');
    expect(elsewhere('2026-11-23T20:00:00')).toBe('2 天');
    expect(elsewhere('2026-11-23T20:01:00')).toBe('1 天');
    expect(elsewhere('2026-11-24T08:00:00')).toBe('1 天');
    expect(elsewhere('2026-11-24T20:01:00')).toBe('不到 24 小时');
    expect(elsewhere('2026-11-25T19:00:00')).toBe('1 小时');
  });
  it('for readers elsewhere a day is 24 hours, also where the clock of the launch has 23 or 25', () => {
    const left = (launchAt: string, hours: number) => {
      const instant = Date.parse(launchAt);
      const at = instant - hours * 3_600_000;
      return countdownWords({ launchAt: instant, at, zone: 'America/New_York', elsewhere: true }, 'zh');
    };
    expect(left('2026-03-08T20:00:00-04:00', 23)).toBe('23 小时');
    expect(left('2026-03-08T20:00:00-04:00', 24)).toBe('1 天');
    expect(left('2026-11-01T20:00:00-05:00', 24)).toBe('1 天');
    expect(left('2026-11-01T20:00:00-05:00', 48)).toBe('2 天');
  });
  it('there is none from the instant of the launch on', () => {
    expect(countdownWords(moment('2026-11-25T20:00:00'), 'zh')).toBeNull();
  });
});
