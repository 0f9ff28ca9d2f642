import { slugs } from '@collections/slugs';
import { type CardState, isOpen } from '@/core/approval/cardState';
import { checkSendNow, checkTime } from '@/core/approval/problems';
import type { WorkflowReason } from '@/core/approval/reasons';
import { checkStatus } from '@/core/approval/workflow';
import { cardKey, type Instant, type LogId, type PostStatus } from '@/core/model';
import { type Decision, plan } from '@/core/plan';
import { workflowSentence } from '@/core/words/approval';
import { problemSentence } from '@/core/words/problem';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { appendRun } from '../log/append';
import { done, type Outcome, refuse } from '../outcome';
import { clockOf } from '../scheduler/clock';
import { releaseEntry } from '../scheduler/entries';
import { refreshLogs } from '../scheduler/refresh';
import { settledSnapshot } from '../scheduler/settledSnapshot';
import type { Snapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';
import type { BoundPost } from './bound';
import { keepReleased } from './keepReleased';
import { refuseProblems, type Subject, subjectFor } from './load';
import { move, postFor } from './move';
import { logsOf } from './settleChange';
import { withdraw } from './withdraw';

export type Resolution =
  | { id: string; action: 'release-now' }
  | { id: string; action: 'move'; at: Instant }
  | { id: string; action: 'drop' };

/** What a person decides for a card that waits: out now (if the caps allow), at another time, or not at all. */
export async function resolvePost(ctx: Context, how: Resolution): Promise<Outcome<Record<string, unknown>>> {
  // Nothing is released by a clock that is wrong.
  if (how.action === 'release-now' && ctx.clockProblem) {
    const message = workflowSentence({ code: 'clock-wrong' }, ctx.locale);
    return refuse(503, [{ message, data: ctx.clockProblem }]);
  }
  const found = await subjectFor(ctx, ctx.req, { id: how.id, act: 'post.resolve' });
  if (!found.ok) return found;
  const { bound, refs } = found.value;
  const wrong = cannotResolve(bound);
  if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
  switch (how.action) {
    case 'release-now':
      return releaseNow(ctx, found.value);
    case 'move':
      return moveTo(ctx, found.value, how.at);
    case 'drop':
      return drop(ctx, found.value);
  }
}

const openCards = (row?: BoundPost['row']): CardState[] =>
  ((row?.cardStates ?? []) as CardState[]).filter(isOpen);

/** A post of which some cards are out has something to decide while others still wait or are held. */
function cannotResolve({ content, row }: BoundPost): WorkflowReason[] {
  const { status } = content;
  if (status === 'released' && openCards(row).length === 0)
    return [{ code: 'wrong-status', action: 'resolve', status }];
  return checkStatus('resolve', status);
}

async function moveTo(
  ctx: Context,
  { bound, refs, settings }: Subject,
  at: Instant,
): Promise<Outcome<Record<string, unknown>>> {
  const { id } = bound.content;
  const post = { ...bound.content, scheduledAt: at };
  const impossible = checkTime({ post, refs, now: ctx.now, graceMinutes: settings.graceMinutes });
  if (impossible.length > 0) return refuseProblems(400, impossible, { ctx, refs });
  // On behalf of the person: the hooks decide whether the approval covers the new time.
  await ctx.payload.update({
    collection: slugs.posts,
    id,
    data: { scheduledAt: new Date(at).toISOString() },
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req: ctx.req,
  });
  return done(await postFor(ctx, id));
}

async function drop(ctx: Context, { bound }: Subject): Promise<Outcome<Record<string, unknown>>> {
  const { id, status } = bound.content;
  if (status === 'released') {
    const withdrawn = await withdraw(ctx, { id });
    return withdrawn.ok ? done(withdrawn.value.post) : withdrawn;
  }
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.resolve' });
    if (!found.ok) return found;
    const wrong = cannotResolve(found.value.bound);
    if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs: found.value.refs });
    return done(
      await move(ctx, req, found.value, { decision: 'withdrawn', status: 'archived', fence: true }),
    );
  });
  if (!moved.ok) return moved;
  await keepReleased(ctx.payload, [id]);
  return done(await postFor(ctx, id));
}

const attempts = 20;

interface Sent {
  released: number;
  refusals: { message: string; data?: unknown }[];
}

async function releaseNow(ctx: Context, subject: Subject): Promise<Outcome<Record<string, unknown>>> {
  const { content } = subject.bound;
  const all: Sent = { released: 0, refusals: [] };
  for (const log of logsOf(subject.refs.feeds, [content])) {
    const sent = await sendInto(log, ctx, subject);
    if (sent === 'stopped') return refuseProblems(409, [{ code: 'stopped' }], { ctx, refs: subject.refs });
    all.released += sent.released;
    all.refusals.push(...sent.refusals);
  }
  if (all.released > 0) return done(await postFor(ctx, content.id));
  if (all.refusals.length > 0) return refuse(409, all.refusals);
  // None is left that waits: somebody was quicker.
  const { status } = (await postFor(ctx, content.id)) as { status: PostStatus };
  return refuseProblems(409, [{ code: 'wrong-status', action: 'resolve', status }], {
    ctx,
    refs: subject.refs,
  });
}

/** What may go out now of one log; a refused insert means that something happened first, so all is decided again. */
async function sendInto(log: LogId, ctx: Context, subject: Subject): Promise<Sent | 'stopped'> {
  let released = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const snapshot = await settledSnapshot({ payload: ctx.payload, log, now: ctx.now });
    if (!snapshot) return { released, refusals: [] };
    if (snapshot.settings.stopped) return 'stopped';
    const { own, against } = planNow(snapshot, subject, ctx);
    const ready = own.filter(({ due, outcome }) => due && outcome === 'release');
    const wanted = ready.map((decision) =>
      releaseEntry({ decision, snapshot, now: ctx.now, by: ctx.actor.id }),
    );
    const out = await appendRun(ctx.payload, snapshot.tail, wanted);
    released += out;
    if (out < wanted.length) continue;
    // What was only asked for is nobody's plan: shown is what passes do with what is out by now.
    await refreshLogs(ctx.payload, [log], clockOf(ctx));
    const refused = own.filter((one) => !ready.includes(one));
    return { released, refusals: [...against, ...refused.map((one) => sayRefused(one, snapshot, ctx))] };
  }
  throw new Error(`The log ${log} changed ${attempts} times while one post was sent out.`);
}

interface Wanted {
  /** What the plan says of the cards that may go out on this day. */
  own: Decision[];
  /** Why the others may not. */
  against: Sent['refusals'];
}

/** The plan with this post's open cards wanted now: the caps are asked like any other time. */
function planNow(snapshot: Snapshot, { bound: { content } }: Subject, { now, locale }: Context): Wanted {
  const { id } = content;
  const post = snapshot.posts.get(id);
  const approvalCovers = post?.approval.covers ?? 'instant';
  const open = new Set(openCards(post?.row).map(({ feed, variantKey }) => cardKey(id, variantKey, feed)));
  const problems = new Map(
    snapshot.input.cards
      .filter(({ card }) => open.has(card))
      .map((card) => [card, checkSendNow({ card, approvalCovers, now })]),
  );
  const against = [...problems].flatMap(([{ feed }, reasons]) =>
    reasons.map((data) => ({ message: problemSentence(data, snapshot.refs, { locale, feed }), data })),
  );
  const wanted = new Set([...problems].flatMap(([{ card }, reasons]) => (reasons.length === 0 ? card : [])));
  const cards = snapshot.input.cards.map((card) =>
    wanted.has(card.card)
      ? { ...card, scheduledAt: now, plannedAt: null, ended: false, onConflict: 'hold' as const }
      : card,
  );
  const own = plan({ ...snapshot.input, cards, now }).filter(({ card }) => wanted.has(card));
  return { own, against };
}

/** That it was asked to hold where it does not fit was only for this look: the editor's choice may be another. */
const sayRefused = (decision: Decision, snapshot: Snapshot, ctx: Context) => {
  const reasons = decision.reasons.filter(({ code }) => code !== 'on-conflict');
  return {
    message: sentencesOf(reasons, decision.feed, snapshot)?.[ctx.locale] ?? '',
    data: { ...decision, reasons },
  };
};
