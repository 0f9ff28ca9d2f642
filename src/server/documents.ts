import type { Slug } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { Context } from './context';
import { rows } from './posts/references';

type Row = Record<string, unknown>;

/** Whether text can be an id of this database; anything else would be an error of its driver. */
export const isIdOf = ({ db }: Payload, id: string): boolean =>
  (db.defaultIDType === 'number' ? /^[1-9]\d{0,14}$/ : /^[0-9a-f]{24}$/i).test(id);

/** A document as stored, for a use case; null when it is not there or the person of `ctx` may not see it. */
export async function visibleRow(
  { payload, req: { user } }: Context,
  req: PayloadRequest,
  { collection, id }: { collection: Slug; id: string },
): Promise<Row | null> {
  if (!isIdOf(payload, id)) return null;
  const visible = await payload.find({
    collection,
    where: { id: { equals: id } },
    overrideAccess: false,
    user,
    depth: 0,
    limit: 1,
    pagination: false,
    select: {},
    req,
  });
  if (visible.docs.length === 0) return null;
  const [row] = await rows(payload, collection, { id: { equals: id } }, req);
  return row ?? null;
}

/** A document as the person may see it, after everything has settled. */
export async function documentFor(ctx: Context, collection: Slug, id: string): Promise<Row> {
  const document = await ctx.payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req: ctx.req,
  });
  return document as unknown as Row;
}
