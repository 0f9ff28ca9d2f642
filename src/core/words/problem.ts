import type { References } from '../approval/content';
import type { Problem, WorkflowReason } from '../approval/reasons';
import type { FeedId, Locale } from '../model';
import type { Reason } from '../reasons';
import { workflowSentence } from './approval';
import { explain } from './plan';

const workflowCodes: ReadonlySet<string> = new Set<WorkflowReason['code']>([
  'wrong-status',
  'content-changed',
  'own-change',
  'own-script-change',
  'comment-missing',
  'reason-missing',
  'no-feeds',
  'feed-gone',
  'feed-inactive',
  'no-time',
  'time-out-of-range',
  'too-late',
  'too-early',
  'ends-before-start',
  'placeholder',
  'blank-left',
  'launch-cancelled',
  'media-gone',
  'video-expected',
  'image-expected',
  'locked',
  'stopped',
  'clock-wrong',
]);

const isWorkflow = (reason: Problem): reason is WorkflowReason => workflowCodes.has(reason.code);

/** One sentence for any reason of the workflow or the plan. */
export const problemSentence = (
  reason: Problem,
  refs: Pick<References, 'feeds' | 'segments' | 'dimensions'>,
  { locale, feed }: { locale: Locale; feed?: FeedId },
): string =>
  isWorkflow(reason)
    ? workflowSentence(reason, locale)
    : explain(
        [reason as Reason],
        { ...refs, zone: (feed && refs.feeds.get(feed)?.zone) ?? 'Asia/Shanghai' },
        locale,
      );
