import fc from 'fast-check';
import type { CapRule } from '../../src/core/caps';
import type { Audience, RuleId, SegmentId } from '../../src/core/model';
import type { PlanCard, PlanInput } from '../../src/core/plan';
import {
  aCard,
  aPlanInput,
  aRule,
  at,
  aWorld,
  feedId,
  newYork,
  released,
  shanghai,
  type World,
} from './plan';

/** Two exclusive dimensions, one open: 36 possible customers, and audiences across all of them. */
const world: World = aWorld(
  { id: 'd1', segments: { a1: 'a1', a2: 'a2' } },
  { id: 'd2', segments: { b1: 'b1', b2: 'b2' } },
  { id: 'd3', exclusive: false, segments: { c1: 'c1', c2: 'c2' } },
);

const segments = [...world.segments.keys()];

export const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Audience>({ visibility: 'everyone' }) },
  {
    weight: 5,
    arbitrary: fc.record({
      visibility: fc.constantFrom('only' as const, 'except' as const),
      segments: fc.uniqueArray(fc.constantFrom<SegmentId>(...segments), { minLength: 1, maxLength: 3 }),
    }),
  },
);

const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
const walls = ['00:10', '08:00', '12:00', '20:00', '23:40'];

const anyCard = (post: string): fc.Arbitrary<PlanCard> =>
  fc
    .record({
      feed: fc.constantFrom('f1', 'f2'),
      kind: fc.constantFrom('sales' as const, 'sales' as const, 'persona' as const),
      audience: anyAudience,
      day: fc.constantFrom(...days),
      wall: fc.constantFrom(...walls),
      zone: fc.constantFrom(shanghai, shanghai, newYork),
      priority: fc.constantFrom(0, 0, 0, 5, 9),
      onConflict: fc.constantFrom('defer' as const, 'defer' as const, 'defer' as const, 'skip', 'hold'),
      dayBound: fc.boolean(),
      expiresAfter: fc.constantFrom(null, null, null, 10, 600, 1800),
      daily: fc.constantFrom(true, true, false),
      overlap: fc.constantFrom(1, 1, 2),
      leadMinutes: fc.constantFrom(0, 0, 30),
      plannedAfter: fc.constantFrom(null, null, null, 90, 24 * 60),
    })
    .map(({ day, wall, expiresAfter, plannedAfter, ...card }) => {
      const scheduledAt = at(day, wall, card.zone);
      const plannedAt = plannedAfter === null ? null : scheduledAt + plannedAfter * 60_000;
      const expiresAt = expiresAfter === null ? null : scheduledAt + expiresAfter * 60_000;
      return aCard(post, { ...card, scheduledAt, expiresAt, plannedAt });
    });

const anyRule = (id: string): fc.Arbitrary<CapRule> =>
  fc
    .record({
      kinds: fc.constantFrom<CapRule['kinds']>(['sales'], ['sales'], []),
      feeds: fc.constantFrom<CapRule['feeds']>([], [], [feedId('f1')]),
      counts: fc.constantFrom('all' as const, 'daily' as const),
      scope: fc.constantFrom('customer' as const, 'customer' as const, 'feed' as const),
      limit: fc.integer({ min: 0, max: 4 }),
    })
    .map((rule) => aRule({ id: id as RuleId, name: id, ...rule }));

const cardsOfPosts = (prefix: string, max: number): fc.Arbitrary<PlanCard[]> =>
  fc
    .integer({ min: 0, max })
    .chain((n) => fc.tuple<PlanCard[]>(...Array.from({ length: n }, (_, i) => anyCard(`${prefix}${i + 1}`))));

/** Small pools with every feature of this plan; `now` in the middle of the three days, or before them. */
export const anyPlanInput = (nows: fc.Arbitrary<number>): fc.Arbitrary<PlanInput> =>
  fc
    .record({
      cards: cardsOfPosts('', 12),
      placed: cardsOfPosts('9', 4),
      rules: fc.oneof(fc.tuple(anyRule('1')), fc.tuple(anyRule('1'), anyRule('2'))),
      zone: fc.constantFrom(shanghai, shanghai, newYork),
      now: nows,
      deferDays: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ cards, placed, rules, zone, now, deferDays }) =>
      aPlanInput({
        ...world,
        now,
        zone,
        cards,
        rules,
        placed: placed.map((card) => released(card)),
        settings: { graceMinutes: 120, deferDays },
      }),
    );

export const earlyNow = fc.constant(at('2026-11-20', '00:00'));
export const anyNow = fc
  .integer({ min: 0, max: 4 * 24 * 60 })
  .map((minutes) => at('2026-11-20', '12:00') + minutes * 60_000);
