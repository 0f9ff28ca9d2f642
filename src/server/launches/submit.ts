import { checkScriptStatus, type ScriptReason, scriptProblems } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { gapsOfWhole, refuseScript, scriptFor } from './load';
import { moveScript } from './move';
import { isDraft, stateOf } from './whole';

/**
 * An editor asks for approval of a script with all of its posts that are not approved yet. What would keep it from
 * being approved is said now, by name, not later.
 */
export const submitScript = (
  ctx: Context,
  { id, comment }: { id: string; comment?: string | null | undefined },
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.submit' });
    if (!found.ok) return found;
    const whole = found.value;
    const { content } = whole.frame;
    const wrong = checkScriptStatus('submit', stateOf(content, whole.posts));
    if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
    const gaps = (await gapsOfWhole(ctx, req, whole)).filter(({ stop }) => stop);
    const problems: ScriptReason[] = [
      ...scriptProblems(content, whole.refs, ctx.now),
      ...gaps.map((gap) => ({ code: 'script-gap', gap }) as const),
    ];
    if (problems.length > 0) return refuseScript(400, problems, ctx, whole);
    return done({
      whole,
      step: {
        decision: 'submitted',
        status: content.status === 'approved' ? 'approved' : 'in-review',
        comment,
        fence: false,
        posts: whole.posts
          .filter(isDraft)
          .map((post) => ({ post, step: { decision: 'submitted', status: 'in-review', comment } as const })),
      },
    });
  });
