/**
 * What the desk works on: entries of the log as they were frozen, and what one person did with them.
 * Times are instants; `localDate` is the day in the feed's zone.
 */
import type { Channel, Instant, Kind, LocalDate, TimeZone } from '../model';

export const receiptStates = ['copied', 'posted', 'skipped', 'removed'] as const;
export type ReceiptState = (typeof receiptStates)[number];

export interface Receipt {
  state: ReceiptState;
  reason: string | null;
  at: Instant;
}

/** The audience as it was frozen: with the tag names that staff look for in WeChat. */
export interface FrozenAudience {
  visibility: 'everyone' | 'only' | 'except';
  segments: readonly { id: string; name: string; wechatTag: string }[];
}

export interface FrozenImage {
  sha256: string;
  thumbSha256: string | null;
  width: number;
  height: number;
  alt: string;
}

/** `content` of a release entry: everything that staff see, frozen when it was handed out. */
export interface FrozenContent {
  title: string;
  text: string;
  guidance: string | null;
  copyMode: 'exact' | 'example';
  firstComments: readonly string[];
  images: readonly FrozenImage[];
  video: { sha256: string; filename: string } | null;
  link: { url: string; title: string } | null;
  channel: Channel;
  feedName: string;
  timezone: TimeZone;
  leadMinutes: number;
  /** ISO; null when only the day's end limits it. */
  expiresAt: string | null;
  daily: boolean;
  overlap: number;
}

/** One release entry of a log. */
export interface ReleasedCard {
  release: string;
  seq: number;
  card: string;
  post: string;
  feed: string;
  kind: Kind;
  audience: FrozenAudience;
  content: FrozenContent;
  dueAt: Instant;
  localDate: LocalDate;
}

/** A card that the plan has for later; of it staff may know the time and the kind. */
export interface PlannedCard {
  card: string;
  feed: string;
  kind: Kind;
  plannedAt: Instant;
  /** Its launch does not take place: it was to come, and never will. */
  isCancelled: boolean;
}

/** The values that personal tokens are filled with. Managers set all but the name. */
export interface Person {
  name: string;
  wechatId: string | null;
  storeName: string | null;
  couponCode: string | null;
  /** Whether a QR picture is on file. */
  qr: boolean;
}
