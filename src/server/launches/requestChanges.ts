import { checkScriptStatus } from '@/core/launch';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { moveScript, type ScriptMove } from './move';
import { isWaiting, type LaunchPost, stateOf } from './whole';

export interface ScriptReturn {
  id: string;
  comment?: string | null | undefined;
  /** What is to change in single steps; it stays with their posts. */
  steps?: readonly { post: string; comment: string }[] | undefined;
}

type Step = ScriptMove['posts'][number];

const returned = (ctx: Context, post: LaunchPost, said: string): Step => ({
  post,
  step: {
    decision: 'changes-requested',
    status: 'changes-requested',
    comment: said,
    more: { statusWords: { zh: `${ctx.actorName}：${said}`, en: `${ctx.actorName}: ${said}` } },
  },
});

/** Nothing is said about it: it goes back with the others and is submitted with them again. */
const withdrawn = (post: LaunchPost): Step => ({
  post,
  step: { decision: 'withdrawn', status: 'draft' },
});

/** A manager sends a script back and says what should change, of the whole or of single steps. */
export const requestScriptChanges = (
  ctx: Context,
  { id, comment, steps = [] }: ScriptReturn,
): Promise<Outcome<Record<string, unknown>>> =>
  moveScript(ctx, id, async (req) => {
    const found = await scriptFor(ctx, req, { id, act: 'script.requestChanges' });
    if (!found.ok) return found;
    const whole = found.value;
    const { status } = whole.frame.content;
    const wrong = checkScriptStatus('request-changes', stateOf({ status }, whole.posts));
    if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
    const waiting = whole.posts.filter(isWaiting);
    const strange = steps.find(({ post }) => !waiting.some(({ bound }) => bound.content.id === post));
    if (strange) return refuseScript(409, [{ code: 'script-strange-post', post: strange.post }], ctx, whole);
    const asked = new Map(steps.map(({ post, comment: said }) => [post, said.trim()]));
    const said = comment?.trim() ?? '';
    if ((said === '' && asked.size === 0) || [...asked.values()].includes('')) {
      return refuseScript(400, [{ code: 'script-comment-missing' }], ctx, whole);
    }
    return done({
      whole,
      step: {
        decision: 'changes-requested',
        status: status === 'approved' ? 'approved' : 'changes-requested',
        comment: said === '' ? null : said,
        evidence: { steps: Object.fromEntries(asked) },
        fence: false,
        posts: waiting.map((post) => {
          const own = asked.get(post.bound.content.id);
          return own ? returned(ctx, post, own) : withdrawn(post);
        }),
      },
    });
  });
