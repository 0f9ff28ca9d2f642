import { checkScriptStatus, exceptionsOf, type HowMoved, isFar } from '@/core/launch';
import type { Instant, Kind, PostId, PostStatus } from '@/core/model';
import { gapWords } from '@/core/words/launchGaps';
import { restStays } from '@/core/words/launchReasons';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import type { Forecast } from '../posts/forecast';
import { gapsOfWhole, refuseScript, scriptFor } from './load';
import { movedWhole } from './moved';
import { loadPools, outlookOf } from './outlook';
import { exceptionSentences } from './sentences';
import { stateOf } from './whole';

/** What becomes of one post when its launch moves. */
export interface PostMove {
  post: PostId;
  title: string;
  kind: Kind;
  status: PostStatus;
  step: string;
  how: HowMoved;
  before: Instant | null;
  after: Instant | null;
  /** Its approval lapses. */
  lapses: boolean;
  /** What stands in its way at the new time: quiet hours, caps, a holiday, a time that has passed. */
  hits: string[];
  /** Cards that would not go out at the new time, with what becomes of them. */
  fates: Forecast[];
}

export interface TriedReschedule {
  from: Instant | null;
  to: Instant;
  timezone: string;
  posts: PostMove[];
  /** The exceptions as they would be, in the reader's language. */
  exceptions: { before: string; after: string }[];
  /** The approval of the script itself lapses. */
  lapses: boolean;
  contentHash: string;
}

/** What moving a launch would do, post by post. Writes nothing; the move itself does exactly this. */
export async function tryReschedule(
  ctx: Context,
  { id, launchAt }: { id: string; launchAt: Instant },
): Promise<Outcome<TriedReschedule>> {
  const found = await scriptFor(ctx, ctx.req, { id, act: 'script.reschedule' });
  if (!found.ok) return found;
  const whole = found.value;
  const { content } = whole.frame;
  const wrong = checkScriptStatus('reschedule', stateOf(content, whole.posts));
  if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
  if (isFar(launchAt, ctx.now)) return refuseScript(400, [{ code: 'script-time-out-of-range' }], ctx, whole);
  const moved = movedWhole(whole, launchAt);
  const { forecast } = outlookOf(ctx, moved.whole, await loadPools(ctx, ctx.req, moved.whole));
  const gaps = await gapsOfWhole(ctx, ctx.req, moved.whole);
  const timely: ReadonlySet<string> = new Set(['holiday', 'flash-outside', 'phase-gap']);
  const posts = moved.whole.posts.map((post): PostMove => {
    const { content: one } = post.bound;
    const move = moved.moves.get(one.id);
    const own = forecast.filter(({ card }) => card.startsWith(`${one.id}:`));
    const fates = own.filter(({ outcome, at }) => outcome !== 'release' || at !== one.scheduledAt);
    const hits = gaps
      .filter((gap) => gap.post === one.id)
      .filter(
        ({ reason }) =>
          timely.has(reason.code) || (reason.code === 'post-problem' && reason.problem.code === 'too-late'),
      )
      .map((gap) => gapWords(gap, whole.postRefs, ctx.locale));
    const rest = post.isOut && post.bound.row.inFlight === true ? [restStays[ctx.locale]] : [];
    const reasons = fates.flatMap(({ explanation }) => explanation?.[ctx.locale] ?? []);
    return {
      post: one.id,
      title: one.title,
      kind: one.kind,
      status: one.status,
      step: one.launchStep,
      how: move?.how ?? 'stays',
      before: move?.from ?? one.scheduledAt,
      after: move?.to ?? one.scheduledAt,
      lapses: post.decision?.decision === 'approved' && !post.isApproved && !post.isOut,
      hits: [...new Set([...rest, ...hits, ...reasons])],
      fates,
    };
  });
  const say = (which: typeof whole.frame.content) =>
    exceptionsOf(which).map((exception) => exceptionSentences(exception, which, whole.refs)[ctx.locale]);
  const after = say(moved.whole.frame.content);
  return done({
    from: content.launchAt,
    to: launchAt,
    timezone: content.timezone,
    posts,
    exceptions: say(content).map((before, n) => ({ before, after: after[n] ?? before })),
    lapses: content.status === 'approved',
    contentHash: whole.hash,
  });
}
