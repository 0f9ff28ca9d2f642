import { globalSlugs, slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { type StopState, stopState } from './state';

export interface Change {
  stopped: boolean;
  reason: string;
}

/**
 * Stops or resumes; says what stands already when that is so. The change, its fence and its row in the decisions
 * commit together; the hook of the settings fences every log, so that a pass under way stops at its next entry.
 * @returns the state afterwards, and whether this made it
 */
export async function changeStop(
  ctx: Context,
  change: Change,
): Promise<{ state: StopState; changed: boolean }> {
  return inTransaction(ctx.payload, ctx.req, async (req) => {
    const before = await stopState(ctx.payload, req);
    if (before.stopped === change.stopped) return { state: before, changed: false };
    const state = stateOf(ctx, change);
    await write(ctx, state, req);
    await tell(ctx, { change, before, req });
    return { state, changed: true };
  });
}

const stateOf = ({ actor, actorName, now }: Context, { stopped, reason }: Change): StopState =>
  stopped
    ? { stopped, at: now, by: actor.id, byName: actorName, reason }
    : { stopped, at: null, by: null, byName: null, reason: null };

/** As the system: nobody writes these fields through a door, and who may stop was asked before. */
const write = ({ payload }: Context, state: StopState, req: PayloadRequest) =>
  payload.updateGlobal({
    slug: globalSlugs.settings,
    data: {
      stopped: state.stopped,
      stoppedAt: state.at === null ? null : new Date(state.at).toISOString(),
      stoppedBy: state.by,
      stoppedByName: state.byName,
      stoppedReason: state.reason,
    },
    depth: 0,
    req,
  });

async function tell(
  { payload, actor, actorName, now }: Context,
  { change, before, req }: { change: Change; before: StopState; req: PayloadRequest },
): Promise<void> {
  const at = new Date(now).toISOString();
  const from = change.stopped ? null : before.at;
  await payload.db.create({
    collection: slugs.decisions,
    data: {
      key: `${change.stopped ? 'stop' : 'resume'}:${at}:${actor.id}`,
      at,
      what: change.stopped ? 'stopped' : 'resumed',
      before: from === null ? null : new Date(from).toISOString(),
      lateMinutes: from === null ? null : Math.round((now - from) / 60_000),
      why: { zh: change.reason, en: change.reason },
      by: actor.id,
      byName: actorName,
    },
    req,
    returning: false,
  });
}
