import { type Act, withinTeam } from '@/core/abilities';
import type { FeedRef, MediaRef } from '@/core/approval/content';
import { type FilledIn, filledIn } from '@/core/approval/placeholders';
import type { ResolvedView } from '@/core/approval/view';
import { getOrMake } from '@/core/getOrMake';
import {
  checkScriptApproval,
  exceptionsOf,
  type Gap,
  gapsSeen,
  type InShort,
  inShort,
  instantOf,
  isPossible,
  type LaunchView,
  type ScriptAction,
  type ScriptStatus,
  scriptActions,
  scriptProblems,
  stepsOf,
  type WholeLaunch,
} from '@/core/launch';
import { goesAtItsTime, isSameFate } from '@/core/launch/folding';
import { differsSince } from '@/core/launch/since';
import type { Unchanged } from '@/core/launch/unchanged';
import type { FeedId, Instant, Kind, LaunchId, Locale, PostId, PostStatus } from '@/core/model';
import { gapSentence } from '@/core/words/launchGaps';
import { scriptSentence } from '@/core/words/launchReasons';
import { type ApprovalRecord, decisionsOn, scriptSubjectOf, viewAsked } from '../approvals/records';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { instantOf as instantIn } from '../posts/content';
import type { Forecast, Outlook } from '../posts/forecast';
import { mediaIdsOf } from '../posts/references';
import { titlesFor } from '../posts/titles';
import { changedBy } from './approve';
import { gapsOfWhole, mayAct, mayRead, scriptFor } from './load';
import { type FullDay, fullDaysIn, loadPools, outlookIn, planWith } from './outlook';
import { type PostReturn, sentBack } from './returned';
import { type LeftBehind, leftBehind } from './saveAsTemplate';
import { exceptionSentences } from './sentences';
import { approvedFates, lastApprovals, unchangedSteps } from './unchanged';
import { isWaiting, type LaunchPost, stateOf, type Whole } from './whole';

/** A post of a script as it is shown for a decision. */
export interface ReviewedPost {
  post: PostId;
  title: string;
  kind: Kind;
  status: PostStatus;
  /** The key of its step; empty: it belongs to none. */
  step: string;
  /** Position of its phase; null: none. */
  phase: number | null;
  scheduledAt: Instant | null;
  feeds: FeedId[];
  view: ResolvedView;
  contentHash: string;
  forecast: Forecast[];
  /** The forecast is what its last approval was given for. */
  fateKnown: boolean;
  /** What was approved of it last, to compare with. */
  lastApproved: ResolvedView | null;
  /** It waits for this decision. */
  waits: boolean;
  isOut: boolean;
  /** Copy, pictures and place are those of an approved template, or pictures that it leaves to editors were added. */
  unchanged: Unchanged | null;
  /** It waits, and is another than was approved or sent back last, but for where its launch was then. */
  differs: boolean;
  /** An editor gave it a time of its own. */
  ownTime: boolean;
  /** Its day has these names. */
  holidays: readonly string[];
  /** Why it was returned, or what became of it. */
  said: string | null;
  /** Sent back, and not approved since: it may wait again by now. */
  returned: PostReturn | null;
  /** What it was when it went back, with a word or without, and no approval came after. */
  lastReturned: ResolvedView | null;
  /** It is not what it was when it went back. */
  changedSince: boolean;
}

/** A post that was part of a decision on its script. */
export interface ThenPost {
  post: PostId;
  title: string;
}

/** A decision on a script, in words. */
export interface ScriptSaid {
  byName: string | null;
  comment: string | null;
  at: string;
}

/** All that a manager needs to decide on one script, and an editor to see what it would do. */
export interface ScriptReview extends Pick<Outlook, 'proofs'> {
  id: LaunchId;
  name: string;
  status: ScriptStatus;
  /** The script itself. */
  view: LaunchView;
  contentHash: string;
  posts: ReviewedPost[];
  /** Of feeds that are not the reader’s: not shown, and not theirs to decide on. */
  hidden: number;
  feeds: FeedRef[];
  media: MediaRef[];
  /** How full its days would be, for whoever sees most. */
  days: FullDay[];
  /** Each exception as one sentence in the reader's language. */
  exceptions: string[];
  /** What of the script itself stands in the way, in the reader's language. */
  problems: string[];
  /** What it lacks, by name; in the reader's language. */
  gaps: (Pick<Gap, 'stop' | 'phase' | 'step' | 'post' | 'title'> & {
    code: Gap['reason']['code'];
    say: string;
  })[];
  /** What its copy says of products and offers, wherever a template has placeholders for it. */
  filledIn: FilledIn[];
  /** What saving it as a template would leave out. */
  leftOut: LeftBehind[];
  /** Why this person may not approve, in the reader's language. */
  mayNotApprove: string[];
  /** What this person may do with it as it stands; the first is the next step. */
  actions: ScriptAction[];
  /** Something of it goes out as soon as it is approved. */
  atOnce: boolean;
  /** Newest first; with what was said of single steps, by their posts. */
  decisions: (Omit<ApprovalRecord<object>, 'view' | 'evidence'> & { steps: Record<string, string> })[];
  lastApproved: LaunchView | null;
  /** It went back and was not approved since: what it was then, and what was said of the whole. */
  lastReturned: (ScriptSaid & { view: LaunchView | null; posts: ThenPost[] }) | null;
  /** Where it stands, in short. */
  short: InShort;
  /** Who called the launch off, and why. */
  cancelled: ScriptSaid | null;
  /** The posts that were approved with it, by their titles, of those that the reader may see. */
  lastPosts: ThenPost[];
}

export const actOf: Record<ScriptAction, Act> = {
  submit: 'script.submit',
  withdraw: 'script.submit',
  approve: 'script.approve',
  'request-changes': 'script.requestChanges',
  reschedule: 'script.reschedule',
  cancel: 'script.cancel',
  'make-posts': 'script.make',
  'save-as-template': 'script.make',
};

const isDecided = (status: ScriptStatus): boolean => status === 'approved' || status === 'cancelled';

interface PostsQuestion {
  ctx: Context;
  whole: Whole;
  forecast: readonly Forecast[];
  gaps: readonly Gap[];
  decisions: readonly ApprovalRecord<ScriptView>[];
}

const holidaysOf = (id: PostId, gaps: readonly Gap[]): readonly string[] =>
  gaps.flatMap(({ post, reason }) => (post === id && reason.code === 'holiday' ? reason.names : []));

async function reviewedPosts({
  ctx,
  whole,
  forecast,
  gaps,
  decisions,
}: PostsQuestion): Promise<ReviewedPost[]> {
  const unchanged = await unchangedSteps(ctx, whole);
  const approved = await lastApprovals(ctx, whole);
  const returns = decisions.filter(({ decision }) => decision === 'changes-requested');
  const back = await sentBack(ctx, whole, new Set(returns.map(({ at }) => new Date(at).getTime())));
  const { phases } = whole.frame.content;
  const steps = new Map(stepsOf(whole.frame.content).map((step) => [step.key, step]));
  const scriptIn = (decision: ApprovalRecord['decision']) =>
    decisions.findLast((one) => one.decision === decision)?.view?.script ?? null;
  const [thenApproved, thenReturned] = [scriptIn('approved'), scriptIn('changes-requested')];
  const differs = ({ bound: { content: post } }: LaunchPost): boolean => {
    const own = { post, refs: whole.postRefs, options: whole.settings, step: steps.get(post.launchStep) };
    return (
      differsSince({ ...own, before: approved.get(post.id)?.view ?? null, launch: thenApproved }) ||
      differsSince({ ...own, before: back.get(post.id)?.then.view ?? null, launch: thenReturned })
    );
  };
  const ofPost = new Map<string, Forecast[]>();
  for (const one of forecast) getOrMake(ofPost, one.card.split(':')[0] ?? '', () => []).push(one);
  const asPlanned = (post: LaunchPost): boolean => {
    const { id, scheduledAt } = post.bound.content;
    return goesAtItsTime({ waits: isWaiting(post), scheduledAt, forecast: ofPost.get(id) ?? [] });
  };
  const deferred = whole.posts.filter((post) => approved.has(post.bound.content.id) && !asPlanned(post));
  const fates = await approvedFates(
    ctx,
    deferred.map(({ bound }) => bound.content.id),
  );
  return whole.posts.map((post): ReviewedPost => {
    const { content, view, hash, row } = post.bound;
    const phase = phases.findIndex(({ steps }) => steps.some(({ key }) => key === content.launchStep));
    const sent = back.get(content.id);
    return {
      post: content.id,
      title: content.title,
      kind: content.kind,
      status: content.status,
      step: content.launchStep,
      phase: phase === -1 ? null : phase,
      scheduledAt: content.scheduledAt,
      feeds: [...content.feeds],
      view,
      contentHash: hash,
      forecast: ofPost.get(content.id) ?? [],
      fateKnown: isSameFate(fates.get(content.id) ?? [], ofPost.get(content.id) ?? []),
      lastApproved: viewAsked(approved.get(content.id)),
      waits: isWaiting(post),
      isOut: post.isOut,
      unchanged: unchanged.get(content.id) ?? null,
      differs: isWaiting(post) && differs(post),
      ownTime: hasOwnTime(post, whole),
      holidays: holidaysOf(content.id, gaps),
      said: (row.statusWords as Record<Locale, string> | null)?.[ctx.locale] ?? null,
      returned: sent?.asked ?? null,
      lastReturned: viewAsked(sent?.then),
      changedSince:
        sent !== undefined &&
        (sent.then.contentHash !== hash || instantIn(sent.then.scheduledAt) !== content.scheduledAt),
    };
  });
}

const hasOwnTime = ({ bound: { content } }: LaunchPost, { frame }: Whole): boolean => {
  const { launchAt, timezone } = frame.content;
  const step = stepsOf(frame.content).find(({ key }) => key === content.launchStep);
  if (!step || launchAt === null) return false;
  const planned = instantOf(step, { launchAt, timezone });
  return planned !== null && planned !== content.scheduledAt;
};

/** What stands beside a decision on a script. */
type ScriptView = Partial<WholeLaunch> & { script?: LaunchView };

const saidIn = ({ byName, comment, at }: ApprovalRecord<ScriptView>): ScriptSaid => ({ byName, comment, at });

/** What was asked of single steps with a return, of the posts that the reader may see. */
function askedOf(evidence: unknown, seen: ReadonlySet<PostId>): Record<string, string> {
  const { steps = {} } = (evidence ?? {}) as { steps?: Record<string, string> };
  return Object.fromEntries(Object.entries(steps).filter(([post]) => seen.has(post as PostId)));
}

async function postsThen(ctx: Context, decided: ApprovalRecord<ScriptView> | undefined): Promise<ThenPost[]> {
  const ids = (decided?.view?.posts ?? []).map(({ post }) => post);
  const titles = await titlesFor(ctx, ctx.req, ids);
  return ids.flatMap((post) => {
    const title = titles.get(post);
    return title === undefined ? [] : [{ post, title }];
  });
}

export async function reviewOfScript(ctx: Context, id: string): Promise<Outcome<ScriptReview>> {
  const found = await scriptFor(ctx, ctx.req, { id, act: 'calendar.read' });
  if (!found.ok) return found;
  const whole = found.value;
  const { frame, refs, postRefs, hash } = whole;
  const seen = whole.posts.filter((post) => mayRead(ctx, post));
  const seenIds = new Set(seen.map(({ bound }) => bound.content.id));
  const shown = { ...whole, posts: seen };
  const { content, view } = frame;
  const say = (reason: Parameters<typeof scriptSentence>[0]) => scriptSentence(reason, ctx.locale);
  const state = stateOf(content, whole.posts);
  const actions = scriptActions.filter(
    (action) => isPossible(action, state) && mayAct(ctx, actOf[action], whole),
  );
  const against = actions.includes('approve')
    ? checkScriptApproval({
        state,
        given: hash,
        present: hash,
        approver: ctx.actor.id,
        changedBy: changedBy(whole),
        approverMustDiffer: whole.settings.approverMustDiffer,
        changed: { posts: [], frame: false },
      })
    : [];
  const gaps =
    content.status === 'cancelled' ? [] : gapsSeen(await gapsOfWhole(ctx, ctx.req, whole), seenIds);
  const plans =
    content.status === 'cancelled' || whole.posts.length === 0
      ? []
      : planWith(ctx, whole, await loadPools(ctx, ctx.req, whole));
  const outlook = outlookIn(ctx, whole, plans);
  const decisions = await decisionsOn<ScriptView>(ctx.payload, scriptSubjectOf(id), ctx.req);
  const approved = decisions.findLast(({ decision }) => decision === 'approved');
  const returned = decisions.findLast(
    ({ decision, n }) => decision === 'changes-requested' && n > (approved?.n ?? 0),
  );
  const last = decisions.at(-1);
  const shownMedia = new Set(seen.flatMap(({ bound: { content: one } }) => mediaIdsOf(one)));
  const posts = await reviewedPosts({ ctx, whole: shown, forecast: outlook.forecast, gaps, decisions });
  return done({
    id: content.id,
    name: content.name,
    status: content.status,
    view,
    contentHash: hash,
    posts,
    hidden: whole.posts.length - seen.length,
    feeds: [...postRefs.feeds.values()].filter(({ id: feed }) => withinTeam(ctx.actor, [feed])),
    media: [...postRefs.media.values()].filter(({ id: media }) => shownMedia.has(media)),
    proofs: outlook.proofs,
    days: fullDaysIn(ctx, whole, plans),
    exceptions: exceptionsOf(content).map(
      (exception) => exceptionSentences(exception, content, refs)[ctx.locale],
    ),
    problems: isDecided(content.status) ? [] : scriptProblems(content, refs, ctx.now).map(say),
    gaps: gaps.map((gap) => ({
      stop: gap.stop,
      phase: gap.phase,
      step: gap.step,
      post: gap.post,
      title: gap.title,
      code: gap.reason.code,
      say: gapSentence(gap, postRefs, ctx.locale),
    })),
    filledIn: filledIn(
      seen.map(({ bound }) => bound.content),
      postRefs,
    ),
    leftOut: leftBehind(shown, ctx.locale),
    mayNotApprove: against.map(say),
    actions,
    atOnce: posts.some(({ waits, forecast }) => waits && forecast.some(({ atOnce }) => atOnce)),
    decisions: decisions
      .toReversed()
      .map(({ view: _, evidence, ...record }) => ({ ...record, steps: askedOf(evidence, seenIds) })),
    lastApproved: approved?.view?.script ?? null,
    lastReturned: returned
      ? {
          ...saidIn(returned),
          view: returned.view?.script ?? null,
          posts: await postsThen(ctx, returned),
        }
      : null,
    short: inShort(state),
    cancelled: content.status === 'cancelled' && last ? saidIn(last) : null,
    lastPosts: await postsThen(ctx, approved),
  });
}
