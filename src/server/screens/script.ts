import { changesBetween } from '@/core/approval/changes';
import { askedAt, type ResolvedView } from '@/core/approval/view';
import type { LaunchView } from '@/core/launch';
import { launchChanges } from '@/core/launch/changes';
import { isLack } from '@/core/launch/gaps';
import type { Instant, LocalDate } from '@/core/model';
import { localDateOf, zoneOr } from '@/core/time';
import { type ChangeWords, launchChangeWords, phaseName } from '@/core/words/launchChanges';
import type { Context } from '../context';
import {
  type ReviewedPost,
  reviewOfScript,
  type ScriptReview,
  type ScriptSaid,
  type ThenPost,
} from '../launches/review';
import { done, type Outcome } from '../outcome';
import { loadRules } from '../scheduler/rules';
import { type Picture, picturesBySha, picturesOf } from './pictures';

/** What the text check says of one step. */
export interface StepFinding {
  severity: 'block' | 'warn' | 'info';
  message: string;
}

/** A step as a manager judges it. */
export interface ScriptStep extends ReviewedPost {
  /** What it lacks (`stop`), and what an editor should mend or know. */
  gaps: { stop: boolean; say: string }[];
  findings: StepFinding[];
}

export interface ScriptDay {
  date: LocalDate | null;
  steps: ScriptStep[];
}

export interface ScriptPhase {
  /** Null: what belongs to no phase. */
  key: string | null;
  name: string;
  guidance: string;
  days: ScriptDay[];
}

type Kept = Omit<ScriptReview, 'posts' | 'media' | 'view' | 'lastApproved' | 'lastReturned' | 'lastPosts'>;

/** A launch script as a manager reads it for a decision: plain data, for the browser. */
export interface ScriptScreen extends Kept {
  timezone: string;
  launchAt: Instant | null;
  phases: ScriptPhase[];
  /** By SHA-256, those of what was approved last too. */
  pictures: Record<string, Picture>;
  /** Something of it was approved before. */
  isKnown: boolean;
  /** What changed of the script itself. */
  changes: ChangeWords[];
  added: string[];
  removed: string[];
  /** It went back and was not approved since: who said what of the whole, and what changed of the script itself since. */
  sinceReturn: (ScriptSaid & { changes: ChangeWords[]; added: string[]; removed: string[] }) | null;
  /** The first of what waits. */
  due: { post: string; title: string; at: Instant } | null;
}

/** What was decided on, where the step is another now: the same twice says nothing and would travel twice. */
const otherThan = ({ view, scheduledAt }: ReviewedPost, before: ResolvedView | null): ResolvedView | null =>
  before !== null && changesBetween(before, askedAt(view, scheduledAt)).length > 0 ? before : null;

const stepOf = (post: ReviewedPost, { gaps }: ScriptReview): ScriptStep => ({
  ...post,
  lastApproved: otherThan(post, post.lastApproved),
  lastReturned: otherThan(post, post.lastReturned),
  gaps: gaps.filter((gap) => gap.post === post.post && isLack(gap)).map(({ stop, say }) => ({ stop, say })),
  findings: [],
});

function daysOf(steps: readonly ScriptStep[], timezone: string): ScriptDay[] {
  const days = new Map<LocalDate | null, ScriptStep[]>();
  for (const step of steps) {
    const date = step.scheduledAt === null ? null : localDateOf(step.scheduledAt, timezone);
    days.set(date, [...(days.get(date) ?? []), step]);
  }
  return [...days].map(([date, own]) => ({ date, steps: own }));
}

function phasesOf(review: ScriptReview, { locale }: Context): ScriptPhase[] {
  const zone = zoneOr(review.view.timezone, 'Asia/Shanghai');
  const steps = review.posts.map((post) => stepOf(post, review));
  const within = (phase: number | null) =>
    daysOf(
      steps.filter((step) => step.phase === phase),
      zone,
    );
  const others = within(null);
  return [
    ...review.view.phases.map((phase, n) => ({
      key: phase.key,
      name: phaseName(phase, locale),
      guidance: phase.guidance,
      days: within(n),
    })),
    ...(others.length > 0 ? [{ key: null, name: '', guidance: '', days: others }] : []),
  ];
}

const shasOf = ({ versions }: ResolvedView): readonly string[] => versions.flatMap(({ images }) => images);

/** The pictures of what is shown, and of what was approved before. */
async function picturesIn(ctx: Context, { media, posts }: ScriptReview): Promise<Record<string, Picture>> {
  const present = await picturesOf(ctx, media);
  const before = posts
    .flatMap(({ lastApproved, lastReturned }) => [lastApproved ?? [], lastReturned ?? []].flat())
    .flatMap(shasOf);
  const missing = [...new Set(before)].filter((sha) => !present[sha]);
  return { ...(await picturesBySha(ctx, missing)), ...present };
}

async function changesOf(
  ctx: Context,
  { view, feeds }: ScriptReview,
  before: LaunchView | null,
): Promise<ChangeWords[]> {
  const changes = before ? launchChanges(before, view) : [];
  if (changes.length === 0) return [];
  const context = {
    now: ctx.now,
    rules: new Map((await loadRules(ctx.payload, ctx.req)).map((rule) => [rule.id, rule])),
    feeds: new Map(feeds.map((feed) => [feed.id, feed])),
    locale: ctx.locale,
  };
  return changes.map((change) => launchChangeWords(change, view.timezone, context));
}

/** The titles of posts that are here and were not then, and the other way round. */
function cameAndWent(
  then: readonly ThenPost[],
  now: readonly ThenPost[],
): Pick<ScriptScreen, 'added' | 'removed'> {
  const only = (own: readonly ThenPost[], other: readonly ThenPost[]): string[] =>
    own.filter(({ post }) => !other.some((one) => one.post === post)).map(({ title }) => title);
  return { added: only(now, then), removed: only(then, now) };
}

/** A script for a decision: in the order of its phases and days, with what changed since it was approved last. */
export async function scriptScreen(ctx: Context, id: string): Promise<Outcome<ScriptScreen>> {
  const found = await reviewOfScript(ctx, id);
  if (!found.ok) return found;
  const { posts, media: _, view, lastApproved, lastReturned, lastPosts, ...kept } = found.value;
  const waiting = posts.filter(({ waits, scheduledAt }) => waits && scheduledAt !== null);
  const [first] = waiting;
  return done({
    ...kept,
    timezone: zoneOr(view.timezone, 'Asia/Shanghai'),
    launchAt: view.launchAt,
    phases: phasesOf(found.value, ctx),
    pictures: await picturesIn(ctx, found.value),
    isKnown: lastApproved !== null,
    changes: await changesOf(ctx, found.value, lastApproved),
    sinceReturn: lastReturned && {
      byName: lastReturned.byName,
      comment: lastReturned.comment,
      at: lastReturned.at,
      changes: await changesOf(ctx, found.value, lastReturned.view),
      ...cameAndWent(lastReturned.posts, posts),
    },
    ...(lastApproved ? cameAndWent(lastPosts, posts) : { added: [], removed: [] }),
    due: first ? { post: first.post, title: first.title, at: first.scheduledAt ?? 0 } : null,
  });
}
