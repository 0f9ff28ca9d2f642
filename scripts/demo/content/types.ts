import type { Channel, Kind, OnConflict } from '../../../src/core/model';
import type { PictureKey } from '../pictures/specs';

/** Names that hold the demo together; the seed turns them into ids. */
export type TeamKey = 'qinghe' | 'wangjiang' | 'nantang';
export type FeedKey = 'guides' | 'stewards' | 'club' | 'flash' | 'private';
export type SegmentKey =
  | 'new'
  | 'returning'
  | 'member'
  | 'dormant'
  | 'oats'
  | 'nuts'
  | 'tea'
  | 'family'
  | 'office'
  | 'mother'
  | 'student'
  | 'senior';
export type ProductKey = 'oats' | 'crunch' | 'nutbox' | 'oolong' | 'baicha' | 'breakfast' | 'sesame' | 'gift';
export type OfferKey = 'memberDay' | 'flash';
export type OccasionKey = 'memberDay' | 'anniversary';

export type DemoAudience =
  | { visibility: 'everyone' }
  | { visibility: 'only' | 'except'; segments: readonly SegmentKey[] };

export interface DemoVariant {
  key: string;
  segments: readonly SegmentKey[];
  body: string;
  pictures?: readonly PictureKey[];
  firstComments?: readonly string[];
}

/** One text of the brand, without its place in the calendar. */
export interface DemoCopy {
  key: string;
  title: string;
  kind: Kind;
  body: string;
  guidance?: string;
  copyMode?: 'exact' | 'example';
  firstComments?: readonly string[];
  pictures?: readonly PictureKey[];
  product?: ProductKey;
  offer?: OfferKey;
  occasion?: OccasionKey;
  audience?: DemoAudience;
  variants?: readonly DemoVariant[];
  /** Its words are true on its day only, so it must not be moved to another. */
  dayBound?: boolean;
  onConflict?: OnConflict;
}

export interface DemoFeed {
  key: FeedKey;
  name: string;
  channel: Channel;
  pool?: 'shoppers';
  teams: readonly TeamKey[];
  targets?: string;
}
