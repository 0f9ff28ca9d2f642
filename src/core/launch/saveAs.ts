import type { FeedRef, PostContent } from '../approval/content';
import type { LaunchContent, PhaseContent, StepContent } from './content';
import { instantOf, type LaunchTime, offsetAt } from './offset';
import { relativeException, type TemplateException } from './template';

interface SaveQuestion {
  content: LaunchContent;
  posts: readonly PostContent[];
  feeds: ReadonlyMap<string, Pick<FeedRef, 'channel'>>;
}

/** The step of a template that would make this post again; its pictures and copy are those of the post. */
function stepFrom(
  step: StepContent,
  post: PostContent | undefined,
  { feeds, time }: { feeds: SaveQuestion['feeds']; time: LaunchTime },
): StepContent {
  const channelsOf = (ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => feeds.get(id)?.channel ?? [])),
  ];
  if (!post)
    return {
      ...step,
      feeds: [],
      channels: step.channels.length > 0 ? step.channels : channelsOf(step.feeds),
    };
  const { scheduledAt } = post;
  const ownTime = scheduledAt !== null && scheduledAt !== instantOf(step, time);
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
    variants: post.variants.map(({ key, segments, body, firstComments }) => ({
      key,
      segments: [...segments],
      body,
      firstComments,
    })),
  };
}

/** A post of no step becomes a step of the phase that has its day. */
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
export function templateFrom({ content, posts, feeds }: SaveQuestion): PhaseContent<TemplateException>[] {
  const { launchAt, timezone, phases } = content;
  const time = { launchAt: launchAt ?? 0, timezone };
  const byStep = new Map(posts.map((post) => [post.launchStep, post]));
  const known = new Set(phases.flatMap(({ steps }) => steps.map(({ key }) => key)));
  const others = posts.filter(
    ({ launchStep, scheduledAt }) => !known.has(launchStep) && scheduledAt !== null,
  );
  // The next that no step has: a template that was saved before has some of them.
  const keys: string[] = [];
  for (let n = 1; keys.length < others.length; n += 1) if (!known.has(`own-${n}`)) keys.push(`own-${n}`);
  const placed = others.map((post, n) => {
    const step = newStep(post, keys[n] ?? '');
    return {
      step: stepFrom(step, post, { feeds, time }),
      phase: phaseAt(post.scheduledAt ?? 0, content, time),
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
