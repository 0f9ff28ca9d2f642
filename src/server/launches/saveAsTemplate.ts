import { slugs } from '@collections/slugs';
import { templateFrom } from '@/core/launch/saveAs';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor } from '../documents';
import { done, type Outcome } from '../outcome';
import { refuseScript, scriptFor } from './load';
import { templatePhases } from './rows';

/** A template from a script with its posts as they are, to be used again; it is approved by itself. */
export async function saveAsTemplate(
  ctx: Context,
  { id, name }: { id: string; name: string },
): Promise<Outcome<Record<string, unknown>>> {
  const made = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<string>> => {
    const found = await scriptFor(ctx, req, { id, act: 'script.make' });
    if (!found.ok) return found;
    const { frame, posts, postRefs } = found.value;
    const { content } = frame;
    if (content.launchAt === null) {
      return refuseScript(400, [{ code: 'script-without-time' }], ctx, found.value);
    }
    const phases = templateFrom({
      content,
      posts: posts.map(({ bound }) => bound.content),
      feeds: postRefs.feeds,
    });
    const template = await ctx.payload.create({
      collection: slugs.launchTemplates,
      data: { name: name.trim() || content.name, phases: templatePhases(ctx.payload, phases) } as never,
      depth: 0,
      overrideAccess: false,
      user: ctx.req.user,
      req,
    });
    return done(String(template.id));
  });
  return made.ok ? done(await documentFor(ctx, slugs.launchTemplates, made.value)) : made;
}
