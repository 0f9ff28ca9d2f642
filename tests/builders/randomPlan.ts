import fc from 'fast-check';
import type { CapException, CapRule } from '../../src/core/caps';
import type { Audience, LaunchId, RuleId, SegmentId } from '../../src/core/model';
import type { PlanCard, PlanInput } from '../../src/core/plan';
import { addDays } from '../../src/core/time';
import {
  aCard,
  aPlanInput,
  aRule,
  at,
  aWorld,
  feedId,
  kathmandu,
  london,
  lordHowe,
  newYork,
  released,
  shanghai,
  type World,
} from './plan';

/** Two exclusive dimensions, one of which changes, one open: 36 possible customers within a day. */
const world: World = aWorld(
  { id: 'd1', changes: true, segments: { a1: 'a1', a2: 'a2' } },
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

/**
 * The days before: an ordinary Saturday; the end of a month in which New York's clocks go back, a Sunday on which
 * they go forward; Lord Howe's half an hour forward; London's hour back; 29 February; the end of a year.
 */
const starts = [
  '2026-11-20',
  '2026-10-30',
  '2026-03-06',
  '2026-10-02',
  '2026-10-23',
  '2028-02-27',
  '2026-12-30',
];
const zones = [shanghai, shanghai, newYork, london, lordHowe, kathmandu];
// Everything lies on quarters of an hour, where every zone has its midnight.
const walls = ['00:15', '08:00', '12:00', '20:00', '23:45'];
const quiets = [null, null, null, { from: '22:00', to: '07:30' }, { from: '12:00', to: '13:00' }];
const launches = ['L1', 'L2'] as LaunchId[];

const anyCard = (post: string, start: string): fc.Arbitrary<PlanCard> =>
  fc
    .record({
      feed: fc.constantFrom('f1', 'f2'),
      kind: fc.constantFrom('sales' as const, 'sales' as const, 'persona' as const),
      audience: anyAudience,
      ahead: fc.integer({ min: 1, max: 3 }),
      wall: fc.constantFrom(...walls),
      zone: fc.constantFrom(...zones),
      priority: fc.constantFrom(0, 0, 0, 5, 9),
      onConflict: fc.constantFrom('defer' as const, 'defer' as const, 'defer' as const, 'skip', 'hold'),
      onLate: fc.constantFrom('release' as const, 'release' as const, 'release' as const, 'skip', 'hold'),
      dayBound: fc.boolean(),
      expiresAfter: fc.constantFrom(null, null, null, 0.5, 15, 600, 1800),
      daily: fc.constantFrom(true, true, false),
      overlap: fc.constantFrom(1, 1, 2),
      leadMinutes: fc.constantFrom(0, 0, 30),
      plannedAfter: fc.constantFrom(null, null, null, 90, 24 * 60),
      quietHours: fc.constantFrom(...quiets),
      launch: fc.constantFrom(null, null, ...launches),
      feedOff: fc.constantFrom(false, false, false, false, false, false, true),
    })
    .map(({ ahead, wall, expiresAfter, plannedAfter, ...card }) => {
      const scheduledAt = at(addDays(start, ahead), wall, card.zone);
      const plannedAt = plannedAfter === null ? null : scheduledAt + plannedAfter * 60_000;
      const expiresAt = expiresAfter === null ? null : scheduledAt + expiresAfter * 60_000;
      return aCard(post, { ...card, scheduledAt, expiresAt, plannedAt });
    });

const anyWindow: fc.Arbitrary<CapRule['window']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<CapRule['window']>({ unit: 'day' }) },
  { weight: 2, arbitrary: fc.constantFrom('week' as const, 'month' as const).map((unit) => ({ unit })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1, 5, 12, 24, 30).map((hours) => ({ unit: 'rolling-hours' as const, hours })),
  },
);

const anyRule = (id: string): fc.Arbitrary<CapRule> =>
  fc
    .record({
      kinds: fc.constantFrom<CapRule['kinds']>(['sales'], ['sales'], []),
      feeds: fc.constantFrom<CapRule['feeds']>([], [], [feedId('f1')]),
      counts: fc.constantFrom('all' as const, 'daily' as const),
      scope: fc.constantFrom('customer' as const, 'customer' as const, 'feed' as const),
      limit: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(null)),
      window: anyWindow,
      minGapMinutes: fc.constantFrom(null, null, 30, 60, 240, 30 * 60),
    })
    .map((rule) => aRule({ id: id as RuleId, name: id, ...rule }))
    .map((rule) => (rule.limit === null && !rule.minGapMinutes ? { ...rule, limit: 2 } : rule));

const anyException = (id: string, start: string): fc.Arbitrary<CapException> =>
  fc
    .record({
      launch: fc.constantFrom(...launches),
      rule: fc.constantFrom('1', '2').map((rule) => rule as RuleId),
      feeds: fc.constantFrom<CapException['feeds']>([], [], [feedId('f2')]),
      ahead: fc.integer({ min: 1, max: 3 }),
      hours: fc.constantFrom(2, 12, 24, 48),
      limit: fc.constantFrom(null, 3, 6),
      minGapMinutes: fc.constantFrom(null, 15, 30),
      quietHours: fc.boolean(),
    })
    .map(({ ahead, hours, ...one }) => {
      const from = at(addDays(start, ahead), '00:00');
      return { ...one, id, launchName: one.launch, from, to: from + hours * 3_600_000, reason: '开售' };
    });

const cardsOfPosts = (prefix: string, max: number, start: string): fc.Arbitrary<PlanCard[]> =>
  fc
    .integer({ min: 0, max })
    .chain((n) =>
      fc.tuple<PlanCard[]>(...Array.from({ length: n }, (_, i) => anyCard(`${prefix}${i + 1}`, start))),
    );

/** Minutes after noon of the day before the first three days. */
export type Nows = fc.Arbitrary<number>;

/** Small pools with every feature of the plan; `now` in the middle of the three days, or before them. */
export const anyPlanInput = (nows: Nows): fc.Arbitrary<PlanInput> =>
  fc.constantFrom(...starts).chain((start) =>
    fc
      .record({
        cards: cardsOfPosts('', 12, start),
        placed: cardsOfPosts('9', 4, start),
        rules: fc.oneof(fc.tuple(anyRule('1')), fc.tuple(anyRule('1'), anyRule('2'))),
        exceptions: fc.oneof(
          fc.constant<CapException[]>([]),
          fc.tuple(anyException('x', start)),
          fc.tuple(anyException('x', start), anyException('y', start)),
        ),
        zone: fc.constantFrom(...zones),
        now: nows.map((minutes) => at(start, '12:00') + minutes * 60_000),
        deferDays: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ placed, deferDays, ...input }) =>
        aPlanInput({
          ...world,
          ...input,
          placed: placed.map((card) => released(card)),
          settings: { graceMinutes: 120, deferDays },
        }),
      ),
  );

/** Before anything is due in any zone. */
export const earlyNow: Nows = fc.constant(-12 * 60);
/** Shortly after a midnight of Shanghai: what came due late in the evening is late now, on another day. */
export const afterMidnight: Nows = fc
  .record({ day: fc.integer({ min: 1, max: 3 }), minutes: fc.integer({ min: 1, max: 110 }) })
  .map(({ day, minutes }) => 12 * 60 + day * 24 * 60 + minutes);
export const anyNow: Nows = fc.integer({ min: 0, max: 4 * 24 * 60 });
