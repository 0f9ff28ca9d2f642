import { checkScriptStatus } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { moveScript } from './move';
import { takenBack } from './takenBack';
import { stateOf } from './whole';

/** Takes a script back with its posts; were it approved, its exceptions stop holding for what is not released yet. */
export const withdrawScript = (
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null | undefined },
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.submit', most: Number.POSITIVE_INFINITY });
    if (!found.ok) return found;
    const whole = found.value;
    const wrong = checkScriptStatus('withdraw', stateOf(whole.frame.content, whole.posts));
    if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
    return done({
      whole,
      step: {
        decision: 'withdrawn',
        status: 'draft',
        comment,
        fence: true,
        posts: takenBack(whole, { status: 'draft', comment, words: null }),
      },
    });
  });
