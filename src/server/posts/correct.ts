import { slugs } from '@collections/slugs';
import { checkStatus } from '@/core/approval/workflow';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { refuseProblems, subjectFor } from './load';
import { postWrite } from './noEdit';

const copied = [
  'kind',
  'body',
  'guidance',
  'copyMode',
  'dayBound',
  'images',
  'video',
  'link',
  'linkTitle',
  'product',
  'offer',
  'occasion',
  'feeds',
  'audience',
  'launchScript',
  'onConflict',
  'onLate',
  'priority',
] as const;

type Row = Record<string, unknown>;

const withoutIds = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((item) => {
        if (typeof item !== 'object' || item === null) return item;
        const { id: _, ...rest } = item as Row;
        return {
          ...rest,
          ...('firstComments' in rest ? { firstComments: withoutIds(rest.firstComments) } : {}),
        };
      })
    : value;

/** What is out never changes: a correction is a new draft that replaces it, to be given a time and approved. */
export async function correctPost(ctx: Context, { id }: { id: string }): Promise<Outcome<Row>> {
  const found = await subjectFor(ctx, ctx.req, { id, act: 'post.correct' });
  if (!found.ok) return found;
  const { bound, refs } = found.value;
  const wrong = checkStatus('correct', bound.content.status);
  if (wrong.length > 0) return refuseProblems(409, wrong, { ctx, refs });
  const { row } = bound;
  const suffix = ctx.locale === 'zh' ? '（更正）' : ' (corrected)';
  const made = await ctx.payload.create({
    collection: slugs.posts,
    data: {
      ...Object.fromEntries(copied.map((field) => [field, row[field]])),
      title: `${bound.content.title.slice(0, 80 - suffix.length)}${suffix}`,
      firstComments: withoutIds(row.firstComments),
      variants: withoutIds(row.variants),
    } as never,
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req: ctx.req,
  });
  await ctx.payload.db.updateOne({
    collection: slugs.posts,
    id: made.id,
    data: { ...postWrite(), replaces: row.id },
    returning: false,
  });
  return done({ ...(made as unknown as Row), replaces: row.id });
}
