import type { FeedRef, PostContent } from '../approval/content';
import type { Channel, FeedId, PostId } from '../model';
import type { LaunchContent, PhaseContent, StepContent } from './content';
import { stepsOf } from './move';
import { farthestStepDays, instantOf, type LaunchTime, offsetAt } from './offset';
import { relativeException, type TemplateException } from './template';

/** A post of a script, with the one that it corrects. */
export type SavedPost = PostContent & { replaces: PostId | null };

export interface SaveQuestion {
  content: LaunchContent;
  posts: readonly SavedPost[];
  feeds: ReadonlyMap<string, Pick<FeedRef, 'channel'>>;
}

/** What of a post is not in a template. */
export type LeftPart =
  | 'recalled'
  | 'no-time'
  | 'no-feed'
  | 'far'
  | 'far-time'
  | 'feeds'
  | 'link'
  | 'video'
  | 'audience'
  | 'version-pictures'
  | 'other-product'
  | 'other-offer'
  | 'expiry'
  | 'day-bound'
  | 'priority'
  | 'on-conflict'
  | 'on-late';

/** A post that a script of the template would not have in all its parts. */
export interface LeftOut {
  post: PostId;
  title: string;
  /** In the order of `LeftPart`. */
  parts: readonly LeftPart[];
}

interface Script extends Pick<LaunchContent, 'product' | 'offer' | 'launchAt' | 'timezone'> {
  /** Every feed that it is sent to. */
  feeds: readonly FeedId[];
  channelsOf: (feeds: readonly FeedId[]) => Channel[];
}

type Left = (post: PostContent, script: Script) => boolean;

/** No step can be at its time. */
const isFar = (
  { scheduledAt }: PostContent,
  { launchAt, timezone }: Pick<LaunchContent, 'launchAt' | 'timezone'>,
): boolean =>
  scheduledAt !== null &&
  launchAt !== null &&
  Math.abs(offsetAt(scheduledAt, { launchAt, timezone }).offsetDays ?? 0) > farthestStepDays;

/** A post as it is made from a step has none of these. */
const leftParts: readonly { part: LeftPart; is: Left }[] = [
  { part: 'far-time', is: isFar },
  {
    part: 'feeds',
    is: ({ feeds }, script) =>
      script.feeds.some(
        (feed) =>
          !feeds.includes(feed) &&
          script.channelsOf([feed]).some((channel) => script.channelsOf(feeds).includes(channel)),
      ),
  },
  { part: 'link', is: ({ link }) => link !== '' },
  { part: 'video', is: ({ video }) => video !== null },
  { part: 'audience', is: ({ audience }) => audience.visibility !== 'everyone' },
  { part: 'version-pictures', is: ({ variants }) => variants.some(({ images }) => images.length > 0) },
  { part: 'other-product', is: ({ product }, script) => product !== script.product },
  { part: 'other-offer', is: ({ offer }, script) => offer !== script.offer },
  { part: 'expiry', is: ({ expiresAt }) => expiresAt !== null },
  { part: 'day-bound', is: ({ dayBound }) => dayBound },
  { part: 'priority', is: ({ priority }) => priority !== 0 },
  { part: 'on-conflict', is: ({ onConflict }) => onConflict !== 'defer' },
  { part: 'on-late', is: ({ onLate }) => onLate !== 'release' },
];

const channelsIn =
  (known: SaveQuestion['feeds']) =>
  (feeds: readonly FeedId[]): Channel[] => [...new Set(feeds.flatMap((id) => known.get(id)?.channel ?? []))];

const isRecalled = ({ status }: PostContent): boolean => status === 'recalled';

/**
 * The posts as a template has them: a correction stands at the step, the time and under the title of what it corrects.
 * What was recalled without one is told apart by its status.
 */
function settled(posts: readonly SavedPost[]): SavedPost[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const correctedBy = ({ replaces }: SavedPost): SavedPost[] => {
    const before = replaces === null ? undefined : byId.get(replaces);
    return before ? [before, ...correctedBy(before)] : [];
  };
  const replaced = new Set(posts.filter((post) => !isRecalled(post)).flatMap(correctedBy));
  const corrections = new Map<SavedPost, SavedPost>();
  for (const post of posts) {
    const first = correctedBy(post).at(-1);
    const stands = !isRecalled(post) && !replaced.has(post);
    if (first && stands && !corrections.has(first)) corrections.set(first, post);
  }
  const placed = new Set(corrections.values());
  return posts.flatMap((post): SavedPost[] => {
    const correction = corrections.get(post);
    const { title, launchStep, scheduledAt } = post;
    if (correction) return [{ ...correction, title, launchStep, scheduledAt }];
    return replaced.has(post) || placed.has(post) ? [] : [post];
  });
}

/** What saving a script as a template leaves out, post by post; empty: the template makes the same posts again. */
export function leftOut({ content, posts: all, feeds }: SaveQuestion): LeftOut[] {
  const found = settled(all);
  const posts = found.filter((post) => !isRecalled(post));
  const steps = stepsOf(content);
  const known = new Set(steps.map(({ key }) => key));
  const script = {
    ...content,
    feeds: [...new Set([...steps, ...posts].flatMap((one) => one.feeds))],
    channelsOf: channelsIn(feeds),
  };
  /** Why there is no place for any of it, whatever it says. */
  const lost = (post: SavedPost): LeftPart | null => {
    if (isRecalled(post)) return 'recalled';
    const isOwn = !known.has(post.launchStep) || isSecond(post, posts);
    if (isOwn && post.scheduledAt === null) return 'no-time';
    if (isOwn && isFar(post, content)) return 'far';
    return script.channelsOf(post.feeds).length === 0 ? 'no-feed' : null;
  };
  return found.flatMap((post): LeftOut[] => {
    const whole = lost(post);
    const parts = whole ? [whole] : leftParts.filter(({ is }) => is(post, script)).map(({ part }) => part);
    return parts.length > 0 ? [{ post: post.id, title: post.title, parts }] : [];
  });
}

/** Another post of its step comes first: the step is that one. */
const isSecond = (post: PostContent, posts: readonly PostContent[]): boolean =>
  posts.find(({ launchStep }) => launchStep === post.launchStep) !== post;

/** The step of a template that would make this post again; its pictures and copy are those of the post. */
function stepFrom(
  step: StepContent,
  post: PostContent | undefined,
  { feeds, time }: { feeds: SaveQuestion['feeds']; time: LaunchTime },
): StepContent {
  const channelsOf = channelsIn(feeds);
  if (!post)
    return {
      ...step,
      feeds: [],
      channels: step.channels.length > 0 ? step.channels : channelsOf(step.feeds),
    };
  const { scheduledAt } = post;
  const ownTime = scheduledAt !== null && scheduledAt !== instantOf(step, time) && !isFar(post, time);
  return {
    ...step,
    ...(ownTime ? offsetAt(scheduledAt, time) : {}),
    kind: post.kind,
    title: post.title,
    channels: channelsOf(post.feeds),
    feeds: [],
    body: post.body,
    firstComments: post.firstComments,
    images: post.images,
    pictures: Math.max(step.pictures, post.images.length),
    copyMode: post.copyMode,
    staffGuidance: post.guidance,
    // Those that its post could not take are still the step’s.
    variants:
      post.variants.length === 0
        ? step.variants
        : post.variants.map(({ key, segments, body, firstComments }) => ({
            key,
            segments: [...segments],
            body,
            firstComments,
          })),
  };
}

/** A post of no step, or the second of one, becomes a step of its own. */
const newStep = (post: PostContent, key: string): StepContent => ({
  key,
  offsetDays: 0,
  time: '',
  offsetMinutes: null,
  kind: post.kind,
  feeds: [],
  channels: [],
  flash: null,
  title: post.title,
  titleEn: '',
  body: '',
  variants: [],
  firstComments: [],
  images: [],
  pictures: 0,
  copyMode: 'exact',
  guidance: '',
  staffGuidance: '',
});

/** The phases of a template from a script with its posts as they are: dates become distances from the launch. */
export function templateFrom({
  content,
  posts: all,
  feeds,
}: SaveQuestion): PhaseContent<TemplateException>[] {
  const { launchAt, timezone, phases } = content;
  const posts = settled(all).filter((post) => !isRecalled(post));
  const time = { launchAt: launchAt ?? 0, timezone };
  const known = new Set(phases.flatMap(({ steps }) => steps.map(({ key }) => key)));
  const first = posts.filter((post) => known.has(post.launchStep) && !isSecond(post, posts));
  const byStep = new Map(first.map((post) => [post.launchStep, post]));
  const others = posts.filter(
    (post) => !first.includes(post) && post.scheduledAt !== null && !isFar(post, time),
  );
  // The next that no step has: a template that was saved before has some of them.
  const keys: string[] = [];
  for (let n = 1; keys.length < others.length; n += 1) if (!known.has(`own-${n}`)) keys.push(`own-${n}`);
  const placed = others.map((post, n) => {
    const step = newStep(post, keys[n] ?? '');
    const own = phases.findIndex(({ steps }) => steps.some(({ key }) => key === post.launchStep));
    return {
      step: stepFrom(step, post, { feeds, time }),
      // The phase of its step, else the one that has its day.
      phase: own === -1 ? phaseAt(post.scheduledAt ?? 0, content, time) : own,
    };
  });
  return phases.map(({ exceptions, steps, ...phase }, n) => ({
    ...phase,
    exceptions: exceptions.flatMap((exception) => relativeException(exception, time) ?? []),
    steps: [
      ...steps.map((step) => stepFrom(step, byStep.get(step.key), { feeds, time })),
      ...placed.filter((one) => one.phase === n).map(({ step }) => step),
    ],
  }));
}

/** The last phase that has begun by then. */
function phaseAt(at: number, { phases }: LaunchContent, time: LaunchTime): number {
  const begins = phases.map(({ steps }) =>
    Math.min(...steps.flatMap((step) => instantOf(step, time) ?? []), Number.POSITIVE_INFINITY),
  );
  const last = begins.findLastIndex((begin) => begin <= at);
  return Math.max(0, last);
}
