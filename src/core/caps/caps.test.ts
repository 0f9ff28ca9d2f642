import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCard,
  aRule,
  at,
  aWorld,
  everyone,
  except,
  feedId,
  only,
  segmentId,
  shanghai,
  teaWorld,
} from '../../../tests/builders/plan';
import { anyAudience } from '../../../tests/builders/randomPlan';
import { holdsFor } from '../../../tests/builders/soak';
import { everyCustomer, sees } from '../../../tests/builders/twin';
import { isVisible } from '../audience';
import type { Audience, LogId, RuleId, SegmentId } from '../model';
import type { PlanCard } from '../plan';
import {
  appliesTo,
  type CapRule,
  type CapWorld,
  type Constraint,
  constraintsOf,
  type Entry,
  prove,
  type UsageInput,
  unsupportedRule,
  usage,
} from '.';
import { Bound } from './bound';
import { Crowd } from './crowd';
import { told } from './customer';
import { spaceOf } from './space';

const day = '2026-11-22';
const noon = at(day, '12:00');
const entry = (post: string, changes: Partial<PlanCard> = {}, when = noon): Entry => ({
  ...aCard(post, changes),
  at: when,
});
const input = (entries: Entry[], changes: Partial<UsageInput> = {}): UsageInput => ({
  rule: aRule(),
  from: at(day, '00:00'),
  to: at('2026-11-23', '00:00'),
  entries,
  zone: shanghai,
  ...teaWorld,
  ...changes,
});

describe('which cards a rule counts', () => {
  it('K1 empty kinds, feeds and channels mean all; named ones only those; daily leaves out launches', () => {
    const card = aCard('1');
    const all = { kinds: [], feeds: [], channels: [] };
    expect(appliesTo(aRule(all), { ...card, kind: 'notice' })).toBe(true);
    expect(appliesTo(aRule({ kinds: ['sales'] }), { ...card, kind: 'persona' })).toBe(false);
    expect(appliesTo(aRule({ feeds: [feedId('f2')] }), card)).toBe(false);
    expect(appliesTo(aRule({ feeds: [feedId('f1')] }), card)).toBe(true);
    expect(appliesTo(aRule({ channels: ['group'] }), card)).toBe(false);
    expect(appliesTo(aRule({ counts: 'daily' }), { ...card, daily: false })).toBe(false);
    expect(appliesTo(aRule({ counts: 'all' }), { ...card, daily: false })).toBe(true);
  });

  it('K2 a rule that says nothing that could be kept is refused by name', () => {
    for (const unit of ['day', 'week', 'month'] as const)
      expect(unsupportedRule(aRule({ window: { unit } }))).toBeNull();
    expect(unsupportedRule(aRule({ limit: 0, minGapMinutes: 0 }))).toBeNull();
    expect(unsupportedRule(aRule({ limit: null, minGapMinutes: 30 }))).toBeNull();
    expect(unsupportedRule(aRule({ window: { unit: 'rolling-hours', hours: 24 } }))).toBeNull();
    for (const hours of [null, 0, 1.5])
      expect(unsupportedRule(aRule({ window: { unit: 'rolling-hours', hours } }))).toMatchObject({
        code: 'unsupported-rule',
        part: 'window',
      });
    for (const minGapMinutes of [-1, 0.5]) {
      expect(unsupportedRule(aRule({ minGapMinutes }))).toMatchObject({ part: 'gap' });
    }
    for (const limit of [-1, 1.5, Number.NaN, null]) {
      expect(unsupportedRule(aRule({ limit }))).toMatchObject({ part: 'limit' });
    }
  });
});

describe('the fullest customer', () => {
  it('K3 audiences for different customers do not add up, overlapping ones do', () => {
    const [apart] = usage(
      input([entry('1', { audience: only('new') }), entry('2', { audience: only('old') })]),
    );
    expect(apart).toMatchObject({ count: 1, profile: [segmentId('new')] });
    const [both] = usage(
      input([entry('1', { audience: only('new') }), entry('2', { audience: only('baby') })]),
    );
    expect(both).toMatchObject({ count: 2, limit: 3, profile: ['baby', 'new'], bound: false });
    const [rest] = usage(input([entry('1', { audience: except('new') }), entry('2')]));
    expect(rest).toMatchObject({ count: 2, profile: [] });
  });

  it('K4 is exact: what walking every customer finds, and a customer who really sees that much', () => {
    const world = aWorld(
      { id: 'd1', segments: { a1: '', a2: '' } },
      { id: 'd2', segments: { b1: '', b2: '' } },
      { id: 'd3', exclusive: false, segments: { c1: '', c2: '' } },
    );
    const customers = everyCustomer(world);
    const space = spaceOf({ ...world, zone: shanghai, overDays: false });
    holdsFor(fc.tuple(loads, anyAudience), ([given, audience]) => {
      const bound = new Bound();
      const crowd = new Crowd(space, bound);
      // Asked in between, it keeps what it counted: that must not change what it says later.
      for (const { audience: seen, weight } of given) {
        bound.add({ facet: space.facet(seen, noon), weight });
        crowd.add({ facet: space.facet(seen, noon), weight });
        crowd.fullest({ facet: space.facet(audience, noon), weight: 2 });
      }
      const seen = (customer: ReadonlySet<SegmentId>): number =>
        given.reduce((sum, load) => sum + (sees(customer, load.audience) ? load.weight : 0), 0);
      expect(crowd.fullest().count).toBe(Math.max(...customers.map(seen)));
      const reached = customers.filter((customer) => sees(customer, audience));
      const found = crowd.fullest({ facet: space.facet(audience, noon), weight: 2 });
      expect(bound.most + 2).toBeGreaterThanOrEqual(found.count);
      expect(found.count).toBe(Math.max(...reached.map(seen)) + 2);
      const profile = told(found.customer());
      expect(profile && seen(new Set(profile)) + 2).toBe(found.count);
      expect(profile && isVisible(audience, profile)).toBe(true);
    });
  });

  it('K5 a bound is never too low, names no profile, and says that it is one', () => {
    const world = aWorld(
      { id: 'd1', segments: { a1: '', a2: '' } },
      { id: 'd2', segments: { b1: '', b2: '' } },
      { id: 'd3', exclusive: false, segments: { c1: '', c2: '' } },
    );
    const fullestOf = (given: readonly Load[], most?: number) => {
      const space = spaceOf({
        ...world,
        zone: shanghai,
        overDays: false,
        ...(most ? { mostProfiles: most } : {}),
      });
      const bound = new Bound();
      const crowd = new Crowd(space, bound);
      for (const { audience, weight } of given) {
        bound.add({ facet: space.facet(audience, noon), weight });
        crowd.add({ facet: space.facet(audience, noon), weight });
      }
      return crowd.fullest();
    };
    holdsFor(fc.record({ given: loads, most: fc.integer({ min: 1, max: 12 }) }), ({ given, most }) => {
      const bound = fullestOf(given, most);
      const truth = fullestOf(given);
      expect(bound.count).toBeGreaterThanOrEqual(truth.count);
      if (bound.customer()) expect(bound.count).toBe(truth.count);
    });
    // Twenty open tags, each card names two neighbours: all are tied together.
    const tags = Array.from({ length: 20 }, (_, i) => `t${i}`);
    const open = aWorld({ id: 'd', exclusive: false, segments: Object.fromEntries(tags.map((t) => [t, t])) });
    const entries = tags.slice(1).map((tag, i) => entry(tag, { audience: only(tag, `t${i}`) }));
    const [bounded] = usage(input(entries, open));
    expect(bounded).toMatchObject({ count: 19, profile: null, bound: true });
    const cap = capOf(aRule(), open);
    for (const one of entries) cap.place(one, one.at);
    expect(cap.check(entry('new', { audience: only('t3') }), noon)).toMatchObject({
      bound: true,
      profile: null,
    });
  });

  it('K6 many tags that no card ties together are no reason for a bound', () => {
    const tags = Array.from({ length: 40 }, (_, i) => `t${i}`);
    const open = aWorld({ id: 'd', exclusive: false, segments: Object.fromEntries(tags.map((t) => [t, t])) });
    const [one] = usage(
      input(
        tags.map((tag) => entry(tag, { audience: only(tag) })),
        open,
      ),
    );
    expect(one).toMatchObject({ count: 40, bound: false });
    expect(one?.profile).toHaveLength(40);
  });

  it('K7 adding a card never lowers a maximum', () => {
    holdsFor(
      fc.tuple(fc.array(anyAudience, { maxLength: 8 }), anyAudience, worldOfSix),
      ([all, more, world]) => {
        const entries = all.map((audience, i) => entry(`${i}`, { audience }));
        const [before] = usage(input(entries, world));
        const [after] = usage(input([...entries, entry('more', { audience: more })], world));
        expect(after?.count).toBeGreaterThanOrEqual(before?.count ?? 0);
      },
    );
  });

  it('K8 renaming and reordering segments and dimensions changes no count', () => {
    holdsFor(fc.tuple(fc.array(anyAudience, { maxLength: 8 }), worldOfSix), ([all, world]) => {
      // Turns their order round: a1 … c2 become z5a1 … z0c2.
      const renamed = (id: string): string => `z${5 - ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].indexOf(id)}${id}`;
      const other = aWorld(
        { id: 'x', exclusive: false, segments: { [renamed('c2')]: 'q', [renamed('c1')]: 'r' } },
        { id: 'y', segments: { [renamed('b2')]: '', [renamed('b1')]: '' } },
        { id: 'w', segments: { [renamed('a2')]: '', [renamed('a1')]: '' } },
      );
      const moved = (audience: Audience): Audience =>
        audience.visibility === 'everyone'
          ? audience
          : { ...audience, segments: audience.segments.map((id) => segmentId(renamed(id))).reverse() };
      const [mine] = usage(
        input(
          all.map((audience, i) => entry(`${i}`, { audience })),
          world,
        ),
      );
      const [theirs] = usage(
        input(all.map((audience, i) => entry(`${9 - i}`, { audience: moved(audience) })).reverse(), other),
      );
      expect(theirs?.count).toBe(mine?.count);
      expect(theirs?.profile?.length).toBe(mine?.profile?.length);
    });
  });
});

describe('days', () => {
  it('K9 each day of the pool is its own window, also at its midnight, and recalled cards count', () => {
    const midnight = at('2026-11-23', '00:00');
    const entries = [entry('1', {}, midnight - 1), entry('2', {}, midnight), entry('3', {}, midnight)];
    const days = usage(input(entries, { to: at('2026-11-25', '00:00') }));
    expect(days.map(({ day: date, count }) => [date, count])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 2],
      ['2026-11-24', 0],
    ]);
    expect(days[1]?.filledBy.map(({ post }) => post)).toEqual(['2', '3']);
    expect(days[0]?.window).toMatchObject({ unit: 'day', from: at(day, '00:00'), to: midnight });
  });

  it('K10 scope feed counts the cards of one feed, once each, whoever sees them', () => {
    const rule = aRule({ scope: 'feed', limit: 2 });
    const entries = [
      entry('1', { audience: only('new'), overlap: 3 }),
      entry('2', { audience: only('old') }),
      entry('3', { feed: 'f2' as never }),
    ];
    const [full] = usage(input(entries, { rule }));
    expect(full).toMatchObject({ count: 2, limit: 2, profile: null, bound: false, feed: 'f1' });
    const cap = capOf(rule);
    for (const one of entries) cap.place(one, one.at);
    expect(cap.check(entry('4'), noon)).toMatchObject({ scope: 'feed', feed: 'f1', count: 2, adds: 1 });
    expect(cap.check(entry('4', { feed: 'f2' as never }), noon)).toBeNull();
  });

  it('K11 a refusal names the fullest customer who would see the card, what fills the day, and the next day with room', () => {
    const cap = capOf(aRule({ limit: 2 }));
    const placed = [
      entry('1', { audience: only('new') }, at(day, '08:00')),
      entry('2', { audience: only('baby') }, at(day, '09:00')),
      entry('3', { audience: only('old') }, at(day, '10:00')),
      entry('4', { overlap: 2 }, at('2026-11-23', '08:00')),
    ];
    for (const one of placed) cap.place(one, one.at);
    expect(cap.check(entry('5'), noon)).toMatchObject({
      count: 2,
      adds: 1,
      limit: 2,
      profile: ['baby', 'new'],
      cards: ['1:base:f1', '2:base:f1'],
      freeAt: at('2026-11-24', '00:00'),
      window: { day },
    });
    expect(cap.check(entry('5', { audience: only('office') }), noon)).toBeNull();
    expect(cap.check(entry('5', { audience: except('baby', 'new') }), noon)).toBeNull();
    expect(cap.check(entry('5', { kind: 'persona' }), noon)).toBeNull();
    expect(cap.check(entry('5', { overlap: 3 }), at('2026-12-24', '08:00'))).toMatchObject({ freeAt: null });
    // Asked again after more was placed, it answers anew.
    const more = [entry('6', { audience: only('new') }), entry('7', {}, at('2026-11-24', '08:00'))];
    for (const one of [...more, entry('8', {}, at('2026-11-24', '09:00'))]) cap.place(one, one.at);
    expect(cap.check(entry('5'), noon)).toMatchObject({ count: 3, freeAt: at('2026-11-25', '00:00') });
  });

  it('K12 fits and check agree, and what is refused stays refused when more is placed', () => {
    const cards = fc.array(
      fc.record({
        audience: anyAudience,
        overlap: fc.constantFrom(1, 1, 2),
        hour: fc.integer({ min: 0, max: 47 }),
      }),
      { maxLength: 10 },
    );
    holdsFor(
      fc.tuple(
        cards,
        worldOfSix,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom<CapRule['window']>({ unit: 'day' }, { unit: 'rolling-hours', hours: 5 }),
      ),
      (given) => {
        const [sketches, world, limit, most, window] = given;
        const cap = capOf(aRule({ limit, window }), { ...world, mostProfiles: most });
        const refused: Entry[] = [];
        sketches.forEach(({ hour, ...changes }, i) => {
          const one = entry(`${i}`, changes, at(day, '00:00') + hour * 3_600_000);
          const fits = cap.fits(one, one.at);
          expect(cap.check(one, one.at) === null).toBe(fits);
          for (const before of refused) expect(cap.fits(before, before.at)).toBe(false);
          if (fits) cap.place(one, one.at);
          else refused.push(one);
        });
      },
    );
  });

  it('K13 rules become constraints in the order of their ids; one that cannot be evaluated refuses what it concerns', () => {
    const rules = [
      aRule({ id: '10' as RuleId, window: { unit: 'rolling-hours' }, kinds: ['notice'] }),
      aRule({ id: '9' as RuleId, minGapMinutes: 30 }),
    ];
    const { all } = constraintsOf(rules, { ...teaWorld, zone: shanghai });
    expect(all.map(({ id }) => id)).toEqual(['quiet hours', 'gap 9', 'cap 9 3', 'unsupported 10']);
    expect(all[3]?.fits(entry('1', { kind: 'notice' }), noon)).toBe(false);
    expect(all[3]?.check(entry('1'), noon)).toBeNull();
    expect(() => usage(input([], { rule: rules[0] as never }))).toThrow(RangeError);
  });
});

describe('proofs', () => {
  const proofOf = (entries: Entry[], rules = [aRule({ limit: 2 })]) =>
    prove({ ...input(entries), rules, log: 'pool:1' as LogId });

  it('K14 a proof that holds shows the fullest day and customer of each rule', () => {
    const proof = proofOf([entry('1'), entry('2', { audience: only('new') })]);
    expect(proof).toMatchObject({
      holds: true,
      counterExamples: [],
      fullest: [{ rule: '1', day, count: 2, limit: 2, profile: ['new'] }],
    });
  });

  it('K15 one that does not is shown by a customer and the cards that they would see', () => {
    const proof = proofOf([
      entry('1'),
      entry('2', { audience: only('new') }),
      entry('3', { audience: except('old') }),
    ]);
    expect(proof.holds).toBe(false);
    expect(proof.counterExamples).toMatchObject([{ count: 3, limit: 2, profile: ['new'] }]);
    expect(proof.counterExamples[0]?.filledBy.map(({ post }) => post)).toEqual(['1', '2', '3']);
  });

  it('K16 a rule that cannot be evaluated is never proved', () => {
    const proof = proofOf([], [aRule({ window: { unit: 'rolling-hours' } })]);
    expect(proof).toMatchObject({ holds: false, fullest: [], unsupported: [{ part: 'window' }] });
  });

  it('K17 names what it takes for granted: pool, overlap, exclusive segments, handing out', () => {
    const proof = proofOf([entry('1', { overlap: 2, audience: only('new', 'oats') })]);
    expect(proof.assumptions).toEqual([
      { code: 'pool', log: 'pool:1', zone: shanghai },
      { code: 'overlap', feeds: [{ feed: 'f1', overlap: 2 }] },
      { code: 'exclusive-within-the-day', dimensions: ['lifecycle'] },
      { code: 'counts-handed-out' },
    ]);
    expect(proofOf([entry('1', { audience: everyone })]).assumptions).toEqual([
      { code: 'pool', log: 'pool:1', zone: shanghai },
      { code: 'overlap', feeds: [{ feed: 'f1', overlap: 1 }] },
      { code: 'counts-handed-out' },
    ]);
    expect(proofOf([]).assumptions.map(({ code }) => code)).toEqual(['pool', 'counts-handed-out']);
  });
});

interface Load {
  audience: Audience;
  weight: number;
}

const loads: fc.Arbitrary<Load[]> = fc.array(
  fc.record({ audience: anyAudience, weight: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 10 },
);

/** The one constraint of a rule. */
const capOf = (rule: CapRule, world: Partial<CapWorld> = {}): Constraint => {
  const { caps } = constraintsOf([rule], { ...teaWorld, zone: shanghai, ...world });
  return caps[0] as Constraint;
};

/** The segments of anyAudience. */
const worldOfSix = fc.constant(
  aWorld(
    { id: 'd1', segments: { a1: '', a2: '' } },
    { id: 'd2', segments: { b1: '', b2: '' } },
    { id: 'd3', exclusive: false, segments: { c1: '', c2: '' } },
  ),
);
