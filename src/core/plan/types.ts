import type { Dimensions, Segments } from '../audience';
import type { CapException, CapRule, CountedCard } from '../caps';
import type { CardKey, FeedId, Instant, LogId, OnConflict, OnLate, PostId, TimeZone } from '../model';
import type { FilledBy, Reason } from '../reasons';

/** An approved, unreleased card (one post, one version, one feed): what the rules count, and what was wanted. */
export interface PlanCard extends CountedCard {
  variantKey: string;
  /** Of its feed. */
  zone: TimeZone;
  scheduledAt: Instant;
  /** Where an earlier pass put it; null when it was never put elsewhere than `scheduledAt`. */
  plannedAt: Instant | null;
  /** Higher first. */
  priority: number;
  onConflict: OnConflict;
  onLate: OnLate;
  dayBound: boolean;
  expiresAt: Instant | null;
  /** Its feed is switched off: it waits without a place, and is late like any other. */
  feedOff?: boolean;
  /** Skipped, held or expired for good: not planned. */
  ended?: boolean;
  /** Handed out this long before `at`; caps count `at`. */
  leadMinutes?: number;
}

/** A released card, recalled ones included: it takes its place at `dueAt`. */
export interface PlacedEntry extends CountedCard {
  dueAt: Instant;
}

export interface PlanSettings {
  graceMinutes: number;
  deferDays: number;
}

export interface PlanInput {
  now: Instant;
  log: LogId;
  /** The pool's timezone: its days are the windows of the rules. */
  zone: TimeZone;
  cards: readonly PlanCard[];
  /** Every entry that may share a window or a gap with a card. */
  placed: readonly PlacedEntry[];
  rules: readonly CapRule[];
  /** Of approved launch scripts. */
  exceptions: readonly CapException[];
  dimensions: Dimensions;
  segments: Segments;
  settings: PlanSettings;
  /** For tests: how many profiles are walked at most. */
  mostProfiles?: number;
}

export const outcomes = ['release', 'defer', 'skip', 'hold', 'expire'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Decision {
  card: CardKey;
  post: PostId;
  variantKey: string;
  feed: FeedId;
  /** `defer` is a release at a later instant than its own; once that has come it is a `release`. */
  outcome: Outcome;
  /** `dueAt` of the release, or when the end (skip, hold, expire) becomes an entry. */
  at: Instant;
  /** When a pass acts: `at`, or the feed's lead time before it. */
  actAt: Instant;
  /** Act now. What is not due is a forecast. */
  due: boolean;
  late: boolean;
  reasons: readonly Reason[];
  /** Cards of this plan, not yet released, that go first and take the room. */
  pushedBy: readonly FilledBy[];
}
