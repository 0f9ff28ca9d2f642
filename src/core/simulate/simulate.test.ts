import { describe, expect, it } from 'vitest';
import { aCard, anException, aPlanInput, aRule, at, newYork, shanghai } from '../../../tests/builders/plan';
import { movedWithLaunch } from '../launch/launchMove';
import type { CardKey, FeedId, LaunchId, PostId, RuleId } from '../model';
import { plan } from '../plan';
import type { FilledBy } from '../reasons';
import { applyChanges } from './applyChanges';
import { diffPlans, movedIn } from './diffPlans';
import { onceAPost } from './holders';
import { cutTo, periodOf } from './period';

const november = { from: at('2026-11-01', '00:00'), to: at('2026-12-01', '00:00') };

describe('a period', () => {
  it('S1 two days begin at midnight of the zone; instants are taken as they are', () => {
    expect(periodOf({ from: '2026-11-01', to: '2026-12-01' }, shanghai)).toEqual({
      ok: true,
      period: november,
    });
    expect(periodOf({ from: '2026-11-01', to: '2026-11-02' }, newYork)).toEqual({
      ok: true,
      // The night in which the clocks go back: 25 hours.
      period: {
        from: at('2026-11-01', '00:00', newYork),
        to: at('2026-11-01', '00:00', newYork) + 25 * 3_600_000,
      },
    });
    expect(periodOf({ from: '2026-11-01T08:00:00+08:00', to: '2026-11-01T01:00:00.5Z' }, newYork)).toEqual({
      ok: true,
      period: { from: at('2026-11-01', '08:00'), to: at('2026-11-01', '09:00') + 500 },
    });
  });

  it.each([
    [
      { from: 'soon', to: '2026-12-01' },
      { code: 'period-unreadable', field: 'from' },
    ],
    [
      { from: '2026-02-30', to: '2026-12-01' },
      { code: 'period-unreadable', field: 'from' },
    ],
    [
      { from: '2026-11-01', to: '2026-02-30T00:00:00Z' },
      { code: 'period-unreadable', field: 'to' },
    ],
    [
      { from: '2026-11-01', to: '2026-11-02T00:00:00' },
      { code: 'period-unreadable', field: 'to' },
    ],
    [
      { from: '2026-11-01', to: '2026-11-02T25:00:00Z' },
      { code: 'period-unreadable', field: 'to' },
    ],
    [{ from: '2026-11-02', to: '2026-11-02' }, { code: 'period-empty' }],
    [{ from: '2026-11-02', to: '2026-11-01' }, { code: 'period-empty' }],
    [
      { from: '2026-01-01', to: '2027-01-03' },
      { code: 'period-too-long', days: 367 },
    ],
  ])('S2 %j is refused', (period, reason) => {
    expect(periodOf(period, shanghai)).toEqual({ ok: false, reason });
  });

  it('S2 a leap year may be asked for', () => {
    expect(periodOf({ from: '2028-01-01', to: '2029-01-01' }, shanghai).ok).toBe(true);
  });

  it('S3 S4 the plan is cut after it is made, and stands in the order in which it happens', () => {
    const day = (n: number, wall: string) => at(`2026-11-0${n}`, wall);
    const input = aPlanInput({
      now: day(1, '00:00'),
      rules: [aRule({ limit: 1 })],
      cards: [
        aCard('1', { scheduledAt: day(1, '20:00') }),
        aCard('2', { scheduledAt: day(1, '21:00') }),
        aCard('3', { scheduledAt: day(2, '20:00'), priority: 9, onConflict: 'skip' }),
        aCard('4', { scheduledAt: day(2, '08:00'), kind: 'persona' }),
      ],
    });
    const second = { from: day(2, '00:00'), to: day(3, '00:00') };
    expect(cutTo(plan(input), second).map(({ post, outcome }) => [post, outcome])).toEqual([
      ['4', 'release'],
      ['3', 'release'],
    ]);
    const third = { from: day(3, '00:00'), to: day(4, '00:00') };
    expect(cutTo(plan(input), third).map(({ post, outcome }) => [post, outcome])).toEqual([['2', 'defer']]);
    expect(
      cutTo(
        [
          { at: 2, n: 1 },
          { at: 1, n: 2 },
          { at: 2, n: 3 },
        ],
        { from: 1, to: 3 },
      ).map(({ n }) => n),
    ).toEqual([2, 1, 3]);
  });
});

describe('changes', () => {
  const input = aPlanInput({ cards: [aCard('1'), aCard('1', { feed: 'f2' }), aCard('2')] });
  const cardsOf = (post: string, { cards } = input) => cards.filter((card) => card.post === post);

  it('S5 a post is replaced with all of its cards, or taken out', () => {
    const later = aCard('1', { scheduledAt: at('2026-11-22', '21:00') });
    const changed = applyChanges(input, [{ code: 'post', post: '1' as PostId, cards: [later] }]);
    expect(cardsOf('1', changed)).toEqual([later]);
    expect(cardsOf('2', changed)).toEqual(cardsOf('2'));
    expect(cardsOf('1')).toHaveLength(2);
    expect(applyChanges(input, [{ code: 'post', post: '1' as PostId, cards: [] }]).cards).toEqual(
      cardsOf('2'),
    );
  });

  it('S5 a rule is replaced, added or taken away, one change after the other', () => {
    const strict = aRule({ limit: 1 });
    const other = aRule({ id: '2' as RuleId, limit: 9 });
    const on = { code: 'rule', enabled: true } as const;
    expect(applyChanges(input, [{ ...on, rule: strict }]).rules).toEqual([strict]);
    expect(applyChanges(input, [{ ...on, rule: other }]).rules).toEqual([aRule(), other]);
    expect(
      applyChanges(input, [
        { ...on, rule: other },
        { ...on, rule: strict, enabled: false },
      ]).rules,
    ).toEqual([other]);
    expect(input.rules).toEqual([aRule()]);
  });

  it('S5 the quiet hours of a feed are those of its cards alone, and may be none', () => {
    const hours = { from: '22:00', to: '07:30' };
    const changed = applyChanges(input, [{ code: 'feed', feed: 'f2' as FeedId, quietHours: hours }]);
    const of = ({ cards }: typeof input) => cards.map(({ feed, quietHours }) => [feed, quietHours ?? null]);
    expect(of(changed)).toEqual([
      ['f1', null],
      ['f2', hours],
      ['f1', null],
    ]);
    expect(of(applyChanges(changed, [{ code: 'feed', feed: 'f2' as FeedId, quietHours: null }]))).toEqual(
      of(input),
    );
  });

  it('S6 the exceptions of the launch that moves go with it, those of another one stay', () => {
    const exception = anException({ id: '1:1', launch: '1' as LaunchId });
    const other = { ...exception, id: '2:1', launch: '2' as LaunchId };
    const move = { from: at('2026-11-11', '20:00'), to: at('2026-11-13', '10:00'), zone: shanghai };
    const before = aPlanInput({ exceptions: [exception, other] });
    const { exceptions } = applyChanges(before, [{ code: 'launch', launch: '1' as LaunchId, move }]);
    expect(exceptions).toEqual([
      { ...exception, from: at('2026-11-13', '00:00'), to: at('2026-11-14', '00:00') },
      other,
    ]);
  });

  it('S6 a step with a wall time keeps it over a change of the clocks; minutes from the launch stay minutes', () => {
    const move = {
      from: at('2026-10-30', '10:00', newYork),
      to: at('2026-11-06', '12:00', newYork),
      zone: newYork,
    };
    const eve = at('2026-10-29', '20:00', newYork);
    expect(movedWithLaunch(eve, move, 'days')).toBe(at('2026-11-05', '20:00', newYork));
    const soon = move.from + 30 * 60_000;
    expect(movedWithLaunch(soon, move, 'minutes')).toBe(at('2026-11-06', '12:30', newYork));
    expect(movedWithLaunch(soon, { ...move, to: move.from }, 'days')).toBe(soon);
  });
});

describe('what moves', () => {
  const full = [aCard('1'), aCard('2'), aCard('3'), aCard('4', { priority: -1 })];
  const base = aPlanInput({ cards: full });
  const tomorrow = at('2026-11-23', '20:00');

  it('S7 names who goes elsewhere, who is new and who is gone, and nobody else', () => {
    const before = plan(base);
    const changed = applyChanges(base, [
      { code: 'post', post: '2' as PostId, cards: [] },
      { code: 'post', post: '9' as PostId, cards: [aCard('9', { kind: 'persona' })] },
    ]);
    const moved = diffPlans(before, plan(changed));
    const today = at('2026-11-22', '20:00');
    expect(moved.map(({ post, before: was, after: is }) => [post, was, is])).toEqual([
      ['2', { outcome: 'release', at: today }, null],
      ['4', { outcome: 'defer', at: tomorrow }, { outcome: 'release', at: today }],
      ['9', null, { outcome: 'release', at: today }],
    ]);
    expect(diffPlans(before, before)).toEqual([]);
  });

  it('S7 another reason for the same outcome moves nobody', () => {
    const renamed = applyChanges(base, [{ code: 'rule', rule: aRule({ name: '别的名字' }), enabled: true }]);
    expect(diffPlans(plan(base), plan(renamed))).toEqual([]);
  });

  it('S8 counts to a period what is in it before or after', () => {
    const moved = diffPlans(
      plan(base),
      plan(applyChanges(base, [{ code: 'post', post: '2' as PostId, cards: [] }])),
    );
    const of = (from: string, to: string) =>
      movedIn(moved, { from: at(from, '00:00'), to: at(to, '00:00') }).map(({ post }) => post);
    expect(of('2026-11-22', '2026-11-23')).toEqual(['2', '4']);
    expect(of('2026-11-23', '2026-11-24')).toEqual(['4']);
    expect(of('2026-11-24', '2026-11-25')).toEqual([]);
  });

  it('S9 links a post once, at its first card', () => {
    const card = (post: string, when: number): FilledBy => ({
      card: `${post}:base:f${when}` as CardKey,
      post: post as PostId,
      feed: 'f1' as FilledBy['feed'],
      title: post,
      at: when,
      weight: 1,
    });
    expect(
      onceAPost([card('2', 5), card('1', 4), card('2', 3)]).map(({ post, at: when }) => [post, when]),
    ).toEqual([
      ['2', 3],
      ['1', 4],
    ]);
  });
});
