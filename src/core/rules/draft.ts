import type { CapRule } from '../caps/rule';
import type { Channel, FeedId } from '../model';

/** A cap rule as a person writes it, before anybody has said that it makes sense. */
export type RuleDraft = Omit<CapRule, 'id' | 'name'>;

/** Quiet hours as they are written, one of the two perhaps missing. */
export interface HoursDraft {
  from?: string | null;
  to?: string | null;
}

/** What a rule has to know of the feeds that it is written for. Those switched off are not among them. */
export interface FeedFacts {
  id: FeedId;
  name: string;
  channel: Channel;
  overlap: number;
  quietHours: HoursDraft;
  /** It shares its customers with no other feed. */
  alone: boolean;
}

/** Hours of a rolling window: a month of 31 days at most. */
export const mostHours = 744;

/** Why a rule cannot be kept, or cannot mean what it says. Lengths are minutes. */
export type RuleReason =
  | { code: 'rule-empty' }
  | { code: 'rule-limit' }
  /** What it counts could never go out. */
  | { code: 'rule-limit-zero' }
  | { code: 'rule-gap' }
  | { code: 'rule-hours' }
  /** No two cards fit into one window, so a limit of more than one means nothing. */
  | { code: 'rule-gap-fills-window'; gap: number; window: number; limit: number }
  /** The same in what the quiet hours of these feeds leave of a day. */
  | {
      code: 'rule-gap-fills-day';
      gap: number;
      limit: number;
      feeds: readonly { name: string; open: number }[];
    }
  /** Each card of these feeds counts more often than the limit allows. */
  | { code: 'rule-overlap'; limit: number; feeds: readonly { name: string; overlap: number }[] }
  /** No feed that is in use is meant: true of a rule that is written ahead of its feeds. */
  | { code: 'rule-without-feeds' };

export type RuleCode = RuleReason['code'];

export type QuietHoursReason =
  | { code: 'quiet-hours-half' }
  | { code: 'quiet-hours-all-day' }
  /** Under this rule the rest of the day has room for one card, where it promises several. */
  | { code: 'quiet-hours-against-rule'; rule: string; gap: number; limit: number; open: number };
