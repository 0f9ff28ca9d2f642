import { can } from '@/core/abilities';
import { workflowSentence } from '@/core/words/approval';
import { operationWords } from '@/core/words/operation';
import type { Context } from '../context';
import { done, type Outcome, refuse, refuseWith } from '../outcome';
import { changeStop } from './change';
import { type Follows, whatFollows } from './preview';
import { type StopState, stopState } from './state';

export interface Stopped extends StopState {
  /** What would go out were it resumed now; null where that cannot be said at the moment. */
  follows: Follows | null;
}

const reasonMissing = ({ locale }: Context) =>
  refuseWith(400, [{ code: 'reason-missing' } as const], (reason) => workflowSentence(reason, locale));

/** 紧急停发: nothing is handed out from now on. Once more says what stands already. */
export async function stopEverything(ctx: Context, given: { reason: string }): Promise<Outcome<Stopped>> {
  if (!can(ctx.actor, 'release.stop')) {
    return refuse(403, [{ message: operationWords[ctx.locale].api.notAllowedStop }]);
  }
  const reason = given.reason.trim();
  if (reason === '') return reasonMissing(ctx);
  const { state } = await changeStop(ctx, { stopped: true, reason });
  return done({ ...state, follows: await ifPossible(ctx) });
}

/** The stop stands, whatever comes of looking ahead. */
async function ifPossible(ctx: Context): Promise<Follows | null> {
  try {
    return await whatFollows(ctx);
  } catch (error) {
    ctx.payload.logger.error({ err: error, msg: 'Stopped; what would follow cannot be said.' });
    return null;
  }
}

export interface Resume {
  reason: string;
  /** Of the preview that the person has seen: with it, nothing goes out but what was shown. */
  state?: string | null | undefined;
}

/** What resuming would do, for the person who is about to. */
export async function previewResume(ctx: Context): Promise<Outcome<Stopped>> {
  if (!can(ctx.actor, 'release.resume')) {
    return refuse(403, [{ message: operationWords[ctx.locale].api.notAllowedResume }]);
  }
  return done({ ...(await stopState(ctx.payload, ctx.req)), follows: await whatFollows(ctx) });
}

/** Hands out again. Once more says that nothing is stopped. */
export async function resume(ctx: Context, given: Resume): Promise<Outcome<Stopped>> {
  const { api } = operationWords[ctx.locale];
  if (!can(ctx.actor, 'release.resume')) return refuse(403, [{ message: api.notAllowedResume }]);
  const reason = given.reason.trim();
  if (reason === '') return reasonMissing(ctx);
  const follows = await whatFollows(ctx);
  const { stopped } = await stopState(ctx.payload, ctx.req);
  if (stopped && given.state && given.state !== follows.state) {
    return refuse(409, [{ message: api.changed, data: follows }]);
  }
  const { state } = await changeStop(ctx, { stopped: false, reason });
  return done({ ...state, follows });
}
