import { describe, expect, it } from 'vitest';
import { aCard, aRule, at, except, newYork, only, shanghai, teaWorld } from '../../../tests/builders/plan';
import type { FeedId, Instant, LaunchId, RuleId } from '../model';
import { hourMs, minuteMs } from '../time';
import {
  type CapException,
  type CapRule,
  type CapWorld,
  constraintsOf,
  type Entry,
  quietUntil,
  usage,
} from '.';

const day = '2026-11-22';
const noon = at(day, '12:00');

type Changes = Parameters<typeof aCard>[1];

const entry = (post: string, when: Instant, changes: Changes = {}): Entry => ({
  ...aCard(post, changes),
  at: when,
});

/** Asks the constraints of some rules, filled with entries, about one more card. */
const asked = (rules: CapRule[], placed: Entry[], world: Partial<CapWorld> = {}) => {
  const { all } = constraintsOf(rules, { ...teaWorld, zone: shanghai, ...world });
  for (const one of placed) for (const constraint of all) constraint.place(one, one.at);
  return (one: Entry) => all.flatMap((constraint) => constraint.check(one, one.at) ?? []);
};

const lines = (rule: CapRule, entries: Entry[], [from, to]: [string, string], zone = shanghai) =>
  usage({ rule, entries, zone, from: at(from, '00:00', zone), to: at(to, '00:00', zone), ...teaWorld }).map(
    ({ day: first, count }) => [first, count],
  );

describe('weeks and months', () => {
  it('K18 a week begins on Monday in the pool’s zone, also over the end of a year', () => {
    const rule = aRule({ window: { unit: 'week' } });
    const entries = [
      entry('1', at('2026-12-27', '23:59')),
      entry('2', at('2026-12-28', '00:00')),
      entry('3', at('2027-01-03', '23:59')),
      entry('4', at('2027-01-04', '00:00')),
    ];
    expect(lines(rule, entries, ['2026-12-27', '2027-01-05'])).toEqual([
      ['2026-12-21', 1],
      ['2026-12-28', 2],
      ['2027-01-04', 1],
    ]);
  });

  it('K18 a month ends where its calendar ends, 29 February included', () => {
    const rule = aRule({ window: { unit: 'month' } });
    const entries = [
      entry('1', at('2028-02-29', '23:59')),
      entry('2', at('2028-03-01', '00:00')),
      entry('3', at('2028-02-01', '00:00')),
      entry('4', at('2028-01-31', '23:59')),
    ];
    expect(lines(rule, entries, ['2028-01-31', '2028-03-02'])).toEqual([
      ['2028-01-01', 1],
      ['2028-02-01', 2],
      ['2028-03-01', 1],
    ]);
  });

  it('K18 a full week has room on the Monday after it, a full month on the first', () => {
    const full = [1, 2, 3].map((n) => entry(`${n}`, noon + n * hourMs));
    const late = entry('9', noon + 5 * hourMs);
    expect(asked([aRule({ window: { unit: 'week' } })], full)(late)).toMatchObject([
      {
        code: 'cap',
        count: 3,
        freeAt: at('2026-11-23', '00:00'),
        window: { unit: 'week', day: '2026-11-16' },
      },
    ]);
    expect(asked([aRule({ window: { unit: 'month' } })], full)(late)).toMatchObject([
      { freeAt: at('2026-12-01', '00:00'), window: { unit: 'month', day: '2026-11-01' } },
    ]);
  });

  describe('K18 in a dimension that changes a customer may be somebody else on the next day, never within one', () => {
    const [saturday, sunday] = [at('2026-11-21', '23:50'), at(day, '00:05')];
    const week = aRule({ window: { unit: 'week' } });
    const hours = aRule({ window: { unit: 'rolling-hours', hours: 12 } });
    const most = (rule: CapRule, ...entries: Entry[]) =>
      Math.max(...lines(rule, entries, ['2026-11-21', '2026-11-23']).map(([, count]) => Number(count)));

    it.each([
      ['new, then old', only('new'), only('old')],
      ['not yet old, then old', except('old'), only('old')],
      ['old, then no more', only('old'), except('old')],
    ])('%s', (_, first, then) => {
      const before = entry('1', saturday, { audience: first });
      const after = entry('2', sunday, { audience: then });
      const sameDay = entry('2', saturday, { audience: then });
      for (const rule of [week, hours]) {
        expect(most(rule, before, after)).toBe(2);
        expect(most(rule, before, sameDay)).toBe(1);
      }
      expect(most(aRule(), before, after)).toBe(1);
      const gap = aRule({ limit: null, minGapMinutes: 30 });
      expect(asked([gap], [before])(after)).toMatchObject([{ code: 'gap' }]);
      expect(asked([gap], [before])(sameDay)).toEqual([]);
    });

    it('tags of the others stay', () => {
      const baby = entry('1', saturday, { audience: only('baby') });
      const office = entry('2', sunday, { audience: only('office') });
      expect(most(week, baby, office)).toBe(1);
    });

    it('room may come with the next day of the same week, and for a gap at midnight', () => {
      const placed = entry('1', sunday, { audience: only('old') });
      const card = entry('2', saturday, { audience: only('new') });
      const [refusal] = asked([aRule({ window: { unit: 'week' }, limit: 1 })], [placed])(card);
      expect(refusal).toMatchObject({ code: 'cap', profile: ['new', 'old'], freeAt: at(day, '00:00') });
      const hours12 = aRule({ window: { unit: 'rolling-hours', hours: 12 }, limit: 1 });
      expect(asked([hours12], [placed])(card)).toMatchObject([{ code: 'cap', freeAt: at(day, '00:00') }]);
      const [close] = asked([aRule({ limit: null, minGapMinutes: 30 })], [placed])(card);
      expect(close).toMatchObject({ code: 'gap', profile: ['new', 'old'], freeAt: at(day, '00:00') });
    });
  });

  it('K18 the days of a week have the hours that their zone has', () => {
    // New York's clocks go back on 1 November: that week is 169 hours long.
    const [week] = usage({
      rule: aRule({ window: { unit: 'week' } }),
      entries: [],
      zone: newYork,
      from: at('2026-11-01', '12:00', newYork),
      to: at('2026-11-01', '13:00', newYork),
      ...teaWorld,
    });
    expect((week ? week.window.to - week.window.from : 0) / hourMs).toBe(169);
  });
});

describe('rolling hours', () => {
  const rule = aRule({ window: { unit: 'rolling-hours', hours: 5 }, limit: 2 });

  it('K19 holds in every window of that length, wherever it begins, and over midnight', () => {
    const late = at(day, '22:00');
    const ask = asked([rule], [entry('1', late), entry('2', late + 2 * hourMs)]);
    expect(ask(entry('3', late + 4 * hourMs))).toMatchObject([
      { code: 'cap', count: 2, window: { from: late, to: late + 5 * hourMs }, freeAt: late + 5 * hourMs },
    ]);
    expect(ask(entry('3', late + 5 * hourMs))).toEqual([]);
    expect(ask(entry('3', late + 5 * hourMs - 1))).toHaveLength(1);
  });

  it('K19 a card before those that are placed is counted with them', () => {
    const ask = asked([rule], [entry('1', noon), entry('2', noon + hourMs)]);
    expect(ask(entry('3', noon - 2 * hourMs))).toMatchObject([{ freeAt: noon + 5 * hourMs }]);
    expect(ask(entry('3', noon - 4 * hourMs))).toEqual([]);
  });

  it('K19 counts for each customer who would see the card, and for scope feed each feed by itself', () => {
    const placed = [
      entry('1', noon, { audience: only('new') }),
      entry('2', noon, { audience: only('baby') }),
    ];
    const ask = asked([rule], placed);
    expect(ask(entry('3', noon + hourMs, { audience: only('old') }))).toEqual([]);
    expect(ask(entry('3', noon + hourMs))).toMatchObject([{ profile: ['baby', 'new'] }]);
    const feeds = asked([{ ...rule, scope: 'feed' }], placed);
    expect(feeds(entry('3', noon + hourMs, { audience: only('old') }))).toMatchObject([
      { feed: 'f1', count: 2 },
    ]);
    expect(feeds(entry('3', noon + hourMs, { feed: 'f2' }))).toEqual([]);
  });
});

describe('least gaps', () => {
  const rule = aRule({ limit: null, minGapMinutes: 30 });

  it('K20 two cards that one customer can see are as far apart, either way, exactly so is enough', () => {
    const ask = asked([rule], [entry('1', noon)]);
    expect(ask(entry('2', noon + 29 * minuteMs))).toMatchObject([
      { code: 'gap', minutes: 30, cards: ['1:base:f1'], profile: [], freeAt: noon + 30 * minuteMs },
    ]);
    expect(ask(entry('2', noon - 29 * minuteMs))).toHaveLength(1);
    expect(ask(entry('2', noon + 30 * minuteMs))).toEqual([]);
    expect(ask(entry('2', noon - 30 * minuteMs))).toEqual([]);
    expect(ask(entry('2', noon, { kind: 'persona' }))).toEqual([]);
  });

  it('K20 nobody who sees both: no gap; versions and feeds of one post never gap each other', () => {
    const ask = asked([rule], [entry('1', noon, { audience: only('new') })]);
    expect(ask(entry('2', noon, { audience: only('old') }))).toEqual([]);
    expect(ask(entry('2', noon, { audience: except('new') }))).toEqual([]);
    expect(ask(entry('2', noon, { audience: only('baby') }))).toMatchObject([{ profile: ['baby', 'new'] }]);
    expect(ask(entry('1', noon, { audience: only('baby'), variantKey: 'v' }))).toEqual([]);
    expect(ask(entry('1', noon, { feed: 'f2' }))).toEqual([]);
  });

  it('K20 the first room lies behind every neighbour, and overlap has no influence', () => {
    const placed = [0, 40, 75].map((minutes, i) => entry(`${i}`, noon + minutes * minuteMs, { overlap: 5 }));
    expect(asked([rule], placed)(entry('9', noon))).toMatchObject([{ freeAt: noon + 105 * minuteMs }]);
  });

  it('K20 scope feed keeps apart the cards of one feed, whoever sees them', () => {
    const ask = asked([{ ...rule, scope: 'feed' }], [entry('1', noon, { audience: only('new') })]);
    expect(ask(entry('2', noon, { audience: only('old') }))).toMatchObject([{ feed: 'f1', profile: null }]);
    expect(ask(entry('2', noon, { feed: 'f2' }))).toEqual([]);
  });
});

describe('quiet hours', () => {
  const quiet = { from: '22:00', to: '07:30' };

  it('K21 from (inclusive) to (exclusive), over midnight, in the feed’s zone', () => {
    const ends = at('2026-11-23', '07:30');
    expect(quietUntil(quiet, shanghai, at(day, '21:59'))).toBeNull();
    expect(quietUntil(quiet, shanghai, at(day, '22:00'))).toBe(ends);
    expect(quietUntil(quiet, shanghai, at('2026-11-23', '03:00'))).toBe(ends);
    expect(quietUntil(quiet, shanghai, ends - 1)).toBe(ends);
    expect(quietUntil(quiet, shanghai, ends)).toBeNull();
    expect(quietUntil({ from: '12:00', to: '13:00' }, shanghai, at(day, '12:59'))).toBe(at(day, '13:00'));
    expect(quietUntil(quiet, newYork, at(day, '22:00', newYork))).toBe(at('2026-11-23', '07:30', newYork));
  });

  it('K21 follow the clocks: the night of a change is an hour shorter or longer', () => {
    const night = (date: string) => {
      const begins = at(date, '22:00', newYork);
      return ((quietUntil(quiet, newYork, begins) ?? 0) - begins) / hourMs;
    };
    expect([night('2026-03-07'), night('2026-10-31'), night('2026-11-10')]).toEqual([8.5, 10.5, 9.5]);
  });

  it('K21 a card within them waits for their end; hours without an end leave no room', () => {
    const ask = asked([], []);
    const card = { quietHours: { from: '22:00', to: '07:30' } };
    expect(ask(entry('1', at(day, '23:00'), card))).toMatchObject([
      { code: 'quiet-hours', from: '22:00', to: '07:30', freeAt: at('2026-11-23', '07:30') },
    ]);
    expect(ask(entry('1', noon, card))).toEqual([]);
    const never = { quietHours: { from: '08:00', to: '08:00' } };
    expect(ask(entry('1', noon, never))).toMatchObject([{ freeAt: null }]);
  });
});

describe('exceptions of a launch', () => {
  const launch = 'L' as LaunchId;
  const exception = (changes: Partial<CapException>): CapException => ({
    id: 'L:1',
    launch,
    launchName: '双十一',
    rule: '1' as RuleId,
    feeds: [],
    from: at(day, '00:00'),
    to: at('2026-11-23', '00:00'),
    limit: null,
    minGapMinutes: null,
    quietHours: false,
    reason: '开售',
    ...changes,
  });
  const ours = { launch };
  const hourly = (n: number, changes: Changes = {}) =>
    Array.from({ length: n }, (_, i) => entry(`${i + 1}`, at(day, '08:00') + i * hourMs, changes));

  it('K22 lift the limit for the launch’s own cards, up to their limit, on their days', () => {
    const world = { exceptions: [exception({ limit: 5 })] };
    expect(asked([aRule()], hourly(4, ours), world)(entry('9', noon, ours))).toEqual([]);
    expect(asked([aRule()], hourly(5, ours), world)(entry('9', noon, ours))).toMatchObject([
      { code: 'cap', limit: 5, count: 5 },
    ]);
    expect(asked([aRule()], hourly(3, ours), {})(entry('9', noon, ours))).toMatchObject([{ limit: 3 }]);
    const tomorrow = hourly(3, ours).map((one) => ({ ...one, at: one.at + 24 * hourMs }));
    expect(asked([aRule()], tomorrow, world)(entry('9', noon + 24 * hourMs, ours))).toHaveLength(1);
  });

  it('K22 everything else keeps to the rule, and is not pushed out by the launch', () => {
    const world = { exceptions: [exception({ limit: 5 })] };
    const ask = asked([aRule()], hourly(3), world);
    expect(ask(entry('9', noon))).toMatchObject([{ limit: 3, count: 3 }]);
    expect(ask(entry('9', noon, ours))).toEqual([]);
    const [first, ...rest] = hourly(4, ours);
    expect(asked([aRule()], first ? [first, ...rest] : [], world)(entry('9', noon))).toEqual([]);
  });

  it('K22 only for the feeds that they name; a card that fits nowhere now fits when one begins', () => {
    const world = { exceptions: [exception({ limit: 5, feeds: ['f2' as FeedId] })] };
    expect(asked([aRule()], hourly(3, ours), world)(entry('9', noon, ours))).toHaveLength(1);
    expect(asked([aRule()], hourly(3, ours), world)(entry('9', noon, { ...ours, feed: 'f2' }))).toEqual([]);
    const evening = exception({ limit: 5, from: at(day, '20:00') });
    expect(
      asked([aRule()], hourly(3, ours), { exceptions: [evening] })(entry('9', noon, ours)),
    ).toMatchObject([{ freeAt: at(day, '20:00') }]);
  });

  it('K22 shorten a gap beside a card of the launch, and let it out in quiet hours', () => {
    const gap = aRule({ limit: null, minGapMinutes: 30 });
    const world = { exceptions: [exception({ minGapMinutes: 5, quietHours: true })] };
    expect(asked([gap], [entry('1', noon)], world)(entry('2', noon + 5 * minuteMs, ours))).toEqual([]);
    expect(asked([gap], [entry('1', noon, ours)], world)(entry('2', noon + 5 * minuteMs))).toEqual([]);
    expect(asked([gap], [entry('1', noon)], world)(entry('2', noon + 5 * minuteMs))).toHaveLength(1);
    expect(asked([gap], [entry('1', noon)], world)(entry('2', noon + 4 * minuteMs, ours))).toMatchObject([
      { minutes: 5, freeAt: noon + 5 * minuteMs },
    ]);
    const night = { quietHours: { from: '22:00', to: '07:30' } };
    const ask = asked([], [], world);
    expect(ask(entry('1', at(day, '23:00'), { ...night, ...ours }))).toEqual([]);
    expect(ask(entry('1', at('2026-11-23', '00:30'), { ...night, ...ours }))).toHaveLength(1);
    expect(ask(entry('1', at(day, '23:00'), night))).toHaveLength(1);
  });

  it('K22 of several limits each card has the highest that is granted to it', () => {
    const other = 'M' as LaunchId;
    const world = {
      exceptions: [exception({ limit: 4 }), exception({ id: 'M:1', launch: other, limit: 6 })],
    };
    const ask = asked([aRule()], hourly(4, ours), world);
    expect(ask(entry('9', noon, ours))).toMatchObject([{ limit: 4 }]);
    expect(ask(entry('9', noon, { launch: other }))).toEqual([]);
  });
});
