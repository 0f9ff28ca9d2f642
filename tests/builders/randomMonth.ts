import fc from 'fast-check';
import type { WindowUnit } from '../../src/core/caps';
import type { Kind, OnConflict } from '../../src/core/model';
import { addDays, minuteMs, resolveWall } from '../../src/core/time';
import { newYork, shanghai } from './plan';

/** Feeds by name: two of one pool in different zones, one with a half-hour change of its clocks, a group. */
export const feedsOfMonth = {
  home: {
    channel: 'wechat-moments',
    timezone: shanghai,
    pool: true,
    overlap: 1,
    leadMinutes: 0,
    quietHours: { from: '22:00', to: '07:30' },
  },
  abroad: { channel: 'wechat-moments', timezone: newYork, pool: true, overlap: 2, leadMinutes: 30 },
  island: {
    channel: 'wecom-moments',
    timezone: 'Australia/Lord_Howe',
    pool: false,
    overlap: 1,
    leadMinutes: 0,
  },
  group: { channel: 'group', timezone: shanghai, pool: false, overlap: 1, leadMinutes: 0 },
} as const;
export type FeedName = keyof typeof feedsOfMonth;

/** Of the exclusive dimension, and of the open one. */
export const segmentsOfMonth = { lifecycle: ['fresh', 'regular', 'member'], taste: ['oats', 'tea'] } as const;
export type SegmentName = (typeof segmentsOfMonth)['lifecycle' | 'taste'][number];

export interface RuleOfMonth {
  kinds: readonly Kind[];
  counts: 'all' | 'daily';
  scope: 'customer' | 'feed';
  window: { unit: WindowUnit; hours: number | null };
  limit: number | null;
  minGapMinutes: number | null;
}

export interface PostOfMonth {
  kind: Kind;
  feeds: readonly FeedName[];
  audience: { visibility: 'everyone' | 'only' | 'except'; segments: readonly SegmentName[] };
  variants: readonly { key: string; segments: readonly SegmentName[]; body: string }[];
  scheduledAt: number;
  expiresAt: number | null;
  priority: number;
  onConflict: OnConflict;
  dayBound: boolean;
  inLaunch: boolean;
}

export interface Month {
  rules: readonly RuleOfMonth[];
  posts: readonly PostOfMonth[];
}

/** The clocks go back in New York on the 4th; on the 11th everybody wants to sell. */
const first = '2035-11-01';
const days = [0, 0, 1, 2, 3, 3, 4, 9, 10, 10, 10, 11, 17, 18, 24, 27, 28, 29];
const walls = ['00:10', '01:30', '08:00', '12:00', '20:00', '20:00', '23:40'];
const { lifecycle, taste } = segmentsOfMonth;
const everyone = { visibility: 'everyone' as const, segments: [] };

const anyAudience: fc.Arbitrary<PostOfMonth['audience']> = fc.oneof(
  fc.constant(everyone),
  fc.record({
    visibility: fc.constantFrom('only' as const, 'except' as const),
    segments: fc.uniqueArray(fc.constantFrom(...lifecycle, ...taste), { minLength: 1, maxLength: 3 }),
  }),
);

const anyVersions: fc.Arbitrary<Pick<PostOfMonth, 'audience' | 'variants'>> = fc.oneof(
  { weight: 3, arbitrary: anyAudience.map((audience) => ({ audience, variants: [] })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 2).map((n) => ({
      audience: { visibility: 'except' as const, segments: ['member' as const] },
      variants: lifecycle.slice(0, n).map((one) => ({ key: one, segments: [one], body: `给${one}` })),
    })),
  },
);

const anyWhere: fc.Arbitrary<Pick<PostOfMonth, 'feeds' | 'audience' | 'variants'>> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('home' as const, 'abroad' as const, 'island' as const), {
          minLength: 1,
          maxLength: 3,
        }),
        anyVersions,
      )
      .map(([feeds, versions]) => ({ feeds, ...versions })),
  },
  { weight: 1, arbitrary: fc.constant({ feeds: ['group' as const], audience: everyone, variants: [] }) },
);

const anyPost: fc.Arbitrary<PostOfMonth> = fc
  .record({
    where: anyWhere,
    kind: fc.constantFrom<Kind>('sales', 'sales', 'sales', 'persona', 'interaction'),
    day: fc.constantFrom(...days),
    wall: fc.constantFrom(...walls),
    priority: fc.constantFrom(0, 0, 0, 5, 9),
    onConflict: fc.constantFrom<OnConflict>('defer', 'defer', 'defer', 'skip', 'hold'),
    dayBound: fc.constantFrom(false, false, false, true),
    lasts: fc.constantFrom(null, null, null, 30, 600, 1800, 4 * 24 * 60),
    inLaunch: fc.constantFrom(false, false, false, true),
  })
  .map(({ where, day, wall, lasts, ...post }) => {
    const [feed = 'home'] = where.feeds;
    const scheduledAt = resolveWall(addDays(first, day), wall, feedsOfMonth[feed].timezone);
    const expiresAt = lasts === null ? null : scheduledAt + lasts * minuteMs;
    return { ...where, ...post, scheduledAt, expiresAt };
  });

const anyWindow: fc.Arbitrary<Pick<RuleOfMonth, 'window' | 'limit'>> = fc.constantFrom(
  { window: { unit: 'day', hours: null }, limit: 3 },
  { window: { unit: 'week', hours: null }, limit: 6 },
  { window: { unit: 'month', hours: null }, limit: 12 },
  { window: { unit: 'rolling-hours', hours: 36 }, limit: 3 },
);

const anyRule: fc.Arbitrary<RuleOfMonth> = fc
  .record({
    kinds: fc.constantFrom<readonly Kind[]>(['sales'], ['sales', 'interaction'], []),
    counts: fc.constantFrom('all' as const, 'daily' as const),
    scope: fc.constantFrom('customer' as const, 'customer' as const, 'feed' as const),
    window: anyWindow,
    minGapMinutes: fc.constantFrom(null, null, 45),
  })
  .map(({ window, ...rule }) => ({ ...window, ...rule }));

const everyDay = { kinds: ['sales'], counts: 'all', scope: 'customer' } as const;
const strict: readonly RuleOfMonth[] = [
  { ...everyDay, window: { unit: 'day', hours: null }, limit: 2, minGapMinutes: null },
  { ...everyDay, kinds: [], window: { unit: 'day', hours: null }, limit: null, minGapMinutes: 30 },
];

/** November 2035 for a team with strict rules and two random ones: enough posts that many do not fit. */
export const anyMonth = (posts: number): fc.Arbitrary<Month> =>
  fc.record({
    rules: fc.tuple(anyRule, anyRule).map((rules) => [...strict, ...rules]),
    posts: fc.array(anyPost, { minLength: posts, maxLength: posts }),
  });
