import type { Instant, PostStatus, TimeZone } from '../model';
import type { Reason } from '../reasons';

export type PostAction =
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'request-changes'
  | 'edit'
  | 'resolve'
  | 'recall'
  | 'correct';

/** Why the workflow refuses; the sentences are in src/core/words/approval.ts. */
export type WorkflowReason =
  | { code: 'wrong-status'; action: PostAction; status: PostStatus }
  /** The content is no longer what the person decided on. */
  | { code: 'content-changed'; present: string }
  /** The approver has changed the content since the last approval. */
  | { code: 'own-change' }
  /** The same of the launch script that it is part of. */
  | { code: 'own-script-change' }
  | { code: 'comment-missing' }
  | { code: 'reason-missing' }
  | { code: 'no-feeds' }
  | { code: 'feed-gone'; feed: string }
  | { code: 'feed-inactive'; feed: string }
  | { code: 'no-time' }
  | { code: 'time-out-of-range' }
  /** It can no longer go out: its own end or the grace has passed. */
  | {
      code: 'too-late';
      scheduledAt: Instant;
      zone: TimeZone;
      by: 'expires-at' | 'grace';
      graceMinutes: number;
    }
  | { code: 'ends-before-start' }
  /** It was approved for later: from then on it may go out. */
  | { code: 'too-early'; from: Instant; zone: TimeZone }
  | { code: 'placeholder'; names: readonly string[] }
  /** 【填：…】 of a template is still in its text. */
  | { code: 'blank-left'; blanks: readonly string[] }
  | { code: 'launch-cancelled'; name: string }
  | { code: 'media-gone' }
  | { code: 'video-expected' }
  | { code: 'image-expected' }
  /** Once one card is out, what customers see is fixed. */
  | { code: 'locked'; cards: number }
  /** 紧急停发 is on: nothing is handed out. */
  | { code: 'stopped' }
  /** The clock of the machine that was asked cannot be trusted: it must not say what is due. */
  | { code: 'clock-wrong' };

export type Problem = Reason | WorkflowReason;
