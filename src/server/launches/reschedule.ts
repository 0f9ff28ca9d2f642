import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { type CardState, isOver } from '@/core/approval/cardState';
import { checkScriptStatus, isFar } from '@/core/launch';
import type { Instant } from '@/core/model';
import { rescheduledSentence } from '@/core/words/launchReasons';
import { changersWith } from '../approvals/changers';
import { lapse } from '../approvals/lapse';
import { appendDecisions, type NewRecord, scriptSubjectOf, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor } from '../documents';
import { allLogs, recordFence } from '../fences/record';
import { done, type Outcome } from '../outcome';
import { postWrite } from '../posts/noEdit';
import { clockOf } from '../scheduler/clock';
import { refuseScript, scriptFor } from './load';
import { type MovedWhole, movedWhole } from './moved';
import { type LaunchPost, stateOf } from './whole';

export interface Reschedule {
  id: string;
  launchAt: Instant;
}

/**
 * Moves a launch: everything of it that is not out goes with it, what its copy says of the time is true again, and
 * the approvals of what changed lapse. All of it in one transaction, with one fence of every log.
 */
export async function rescheduleScript(
  ctx: Context,
  { id, launchAt }: Reschedule,
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<null>> => {
    const found = await scriptFor(ctx, req, { id, act: 'script.reschedule' });
    if (!found.ok) return found;
    const whole = found.value;
    const { content } = whole.frame;
    const wrong = checkScriptStatus('reschedule', stateOf(content, whole.posts));
    if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
    if (isFar(launchAt, ctx.now)) {
      return refuseScript(400, [{ code: 'script-time-out-of-range' }], ctx, whole);
    }
    if (content.launchAt === launchAt) return refuseScript(400, [{ code: 'script-same-time' }], ctx, whole);
    await write(ctx, req, movedWhole(whole, launchAt));
    return done(null);
  });
  return moved.ok ? done(await documentFor(ctx, slugs.launchScripts, id)) : moved;
}

const lapsedRecord = (ctx: Context, subject: string, contentHash: string): NewRecord => ({
  subject,
  contentHash,
  decision: 'lapsed',
  covers: 'instant',
  by: ctx.actor.id,
  byName: ctx.actorName,
});

async function write(ctx: Context, req: PayloadRequest, { whole, moves, values }: MovedWhole): Promise<void> {
  const { frame, posts, hash } = whole;
  const { status, id, name } = frame.content;
  const words = rescheduledSentence(name);
  const lapsing = posts.filter(
    ({ decision, isApproved, isOut }) => decision?.decision === 'approved' && !isApproved && !isOut,
  );
  await appendDecisions(
    req,
    [
      ...lapsing.map(({ bound, decision }) => ({
        ...lapsedRecord(ctx, subjectOf(bound.content.id), decision?.contentHash ?? bound.hash),
        covers: decision?.covers ?? 'day',
      })),
      ...(status === 'approved'
        ? [{ ...lapsedRecord(ctx, scriptSubjectOf(id), hash), frameHash: frame.frameHash }]
        : []),
    ],
    ctx.now,
  );
  const lapsed = new Set(lapsing);
  for (const post of posts) {
    const move = moves.get(post.bound.content.id);
    if (!move || move.how === 'stays') await stay(req, post, whole);
    else await go(req, post, lapsed.has(post) ? { status: 'draft', statusWords: words } : {});
  }
  await ctx.payload.db.updateOne({
    collection: slugs.launchScripts,
    id: frame.row.id as string | number,
    data: {
      ...values,
      updatedAt: new Date(ctx.now).toISOString(),
      contentHash: hash,
      changedBy: changersWith(req, frame.row),
      ...(status === 'approved' ? { status: 'draft' } : {}),
    },
    req,
    returning: false,
  });
  const reason = `${slugs.launchScripts}:${id}`;
  await recordFence(req, { logs: await allLogs(req), reason, clock: clockOf(ctx) });
}

/** A post at its new time; what an earlier plan said of its cards says nothing any more. */
async function go(
  req: PayloadRequest,
  { bound, isApproved }: LaunchPost,
  lapsed: Record<string, unknown>,
): Promise<void> {
  const { row, hash } = bound;
  const states = (row.cardStates ?? []) as CardState[];
  const lapses = Object.keys(lapsed).length > 0;
  await req.payload.db.updateOne({
    collection: slugs.posts,
    id: row.id as string | number,
    data: {
      ...postWrite(),
      scheduledAt: row.scheduledAt,
      expiresAt: row.expiresAt ?? null,
      contentHash: hash,
      changedBy: hash === row.contentHash ? (row.changedBy ?? []) : changersWith(req, row),
      cardStates: lapses ? [] : states.filter(isOver),
      // One that was over at its old time waits again, where its approval still stands.
      ...(lapses ? { inFlight: false, ...lapsed } : isApproved ? { inFlight: true } : {}),
    },
    req,
    returning: false,
  });
}

/** What is out stays; the rest of it never goes out: it belongs to a day that is no longer the launch’s. */
async function stay(req: PayloadRequest, post: LaunchPost, { postRefs }: MovedWhole['whole']): Promise<void> {
  const { bound, decision, isOut } = post;
  if (isOut && bound.row.inFlight === true && decision?.decision === 'approved') {
    await lapse(req, bound, { approval: decision, refs: postRefs });
  }
}
