import type { PayloadRequest } from 'payload';
import type { FeedRef } from '@/core/approval/content';
import type { CapException } from '@/core/caps';
import { exceptionsOf } from '@/core/launch';
import type { LocalDate, LogId, PostId, PostStatus } from '@/core/model';
import { type Decision, plan } from '@/core/plan';
import { applyChanges } from '@/core/simulate';
import { localDateOf } from '@/core/time';
import type { Context } from '../context';
import { type Meter, metersOf } from '../plan/metersOf';
import { type Forecast, forecastOf, type Outlook, seenBy } from '../posts/forecast';
import { proofIn } from '../posts/proof';
import { logsOf } from '../posts/settleChange';
import { asApproved } from '../scheduler/assume';
import { planCardsOf } from '../scheduler/planCards';
import { loadSnapshot, type Snapshot } from '../scheduler/snapshot';
import type { LaunchPost, Whole } from './whole';

/** Of these some card may still go out, now or once it is approved. */
const coming: ReadonlySet<PostStatus> = new Set([
  'draft',
  'changes-requested',
  'in-review',
  'approved',
  'deferred',
  'held',
  'released',
]);

/** The pools that a script goes to, read once: several questions can be asked of them. */
export async function loadPools(ctx: Context, req: PayloadRequest, whole: Whole): Promise<Snapshot[]> {
  const contents = whole.posts.map(({ bound }) => bound.content);
  const snapshots: Snapshot[] = [];
  for (const log of logsOf(whole.postRefs.feeds, contents)) {
    const snapshot = await loadSnapshot({ payload: ctx.payload, log, now: ctx.now, req });
    if (snapshot) snapshots.push(snapshot);
  }
  return snapshots;
}

const cardsIn = (
  snapshot: Snapshot,
  { bound, decision }: LaunchPost,
  { settings, postRefs, frame }: Whole,
): { post: ReturnType<typeof asApproved>; cards: ReturnType<typeof planCardsOf> } => {
  const known = snapshot.posts.get(bound.content.id);
  const stands = known !== undefined && known.hash === bound.hash && sameTime(known, bound);
  const post = stands ? known : asApproved(bound, { n: decision?.n ?? 0, covers: settings.approvalCovers });
  const feeds = [...postRefs.feeds.values()].filter(
    (feed: FeedRef) => feed.log === snapshot.log && bound.content.feeds.includes(feed.id),
  );
  const { id, launchAt, timezone, name } = frame.content;
  const launches = new Map([
    [String(id), { id, name, launchAt, timezone, approved: true, cancelled: false, changedBy: [] }],
  ]);
  const taken = new Set(snapshot.entries.map((entry) => entry.key));
  return { post, cards: planCardsOf({ post, feeds, refs: { launches }, taken }) };
};

const sameTime = (a: LaunchPost['bound'], b: LaunchPost['bound']): boolean =>
  a.content.scheduledAt === b.content.scheduledAt && a.content.expiresAt === b.content.expiresAt;

/** The pool as it would be if the whole script were approved as it is here: its posts and its exceptions. */
function withScript(snapshot: Snapshot, whole: Whole): Snapshot {
  const { content } = whole.frame;
  const posts = new Map(snapshot.posts);
  let { input } = snapshot;
  for (const post of whole.posts.filter(({ bound }) => coming.has(bound.content.status))) {
    // Its approval is gone: what is left of it never goes out.
    if (post.isOut && !post.isApproved) continue;
    const { post: known, cards } = cardsIn(snapshot, post, whole);
    posts.set(known.content.id, known);
    input = applyChanges(input, [{ code: 'post', post: known.content.id, cards }]);
  }
  const others = input.exceptions.filter(({ launch }: CapException) => launch !== content.id);
  const media = new Map([...snapshot.refs.media, ...whole.postRefs.media]);
  return {
    ...snapshot,
    posts,
    input: { ...input, exceptions: [...others, ...exceptionsOf(content)] },
    refs: { ...snapshot.refs, media },
  };
}

/** A pool with what would become of every card in it. */
export interface PlannedPool {
  snapshot: Snapshot;
  decisions: readonly Decision[];
}

/** The pools as they would be planned if all of a script were approved now. Writes nothing. */
export const planWith = (ctx: Context, whole: Whole, pools: readonly Snapshot[]): PlannedPool[] =>
  pools.map((pool) => {
    const snapshot = withScript(pool, whole);
    return { snapshot, decisions: plan({ ...snapshot.input, now: ctx.now }) };
  });

/** What becomes of a script's own cards in these plans, and what the caps say of its days. */
export function outlookIn(ctx: Context, whole: Whole, plans: readonly PlannedPool[]): Outlook {
  const own = new Set<PostId>(whole.posts.map(({ bound }) => bound.content.id));
  const forecast: Forecast[] = [];
  const proofs: Outlook['proofs'] = [];
  for (const { snapshot, decisions } of plans) {
    for (const decision of decisions)
      if (own.has(decision.post)) forecast.push(forecastOf(decision, snapshot, ctx));
    const proof = proofIn({ snapshot, decisions, posts: own });
    if (proof) proofs.push(seenBy(proof, ctx));
  }
  return { forecast, proofs };
}

/** What a script would do if all of it were approved now, and what the caps say of its days. */
export const outlookOf = (ctx: Context, whole: Whole, pools: readonly Snapshot[]): Outlook =>
  outlookIn(ctx, whole, planWith(ctx, whole, pools));

/** How full one day of one pool would be. */
export interface FullDay {
  date: LocalDate;
  log: LogId;
  feeds: string[];
  meters: Meter[];
}

/**
 * How full the pools would be on the days of a script, as its own zone has them, under the rules that count its posts:
 * those of daily posts alone do not, once it is approved.
 */
export function fullDaysIn(ctx: Context, whole: Whole, plans: readonly PlannedPool[]): FullDay[] {
  const { timezone } = whole.frame.content;
  const dates = new Set(
    whole.posts.flatMap(({ bound: { content } }) =>
      content.scheduledAt === null ? [] : [localDateOf(content.scheduledAt, timezone)],
    ),
  );
  return plans.flatMap(({ snapshot, decisions }) => {
    const feeds = [...snapshot.refs.feeds.values()].filter(({ log }) => log === snapshot.log);
    const others = new Set<string>(
      snapshot.input.rules.filter(({ counts }) => counts === 'daily').map(({ id }) => id),
    );
    return [...dates].map((date) => ({
      date,
      log: snapshot.log,
      feeds: feeds.map(({ name }) => name),
      meters: metersOf(snapshot, decisions, ctx, date).filter(
        ({ rule, count }) => count > 0 && !others.has(rule),
      ),
    }));
  });
}
