import type { Dimensions, Segments } from '../../src/core/audience';
import type { CapException, CapRule } from '../../src/core/caps';
import {
  type Audience,
  cardKey,
  type Dimension,
  type DimensionId,
  type FeedId,
  type Instant,
  type LaunchId,
  type LogId,
  type PostId,
  type RuleId,
  type Segment,
  type SegmentId,
} from '../../src/core/model';
import type { PlacedEntry, PlanCard, PlanInput } from '../../src/core/plan';
import { resolveWall } from '../../src/core/time';

export const shanghai = 'Asia/Shanghai';
export const newYork = 'America/New_York';
export const london = 'Europe/London';
export const lordHowe = 'Australia/Lord_Howe';
export const kathmandu = 'Asia/Kathmandu';

export const segmentId = (id: string): SegmentId => id as SegmentId;
export const feedId = (id: string): FeedId => id as FeedId;
export const postId = (id: string): PostId => id as PostId;

/** 11-22 20:00 in Shanghai unless the zone is given. */
export const at = (date: string, wall: string, zone = shanghai): Instant => resolveWall(date, wall, zone);

export const everyone: Audience = { visibility: 'everyone' };
export const only = (...ids: string[]): Audience => ({ visibility: 'only', segments: ids.map(segmentId) });
export const except = (...ids: string[]): Audience => ({
  visibility: 'except',
  segments: ids.map(segmentId),
});

interface DimensionSketch {
  id: string;
  name?: string;
  exclusive?: boolean;
  changes?: boolean;
  /** id → name */
  segments: Record<string, string>;
}

export interface World {
  segments: Segments;
  dimensions: Dimensions;
}

export const aWorld = (...sketches: DimensionSketch[]): World => {
  const segments = new Map<SegmentId, Segment>();
  const dimensions = new Map<DimensionId, Dimension>();
  for (const sketch of sketches) {
    const dimension = sketch.id as DimensionId;
    const { exclusive = true, changes = false, name = sketch.id } = sketch;
    dimensions.set(dimension, { id: dimension, name, exclusive, changes });
    for (const [id, segmentName] of Object.entries(sketch.segments)) {
      segments.set(segmentId(id), {
        id: segmentId(id),
        dimension,
        name: segmentName,
        wechatTag: segmentName,
      });
    }
  }
  return { segments, dimensions };
};

/** Lifecycle and identity exclusive, preference open: the demo team's tags in small. */
export const teaWorld = aWorld(
  {
    id: 'lifecycle',
    name: '生命周期',
    changes: true,
    segments: { new: '新用户', old: '老客', gone: '沉睡' },
  },
  { id: 'identity', name: '身份', segments: { baby: '母婴', office: '上班族' } },
  { id: 'preference', name: '偏好', exclusive: false, segments: { oats: '燕麦', nuts: '坚果', tea: '茶' } },
);

/** At most 3 sales cards a day for any customer. */
export const aRule = (changes: Partial<CapRule> = {}): CapRule => ({
  id: '1' as RuleId,
  name: '每天卖货',
  kinds: ['sales'],
  feeds: [],
  channels: [],
  counts: 'all',
  scope: 'customer',
  window: { unit: 'day' },
  limit: 3,
  ...changes,
});

/** What a launch may do beyond `aRule` on 11-11. */
export const anException = (more: Partial<CapException> = {}): CapException => ({
  id: '7:1',
  launch: '7' as LaunchId,
  launchName: '双十一',
  rule: '1' as RuleId,
  feeds: [],
  from: at('2026-11-11', '00:00'),
  to: at('2026-11-12', '00:00'),
  limit: 6,
  minGapMinutes: null,
  quietHours: false,
  reason: '开售日',
  ...more,
});

type CardChanges = Partial<Omit<PlanCard, 'post' | 'feed' | 'key'>> & { feed?: string };

/** An approved sales card for everyone at 11-22 20:00 in Shanghai. */
export const aCard = (post: string, changes: CardChanges = {}): PlanCard => {
  const { feed = 'f1', variantKey = 'base', ...others } = changes;
  return {
    card: cardKey(post, variantKey, feed),
    post: postId(post),
    variantKey,
    feed: feedId(feed),
    kind: 'sales',
    audience: everyone,
    channel: 'wechat-moments',
    scheduledAt: at('2026-11-22', '20:00'),
    plannedAt: null,
    priority: 0,
    onConflict: 'defer',
    onLate: 'release',
    dayBound: false,
    expiresAt: null,
    daily: true,
    overlap: 1,
    zone: shanghai,
    title: `内容${post}`,
    launch: null,
    quietHours: null,
    ...others,
  };
};

/** The same card after its release. */
export const released = (card: PlanCard, dueAt: Instant = card.scheduledAt): PlacedEntry => ({
  card: card.card,
  post: card.post,
  feed: card.feed,
  channel: card.channel,
  kind: card.kind,
  audience: card.audience,
  daily: card.daily,
  overlap: card.overlap,
  title: card.title,
  launch: card.launch,
  quietHours: null,
  dueAt,
});

/** In the morning of 11-22, before anything is due. */
export const aPlanInput = (changes: Partial<PlanInput> = {}): PlanInput => ({
  now: at('2026-11-22', '06:00'),
  log: 'pool:1' as LogId,
  zone: shanghai,
  cards: [],
  placed: [],
  rules: [aRule()],
  exceptions: [],
  ...teaWorld,
  settings: { graceMinutes: 120, deferDays: 2 },
  ...changes,
});
