import type { PayloadRequest } from 'payload';
import type { FeedRef } from '@/core/approval/content';
import type { CapException } from '@/core/caps';
import { exceptionsOf } from '@/core/launch';
import type { PostId, PostStatus } from '@/core/model';
import { plan } from '@/core/plan';
import { applyChanges } from '@/core/simulate';
import type { Context } from '../context';
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
  const launches = new Map([[String(id), { id, name, launchAt, timezone, approved: true }]]);
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

/** What a script would do if all of it were approved now, and what the caps say of its days. Writes nothing. */
export function outlookOf(ctx: Context, whole: Whole, pools: readonly Snapshot[]): Outlook {
  const own = new Set<PostId>(whole.posts.map(({ bound }) => bound.content.id));
  const forecast: Forecast[] = [];
  const proofs: Outlook['proofs'] = [];
  for (const pool of pools) {
    const snapshot = withScript(pool, whole);
    const decisions = plan({ ...snapshot.input, now: ctx.now });
    for (const decision of decisions)
      if (own.has(decision.post)) forecast.push(forecastOf(decision, snapshot, ctx));
    const proof = proofIn({ snapshot, decisions, posts: own });
    if (proof) proofs.push(seenBy(proof, ctx));
  }
  return { forecast, proofs };
}
