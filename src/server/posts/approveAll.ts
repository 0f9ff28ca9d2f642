import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { Problem } from '@/core/approval/reasons';
import type { Context } from '../context';
import { OutcomeUnknown } from '../database/errors';
import { inTransaction } from '../database/inTransaction';
import { recordFence } from '../fences/record';
import type { Refusal } from '../outcome';
import { clockOf } from '../scheduler/clock';
import { againstApproval } from './against';
import { approve, approvedStep } from './approve';
import { outlookTogether } from './forecast';
import { refuseProblems, type Subject } from './load';
import { subjectsForAll } from './loadAll';
import { move } from './move';
import { rows } from './references';
import { logsOf } from './settleChange';

export type BatchAnswer =
  | { post: string; ok: true; status: unknown }
  | { post: string; ok: false; code: number; errors: { message: string; data?: unknown }[] };

interface Item {
  post: string;
  /** What the manager looked at. */
  contentHash: string;
}

/** Others wait while these are written. */
const mostAtOnce = 25;

/** One answer for each, in their order; one that is refused does not stop the others. */
export async function approveAll(ctx: Context, items: readonly Item[]): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (let from = 0; from < items.length; from += mostAtOnce) {
    const some = items.slice(from, from + mostAtOnce);
    answers.push(...(await approveSome(ctx, some)));
  }
  return answers;
}

/** In one transaction, which is much faster; where that fails each is decided by itself. */
async function approveSome(ctx: Context, items: readonly Item[]): Promise<BatchAnswer[]> {
  if (items.length > 1) {
    try {
      return await approveTogether(ctx, items);
    } catch (error) {
      if (error instanceof OutcomeUnknown) throw error;
      ctx.payload.logger.info({ err: error, msg: 'Approvals of a batch are written one by one.' });
    }
  }
  const answers: BatchAnswer[] = [];
  for (const { post, contentHash } of items) {
    const outcome = await approve(ctx, { id: post, contentHash });
    answers.push(outcome.ok ? { post, ok: true, status: outcome.value.status } : refused(post, outcome));
  }
  return answers;
}

const refused = (post: string, { status, errors }: Refusal): BatchAnswer => ({
  post,
  ok: false,
  code: status,
  errors,
});

/** Each is bound to its own hash and left out by itself; the loads, the plan and the fence are shared. */
async function approveTogether(ctx: Context, items: readonly Item[]): Promise<BatchAnswer[]> {
  const answers = await inTransaction(ctx.payload, ctx.req, async (req) => {
    const found = await subjectsForAll(ctx, req, { ids: items.map(({ post }) => post), act: 'post.approve' });
    const passing = new Map<string, Subject>();
    const read = items.map(({ post, contentHash }): BatchAnswer => {
      const outcome = found.get(post);
      if (!outcome) throw new Error(`The post ${post} has no outcome.`);
      if (!outcome.ok) return refused(post, outcome);
      const against = passing.has(post)
        ? { status: 409 as const, reasons: [decidedAlready] }
        : againstApproval(ctx, outcome.value, contentHash);
      if (against) {
        const { refs } = outcome.value;
        return refused(post, refuseProblems(against.status, against.reasons, { ctx, refs }));
      }
      passing.set(post, outcome.value);
      return { post, ok: true, status: approvedStep.status };
    });
    await write(ctx, req, passing);
    return read;
  });
  return withStatus(ctx, answers);
}

/** The same post twice in one act. */
const decidedAlready: Problem = { code: 'wrong-status', action: 'approve', status: 'approved' };

async function write(
  ctx: Context,
  req: PayloadRequest,
  passing: ReadonlyMap<string, Subject>,
): Promise<void> {
  const subjects = [...passing.values()];
  const [first] = subjects;
  if (!first) return;
  const { forecasts, proofs } = await outlookTogether(ctx, req, subjects);
  for (const subject of subjects) {
    const evidence = { forecast: forecasts.get(subject.bound.content.id) ?? [], proofs };
    await move(ctx, req, subject, { ...approvedStep, evidence, fence: false });
  }
  await recordFence(req, {
    logs: logsOf(
      first.refs.feeds,
      subjects.map(({ bound }) => bound.content),
    ),
    reason: `${slugs.approvals}:${[...passing.keys()].join(',')}`,
    clock: clockOf(ctx),
  });
}

/** The plan has been asked since: some may be deferred, or wait for a person. */
async function withStatus({ payload }: Context, answers: readonly BatchAnswer[]): Promise<BatchAnswer[]> {
  const ids = answers.flatMap(({ ok, post }) => (ok ? [post] : []));
  if (ids.length === 0) return [...answers];
  const found = await rows(payload, slugs.posts, { id: { in: ids } }, undefined, { status: true });
  const statuses = new Map(found.map(({ id, status }) => [String(id), status]));
  return answers.map((answer) => (answer.ok ? { ...answer, status: statuses.get(answer.post) } : answer));
}
