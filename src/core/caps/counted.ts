import type { Audience, CardKey, Channel, FeedId, Kind, PostId } from '../model';

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
}

/** Never less than one: a feed without a sensible overlap still shows each card once. */
export const weightOf = (card: CountedCard): number => (card.overlap > 1 ? Math.ceil(card.overlap) : 1);
