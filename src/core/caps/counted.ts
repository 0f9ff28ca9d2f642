import type { Audience, CardKey, Channel, FeedId, Kind, LaunchId, PostId, TimeZone } from '../model';

/** Wall times `HH:mm` between which a feed hands out nothing. */
export interface QuietHours {
  from: string;
  to: string;
}

/** A card, planned or released, as the rules count it. */
export interface CountedCard {
  card: CardKey;
  post: PostId;
  feed: FeedId;
  channel: Channel;
  kind: Kind;
  audience: Audience;
  /** Outside launch scripts. */
  daily: boolean;
  /** How many staff of the feed one customer may know, and so how often sees it. */
  overlap: number;
  title: string;
  /** The launch script that it belongs to: whose exceptions are its own. */
  launch: LaunchId | null;
  /** Of its feed, with the feed's zone; only looked at before it is released. */
  quietHours?: QuietHours | null;
  zone?: TimeZone;
}

/** Never less than one: a feed without a sensible overlap still shows each card once. */
export const weightOf = (card: CountedCard): number => (card.overlap > 1 ? Math.ceil(card.overlap) : 1);
