import type { Channel, FeedId, Kind, RuleId } from '../model';

export const windowUnits = ['day', 'week', 'month', 'rolling-hours'] as const;
export type WindowUnit = (typeof windowUnits)[number];

/** `customer`: for every possible customer of the pool. `feed`: cards of one feed, whoever sees them. */
export type CapScope = 'customer' | 'feed';

/** At most `limit` in every window. Empty `kinds`, `feeds` and `channels` mean all of them. */
export interface CapRule {
  id: RuleId;
  name: string;
  kinds: readonly Kind[];
  feeds: readonly FeedId[];
  channels: readonly Channel[];
  /** `daily` leaves out the posts of launch scripts. */
  counts: 'all' | 'daily';
  scope: CapScope;
  window: { unit: WindowUnit; hours?: number | null };
  limit: number;
  minGapMinutes?: number | null;
}

/** What a rule looks at to know whether it concerns a card. */
export interface RuleSubject {
  kind: Kind;
  feed: FeedId;
  channel: Channel;
  daily: boolean;
}

export const appliesTo = (rule: CapRule, card: RuleSubject): boolean =>
  (rule.kinds.length === 0 || rule.kinds.includes(card.kind)) &&
  (rule.feeds.length === 0 || rule.feeds.includes(card.feed)) &&
  (rule.channels.length === 0 || rule.channels.includes(card.channel)) &&
  (rule.counts === 'all' || card.daily);
