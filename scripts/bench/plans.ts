import { cardsOf } from '../../src/core/audience';
import type { CapRule } from '../../src/core/caps';
import {
  type Audience,
  cardKey,
  type Dimension,
  type DimensionId,
  type FeedId,
  type Instant,
  type Kind,
  type LogId,
  type PostId,
  type RuleId,
  type Segment,
  type SegmentId,
} from '../../src/core/model';
import type { PlanCard, PlanInput } from '../../src/core/plan';

/** Numbers from 0 to below 1 that depend on the seed alone (Mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Month {
  posts: number;
  feeds: number;
  /** In how many of them each post stands, at most. */
  each: number;
  pools: number;
  /** Segments of each exclusive dimension, and of each open one. */
  exclusive: readonly number[];
  open: readonly number[];
  days: number;
  /** How many segments an audience names at most. */
  named: number;
  seed: number;
}

const zone = 'Asia/Shanghai';
const minute = 60_000;
const dayMs = 24 * 60 * minute;
const begin = Date.UTC(2034, 11, 31, 16);
/** In the proportions of a team that does not only sell. */
const kinds: readonly Kind[] = ['sales', 'sales', 'persona', 'knowledge', 'interaction'];
const hours = [8, 9, 12, 13, 17, 18, 20, 21];

/** Rules of every kind, those of a new installation among them. */
const rules: readonly CapRule[] = [
  ruleOf('1', { kinds: ['sales'], counts: 'daily', limit: 3 }),
  ruleOf('2', { limit: null, minGapMinutes: 30 }),
  ruleOf('3', { kinds: ['sales'], window: { unit: 'week' }, limit: 15 }),
  ruleOf('4', { window: { unit: 'month' }, limit: 200 }),
  ruleOf('5', { window: { unit: 'rolling-hours', hours: 24 }, limit: 12 }),
  ruleOf('6', { scope: 'feed', limit: 8 }),
];

function ruleOf(id: string, changes: Partial<CapRule>): CapRule {
  return {
    id: id as RuleId,
    name: `rule ${id}`,
    kinds: [],
    feeds: [],
    channels: [],
    counts: 'all',
    scope: 'customer',
    window: { unit: 'day' },
    limit: 3,
    minGapMinutes: null,
    ...changes,
  };
}

function worldOf({ exclusive, open }: Month) {
  const dimensions = new Map<DimensionId, Dimension>();
  const segments = new Map<SegmentId, Segment>();
  for (const [i, count] of [...exclusive, ...open].entries()) {
    const id = `d${i}` as DimensionId;
    dimensions.set(id, { id, name: id, exclusive: i < exclusive.length, changes: i === 0 });
    for (let n = 0; n < count; n += 1) {
      const segment = `${id}s${n}` as SegmentId;
      segments.set(segment, { id: segment, dimension: id, name: segment, wechatTag: segment });
    }
  }
  return { dimensions, segments };
}

/** The plan of each pool of a made-up month: audiences of every kind, every fourth post with versions. */
export function monthOf(month: Month): PlanInput[] {
  const random = randomOf(month.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const world = worldOf(month);
  const ids = [...world.segments.keys()];
  const first = ids.filter((id) => id.startsWith('d0'));

  const anyAudience = (): Audience => {
    const roll = random();
    if (roll < 0.4) return { visibility: 'everyone' };
    const count = 1 + Math.floor(random() * month.named);
    const named = [...new Set(Array.from({ length: count }, () => pick(ids)))];
    return { visibility: roll < 0.8 ? 'only' : 'except', segments: named };
  };

  const pools = Array.from({ length: month.pools }, (): PlanCard[] => []);
  for (let post = 0; post < month.posts; post += 1) {
    const hasVersions = random() < 0.25;
    const audience = hasVersions ? ({ visibility: 'everyone' } as const) : anyAudience();
    const variants = hasVersions ? [{ key: 'v', segments: [pick(first)] }] : [];
    const split = cardsOf({ audience, variants, ...world });
    if (!split.ok) throw new Error(JSON.stringify(split.reasons));
    const scheduledAt: Instant =
      begin +
      Math.floor(random() * month.days) * dayMs +
      pick(hours) * 60 * minute +
      pick([0, 10, 30]) * minute;
    const card = {
      post: String(post + 1) as PostId,
      kind: pick(kinds),
      channel: 'wechat-moments' as const,
      scheduledAt,
      plannedAt: null,
      priority: pick([0, 0, 0, 0, 5]),
      onConflict: 'defer' as const,
      onLate: 'release' as const,
      dayBound: random() < 0.1,
      expiresAt: null,
      daily: random() < 0.8,
      overlap: 1,
      zone,
      title: `post ${post + 1}`,
      launch: null,
      quietHours: { from: '22:00', to: '07:30' },
    };
    const feeds = new Set(Array.from({ length: month.each }, () => Math.floor(random() * month.feeds)));
    for (const number of feeds) {
      const feed = `f${number}` as FeedId;
      for (const { variantKey, audience: seen } of split.cards) {
        const key = cardKey(card.post, variantKey, feed);
        pools[number % month.pools]?.push({ ...card, card: key, variantKey, feed, audience: seen });
      }
    }
  }
  return pools.map((cards, pool) => ({
    now: begin - dayMs,
    log: `pool:${pool + 1}` as LogId,
    zone,
    cards,
    placed: [],
    rules,
    exceptions: [],
    ...world,
    settings: { graceMinutes: 120, deferDays: 2 },
  }));
}
