import { describe, expect, it } from 'vitest';
import {
  aCard,
  aPlanInput,
  aRule,
  at,
  everyone,
  except,
  newYork,
  only,
  released,
  segmentId,
  shanghai,
} from '../../../tests/builders/plan';
import type { CapException } from '../caps';
import type { LaunchId, RuleId } from '../model';
import { minuteMs, wallTimeOf } from '../time';
import { type Decision, nextWake, type PlanCard, type PlanInput, plan } from '.';

const day = '2026-11-22';
const sales = (post: string, wall: string, changes: Partial<PlanCard> = {}): PlanCard =>
  aCard(post, { scheduledAt: at(day, wall), ...changes });

const decide = (card: PlanCard, changes: Partial<PlanInput> = {}): Decision => {
  const made = plan(aPlanInput({ ...changes, cards: [...(changes.cards ?? []), card] })).find(
    ({ card: key }) => key === card.card,
  );
  if (!made) throw new Error('no decision');
  return made;
};

const full = ['08:00', '12:00', '17:00'].map((wall, i) => released(sales(`done${i}`, wall)));
const codes = (made: Decision): string[] => made.reasons.map(({ code }) => code);

describe('order and places', () => {
  it('P10 the fourth sales post of a day goes out the next day at its wall time', () => {
    const cards = ['08:00', '12:00', '17:00', '20:00'].map((wall, i) => sales(`${i + 1}`, wall));
    const made = plan(aPlanInput({ cards }));
    expect(made.map(({ outcome }) => outcome)).toEqual(['release', 'release', 'release', 'defer']);
    expect(made[3]?.at).toBe(at('2026-11-23', '20:00'));
    expect(made[3]?.due).toBe(false);
    expect(made[3]?.pushedBy.map(({ post }) => post)).toEqual(['1', '2', '3']);
    expect(made[3]?.reasons).toMatchObject([
      { code: 'cap', count: 3, limit: 3, profile: [], freeAt: at('2026-11-23', '20:00') },
    ]);
  });

  it('P11 an approved high-priority post at 20:00 keeps its place although three came due in the morning', () => {
    const cards = [
      sales('1', '08:00'),
      sales('2', '08:30'),
      sales('3', '09:00'),
      sales('4', '20:00', { priority: 5 }),
    ];
    const made = plan(aPlanInput({ cards, now: at(day, '09:00') }));
    expect(made.map(({ post, outcome }) => [post, outcome])).toEqual([
      ['4', 'release'],
      ['1', 'release'],
      ['2', 'release'],
      ['3', 'defer'],
    ]);
  });

  it('P12 ties go by time, post, variant, feed; ids by number, so that 10 follows 9', () => {
    const cards = [
      sales('10', '20:00'),
      sales('9', '20:00', { variantKey: 'b' }),
      sales('9', '20:00', { variantKey: 'a', feed: 'f10' as never }),
      sales('9', '20:00', { variantKey: 'a', feed: 'f1' as never }),
      sales('99', '19:00'),
    ];
    const order = plan(aPlanInput({ cards, rules: [] })).map(({ card }) => card);
    expect(order).toEqual(['99:base:f1', '9:a:f1', '9:a:f10', '9:b:f1', '10:base:f1']);
  });

  it('P13 a deferred card does not lose its turn to one whose own time comes earlier that day', () => {
    const cards = [sales('1', '20:00'), aCard('2', { scheduledAt: at('2026-11-23', '08:00') })];
    const made = plan(aPlanInput({ cards, placed: full, rules: [aRule({ limit: 1 })] }));
    expect(made.map(({ post, at: when }) => [post, when])).toEqual([
      ['1', at('2026-11-23', '20:00')],
      ['2', at('2026-11-24', '08:00')],
    ]);
  });

  it('P14 released, recalled and ended cards are not planned again; what was released keeps its place', () => {
    const again = sales('done0', '08:00');
    const ended = sales('5', '20:00', { ended: true });
    expect(plan(aPlanInput({ cards: [again, ended], placed: full }))).toEqual([]);
  });

  it('P15 versions for different customers share a day; a version for both does not', () => {
    const cards = [
      sales('1', '08:00', { variantKey: 'new', audience: only('new') }),
      sales('1', '08:00', { variantKey: 'base', audience: except('new') }),
      sales('2', '12:00', { audience: only('baby') }),
      sales('3', '20:00', { audience: everyone }),
    ];
    const made = plan(aPlanInput({ cards, rules: [aRule({ limit: 2 })] }));
    expect(made.map(({ outcome }) => outcome)).toEqual(['release', 'release', 'release', 'defer']);
    expect(made[3]?.reasons).toMatchObject([{ code: 'cap', profile: [segmentId('baby')], count: 2 }]);
  });

  it('P16 overlap counts a card as often as one customer sees it; one that never fits says so', () => {
    const made = decide(sales('1', '20:00', { overlap: 2 }), { placed: full.slice(0, 2) });
    expect(made).toMatchObject({ outcome: 'defer', reasons: [{ code: 'cap', count: 2, adds: 2, limit: 3 }] });
    const never = decide(sales('1', '20:00', { overlap: 4 }));
    expect(never).toMatchObject({ outcome: 'hold', reasons: [{ code: 'cap', adds: 4, freeAt: null }, {}] });
  });

  it('P17 a limit lowered from 3 to 1 after two releases lets no third out; raised, the next may go', () => {
    const card = sales('3', '20:00');
    const placed = full.slice(0, 2);
    expect(decide(card, { placed, rules: [aRule({ limit: 1 })] }).outcome).toBe('defer');
    expect(decide(card, { placed, rules: [aRule({ limit: 3 })] }).outcome).toBe('release');
  });

  it('P18 a rule that cannot be evaluated stops what it concerns, and nothing else', () => {
    const rules = [aRule({ window: { unit: 'rolling-hours' } })];
    expect(codes(decide(sales('1', '20:00'), { rules }))).toEqual(['unsupported-rule', 'no-room']);
    expect(decide(sales('2', '20:00', { kind: 'persona' }), { rules }).outcome).toBe('release');
  });

  it('P19 a card with broken data is held as a forecast and the others go on', () => {
    const cards = [sales('1', '08:00', { zone: 'Mars/Base' }), sales('2', '09:00')];
    const made = plan(aPlanInput({ cards, now: at(day, '09:00') }));
    expect(made.map(({ outcome, due }) => [outcome, due])).toEqual([
      ['hold', false],
      ['release', true],
    ]);
    expect(made[0]?.reasons).toMatchObject([{ code: 'cannot-plan' }]);
  });
});

describe('instants', () => {
  const card = sales('1', '20:00');
  const own = card.scheduledAt;

  it('P20 up to a minute after its time a card keeps it as dueAt; after that it is late and due now', () => {
    expect(decide(card, { now: own - 1 })).toMatchObject({ at: own, due: false, late: false });
    expect(decide(card, { now: own })).toMatchObject({ at: own, due: true, late: false });
    expect(decide(card, { now: own + 60_000 })).toMatchObject({ at: own, due: true, late: false });
    const late = decide(card, { now: own + 60_001 });
    expect(late).toMatchObject({ outcome: 'release', at: own + 60_001, due: true, late: true });
    expect(late.reasons).toEqual([{ code: 'late', planned: own, minutes: 1 }]);
  });

  it('P21 within its grace it goes out late, after it it has expired', () => {
    const grace = 120 * minuteMs;
    expect(decide(card, { now: own + grace })).toMatchObject({ outcome: 'release', late: true });
    expect(decide(card, { now: own + grace + 1 })).toMatchObject({
      outcome: 'expire',
      due: true,
      at: own + grace + 1,
      reasons: [{ code: 'expired', planned: own, deadline: own + grace, by: 'grace' }],
    });
  });

  it('P22 its own end replaces the grace, longer or shorter', () => {
    const longer = { ...card, expiresAt: own + 180 * minuteMs };
    expect(decide(longer, { now: own + 170 * minuteMs }).outcome).toBe('release');
    const shorter = { ...card, expiresAt: own + 10 * minuteMs };
    expect(decide(shorter, { now: own + 11 * minuteMs })).toMatchObject({
      outcome: 'expire',
      reasons: [{ by: 'expires-at' }],
    });
    const soon = { ...card, expiresAt: own + 20_000, onLate: 'skip' as const };
    expect(decide(soon, { now: own + 20_000 })).toMatchObject({ outcome: 'release', late: false });
    expect(decide(soon, { now: own + 20_001 })).toMatchObject({
      outcome: 'expire',
      due: true,
      reasons: [{ by: 'expires-at' }],
    });
    expect(decide({ ...soon, feedOff: true })).toMatchObject({ outcome: 'expire', at: own + 20_001 });
    const never = { ...card, expiresAt: own - 1 };
    expect(decide(never)).toMatchObject({
      outcome: 'expire',
      due: false,
      at: own,
      reasons: [{ code: 'ends-before-start' }],
    });
  });

  it('P23 a late card counts on the day on which it goes out', () => {
    const night = sales('1', '23:30');
    const now = at('2026-11-23', '00:10');
    expect(decide(night, { now, placed: full })).toMatchObject({ outcome: 'release', at: now });
  });

  it('P24 after an outage the late ones go in order, the one past its grace has expired', () => {
    const cards = [sales('3', '09:30'), sales('1', '07:30'), sales('2', '09:00')];
    const made = plan(aPlanInput({ cards, now: at(day, '09:40') }));
    expect(made.map(({ post, outcome, late, due }) => [post, outcome, late, due])).toEqual([
      ['1', 'expire', true, true],
      ['2', 'release', true, true],
      ['3', 'release', true, true],
    ]);
  });

  it('P25 a feed that hands out ahead acts earlier and counts its own time', () => {
    const ahead = { ...card, leadMinutes: 30 };
    expect(decide(ahead, { now: own - 31 * minuteMs })).toMatchObject({
      at: own,
      actAt: own - 30 * minuteMs,
      due: false,
    });
    expect(decide(ahead, { now: own - 30 * minuteMs })).toMatchObject({ at: own, due: true });
  });
});

describe('a card that does not fit', () => {
  const card = sales('1', '20:00');
  const tomorrow = { ...card, plannedAt: at('2026-11-23', '20:00') };

  it('P30 waits for its wall time on the next day and does not go out at midnight', () => {
    const made = decide(tomorrow, { now: at('2026-11-23', '00:01'), placed: full });
    expect(made).toMatchObject({ outcome: 'defer', at: at('2026-11-23', '20:00'), due: false });
    expect(codes(made)).toEqual(['cap']);
    const come = decide(tomorrow, { now: at('2026-11-23', '20:00'), placed: full });
    expect(come).toMatchObject({ outcome: 'release', at: at('2026-11-23', '20:00'), due: true, late: false });
    expect(codes(come)).toEqual(['deferred-before']);
  });

  it('P31 when a rule is relaxed while its own day lasts, it goes out at once, and not as late', () => {
    const now = at(day, '21:30');
    expect(decide(tomorrow, { now, placed: full })).toMatchObject({ outcome: 'defer' });
    const made = decide(tomorrow, { now, placed: full, rules: [aRule({ limit: 4 })] });
    expect(made).toMatchObject({ outcome: 'release', at: now, due: true, late: false });
    expect(codes(made)).toEqual(['brought-forward']);
  });

  it('P32 a relaxed rule on a later day brings it to that day’s wall time or, past that, to now; never to an end', () => {
    const later = { ...card, plannedAt: at('2026-11-24', '20:00') };
    const now = at('2026-11-23', '06:00');
    expect(decide(later, { now, rules: [] })).toMatchObject({
      outcome: 'defer',
      at: at('2026-11-23', '20:00'),
    });
    const after = at('2026-11-23', '21:00');
    expect(decide(later, { now: after, rules: [] })).toMatchObject({ at: after, outcome: 'release' });
  });

  it('P33 goes later the same local day where the pool’s day ends within it', () => {
    // The pool's midnight in Shanghai is 11:00 in New York.
    const morning = aCard('1', { zone: newYork, scheduledAt: at(day, '10:00', newYork) });
    const placed = full.map((entry) => ({ ...entry, dueAt: at(day, '21:00') }));
    const made = decide(morning, { placed, now: at(day, '06:00', newYork) });
    expect(made.outcome).toBe('defer');
    expect(wallTimeOf(made.at, newYork)).toBe('11:00');
  });

  it('P34 is held when no day up to deferDays has room, with a hint where there is', () => {
    const placed = [0, 1, 2].flatMap((ahead) =>
      full.map((entry) => ({
        ...entry,
        card: `${entry.card}${ahead}` as never,
        dueAt: at(`2026-11-2${2 + ahead}`, '09:00'),
      })),
    );
    const made = decide(card, { placed });
    expect(made).toMatchObject({ outcome: 'hold', at: card.scheduledAt, due: false });
    expect(made.reasons).toMatchObject([
      { code: 'cap', freeAt: at('2026-11-25', '20:00') },
      { code: 'no-room', until: '2026-11-24', by: 'defer-days' },
    ]);
    expect(decide(card, { placed, settings: { graceMinutes: 120, deferDays: 3 } }).at).toBe(
      at('2026-11-25', '20:00'),
    );
    expect(decide(card, { placed, now: card.scheduledAt }).due).toBe(true);
  });

  it('P34 is held where it waited when the room there has gone, late by nothing', () => {
    const first = (n: number) =>
      aCard(`first${n}`, { scheduledAt: at(`2026-11-2${n}`, '09:00'), priority: 5 });
    const rules = [aRule({ limit: 1 })];
    const placed = full.slice(0, 1);
    const ahead = decide(tomorrow, {
      rules,
      placed,
      cards: [first(3), first(4)],
      now: at('2026-11-23', '08:00'),
    });
    expect(ahead).toMatchObject({ outcome: 'hold', at: tomorrow.plannedAt, due: false, late: false });
    expect(ahead.reasons).toMatchObject([
      { code: 'cap', filledBy: [{ post: 'first3' }] },
      { code: 'no-room', until: '2026-11-24' },
    ]);
    const out = [...placed, released(first(3))];
    const come = decide(tomorrow, { rules, placed: out, cards: [first(4)], now: tomorrow.plannedAt });
    expect(come).toMatchObject({ outcome: 'hold', at: tomorrow.plannedAt, due: true, late: false });
  });

  it('P35 never goes out past its own end', () => {
    const made = decide({ ...card, expiresAt: at('2026-11-23', '19:59') }, { placed: full });
    expect(made.outcome).toBe('hold');
    expect(made.reasons).toMatchObject([
      { code: 'cap' },
      { code: 'no-room', by: 'expires-at', until: '2026-11-23' },
    ]);
    const reached = decide({ ...card, expiresAt: at('2026-11-23', '20:00') }, { placed: full });
    expect(reached.at).toBe(at('2026-11-23', '20:00'));
  });

  it('P36 bound to its day it is held rather than moved, also when the day is over', () => {
    const bound = { ...card, dayBound: true };
    expect(codes(decide(bound, { placed: full }))).toEqual(['cap', 'day-bound']);
    const night = sales('1', '23:30', { dayBound: true });
    const over = decide(night, { now: at('2026-11-23', '00:10') });
    expect(over).toMatchObject({ outcome: 'hold', reasons: [{ code: 'day-bound', over: true }] });
  });

  it('P37 skip and hold do not search; until the card’s time they are forecasts', () => {
    for (const action of ['skip', 'hold'] as const) {
      const made = decide({ ...card, onConflict: action }, { placed: full });
      expect(made).toMatchObject({ outcome: action, at: card.scheduledAt, due: false });
      expect(codes(made)).toEqual(['cap', 'on-conflict']);
      expect(decide({ ...card, onConflict: action }, { placed: full, now: card.scheduledAt }).due).toBe(true);
      expect(decide({ ...card, onConflict: action }).outcome).toBe('release');
    }
  });

  it('P43 a launch that is let out in quiet hours keeps its wall time when it is deferred', () => {
    const launch = 'L' as LaunchId;
    const quietHours = { from: '22:00', to: '07:30' };
    const late = sales('2', '23:00', { launch, quietHours });
    const exception = {
      id: 'L:1',
      launch,
      launchName: '双十一',
      rule: null,
      feeds: [],
      from: at(day, '00:00'),
      to: at('2026-11-25', '00:00'),
      limit: null,
      minGapMinutes: null,
      quietHours: true,
      reason: '开售',
    };
    const rules = [aRule({ limit: 1 })];
    const placed = [released(sales('1', '10:00'))];
    const wait = (exceptions: readonly CapException[]) => decide(late, { rules, placed, exceptions }).at;
    expect(wait([exception])).toBe(at('2026-11-23', '23:00'));
    expect(wait([])).toBe(at('2026-11-23', '07:30'));
  });

  it('P44 of a feed that is switched off it waits without a place, says so, and ends once its time has passed', () => {
    const off = { ...card, feedOff: true };
    const before = { now: at(day, '19:00') };
    expect(decide(off, before)).toMatchObject({
      outcome: 'expire',
      due: false,
      at: at(day, '22:00') + 1,
      reasons: [{ code: 'feed-off', feed: card.feed }],
    });
    const last = decide(sales('9', '20:30'), { ...before, cards: [off], placed: full.slice(0, 2) });
    expect(last).toMatchObject({ outcome: 'release', reasons: [] });
    expect(decide(off, { now: at(day, '22:00') })).toMatchObject({ outcome: 'expire', due: false });
    const over = decide(off, { now: at(day, '22:00') + 1 });
    expect(over).toMatchObject({ outcome: 'expire', due: true });
    expect(codes(over)).toEqual(['feed-off', 'expired']);
    const held = { ...off, onLate: 'hold' as const };
    expect(decide(held, before)).toMatchObject({ outcome: 'hold', due: false, at: at(day, '20:01') + 1 });
    expect(codes(decide(held, { now: at(day, '20:01') + 1 }))).toEqual(['feed-off', 'late', 'on-late']);
    expect(decide(card, { now: at(day, '21:00') })).toMatchObject({ outcome: 'release', late: true });
  });

  it('P42 whose time has passed it is released late, skipped or left to a person, as the post says', () => {
    const late = { now: at(day, '21:00') };
    expect(decide(card, late)).toMatchObject({ outcome: 'release', late: true });
    for (const action of ['skip', 'hold'] as const) {
      const made = decide({ ...card, onLate: action }, late);
      expect(made).toMatchObject({ outcome: action, due: true, at: late.now });
      expect(codes(made)).toEqual(['late', 'on-late']);
      // Within the minute that a tick may take it is not late; after its grace it has expired all the same.
      expect(decide({ ...card, onLate: action }, { now: card.scheduledAt + 60_000 })).toMatchObject({
        outcome: 'release',
      });
      expect(decide({ ...card, onLate: action }, { now: at(day, '22:01') })).toMatchObject({
        outcome: 'expire',
      });
    }
  });

  it('P38 a skipped or held card takes no place from the ones after it', () => {
    const cards = [sales('1', '20:00', { onConflict: 'skip', overlap: 2 }), sales('2', '21:00')];
    const made = plan(aPlanInput({ cards, placed: full.slice(0, 2) }));
    expect(made.map(({ outcome }) => outcome)).toEqual(['skip', 'release']);
  });

  it('P39 its wall time is kept over a change of the clocks, month and year', () => {
    const spring = aCard('1', { zone: newYork, scheduledAt: at('2026-03-07', '02:30', newYork) });
    const placed = full.map((entry) => ({ ...entry, dueAt: spring.scheduledAt }));
    const given = { placed, now: spring.scheduledAt - minuteMs, zone: newYork };
    expect(wallTimeOf(decide(spring, given).at, newYork)).toBe('03:30');
    const year = aCard('1', { scheduledAt: at('2026-12-31', '20:00') });
    const filled = full.map((entry) => ({ ...entry, dueAt: year.scheduledAt }));
    expect(decide(year, { placed: filled, now: year.scheduledAt }).at).toBe(at('2027-01-01', '20:00'));
  });

  it('P40 days of rules are the pool’s: a minute after midnight in Shanghai there is room again', () => {
    const before = sales('1', '23:59');
    expect(decide(before, { placed: full }).outcome).toBe('defer');
    const after = aCard('1', { scheduledAt: at('2026-11-23', '00:00') });
    expect(decide(after, { placed: full }).outcome).toBe('release');
    expect(
      decide(sales('1', '12:59'), { placed: full.slice(0, 1), zone: newYork, rules: [aRule({ limit: 1 })] })
        .outcome,
    ).toBe('defer');
    expect(
      decide(sales('1', '13:01'), { placed: full.slice(0, 1), zone: newYork, rules: [aRule({ limit: 1 })] })
        .outcome,
    ).toBe('release');
  });

  it('P41 two rules: the later of their days counts, and both are named', () => {
    const rules = [aRule(), aRule({ id: '2' as RuleId, kinds: [], limit: 3, name: '每天总数' })];
    const made = decide(card, { placed: full, rules });
    expect(made.reasons.map((reason) => reason.code === 'cap' && reason.rule)).toEqual(['1', '2']);
  });
});

describe('the next wake', () => {
  it('P50 is now when something is due, else the earliest instant to come, else null', () => {
    const cards = [sales('1', '20:00'), sales('2', '21:00', { leadMinutes: 90 })];
    const input = aPlanInput({ cards, zone: shanghai });
    expect(nextWake(plan(input), input.now)).toBe(at(day, '19:30'));
    const now = at(day, '20:00');
    expect(nextWake(plan({ ...input, now }), now)).toBe(now);
    expect(nextWake([], now)).toBeNull();
  });
});
