import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWorld, everyone, except, only, segmentId, teaWorld } from '../../../tests/builders/plan';
import { anyAudience } from '../../../tests/builders/randomPlan';
import { holdsFor } from '../../../tests/builders/soak';
import { everyCustomer, sees } from '../../../tests/builders/twin';
import type { Audience, SegmentId } from '../model';
import {
  atomsOf,
  audienceKey,
  cardsOf,
  describeProfile,
  enumerateProfiles,
  isVisible,
  profileAt,
  profileCount,
  sizeAt,
  visibleRows,
} from '.';

const variant = (key: string, ...ids: string[]) => ({ key, segments: ids.map(segmentId) });
const of = (audience: Audience, ...variants: ReturnType<typeof variant>[]) =>
  cardsOf({ audience, variants, ...teaWorld });
const cards = (audience: Audience, ...variants: ReturnType<typeof variant>[]) => {
  const result = of(audience, ...variants);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.cards.map((card) => [card.variantKey, card.audience]);
};
const codes = (audience: Audience, ...variants: ReturnType<typeof variant>[]) => {
  const result = of(audience, ...variants);
  return result.ok ? [] : result.reasons.map(({ code }) => code);
};

describe('the cards of a post', () => {
  it('A1 without variants there is one card for the audience as written, of any dimensions', () => {
    expect(cards(everyone)).toEqual([['base', everyone]]);
    expect(cards(only('new', 'oats'))).toEqual([['base', only('new', 'oats')]]);
    expect(cards(except('tea'))).toEqual([['base', except('tea')]]);
  });

  it('A2 everyone: each variant only its segments, the base except all of them', () => {
    expect(cards(everyone, variant('a', 'new'), variant('b', 'old', 'gone'))).toEqual([
      ['base', except('new', 'old', 'gone')],
      ['a', only('new')],
      ['b', only('old', 'gone')],
    ]);
  });

  it('A3 only: the base keeps what the variants leave, and is gone when they leave nothing', () => {
    expect(cards(only('new', 'old'), variant('a', 'new'))).toEqual([
      ['base', only('old')],
      ['a', only('new')],
    ]);
    expect(cards(only('new', 'old'), variant('a', 'new'), variant('b', 'old'))).toEqual([
      ['a', only('new')],
      ['b', only('old')],
    ]);
  });

  it('A4 except: the base also excludes the variants’ segments', () => {
    expect(cards(except('gone'), variant('a', 'new'))).toEqual([
      ['base', except('gone', 'new')],
      ['a', only('new')],
    ]);
  });

  it('A5 a base that names no segment is refused', () => {
    expect(codes(only())).toEqual(['audience-without-segments']);
    expect(codes(except(), variant('a', 'new'))).toEqual(['audience-without-segments']);
  });

  it('A6 variant keys are there, without spaces and colons, not the base’s, and not used twice', () => {
    expect(codes(everyone, variant('', 'new'))).toEqual(['variant-key-invalid']);
    expect(codes(everyone, variant('a:b', 'new'))).toEqual(['variant-key-invalid']);
    expect(codes(everyone, variant('base', 'new'))).toEqual(['variant-key-reserved']);
    expect(codes(everyone, variant('a', 'new'), variant('a', 'old'))).toEqual(['variant-key-twice']);
    expect(codes(everyone, variant('a'))).toEqual(['variant-without-segments']);
  });

  it('A7 a segment that does not exist is refused', () => {
    expect(of(everyone, variant('a', 'new', 'x'))).toEqual({
      ok: false,
      reasons: [{ code: 'segment-unknown', segment: 'x', where: 'a' }],
    });
    expect(codes(only('x'))).toEqual(['segment-unknown']);
  });

  it('A8 a segment named twice is refused, also in two variants', () => {
    expect(codes(only('new', 'new'))).toEqual(['segment-named-twice']);
    expect(codes(everyone, variant('a', 'new', 'new'))).toEqual(['segment-named-twice']);
    expect(of(everyone, variant('a', 'new'), variant('b', 'new'))).toEqual({
      ok: false,
      reasons: [{ code: 'segment-named-twice', segment: 'new', where: ['a', 'b'] }],
    });
  });

  it('A9 a variant outside the base is refused', () => {
    expect(of(only('new'), variant('a', 'old'))).toEqual({
      ok: false,
      reasons: [{ code: 'variant-outside-audience', key: 'a', visibility: 'only', segments: ['old'] }],
    });
    expect(codes(except('new'), variant('a', 'new'))).toEqual(['variant-outside-audience']);
  });

  it('A10 with variants all segments concerned are of one exclusive dimension, those of the base too', () => {
    expect(codes(everyone, variant('a', 'new'), variant('b', 'baby'))).toEqual([
      'variants-several-dimensions',
    ]);
    expect(codes(except('baby'), variant('a', 'new'))).toEqual(['variants-several-dimensions']);
    expect(codes(everyone, variant('a', 'oats'))).toEqual(['variants-open-dimension']);
    expect(codes(except('tea'), variant('a', 'oats'))).toEqual(['variants-open-dimension']);
  });

  it('A11 every customer sees exactly one version of what is accepted, or none outside the audience', () => {
    const mostlyLifecycle = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom<SegmentId>(...['new', 'old', 'gone'].map(segmentId)) },
      { weight: 1, arbitrary: fc.constantFrom<SegmentId>(...teaWorld.segments.keys()) },
    );
    const variants = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('v1', 'v2', 'v3'),
        segments: fc.uniqueArray(mostlyLifecycle, { minLength: 1, maxLength: 2 }),
      }),
      { selector: ({ key }) => key, maxLength: 2 },
    );
    const bases = fc.oneof(
      fc.constant(everyone),
      fc.record({
        visibility: fc.constantFrom('only' as const, 'except' as const),
        segments: fc.uniqueArray(mostlyLifecycle, { minLength: 1, maxLength: 3 }),
      }),
    );
    const customers = everyCustomer(teaWorld);
    let accepted = 0;
    holdsFor(fc.record({ audience: bases, variants }), (post) => {
      const result = cardsOf({ ...post, ...teaWorld });
      if (!result.ok) return;
      accepted += post.variants.length > 0 ? 1 : 0;
      for (const customer of customers) {
        const seen = result.cards.filter((card) => sees(customer, card.audience)).length;
        expect(seen).toBe(sees(customer, post.audience) ? 1 : 0);
      }
    });
    expect(accepted).toBeGreaterThan(0);
  });
});

describe('profiles', () => {
  it('A20 everyone is seen by all, only by those in one of its segments, except by those in none', () => {
    const profile = [segmentId('new'), segmentId('oats')];
    expect(isVisible(everyone, [])).toBe(true);
    expect([isVisible(only('new', 'old'), profile), isVisible(only('old'), profile)]).toEqual([true, false]);
    expect([isVisible(except('new', 'old'), profile), isVisible(except('old'), profile)]).toEqual([
      false,
      true,
    ]);
    expect([isVisible(only('new'), []), isVisible(except('new'), [])]).toEqual([false, true]);
  });

  it('A21 none or one of each exclusive dimension, any of the others: every customer once', () => {
    const named = [...teaWorld.segments.keys()];
    const atoms = atomsOf(named, teaWorld);
    const set = enumerateProfiles(atoms);
    expect(profileCount(atoms)).toBe(4 * 3 * 8);
    const key = (tags: Iterable<string>): string => [...tags].sort().join(' ');
    const mine = Array.from({ length: set?.count ?? 0 }, (_, row) => key(set ? profileAt(set, row) : []));
    expect(new Set(mine).size).toBe(96);
    expect([...mine].sort()).toEqual(everyCustomer(teaWorld).map(key).sort());
    expect(set && [sizeAt(set, 0), profileAt(set, 0)]).toEqual([0, []]);
  });

  it('A22 only named segments count, and unknown ones count as open', () => {
    const world = teaWorld;
    expect(profileCount(atomsOf([segmentId('new')], world))).toBe(2);
    expect(profileCount(atomsOf(['new', 'old', 'new'].map(segmentId), world))).toBe(3);
    expect(profileCount(atomsOf(['x', 'y', 'new'].map(segmentId), world))).toBe(8);
    expect(profileCount([])).toBe(1);
  });

  it('A24 more than 65,536 are counted but not walked', () => {
    const tags = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, `s${i}`]));
    const atoms = (n: number) => {
      const world = aWorld({ id: 'd', exclusive: false, segments: tags(n) });
      return atomsOf(world.segments.keys(), world);
    };
    expect(enumerateProfiles(atoms(16))?.count).toBe(65_536);
    expect([profileCount(atoms(17)), enumerateProfiles(atoms(17))]).toEqual([131_072, null]);
    // More segments than bits of a word, few profiles.
    const wide = aWorld({ id: 'd', segments: tags(100) });
    const set = enumerateProfiles(atomsOf(wide.segments.keys(), wide));
    expect(set && [set.count, set.words, profileAt(set, 100).length, sizeAt(set, 77)]).toEqual([
      101, 4, 1, 1,
    ]);
  });

  it('A25 the bit sets see what a customer sees', () => {
    const world = aWorld(
      { id: 'd1', segments: { a1: '', a2: '' } },
      { id: 'd2', segments: { b1: '', b2: '' } },
      { id: 'd3', exclusive: false, segments: { c1: '', c2: '' } },
    );
    const set = enumerateProfiles(atomsOf(world.segments.keys(), world));
    if (!set) throw new Error('no set');
    holdsFor(anyAudience, (audience) => {
      const rows = visibleRows(set, audience);
      for (let row = 0; row < set.count; row += 1) {
        expect(rows[row] === 1).toBe(sees(new Set(profileAt(set, row)), audience));
      }
    });
  });

  it('A26 the same segments in another order are the same audience', () => {
    expect(audienceKey(only('a', 'b'))).toBe(audienceKey(only('b', 'a', 'a')));
    expect(audienceKey(only('a'))).not.toBe(audienceKey(except('a')));
  });

  it('A27 is described by the names of its tags, in the order of the team’s list', () => {
    const profile = [segmentId('baby'), segmentId('new')];
    expect(describeProfile(profile, teaWorld.segments, 'zh')).toBe('新用户 × 母婴');
    expect(describeProfile([], teaWorld.segments, 'zh')).toBe('没有任何标签的客户');
    expect(describeProfile([], teaWorld.segments, 'en')).toBe('a customer without tags');
    expect(describeProfile([segmentId('x')], teaWorld.segments, 'zh')).toBe('x');
  });
});
