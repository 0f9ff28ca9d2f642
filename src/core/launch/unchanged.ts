import type { PostContent } from '../approval/content';
import type { Instant } from '../model';
import type { StepContent } from './content';

/** A post as it is compared with the step of the template that it was made from. */
export interface ComparedPost {
  content: PostContent;
  /** SHA-256 of its pictures, and of those of its versions, in order. */
  images: readonly string[];
}

export interface UnchangedQuestion {
  post: ComparedPost;
  /** Of the template, as it was approved: its images are SHA-256. */
  approved: StepContent;
  /** Of the script, as it is now. */
  step: StepContent;
  /** Where the step puts the post. */
  planned: Instant | null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const offset = ({ offsetDays, time, offsetMinutes }: StepContent) => [offsetDays, time, offsetMinutes];

/** Each version says what the template says for it, and shows nothing of its own. */
const sameVariants = ({ variants }: PostContent, approved: StepContent): boolean =>
  variants.every(({ key, body, images, firstComments }) => {
    const own = approved.variants.find((variant) => variant.key === key);
    return (
      own !== undefined && images.length === 0 && same([body, firstComments], [own.body, own.firstComments])
    );
  });

/**
 * Whether a post says, shows and does what a manager has approved of its template already, values of placeholders
 * aside: such a step needs no second reading.
 */
export function isUnchanged({
  post: { content, images },
  approved,
  step,
  planned,
}: UnchangedQuestion): boolean {
  return (
    same(
      [content.kind, content.body, content.guidance, content.copyMode, content.firstComments, images],
      [
        approved.kind,
        approved.body,
        approved.staffGuidance,
        approved.copyMode,
        approved.firstComments,
        approved.images,
      ],
    ) &&
    same(offset(step), offset(approved)) &&
    planned !== null &&
    content.scheduledAt === planned &&
    sameVariants(content, approved) &&
    content.video === null &&
    content.link === '' &&
    content.audience.visibility === 'everyone' &&
    content.expiresAt === null &&
    content.priority === 0 &&
    content.onConflict === 'defer' &&
    content.onLate === 'release' &&
    !content.dayBound
  );
}
