/**
 * The words of docs/ARCHITECTURE.md as types. Ids are text everywhere in the core and in the log,
 * whatever the database uses; instants are epoch milliseconds (UTC).
 */
declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type Locale = 'zh' | 'en';
export type Instant = number;
/** `YYYY-MM-DD` in some zone that the context names. */
export type LocalDate = string;
/** An IANA zone, e.g. `Asia/Shanghai`. */
export type TimeZone = string;

export type PostId = Brand<string, 'PostId'>;
export type FeedId = Brand<string, 'FeedId'>;
export type SegmentId = Brand<string, 'SegmentId'>;
export type DimensionId = Brand<string, 'DimensionId'>;
export type RuleId = Brand<string, 'RuleId'>;
export type UserId = Brand<string, 'UserId'>;
export type LaunchId = Brand<string, 'LaunchId'>;
/** `pool:<id>` or, for a feed that is a pool of its own, `feed:<id>`. */
export type LogId = Brand<string, 'LogId'>;
/** `<post>:<variant>:<feed>`. */
export type CardKey = Brand<string, 'CardKey'>;

export const kinds = ['sales', 'persona', 'knowledge', 'interaction', 'notice'] as const;
export type Kind = (typeof kinds)[number];

export const channels = ['wechat-moments', 'wecom-moments', 'group', 'flash-group', 'one-to-one'] as const;
export type Channel = (typeof channels)[number];

export const roles = ['admin', 'editor', 'manager', 'staff'] as const;
export type Role = (typeof roles)[number];

export const postStatuses = [
  'draft',
  'in-review',
  'changes-requested',
  'approved',
  'released',
  'deferred',
  'held',
  'skipped',
  'expired',
  'recalled',
  'archived',
] as const;
export type PostStatus = (typeof postStatuses)[number];

export const onConflicts = ['defer', 'skip', 'hold'] as const;
export type OnConflict = (typeof onConflicts)[number];

/** What becomes of a card whose time has passed, while it may still go out: up to its end, or within the grace. */
export const onLates = ['release', 'skip', 'hold'] as const;
export type OnLate = (typeof onLates)[number];

/** What WeChat offers for a post: one of the three, never a mix; segments are a union. */
export type Audience =
  | { visibility: 'everyone' }
  | { visibility: 'only' | 'except'; segments: readonly SegmentId[] };

/** A group of customers in one dimension. `name` and `wechatTag` are for people. */
export interface Segment {
  id: SegmentId;
  dimension: DimensionId;
  name: string;
  wechatTag: string;
}

/** `exclusive`: a customer has at most one of its segments at a time. `changes`: may move during a week. */
export interface Dimension {
  id: DimensionId;
  name: string;
  exclusive: boolean;
  changes: boolean;
}

export const baseVariant = 'base';

export const cardKey = (post: string, variantKey: string, feed: string): CardKey =>
  `${post}:${variantKey}:${feed}` as CardKey;
