import type { QuietHours } from '../caps';
import type {
  Audience,
  Channel,
  Dimension,
  DimensionId,
  FeedId,
  Instant,
  Kind,
  LogId,
  OnConflict,
  OnLate,
  PostId,
  PostStatus,
  Segment,
  SegmentId,
  TimeZone,
} from '../model';

export interface VariantContent {
  key: string;
  segments: readonly SegmentId[];
  /** Empty text, images or comments mean: as the base. */
  body: string;
  images: readonly string[];
  firstComments: readonly string[];
}

/** A stored post in the core's words: ids as text, instants as numbers, empty values as '' , [] or null. */
export interface PostContent {
  id: PostId;
  title: string;
  kind: Kind;
  body: string;
  guidance: string;
  copyMode: 'exact' | 'example';
  dayBound: boolean;
  firstComments: readonly string[];
  images: readonly string[];
  video: string | null;
  link: string;
  linkTitle: string;
  product: string | null;
  offer: string | null;
  feeds: readonly FeedId[];
  audience: Audience;
  variants: readonly VariantContent[];
  scheduledAt: Instant | null;
  expiresAt: Instant | null;
  priority: number;
  onConflict: OnConflict;
  onLate: OnLate;
  launchScript: string | null;
  launchStep: string;
  status: PostStatus;
}

export interface MediaRef {
  id: string;
  /** Of the file that staff get; null while the upload is not finished. */
  sha256: string;
  thumbSha256: string | null;
  width: number | null;
  height: number | null;
  alt: string;
  isVideo: boolean;
}

export interface FeedRef {
  id: FeedId;
  name: string;
  channel: Channel;
  zone: TimeZone;
  targets: string;
  overlap: number;
  leadMinutes: number;
  /** Wall times `HH:mm` of its zone; null: none. */
  quietHours: QuietHours | null;
  active: boolean;
  log: LogId;
  /** The zone in which the caps of its pool count days. */
  poolZone: TimeZone;
}

export interface ProductRef {
  id: string;
  name: string;
  price: number | null;
  link: string;
}

export interface OfferRef {
  id: string;
  name: string;
  code: string;
  /** The product that it is for; null: any. */
  product: string | null;
}

export interface LaunchRef {
  id: string;
  name: string;
  /** Nobody makes a post part of a launch that no manager has approved. */
  approved: boolean;
  /** It does not take place: nothing of it goes out. */
  cancelled: boolean;
  /** Copy may say it, and count down to it. */
  launchAt: Instant | null;
  timezone: TimeZone;
  /** Who has changed it, or taken a post out of it, since its last approval; on the server alone. */
  changedBy: readonly string[];
}

/** Everything that posts point at, by id. What a post names and is not here no longer exists. */
export interface References {
  media: ReadonlyMap<string, MediaRef>;
  feeds: ReadonlyMap<FeedId, FeedRef>;
  products: ReadonlyMap<string, ProductRef>;
  offers: ReadonlyMap<string, OfferRef>;
  launches: ReadonlyMap<string, LaunchRef>;
  segments: ReadonlyMap<SegmentId, Segment>;
  dimensions: ReadonlyMap<DimensionId, Dimension>;
}

/** Whether rules that count daily posts alone count this one: every post but those of an approved launch. */
export const isDaily = (
  { launchScript }: Pick<PostContent, 'launchScript'>,
  { launches }: Pick<References, 'launches'>,
): boolean => launchScript === null || launches.get(launchScript)?.approved !== true;
