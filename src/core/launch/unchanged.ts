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
  /** What else its template would make of it now, in the feeds of the script. */
  expected: Expected;
}

export interface Expected {
  feeds: readonly string[];
  /** Of each version, by its key: for whom. */
  segments: Readonly<Record<string, readonly string[]>>;
  product: string | null;
  offer: string | null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const offset = ({ offsetDays, time, offsetMinutes }: StepContent) => [offsetDays, time, offsetMinutes];

/** Each version is there, for whom it would be made, and says what the template says for it. */
const sameVariants = ({ variants }: PostContent, approved: StepContent, { segments }: Expected): boolean =>
  same(variants.map(({ key }) => key).sort(), Object.keys(segments).sort()) &&
  variants.every(({ key, body, images, firstComments, segments: whom }) => {
    const own = approved.variants.find((variant) => variant.key === key);
    return (
      own !== undefined &&
      same([...whom].sort(), [...(segments[key] ?? [])].sort()) &&
      images.length === 0 &&
      same([body, firstComments], [own.body, own.firstComments])
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
  expected,
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
    sameVariants(content, approved, expected) &&
    same([...content.feeds].sort(), [...expected.feeds].sort()) &&
    same([content.product, content.offer], [expected.product, expected.offer]) &&
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
