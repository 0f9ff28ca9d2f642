import type { WindowUnit } from './caps/rule';
import type {
  CardKey,
  Channel,
  DimensionId,
  FeedId,
  Instant,
  Kind,
  LocalDate,
  PostId,
  RuleId,
  SegmentId,
  TimeZone,
} from './model';

/**
 * Why something is refused, as codes and data; src/core/words turns them into sentences. Another area adds
 * its own union to `Reason`, and the dictionaries then fail to compile until each code has its sentence.
 */
export type Reason = AudienceReason | ChannelReason | PlanReason;

/** A combination of segments that one customer can have; empty: a customer without tags. */
export type Profile = readonly SegmentId[];

/** The window of a rule that is full: from (inclusive) to (exclusive); `day` is its first local day. */
export interface CapWindow {
  unit: WindowUnit;
  zone: TimeZone;
  from: Instant;
  to: Instant;
  day: LocalDate;
}

/** A card that takes a place in a window. `weight`: how often one customer sees it (overlap). */
export interface FilledBy {
  card: CardKey;
  post: PostId;
  feed: FeedId;
  title: string;
  at: Instant;
  weight: number;
}

/** A rule that has no room for a card in one window. */
export interface CapReason {
  code: 'cap';
  rule: RuleId;
  ruleName: string;
  kinds: readonly Kind[];
  scope: 'customer' | 'feed';
  /** The feed whose cards are counted; null for scope `customer`. */
  feed: FeedId | null;
  window: CapWindow;
  /** The fullest customer who would see the card; null for scope `feed` and when it is a bound. */
  profile: Profile | null;
  /** The count is an upper bound: too many combinations of tags to walk them all. */
  bound: boolean;
  /** What that customer sees in the window without the card, and how much the card adds. */
  count: number;
  adds: number;
  limit: number;
  cards: readonly CardKey[];
  /** The same cards with what people call them. */
  filledBy: readonly FilledBy[];
  /** From the rule: the next instant with room. In a decision: when the card fits under every rule. */
  freeAt: Instant | null;
}

/** Too close to other cards that a customer who would see this one sees. */
export interface GapReason {
  code: 'gap';
  rule: RuleId;
  ruleName: string;
  kinds: readonly Kind[];
  scope: 'customer' | 'feed';
  feed: FeedId | null;
  /** The least gap beside the nearest of them. */
  minutes: number;
  /** A customer who sees both; null for scope `feed`. */
  profile: Profile | null;
  cards: readonly CardKey[];
  filledBy: readonly FilledBy[];
  freeAt: Instant | null;
}

/** Within the feed's quiet hours, which end at `until`. */
export interface QuietHoursReason {
  code: 'quiet-hours';
  feed: FeedId;
  /** Wall times of the feed. */
  from: string;
  to: string;
  until: Instant;
  freeAt: Instant | null;
}

/** A rule that says nothing that could be kept: nothing that it concerns is released past it. */
export interface UnsupportedRuleReason {
  code: 'unsupported-rule';
  rule: RuleId;
  ruleName: string;
  part: 'window' | 'gap' | 'limit';
}

/** The cards that a reason says are in the way. */
export const inTheWay = (reason: Reason): readonly FilledBy[] =>
  'filledBy' in reason ? reason.filledBy : nothing;

const nothing: readonly FilledBy[] = [];

export type PlanReason =
  | CapReason
  | GapReason
  | QuietHoursReason
  | UnsupportedRuleReason
  /** Nobody released it in time: `by` says whether its own end or the grace set the deadline. */
  | { code: 'expired'; planned: Instant; deadline: Instant; by: 'expires-at' | 'grace' }
  /** Its end lies before its time: it can never go out. */
  | { code: 'ends-before-start'; planned: Instant; deadline: Instant }
  /** More than a minute after its planned instant. */
  | { code: 'late'; planned: Instant; minutes: number }
  /** An earlier pass found no room at its own time; it waits for, or has reached, the later one. */
  | { code: 'deferred-before'; scheduled: Instant }
  /** It waited for a later instant; there is room now. */
  | { code: 'brought-forward'; planned: Instant }
  /** Its feed is switched off. */
  | { code: 'feed-off'; feed: FeedId }
  /** Every instant up to `until` (its last day, or its own end) was tried. */
  | { code: 'no-room'; until: LocalDate; by: 'defer-days' | 'expires-at' }
  /** Bound to `day`, where it does not fit or which is over. */
  | { code: 'day-bound'; day: LocalDate; over: boolean }
  /** A defect in its data: the others go on without it. `message` is for the log. */
  | { code: 'cannot-plan'; message: string }
  /** What the editor chose for the case that it does not fit. */
  | { code: 'on-conflict'; action: 'skip' | 'hold' }
  /** What the editor chose for the case that its time passes. */
  | { code: 'on-late'; action: 'skip' | 'hold' };

/** In `where`, `base` is the audience of the post itself, else the key of the variant. */
export type AudienceReason =
  | { code: 'audience-without-segments'; visibility: 'only' | 'except' }
  | { code: 'segment-unknown'; segment: SegmentId; where: string }
  | { code: 'segment-named-twice'; segment: SegmentId; where: readonly string[] }
  | { code: 'variant-key-invalid'; key: string }
  | { code: 'variant-key-reserved'; key: string }
  | { code: 'variant-key-twice'; key: string }
  | { code: 'variant-without-segments'; key: string }
  | { code: 'variant-outside-audience'; key: string; visibility: 'only' | 'except'; segments: Profile }
  | { code: 'variants-several-dimensions'; dimensions: readonly DimensionId[]; segments: Profile }
  | { code: 'variants-open-dimension'; dimension: DimensionId };

export type ChannelReason =
  | { code: 'channel-audience'; channel: Channel; visibility: 'only' | 'except'; segments: Profile }
  | { code: 'channel-medium'; channel: Channel; medium: 'images' | 'video' | 'link' }
  | { code: 'channel-media-mix'; channel: Channel; media: readonly ('images' | 'video' | 'link')[] }
  | { code: 'channel-images'; channel: Channel; count: number; limit: number }
  | { code: 'channel-chars'; channel: Channel; count: number; limit: number }
  | { code: 'channel-bytes'; channel: Channel; count: number; limit: number }
  | { code: 'channel-first-comments'; channel: Channel; count: number; limit: number }
  | { code: 'channel-empty'; channel: Channel };
