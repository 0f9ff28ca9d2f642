import type { PostContent } from '../approval/content';
import type { ResolvedView, VersionView } from '../approval/view';
import { baseVariant, type Instant } from '../model';
import type { StepContent } from './content';
import type { TemplateStepView } from './template';

/** A post as it is compared with the step of the template that it was made from. */
export interface ComparedPost {
  content: PostContent;
  /** SHA-256 of its pictures, in order. */
  images: readonly string[];
  /** What each of them shows, as it is read aloud. */
  imageTexts: readonly string[];
}

export interface UnchangedQuestion {
  post: ComparedPost;
  /** Of the template, as it was approved. */
  approved: TemplateStepView;
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
  variants.every(({ key, body, firstComments, segments: whom }) => {
    const own = approved.variants.find((variant) => variant.key === key);
    return (
      own !== undefined &&
      same([...whom].sort(), [...(segments[key] ?? [])].sort()) &&
      same([body, firstComments], [own.body, own.firstComments])
    );
  });

/** Versions have no pictures of their own in a template. */
const samePictures = ({ content, images, imageTexts }: ComparedPost, approved: TemplateStepView): boolean =>
  same([images, imageTexts], [approved.images, approved.imageTexts]) &&
  content.variants.every((variant) => variant.images.length === 0);

/** The step asks for pictures and has none: which, is left to the editors. */
const leavesPictures = ({ pictures, images }: StepContent): boolean => pictures > 0 && images.length === 0;

/** `pictures-added`: but for pictures that its template leaves to the editors. */
export type Unchanged = 'as-approved' | 'pictures-added';

/**
 * Whether a post says, shows and does what a manager has approved of its template already, values of placeholders
 * aside: such a step needs no second reading. Null: it does not.
 */
export function unchangedFrom({
  post,
  approved,
  step,
  planned,
  expected,
}: UnchangedQuestion): Unchanged | null {
  const { content } = post;
  const asApproved =
    same(
      [content.kind, content.body, content.guidance, content.copyMode, content.firstComments],
      [approved.kind, approved.body, approved.staffGuidance, approved.copyMode, approved.firstComments],
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
    !content.dayBound;
  if (!asApproved) return null;
  if (samePictures(post, approved)) return 'as-approved';
  return leavesPictures(approved) ? 'pictures-added' : null;
}

/** Versions that show the same pictures in the same order. */
export interface PictureList {
  versions: Pick<VersionView, 'key' | 'audience'>[];
  /** SHA-256, in posting order. */
  images: readonly string[];
}

/** Every picture that a customer would see, each list of them once; that of the base first. */
export function pictureListsOf({ versions }: Pick<ResolvedView, 'versions'>): PictureList[] {
  const base = (key: string) => (key === baseVariant ? 0 : 1);
  const lists = new Map<string, PictureList>();
  for (const { key, audience, images } of [...versions].sort((a, b) => base(a.key) - base(b.key))) {
    const list = lists.get(JSON.stringify(images)) ?? { versions: [], images };
    list.versions.push({ key, audience });
    lists.set(JSON.stringify(images), list);
  }
  return [...lists.values()];
}
