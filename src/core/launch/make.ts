import { channelTable } from '../channels';
import type { Channel, FeedId, Instant, Kind, SegmentId } from '../model';
import type { ExceptionContent, PhaseContent, StepContent, StepVariant } from './content';
import { instantOf, type LaunchTime } from './offset';
import { datedException, type TemplateContent } from './template';

/** A feed as a script is made for it. */
export interface ChosenFeed {
  id: FeedId;
  channel: Channel;
}

/** A segment that copy may be written for; `key` is how templates name it. */
export interface KnownSegment {
  id: SegmentId;
  key: string;
}

interface PostQuestion extends LaunchTime {
  feeds: readonly ChosenFeed[];
  /** Every segment that there is. */
  known: readonly KnownSegment[];
  /** Those that get copy of their own; null: those that the template names. */
  segments: readonly SegmentId[] | null;
}

export interface ScriptQuestion extends PostQuestion {
  template: Pick<TemplateContent, 'phases'>;
}

/** A post as it is made from a step. */
export interface PostDraft {
  launchStep: string;
  title: string;
  kind: Kind;
  body: string;
  guidance: string;
  copyMode: 'exact' | 'example';
  firstComments: readonly string[];
  images: readonly string[];
  feeds: readonly FeedId[];
  variants: readonly StepVariant[];
  scheduledAt: Instant | null;
}

/** What becomes of a step. */
export interface MadePost {
  draft: PostDraft;
  /** Copy for segments that the post cannot have, because one of its channels shows everybody the same. */
  unused: readonly StepVariant[];
}

/** What a step keeps once its post has the copy; beside it the versions that its post could not take. */
const withoutCopy = {
  body: '',
  firstComments: [],
  images: [],
  copyMode: 'exact',
  staffGuidance: '',
} as const satisfies Partial<StepContent>;

/** The chosen feeds of a step’s channels. A team that has no WeChat Moments but WeCom’s posts there instead. */
export function feedsFor({ channels, feeds: own }: StepContent, feeds: readonly ChosenFeed[]): FeedId[] {
  const has = (wanted: Channel) => feeds.some(({ channel }) => channel === wanted);
  const instead = channels.includes('wechat-moments') && !has('wechat-moments') ? 'wecom-moments' : null;
  return feeds
    .filter(({ id, channel }) => channels.includes(channel) || channel === instead || own.includes(id))
    .map(({ id }) => id);
}

/** The copy that a step has for a segment: by the segment itself, else by its key. */
const copyFor = ({ variants }: StepContent, { id, key }: KnownSegment): StepVariant | undefined =>
  variants.find(({ segments }) => segments.includes(id)) ??
  variants.find((variant) => variant.segments.length === 0 && variant.key === key);

/**
 * The versions of a step: those of the template for the segments that they name; where segments are chosen, one for
 * each of these, empty where the template has none, so that nobody overlooks it. Steps that have one copy for all keep it.
 */
function variantsFor(step: StepContent, { known, segments }: PostQuestion): StepVariant[] {
  if (step.variants.length === 0) return [];
  const wanted = segments === null ? known : known.filter(({ id }) => segments.includes(id));
  const made = new Map<StepVariant | string, StepVariant>();
  for (const segment of wanted) {
    const copy = copyFor(step, segment);
    if (!copy && segments === null) continue;
    const key = copy?.key ?? segment.key;
    const before = made.get(copy ?? key);
    made.set(copy ?? key, {
      key,
      segments: [...(before?.segments ?? []), segment.id],
      body: copy?.body ?? '',
      firstComments: copy?.firstComments ?? [],
    });
  }
  return [...made.values()];
}

/** A post with the copy of a step, in these feeds. Groups and private chats show everybody the same. */
export function postOf(step: StepContent, question: PostQuestion): MadePost {
  const { feeds } = step;
  const channels = question.feeds.filter(({ id }) => feeds.includes(id)).map(({ channel }) => channel);
  const canTell = channels.length > 0 && channels.every((one) => channelTable[one].visibility === 'tags');
  const variants = variantsFor(step, question);
  const draft: PostDraft = {
    launchStep: step.key,
    title: step.title,
    kind: step.kind,
    body: step.body,
    guidance: step.staffGuidance,
    copyMode: step.copyMode,
    firstComments: step.firstComments,
    images: step.images,
    feeds,
    variants: canTell ? variants : [],
    scheduledAt: instantOf(step, question),
  };
  const written = ({ key }: StepVariant) => step.variants.some((variant) => variant.key === key);
  return { draft, unused: canTell ? [] : variants.filter(written) };
}

export interface MadeScript {
  phases: PhaseContent<ExceptionContent>[];
  posts: MadePost[];
}

/**
 * A script from a template: its steps in the chosen feeds, at their times, and a post for each that has a feed. A
 * step without one stays in the script without a post: its channel was not chosen.
 */
export function scriptFrom(question: ScriptQuestion): MadeScript {
  const posts: MadePost[] = [];
  const phases = question.template.phases.map(({ exceptions, steps, ...phase }) => ({
    ...phase,
    exceptions: exceptions.map((exception) => datedException(exception, question)),
    steps: steps.map((step): StepContent => {
      const placed = { ...step, feeds: feedsFor(step, question.feeds) };
      if (placed.feeds.length === 0) return placed;
      const made = postOf(placed, question);
      posts.push(made);
      return { ...placed, ...withoutCopy, variants: made.unused };
    }),
  }));
  return { phases, posts };
}
