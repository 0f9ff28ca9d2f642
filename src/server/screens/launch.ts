import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import type { VersionView } from '@/core/approval/view';
import { instantOf, type NamedDay, type ScriptAction, type ScriptStatus, stepsOf } from '@/core/launch';
import {
  baseVariant,
  type Channel,
  channels,
  type Instant,
  type Kind,
  type PostStatus,
  type TimeZone,
} from '@/core/model';
import type { FoldOptions } from '@/core/moments/fold';
import { zoneOr } from '@/core/time';
import { standingWords } from '../approvals/records';
import type { Context } from '../context';
import { loadHolidays } from '../launches/holidays';
import type { PostReturn } from '../launches/returned';
import { type ReviewedPost, reviewOfScript, type ScriptReview, type ScriptSaid } from '../launches/review';
import { done, type Outcome } from '../outcome';
import type { Forecast } from '../posts/forecast';
import { type PhaseDot, phaseDots } from './launches';
import { type Picture, picturesOf } from './pictures';
import { type Previewed, panelWorld } from './world';

/** A version of a step as staff will get it. */
export interface StepVersion
  extends Pick<VersionView, 'key' | 'audience' | 'text' | 'firstComments' | 'link'> {
  images: Picture[];
  video: boolean;
}

/** A step with its post, or the place where its post is missing. */
export interface LaunchStep {
  /** The id of its post, else the key of the step: what the page selects. */
  id: string;
  post: string | null;
  step: string;
  phase: number | null;
  title: string;
  kind: Kind;
  status: PostStatus | null;
  at: Instant;
  /** Where it is shown; it may go to others too. */
  channel: Channel;
  channels: Channel[];
  feeds: { name: string; channel: Channel }[];
  flash: 'opens' | 'closes' | null;
  offset: { offsetDays: number | null; time: string; offsetMinutes: number | null } | null;
  versions: StepVersion[];
  forecast: Forecast[];
  isOut: boolean;
  ownTime: boolean;
  waits: boolean;
  said: string | null;
  /** For editors, from the template. */
  guidance: string;
}

type Kept =
  | 'short'
  | 'cancelled'
  | 'proofs'
  | 'days'
  | 'exceptions'
  | 'problems'
  | 'gaps'
  | 'leftOut'
  | 'decisions'
  | 'mayNotApprove';

/** A step that went back with what is to change in it. */
export interface ReturnedStep extends PostReturn {
  post: string;
  title: string;
  /** It has been changed meanwhile. */
  changed: boolean;
}

/** A script on its page. */
export interface LaunchScreen extends Pick<ScriptReview, Kept> {
  id: string;
  name: string;
  product: string | null;
  offer: string | null;
  status: ScriptStatus;
  launchAt: Instant | null;
  timezone: TimeZone;
  phases: PhaseDot[];
  steps: LaunchStep[];
  /** What a manager asked for, where it was not submitted again: of the whole, and of its steps. */
  returned: { whole: ScriptSaid | null; steps: ReturnedStep[] } | null;
  /** Steps that go to no feed, by name. */
  unsent: string[];
  holidays: NamedDay[];
  actions: ScriptAction[];
  mayEdit: boolean;
  brand: string;
  fold: FoldOptions;
  people: Previewed[];
  now: Instant;
}

const versionsOf = ({ view }: ReviewedPost, files: Record<string, Picture>): StepVersion[] => {
  const order = (key: string) => (key === baseVariant ? 0 : 1);
  return [...view.versions]
    .sort((a, b) => order(a.key) - order(b.key))
    .map(({ key, audience, text, firstComments, link, images, video }) => ({
      key,
      audience,
      text,
      firstComments,
      link,
      images: images.flatMap((sha) => files[sha] ?? []),
      video: video !== null,
    }));
};

/** Each once, in the product's order: a step stands in the row of the first. */
const inOrder = (own: readonly Channel[]): Channel[] => channels.filter((channel) => own.includes(channel));

/** The steps that have a place in time: posts, and steps that should have one. */
function stepsFor(review: ScriptReview, files: Record<string, Picture>): LaunchStep[] {
  const { view, posts, feeds } = review;
  const { launchAt, timezone } = view;
  const feedOf = new Map(feeds.map((feed) => [String(feed.id), feed]));
  const steps = new Map(stepsOf(view).map((step) => [step.key, step]));
  const found = posts.flatMap((post): LaunchStep[] => {
    const step = steps.get(post.step);
    const own = post.feeds.flatMap((id) => feedOf.get(id) ?? []);
    const ownChannels = inOrder(own.map(({ channel }) => channel));
    if (post.scheduledAt === null) return [];
    return [
      {
        id: post.post,
        post: post.post,
        step: post.step,
        phase: post.phase,
        title: post.title,
        kind: post.kind,
        status: post.status,
        at: post.scheduledAt,
        channel: ownChannels[0] ?? 'wechat-moments',
        channels: ownChannels,
        feeds: own.map(({ name, channel }) => ({ name, channel })),
        flash: step?.flash ?? null,
        offset: step ? offsetOf(step) : null,
        versions: versionsOf(post, files),
        forecast: post.forecast,
        isOut: post.isOut,
        ownTime: post.ownTime,
        waits: post.waits,
        said: post.said,
        guidance: step?.guidance ?? '',
      },
    ];
  });
  const made = new Set(posts.map(({ step }) => step));
  const missing = view.phases.flatMap(({ steps: own }, phase) =>
    own.flatMap((step): LaunchStep[] => {
      if (made.has(step.key) || step.feeds.length === 0 || launchAt === null) return [];
      const at = instantOf(step, { launchAt, timezone });
      if (at === null) return [];
      return [
        {
          id: step.key,
          post: null,
          step: step.key,
          phase,
          title: step.title,
          kind: step.kind,
          status: null,
          at,
          channel: inOrder(step.channels)[0] ?? 'wechat-moments',
          channels: inOrder(step.channels),
          feeds: [],
          flash: step.flash,
          offset: offsetOf(step),
          versions: [],
          forecast: [],
          isOut: false,
          ownTime: false,
          waits: false,
          said: null,
          guidance: step.guidance,
        },
      ];
    }),
  );
  return [...found, ...missing].sort((a, b) => a.at - b.at);
}

const offsetOf = ({ offsetDays, time, offsetMinutes }: NonNullable<LaunchStep['offset']>) => ({
  offsetDays,
  time,
  offsetMinutes,
});

/** RULES.md 27. */
function returnedIn({ posts, decisions }: ScriptReview): LaunchScreen['returned'] {
  const steps = posts.flatMap(({ post, title, status, returned, changedSince }): ReturnedStep[] =>
    status === 'changes-requested' && returned ? [{ ...returned, post, title, changed: changedSince }] : [],
  );
  const last = decisions.find(({ decision }) => standingWords.includes(decision));
  const whole = last?.decision === 'changes-requested' && last.comment ? last : null;
  if (steps.length === 0 && !whole) return null;
  return {
    whole: whole && { byName: whole.byName, comment: whole.comment, at: whole.at },
    steps,
  };
}

/** A script with everything that its page shows; 404 when it is not there or not theirs to see. */
export async function launchScreenOf(ctx: Context, id: string): Promise<Outcome<LaunchScreen>> {
  const found = await reviewOfScript(ctx, id);
  if (!found.ok) return found;
  const review = found.value;
  const { view } = review;
  const zone = zoneOr(view.timezone, 'Asia/Shanghai');
  const [files, world, holidays] = await Promise.all([
    picturesOf(ctx, review.media),
    panelWorld(ctx),
    loadHolidays(ctx.payload, zone, ctx.req),
  ]);
  return done({
    id: review.id,
    name: review.name,
    product: view.product?.name ?? null,
    offer: view.offer?.name ?? null,
    status: review.status,
    launchAt: view.launchAt,
    timezone: zone,
    phases: phaseDots(view.phases),
    steps: stepsFor(review, files),
    returned: returnedIn(review),
    short: review.short,
    cancelled: review.cancelled,
    unsent: review.gaps.flatMap(({ code, title }) => (code === 'step-without-feed' ? [title] : [])),
    holidays,
    actions: review.actions,
    mayEdit: can(ctx.actor, 'update', slugs.launchScripts),
    proofs: review.proofs,
    days: review.days,
    exceptions: review.exceptions,
    problems: review.problems,
    gaps: review.gaps,
    leftOut: review.leftOut,
    decisions: review.decisions,
    mayNotApprove: review.mayNotApprove,
    brand: world.brand,
    fold: world.fold,
    people: world.people,
    now: ctx.now,
  });
}
