import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../../tests/builders/soak';
import {
  addDays,
  dayBounds,
  hourMs,
  isTimeZone,
  isWallTime,
  localDateOf,
  resolveWall,
  sameWallOnDay,
  wallTimeOf,
} from '.';

const ny = 'America/New_York';
const sh = 'Asia/Shanghai';
const lordHowe = 'Australia/Lord_Howe';
const utc = (text: string): number => Date.parse(text);
const iso = (at: number): string => new Date(at).toISOString();

describe('wall times', () => {
  it('T1 resolves an ordinary wall time in the zone asked for, not in the zone of the process', () => {
    expect(iso(resolveWall('2026-11-22', '20:00', sh))).toBe('2026-11-22T12:00:00.000Z');
    expect(iso(resolveWall('2026-11-22', '20:00:30', ny))).toBe('2026-11-23T01:00:30.000Z');
  });

  it('T2 a time that does not exist moves forward by the length of the gap', () => {
    expect(iso(resolveWall('2026-03-08', '02:30', ny))).toBe('2026-03-08T07:30:00.000Z');
    expect(wallTimeOf(resolveWall('2026-03-08', '02:30', ny), ny)).toBe('03:30');
    // Lord Howe jumps by half an hour.
    expect(wallTimeOf(resolveWall('2026-10-04', '02:10', lordHowe), lordHowe)).toBe('02:40');
  });

  it('T3 a time that occurs twice is the first of the two', () => {
    expect(iso(resolveWall('2026-11-01', '01:30', ny))).toBe('2026-11-01T05:30:00.000Z');
    expect(iso(resolveWall('2026-04-05', '01:45', lordHowe))).toBe('2026-04-04T14:45:00.000Z');
  });

  it('T4 the same wall time on another day keeps it to the millisecond over a change of the clocks', () => {
    const before = utc('2026-03-07T07:30:05.250Z');
    expect(wallTimeOf(before, ny)).toBe('02:30');
    expect(iso(sameWallOnDay(before, '2026-03-08', ny))).toBe('2026-03-08T07:30:05.250Z');
    expect(iso(sameWallOnDay(before, '2026-03-09', ny))).toBe('2026-03-09T06:30:05.250Z');
  });

  it('T5 other text than HH:mm or HH:mm:ss and dates that do not exist are errors', () => {
    for (const wall of ['24:00', '7:30', '07:60', '', '20:00:60', ' 20:00']) {
      expect(isWallTime(wall)).toBe(false);
      expect(() => resolveWall('2026-11-22', wall, sh)).toThrow(RangeError);
    }
    for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', 'today']) {
      expect(() => resolveWall(date, '20:00', sh)).toThrow(RangeError);
    }
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    expect(isTimeZone('Asia/Nowhere')).toBe(false);
    expect(isTimeZone('+08:00')).toBe(false);
    expect(isTimeZone('2026-11-22T00:00+08:00[Asia/Shanghai]')).toBe(false);
    expect(() => localDateOf(0, 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('local days', () => {
  it('T6 midnight belongs to the day it begins, a millisecond before to the day it ends', () => {
    const midnight = utc('2026-11-21T16:00:00.000Z');
    expect(localDateOf(midnight, sh)).toBe('2026-11-22');
    expect(localDateOf(midnight - 1, sh)).toBe('2026-11-21');
    expect(wallTimeOf(midnight - 1, sh)).toBe('23:59');
    expect(dayBounds('2026-11-22', sh)).toEqual([midnight, midnight + 24 * hourMs]);
  });

  it('T7 days at a change of the clocks have 23 and 25 hours, in Lord Howe 23.5 and 24.5', () => {
    const hours = (date: string, zone: string): number => {
      const [from, to] = dayBounds(date, zone);
      return (to - from) / hourMs;
    };
    expect([hours('2026-03-08', ny), hours('2026-11-01', ny), hours('2026-11-02', ny)]).toEqual([23, 25, 24]);
    expect([hours('2026-10-04', lordHowe), hours('2026-04-05', lordHowe)]).toEqual([23.5, 24.5]);
  });

  it('T8 a day without a midnight begins where its clock begins', () => {
    // Cairo's clocks go from 24:00 to 01:00 in spring.
    const [from] = dayBounds('2026-04-24', 'Africa/Cairo');
    expect(wallTimeOf(from, 'Africa/Cairo')).toBe('01:00');
    expect(localDateOf(from - 1, 'Africa/Cairo')).toBe('2026-04-23');
  });

  it('T9 counts days over the ends of months and years and in leap years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-31', 31)).toBe('2026-03-03');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  it('T10 agrees with Temporal around changes of the clocks and elsewhere, in every zone tried', () => {
    const zones = [
      sh,
      ny,
      lordHowe,
      'UTC',
      'America/Havana',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'Africa/Cairo',
    ];
    const days = fc.constantFrom(
      '2026-03-07',
      '2026-03-08',
      '2026-04-05',
      '2026-10-04',
      '2026-11-01',
      '2026-12-31',
    );
    const cases = fc.record({
      zone: fc.constantFrom(...zones),
      start: fc.oneof(
        days.map((day) => utc(`${day}T00:00:00Z`)),
        fc.integer({ min: 0, max: 2_000_000_000_000 }),
      ),
      offset: fc.integer({ min: -36 * hourMs, max: 36 * hourMs }),
      minute: fc.integer({ min: 0, max: 1439 }),
    });
    holdsFor(cases, ({ zone, start, offset, minute }) => {
      const at = start + offset;
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const day = there.toPlainDate();
      expect(localDateOf(at, zone)).toBe(day.toString());
      expect(wallTimeOf(at, zone)).toBe(there.toPlainTime().toString().slice(0, 5));
      const wall = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
      expect(resolveWall(day.toString(), wall.toString().slice(0, 5), zone)).toBe(
        day.toZonedDateTime({ timeZone: zone, plainTime: wall }).epochMilliseconds,
      );
      expect(dayBounds(day.toString(), zone)).toEqual([
        day.toZonedDateTime(zone).epochMilliseconds,
        day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
      ]);
    });
  });
});
