import type { FeedId, Instant, LaunchId, RuleId } from '../model';

/**
 * What an approved launch script may do beyond a rule, a gap or quiet hours, for its own cards alone, at
 * instants from ≤ t < to. Without it everything else keeps to the rule as it is.
 */
export interface CapException {
  /** Stable: `<script>:<row>`. */
  id: string;
  launch: LaunchId;
  launchName: string;
  /** The rule whose limit or gap it changes; null when it is about quiet hours alone. */
  rule: RuleId | null;
  /** Empty: all feeds. */
  feeds: readonly FeedId[];
  from: Instant;
  to: Instant;
  /** The limit for windows with cards of the launch in it; null: unchanged. */
  limit: number | null;
  /** The least gap beside a card of the launch; null: unchanged. */
  minGapMinutes: number | null;
  /** Quiet hours do not hold for the launch's cards. */
  quietHours: boolean;
  reason: string;
}
