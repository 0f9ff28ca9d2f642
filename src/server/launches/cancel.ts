import { checkScriptStatus } from '@/core/launch';
import { cancelledSentence } from '@/core/words/launchReasons';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { moveScript } from './move';
import { takenBack } from './takenBack';
import { tellCancelled } from './tellCancelled';
import { stateOf } from './whole';

/** A launch does not take place: what is not released never goes out, and its posts say so with the reason. */
export const cancelScript = (
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.cancel', most: Number.POSITIVE_INFINITY });
    if (!found.ok) return found;
    const whole = found.value;
    const wrong = checkScriptStatus('cancel', stateOf(whole.frame.content, whole.posts));
    if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
    const said = reason.trim();
    if (said === '') return refuseScript(400, [{ code: 'script-reason-missing' }], ctx, whole);
    const words = cancelledSentence(whole.frame.content.name, said);
    const posts = takenBack(whole, { status: 'archived', comment: said, words });
    await tellCancelled(ctx, req, { whole, reason: said, taken: posts });
    return done({
      whole,
      step: {
        decision: 'withdrawn',
        status: 'cancelled',
        comment: said,
        fence: true,
        posts,
      },
    });
  });
