import type { CardState } from '@/core/approval/cardState';
import { isOpen } from '@/core/approval/cardState';
import { checkStatus } from '@/core/approval/workflow';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { entriesOfPosts } from '../log/read';
import { done, type Outcome } from '../outcome';
import { keepReleased } from './keepReleased';
import { refuseProblems, subjectFor } from './load';
import { move, postFor } from './move';

export interface Withdrawn {
  post: Record<string, unknown>;
  /** Cards that were handed out before the withdrawal took its place in the log. */
  released: { card: string; feed: string; variantKey: string; releasedAt: string }[];
}

/** Takes a post back. What is not released stays where it is; what is released is named in the answer. */
export async function withdraw(
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null },
): Promise<Outcome<Withdrawn>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<void>> => {
    const found = await subjectFor(ctx, req, { id, act: 'post.withdraw' });
    if (!found.ok) return found;
    const { bound, refs } = found.value;
    const { status } = bound.content;
    const states = (bound.row.cardStates ?? []) as CardState[];
    const wrong = checkStatus('withdraw', status);
    if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
    const waiting = states.map((card) =>
      isOpen(card) ? { ...card, state: 'withdrawn', plannedAt: null } : card,
    );
    const step = {
      decision: 'withdrawn',
      status: status === 'released' ? 'released' : 'draft',
      comment,
      fence: status !== 'in-review',
      more: { cardStates: status === 'released' ? waiting : [] },
    } as const;
    return done(await move(ctx, req, found.value, step));
  });
  if (!moved.ok) return moved;
  const entries = await entriesOfPosts(ctx.payload, [id]);
  const released = entries.flatMap((entry) =>
    entry.type === 'release'
      ? [{ card: entry.card, feed: entry.feed, variantKey: entry.variantKey, releasedAt: entry.releasedAt }]
      : [],
  );
  if (released.length > 0) await keepReleased(ctx.payload, [id]);
  return done({ post: await postFor(ctx, id), released });
}
