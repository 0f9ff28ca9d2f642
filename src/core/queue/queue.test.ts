import { describe, expect, it } from 'vitest';
import { groupsOf } from './groups';
import { boundsOf, lastDayOf, mondayOf, periodAfter, periodAsked } from './periods';
import { urgencyOf } from './urgency';

const zone = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-25T10:00:00');
const minute = 60_000;

describe('how pressing a decision is', () => {
  it.each([
    ['no time', null, 'none'],
    ['a millisecond ago', now - 1, 'overdue'],
    ['now', now, 'soon'],
    ['in two hours', now + 120 * minute, 'soon'],
    ['a millisecond later than in two hours', now + 120 * minute + 1, 'day'],
    ['in 24 hours', now + 24 * 60 * minute, 'day'],
    ['a millisecond later than in 24 hours', now + 24 * 60 * minute + 1, 'none'],
  ] as const)('1: due %s', (_, dueAt, urgency) => {
    expect(urgencyOf({ dueAt, now })).toBe(urgency);
  });
});

describe('the queue', () => {
  const items = [
    { id: '7', at: at('2026-11-30T08:00:00') },
    { id: '6', at: null },
    { id: '5', at: at('2026-11-26T00:00:00') },
    { id: '4', at: at('2026-11-25T23:59:59') },
    { id: '3', at: at('2026-11-25T08:00:00') },
    { id: '2', at: at('2026-11-24T23:59:59') },
    { id: '1', at: at('2026-11-22T20:00:00') },
    { id: '0', at: at('2026-11-25T23:59:59') },
  ];
  const told = (unit: 'day' | 'week', given = items) =>
    groupsOf({ items: given, unit, now, zone }).map((group) => [
      group.code === 'period' ? group.period.first : group.code,
      group.items.map(({ id }) => id).join(''),
    ]);

  it('2, 3: by days of the zone, what is past first, what has no time last', () => {
    const days = [
      ['past', '12'],
      ['2026-11-25', '304'],
      ['2026-11-26', '5'],
      ['2026-11-30', '7'],
      ['no-time', '6'],
    ];
    expect(told('day')).toEqual(days);
    expect(told('day', [...items].reverse())).toEqual(days);
  });

  it('2: by weeks that begin on Monday', () => {
    expect(told('week')).toEqual([
      ['past', '1'],
      ['2026-11-23', '23045'],
      ['2026-11-30', '7'],
      ['no-time', '6'],
    ]);
  });

  it('2: of nothing there is no group', () => {
    expect(told('day', [])).toEqual([]);
  });
});

describe('a period', () => {
  it('4: is a day of the calendar, or the week that a day lies in', () => {
    expect(periodAsked({ day: '2026-11-25' })).toEqual({ unit: 'day', first: '2026-11-25' });
    expect(periodAsked({ week: '2026-11-29' })).toEqual({ unit: 'week', first: '2026-11-23' });
    expect(periodAsked({ day: '2026-11-25', week: '2026-11-30' })).toMatchObject({ unit: 'day' });
    for (const odd of ['2026-02-30', '2026-11-25T00:00', '0000-01-01', '9999-12-31', '', 5, ['2026-11-25']]) {
      expect(periodAsked({ day: odd, week: odd }), String(odd)).toBeNull();
    }
  });

  it('4: begins on Monday, also over the end of a year', () => {
    expect(['2026-12-28', '2027-01-01', '2027-01-03'].map(mondayOf)).toEqual([
      '2026-12-28',
      '2026-12-28',
      '2026-12-28',
    ]);
    expect(mondayOf('2027-01-04')).toBe('2027-01-04');
  });

  it('4: has bounds in the zone, also where a day has 25 hours', () => {
    const [from, to] = boundsOf({ unit: 'day', first: '2026-11-01' }, 'America/New_York');
    expect((to - from) / 3_600_000).toBe(25);
    const week = { unit: 'week', first: '2026-11-23' } as const;
    expect(boundsOf(week, zone)).toEqual([at('2026-11-23T00:00:00'), at('2026-11-30T00:00:00')]);
    expect(lastDayOf(week)).toBe('2026-11-29');
    expect(periodAfter(week, -1).first).toBe('2026-11-16');
    expect(periodAfter({ unit: 'day', first: '2026-12-31' }, 1).first).toBe('2027-01-01');
  });
});
