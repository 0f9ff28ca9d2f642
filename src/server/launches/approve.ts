import type { PayloadRequest } from 'payload';
import { checkTime } from '@/core/approval/problems';
import {
  type ChangedPost,
  type ChangedSince,
  checkScriptApproval,
  exceptionsOf,
  type Gap,
  type ScriptReason,
  scriptProblems,
} from '@/core/launch';
import type { PostId } from '@/core/model';
import { changersOf } from '../approvals/changers';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { approvedStep } from '../posts/approve';
import { titlesFor } from '../posts/titles';
import { bindWhole } from './bound';
import { gapsOfWhole, refuseScript, scriptFor } from './load';
import { moveScript } from './move';
import { loadPools, outlookOf } from './outlook';
import { exceptionSentences } from './sentences';
import { isWaiting, stateOf, type Whole } from './whole';

/** A post as it was shown. */
export interface ShownPost {
  post: string;
  contentHash: string;
  /** It was to be approved. */
  waits: boolean;
}

export interface ScriptApproval {
  id: string;
  /** What the manager looked at; anything else is refused with 409. */
  contentHash: string;
  /** What it was made of: with it the refusal says which posts have changed. */
  posts?: readonly ShownPost[] | undefined;
  comment?: string | null | undefined;
}

/** Who has changed what would be approved: the script, and its posts that wait. */
export const changedBy = ({ frame, posts }: Whole): string[] => [
  ...new Set([
    ...changersOf(frame.row),
    ...posts.filter(isWaiting).flatMap(({ bound }) => changersOf(bound.row)),
  ]),
];

interface Shown {
  /** Of the whole. */
  contentHash: string;
  posts: readonly ShownPost[] | undefined;
}

/** Whether the script itself is another: what was shown of its posts does not give the hash that was shown. */
const isOtherFrame = ({ contentHash, posts = [] }: Shown, { frame }: Whole): boolean => {
  const parts = posts.map(({ post, contentHash: hash, waits }) => ({ post: post as PostId, hash, waits }));
  return bindWhole(frame, parts).hash !== contentHash;
};

/** What is not as it was shown, by title; nothing is said where it is not known what was. */
async function changedSince(
  ctx: Context,
  req: PayloadRequest,
  { shown, whole }: { shown: Shown; whole: Whole },
): Promise<ChangedSince> {
  if (!shown.posts || shown.contentHash === whole.hash) return { posts: [], frame: false };
  const { posts } = whole;
  const before = new Map(shown.posts.map((one) => [one.post, one]));
  const now = posts.flatMap((post): ChangedPost[] => {
    const { content, hash } = post.bound;
    const was = before.get(content.id);
    if (was?.contentHash === hash && was.waits === isWaiting(post)) return [];
    return [{ post: content.id, title: content.title, what: was === undefined ? 'added' : 'changed' }];
  });
  const present = new Set<string>(posts.map(({ bound }) => bound.content.id));
  const gone = shown.posts.map(({ post }) => post).filter((post) => !present.has(post));
  const titles = await titlesFor(ctx, req, gone);
  const removed = gone.map(
    (post): ChangedPost => ({ post: post as PostId, title: titles.get(post) ?? '', what: 'removed' }),
  );
  return { posts: [...now, ...removed], frame: isOtherFrame(shown, whole) };
}

/** What waits and can no longer go out at its time: it is not approved with the others. */
const tooLate = ({ posts, postRefs: refs, settings }: Whole, now: number): ScriptReason[] =>
  posts.filter(isWaiting).flatMap(({ bound: { content } }) =>
    checkTime({ post: content, refs, now, graceMinutes: settings.graceMinutes }).map(
      (problem): ScriptReason => {
        const { id, title, launchStep } = content;
        const gap: Gap = {
          stop: true,
          phase: null,
          step: launchStep,
          post: id,
          title,
          reason: { code: 'post-problem', problem },
        };
        return { code: 'script-gap', gap };
      },
    ),
  );

/**
 * A manager approves a script exactly as it was shown, and with it every post of it that waits; from then on its
 * exceptions hold. What was shown of the plan and the caps is kept beside the approval.
 */
export const approveScript = (
  ctx: Context,
  { id, contentHash, posts: shown, comment }: ScriptApproval,
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.approve' });
    if (!found.ok) return found;
    const whole = found.value;
    const { content } = whole.frame;
    const against = checkScriptApproval({
      state: stateOf(content, whole.posts),
      given: contentHash,
      present: whole.hash,
      approver: ctx.actor.id,
      changedBy: changedBy(whole),
      approverMustDiffer: whole.settings.approverMustDiffer,
      changed: await changedSince(ctx, req, { shown: { contentHash, posts: shown }, whole }),
    });
    const [first] = against;
    if (first) return refuseScript(first.code === 'script-own-change' ? 403 : 409, against, ctx, whole);
    const late = tooLate(whole, ctx.now);
    if (late.length > 0) return refuseScript(409, late, ctx, whole);
    const gaps = (await gapsOfWhole(ctx, req, whole)).filter(({ stop }) => stop);
    const problems: ScriptReason[] = [
      ...scriptProblems(content, whole.refs, ctx.now),
      ...gaps.map((gap) => ({ code: 'script-gap', gap }) as const),
    ];
    if (problems.length > 0) return refuseScript(400, problems, ctx, whole);
    const { forecast, proofs } = outlookOf(ctx, whole, await loadPools(ctx, req, whole));
    const exceptions = exceptionsOf(content).map((exception) =>
      exceptionSentences(exception, content, whole.refs),
    );
    return done({
      whole,
      step: {
        decision: 'approved',
        status: 'approved',
        comment,
        evidence: { exceptions, proofs },
        fence: true,
        more: { changedBy: [] },
        posts: whole.posts.filter(isWaiting).map((post) => ({
          post,
          step: {
            ...approvedStep,
            comment,
            // The proof stands beside the approval of the script, once for all of its posts.
            evidence: {
              forecast: forecast.filter(({ card }) => card.startsWith(`${post.bound.content.id}:`)),
            },
          },
        })),
      },
    });
  });
