import type { Channel, FeedId, Kind, RuleId } from '../model';

export const windowUnits = ['day', 'week', 'month', 'rolling-hours'] as const;
export type WindowUnit = (typeof windowUnits)[number];
/** Units with a beginning and an end in the calendar of the pool. */
export type CalendarUnit = Exclude<WindowUnit, 'rolling-hours'>;

/** `customer`: for every possible customer of the pool. `feed`: cards of one feed, whoever sees them. */
export type CapScope = 'customer' | 'feed';

/**
 * At most `limit` in every window, and `minGapMinutes` between any two; one of them may be missing. Empty
 * `kinds`, `feeds` and `channels` mean all of them.
 */
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
  /** Null: no limit, the rule is a gap alone. */
  limit: number | null;
  minGapMinutes?: number | null;
}

/** What a rule looks at to know whether it concerns a card. */
export interface RuleSubject {
  kind: Kind;
  feed: FeedId;
  channel: Channel;
  daily: boolean;
}

export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** Whether a card of the feed can be one that the rule counts. */
export const concernsFeed = (
  rule: Pick<CapRule, 'feeds' | 'channels'>,
  card: Pick<RuleSubject, 'feed' | 'channel'>,
): boolean =>
  (rule.feeds.length === 0 || rule.feeds.includes(card.feed)) &&
  (rule.channels.length === 0 || rule.channels.includes(card.channel));

export const appliesTo = (rule: CapRule, card: RuleSubject): boolean =>
  (rule.kinds.length === 0 || rule.kinds.includes(card.kind)) &&
  concernsFeed(rule, card) &&
  (rule.counts === 'all' || card.daily);

const dayHours = 24;
const dayMinutes = dayHours * 60;

/** How many days before a card others may lie that share a window or a gap with it. */
export const reachInDays = ({ window, limit, minGapMinutes }: CapRule): number => {
  const gap = Math.ceil((minGapMinutes ?? 0) / dayMinutes);
  if (limit === null) return gap;
  switch (window.unit) {
    case 'day':
      return gap;
    case 'week':
      return Math.max(gap, 7);
    case 'month':
      return Math.max(gap, 31);
    case 'rolling-hours':
      return Math.max(gap, Math.ceil((window.hours ?? 0) / dayHours));
  }
};

/** Windows that may reach over a midnight: in them a customer's segments of a dimension that changes may change. */
export const isOverDays = ({ window }: Pick<CapRule, 'window'>): boolean => window.unit !== 'day';
