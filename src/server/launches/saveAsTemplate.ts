import { slugs } from '@collections/slugs';
import { type LeftPart, leftOut, type SaveQuestion, templateFrom } from '@/core/launch/saveAs';
import type { Locale, PostId } from '@/core/model';
import { leftSentence, templateOrigin } from '@/core/words/launchTemplate';
import { changersOf, changersWith } from '../approvals/changers';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor } from '../documents';
import { done, type Outcome } from '../outcome';
import { idOf } from '../posts/content';
import { noEdit } from '../posts/noEdit';
import { refuseScript, scriptFor } from './load';
import { templatePhases } from './rows';
import type { Whole } from './whole';

/** A post that a script of the template would not have in all its parts, and that in words. */
export interface LeftBehind {
  post: PostId;
  title: string;
  parts: readonly LeftPart[];
  say: string;
}

const savedFrom = ({
  frame,
  posts,
  postRefs,
}: Pick<Whole, 'frame' | 'posts' | 'postRefs'>): SaveQuestion => ({
  content: frame.content,
  posts: posts.map(({ bound: { content, row } }) => ({
    ...content,
    replaces: idOf(row.replaces) as PostId | null,
  })),
  feeds: postRefs.feeds,
});

/** What saving a script as a template leaves out, by name; in the reader’s language. */
export const leftBehind = (
  whole: Pick<Whole, 'frame' | 'posts' | 'postRefs'>,
  locale: Locale,
): LeftBehind[] => leftOut(savedFrom(whole)).map((left) => ({ ...left, say: leftSentence(left, locale) }));

interface SaveAs {
  id: string;
  name: string;
  /** What it is for; without one it says where it comes from. */
  description?: string;
}

interface Saved {
  id: string;
  left: LeftBehind[];
}

/**
 * A template from a script with its posts as they are, to be used again; it is approved by itself. The answer has in
 * `leftOut` what of its posts is not in it.
 */
export async function saveAsTemplate(
  ctx: Context,
  { id, name, description = '' }: SaveAs,
): Promise<Outcome<Record<string, unknown>>> {
  const made = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<Saved>> => {
    const found = await scriptFor(ctx, req, { id, act: 'script.make' });
    if (!found.ok) return found;
    const { frame, posts } = found.value;
    const { content } = frame;
    const { launchAt } = content;
    if (launchAt === null) {
      return refuseScript(400, [{ code: 'script-without-time' }], ctx, found.value);
    }
    const phases = templateFrom(savedFrom(found.value));
    const template = await ctx.payload.create({
      collection: slugs.launchTemplates,
      data: {
        name: name.trim() || content.name,
        description: description.trim() || templateOrigin({ ...content, launchAt, now: ctx.now }, ctx.locale),
        phases: templatePhases(ctx.payload, phases),
      } as never,
      depth: 0,
      overrideAccess: false,
      user: ctx.req.user,
      req,
    });
    // Who wrote the script has written the template, whoever saves it.
    const writers = [frame.row, ...posts.map(({ bound }) => bound.row)].flatMap(changersOf);
    await ctx.payload.db.updateOne({
      collection: slugs.launchTemplates,
      id: template.id,
      data: { ...noEdit, changedBy: changersWith(req, { changedBy: writers }) },
      req,
      returning: false,
    });
    return done({ id: String(template.id), left: leftBehind(found.value, ctx.locale) });
  });
  if (!made.ok) return made;
  const { id: saved, left } = made.value;
  return done({ ...(await documentFor(ctx, slugs.launchTemplates, saved)), leftOut: left });
}
