import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCard,
  anException,
  aRule,
  at,
  aWorld,
  only,
  shanghai,
  teaWorld,
  type World,
} from '../../../tests/builders/plan';
import { anyNow, anyPlanInput } from '../../../tests/builders/randomPlan';
import { holdsFor } from '../../../tests/builders/soak';
import { brokenBy, canSeeAll, concerns, type Standing, sees } from '../../../tests/builders/twin';
import type { FeedId, LaunchId, LogId, RuleId } from '../model';
import type { PlanInput } from '../plan';
import { hourMs } from '../time';
import { type CapException, type CapRule, type Entry, type Proof, prove } from '.';

const day = '2026-11-22';
const entry = (post: string, wall: string, changes = {}): Entry => ({
  ...aCard(post, changes),
  at: at(day, wall),
});

const proofOf = (
  entries: Entry[],
  rules: CapRule[],
  world: World & { exceptions?: readonly CapException[] } = teaWorld,
): Proof =>
  prove({
    log: 'pool:1' as LogId,
    zone: shanghai,
    from: at(day, '00:00'),
    to: at('2026-11-23', '00:00'),
    entries,
    rules,
    ...world,
  });

/** Every card of a random plan where it was wanted, whatever the rules say. */
const crowded = (input: PlanInput): Standing[] =>
  input.cards.map((card) => ({ ...card, at: card.scheduledAt }));

const proofOfAll = (input: PlanInput, entries: readonly Standing[]): Proof => {
  const times = entries.map(({ at: when }) => when);
  const [from, to] = [Math.min(...times, 0), Math.max(...times, 0) + 1];
  return prove({ ...input, from: Math.max(from, to - 90 * 24 * hourMs), to, entries });
};

/** What the twin finds, but for quiet hours: those are kept by the plan, not proved afterwards. */
const foundByTwin = (input: PlanInput, entries: readonly Standing[]) =>
  entries.flatMap((one) =>
    brokenBy(
      one,
      entries.filter(({ card }) => card !== one.card),
      input,
    ).filter(({ what }) => what !== 'quiet'),
  );

describe('proofs of every window', () => {
  it('K23 finds what walking every customer and every window finds, and nothing else', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      const entries = crowded(input);
      const proof = proofOfAll(input, entries);
      expect(proof.holds).toBe(foundByTwin(input, entries).length === 0);
      const rules = new Set(
        [...proof.counterExamples, ...proof.tooClose.map(({ rule }) => ({ rule: rule.id }))].map(
          (one) => one.rule,
        ),
      );
      expect([...rules].sort()).toEqual(
        [...new Set(foundByTwin(input, entries).map(({ rule }) => rule))].sort(),
      );
    });
  });

  it('K24 a counter-example is a customer who can exist and really sees too much, of cards in one window', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      const entries = crowded(input);
      for (const one of proofOfAll(input, entries).counterExamples) {
        const cards = one.smallest.map(
          ({ card }) => entries.find((entry_) => entry_.card === card) as Standing,
        );
        const rule = input.rules.find(({ id }) => id === one.rule) as CapRule;
        for (const card of cards) {
          expect(concerns(rule, card)).toBe(true);
          expect(card.at >= one.window.from && card.at < one.window.to).toBe(true);
          if (!one.profile) expect(card.feed).toBe(one.feed);
          // Over days a tag may come after a card that is for everybody without it; one that is for it needs it.
          else if (rule.window.unit === 'day' || card.audience.visibility === 'only')
            expect(sees(new Set(one.profile), card.audience)).toBe(true);
        }
        const seen = one.filledBy.map(
          ({ card }) => entries.find((entry_) => entry_.card === card) as Standing,
        );
        if (one.profile) for (const all of [cards, seen]) expect(canSeeAll(all, input)).toBe(true);
        const named = entries.filter(
          (card) =>
            card.at >= one.window.from &&
            card.at < one.window.to &&
            concerns(rule, card) &&
            (one.profile ? sees(new Set(one.profile), card.audience) : card.feed === one.feed),
        );
        const weightOf = (card: Standing): number => (rule.scope === 'feed' ? 1 : card.overlap);
        expect(one.count).toBe(seen.reduce((n, card) => n + weightOf(card), 0));
        // With exceptions a level counts the cards of lower allowance alone; over days they are not the same.
        if (input.exceptions.length === 0 && rule.window.unit === 'day')
          expect(one.count).toBe(named.reduce((n, card) => n + weightOf(card), 0));
        expect(one.count).toBeGreaterThan(one.limit);
        const sum = cards.reduce((n, card) => n + (rule.scope === 'feed' ? 1 : card.overlap), 0);
        expect(sum).toBeGreaterThan(one.limit);
      }
    });
  });

  it('K24 no smaller set of cards breaks that window, whoever the customer', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      const entries = crowded(input);
      const [one] = proofOfAll(input, entries).counterExamples;
      if (!one || one.exceptions.length > 0) return;
      const rule = input.rules.find(({ id }) => id === one.rule) as CapRule;
      // What an exception grants more to is not counted under the rule's own limit.
      const isGranted = (card: Standing): boolean =>
        input.exceptions.some(
          (given) =>
            given.rule === rule.id &&
            (given.limit ?? 0) > one.limit &&
            given.launch === card.launch &&
            (given.feeds.length === 0 || given.feeds.includes(card.feed)) &&
            given.from <= card.at &&
            card.at < given.to,
        );
      const there = entries.filter(
        (card) =>
          card.at >= one.window.from && card.at < one.window.to && concerns(rule, card) && !isGranted(card),
      );
      const book = { ...input, exceptions: [], rules: [{ ...rule, minGapMinutes: null }] };
      for (const set of subsetsOf(there, one.smallest.length - 1)) {
        const last = set.at(-1);
        if (last)
          expect(brokenBy(last, set.slice(0, -1), book).filter(({ what }) => what === 'limit')).toEqual([]);
      }
    });
  });

  it('K25 splitting a rule in two equal ones changes nothing', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      const twice = input.rules.map((rule) => ({ ...rule, id: `${rule.id}0` as RuleId }));
      const entries = crowded(input);
      const copied = input.exceptions.map((one) => ({ ...one, rule: `${one.rule}0` as RuleId }));
      const both = {
        ...input,
        rules: [...input.rules, ...twice],
        exceptions: [...input.exceptions, ...copied],
      };
      expect(proofOfAll(both, entries).holds).toBe(proofOfAll(input, entries).holds);
    });
  });

  it('K24 is the smallest also where independent groups make more than 65,536 combinations', () => {
    const tags = Array.from({ length: 18 }, (_, n) => `s${n}`);
    const wide = aWorld(
      { id: 'open', exclusive: false, segments: Object.fromEntries(tags.map((tag) => [tag, tag])) },
      { id: 'one', segments: { a: 'a', b: 'b' } },
    );
    const entries = [
      entry('heavy', '08:00', { audience: only('a'), overlap: 4 }),
      ...['1', '2', '3', '4', '5'].map((post) => entry(post, '09:00', { audience: only('b') })),
      ...tags.map((tag) => entry(tag, '10:00', { audience: only(tag) })),
    ];
    const [worst] = proofOf(entries, [aRule({ limit: 3 })], wide).counterExamples;
    expect(worst).toMatchObject({ bound: false, profile: ['a'], smallest: [{ post: 'heavy' }] });
  });

  it('K24 nobody sees two versions of one post: three of them are no more than one, also in a week', () => {
    const versions = ['new', 'old', 'gone'].map((tag) =>
      entry('1', '20:00', { audience: only(tag), variantKey: tag }),
    );
    const rules = [
      aRule({ limit: 1, window: { unit: 'week' } }),
      aRule({ limit: null, minGapMinutes: 4320 }),
    ];
    expect(proofOf(versions, rules)).toMatchObject({ holds: true, fullest: [{ count: 1 }] });
  });

  it('K26 names the fewest cards: one that counts twice before two that count once', () => {
    const heavy = { overlap: 2, audience: only('new') };
    const proof = proofOf(
      [
        entry('1', '08:00'),
        entry('2', '09:00'),
        entry('3', '10:00', heavy),
        entry('4', '11:00', { audience: only('baby') }),
      ],
      [aRule({ limit: 2 })],
    );
    expect(proof.counterExamples[0]?.smallest.map(({ post }) => post)).toEqual(['1', '3']);
    expect(proof.counterExamples[0]?.profile).toEqual(['new']);
  });

  it('K27 pairs that stand too close are found with a customer who sees both', () => {
    const proof = proofOf(
      [entry('1', '08:00', { audience: only('new') }), entry('2', '08:20', { audience: only('baby') })],
      [aRule({ limit: null, minGapMinutes: 30 })],
    );
    expect(proof).toMatchObject({
      holds: false,
      counterExamples: [],
      tooClose: [{ minutes: 30, profile: ['baby', 'new'], cards: [{ post: '1' }, { post: '2' }] }],
    });
  });

  it('K29 who is named is counted: not what somebody else sees', () => {
    const heavy = { audience: only('new'), overlap: 2 };
    const others = ['1', '2', '3'].map((post) => entry(post, '09:00', { audience: only('old') }));
    const [worst] = proofOf([entry('9', '08:00', heavy), ...others], [aRule({ limit: 1 })]).counterExamples;
    expect(worst).toMatchObject({ profile: ['new'], count: 2, smallest: [{ post: '9' }] });
    expect(worst?.filledBy.map(({ post }) => post)).toEqual(['9']);
  });

  it('K29 names the exceptions of windows that only meet the period', () => {
    const launch = 'L' as LaunchId;
    const monday = { from: at('2026-11-16', '00:00'), to: at('2026-11-17', '00:00') };
    const exception = anException({ ...monday, id: 'L:1', launch, limit: 3 });
    const ours = ['1', '2'].map((post) => ({ ...entry(post, '09:00', { launch }), at: monday.from }));
    const input = {
      log: 'pool:1' as LogId,
      zone: shanghai,
      from: at(day, '00:00'),
      to: at('2026-11-23', '00:00'),
      entries: [...ours, entry('3', '09:00')],
      rules: [aRule({ limit: 1, window: { unit: 'week' } })],
      ...teaWorld,
    };
    expect(prove({ ...input, exceptions: [exception] })).toMatchObject({
      holds: true,
      exceptions: [{ id: 'L:1' }],
    });
    expect(prove(input).holds).toBe(false);
  });

  it('K29 names no exception of another rule, of other feeds, or of a channel that has no card here', () => {
    const day1 = { from: at(day, '00:00'), to: at('2026-11-23', '00:00') };
    const named = (more: Partial<CapException>, rule: CapRule = aRule()) =>
      proofOf([entry('1', '09:00')], [aRule({ id: '9' as RuleId }), rule], {
        ...teaWorld,
        exceptions: [anException({ ...day1, limit: 3, ...more })],
      }).exceptions.length;
    const elsewhere = ['elsewhere' as FeedId];
    expect(named({})).toBe(1);
    expect(named({ feeds: [entry('1', '09:00').feed] })).toBe(1);
    expect(named({ feeds: elsewhere })).toBe(0);
    expect(named({ rule: 'another' as RuleId })).toBe(0);
    expect(named({}, aRule({ channels: ['group'] }))).toBe(0);
    expect(named({ rule: null, limit: null, quietHours: true })).toBe(1);
    expect(named({ rule: null, limit: null, quietHours: true, feeds: elsewhere })).toBe(0);
  });

  it('K29 says of a gap too that tags may have changed', () => {
    const rule = aRule({ limit: null, minGapMinutes: 48 * 60 });
    const before = { ...entry('1', '09:00', { audience: only('new') }), at: at('2026-11-21', '09:00') };
    const proof = proofOf([before, entry('2', '10:00', { audience: only('old') })], [rule]);
    expect(proof.tooClose).toMatchObject([{ profile: ['new', 'old'] }]);
    expect(proof.assumptions).toContainEqual({ code: 'may-change', dimensions: ['lifecycle'] });
  });

  it('K28 a bound names nobody and proves nothing', () => {
    const cases = fc.record({ input: anyPlanInput(anyNow), most: fc.integer({ min: 1, max: 6 }) });
    holdsFor(cases, ({ input, most }) => {
      const entries = crowded(input);
      const proof = proofOfAll({ ...input, mostProfiles: most }, entries);
      for (const { profile, bound } of proof.unproved) expect([profile, bound]).toEqual([null, true]);
      if (proof.holds) expect(proofOfAll(input, entries).holds).toBe(true);
    });
  });
});

function* subsetsOf<T>(all: readonly T[], size: number): Generator<T[]> {
  if (size <= 0 || size > all.length || all.length > 10) return;
  if (size === 1) {
    for (const one of all) yield [one];
    return;
  }
  for (const [i, one] of all.entries())
    for (const rest of subsetsOf(all.slice(i + 1), size - 1)) yield [one, ...rest];
}
