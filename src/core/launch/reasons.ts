import type { Instant, PostId, TimeZone } from '../model';
import type { ScriptStatus } from './content';
import type { Gap } from './gaps';

export type ScriptAction =
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'request-changes'
  | 'reschedule'
  | 'cancel'
  | 'make-posts'
  | 'save-as-template';

/** The field of an exception at which a reason belongs. */
export type ExceptionField = 'rule' | 'feeds' | 'from' | 'to' | 'limit' | 'minGapMinutes' | 'reason';

/** Why an exception cannot be; the sentences are in src/core/words/launch.ts. */
export type ExceptionReason =
  | { code: 'exception-empty' }
  | { code: 'exception-without-rule' }
  | { code: 'exception-rule-gone' }
  | { code: 'exception-rule-off'; ruleName: string }
  /** The posts of an approved launch are not daily: the rule leaves them out anyway. */
  | { code: 'exception-rule-daily'; ruleName: string }
  | { code: 'exception-without-time' }
  | { code: 'exception-ends-before-start' }
  | { code: 'exception-too-long'; days: number; most: number }
  /** So far from the launch that the year must be a slip. */
  | { code: 'exception-far'; days: number }
  | { code: 'exception-no-limit-to-raise'; ruleName: string }
  | { code: 'exception-limit-not-higher'; ruleName: string; limit: number; ruleLimit: number }
  | { code: 'exception-no-gap-to-shorten'; ruleName: string }
  | { code: 'exception-gap-not-smaller'; ruleName: string; gap: number; ruleGap: number }
  | { code: 'exception-feed-gone' }
  | { code: 'exception-without-reason' };

/** A post that is not as it was shown, by its title. */
export interface ChangedPost {
  post: PostId;
  title: string;
  what: 'changed' | 'added' | 'removed';
}

/** What of a script is not as it was shown. */
export interface ChangedSince {
  posts: readonly ChangedPost[];
  /** The script itself: its time, phases, steps or exceptions. */
  frame: boolean;
}

/** Why the workflow of scripts refuses. */
export type ScriptReason =
  | { code: 'script-status'; action: ScriptAction; status: ScriptStatus }
  /** Not what was decided on; what differs from what was shown, where that is known. */
  | ({ code: 'script-changed'; present: string } & ChangedSince)
  | { code: 'script-own-change' }
  | { code: 'script-comment-missing' }
  | { code: 'script-reason-missing' }
  /** One of its steps can no longer go out: it is not approved with the others. */
  | { code: 'script-gap'; gap: Gap }
  | { code: 'script-same-time' }
  | { code: 'script-strange-post'; post: string }
  | { code: 'script-without-time' }
  | { code: 'script-time-out-of-range' }
  | { code: 'script-timezone'; timezone: TimeZone }
  /** A problem of one exception, with where it stands. */
  | {
      code: 'script-exception';
      phase: number;
      exception: number;
      from: Instant | null;
      reason: ExceptionReason;
    };
