import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError, type Where } from 'payload';
import { sentence } from '@/core/words/fields';
import { localeFor } from '@/server/auth/language';
import { idOf } from '@/server/posts/content';
import { slugs } from '../../slugs';

const hasReleased = async (req: PayloadRequest, of: Where): Promise<boolean> => {
  const where = { and: [of, { type: { equals: 'release' } }] };
  return (await req.payload.db.count({ collection: slugs.releases, where, req })).totalDocs > 0;
};

/** Another pool or another day would take a feed's releases out of the counts that they were released in. */
export const keepPlaceOnceReleased: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update') return data;
  const fixed = [
    { path: 'pool', moves: 'pool' in data && idOf(data.pool) !== idOf(originalDoc?.pool) },
    { path: 'timezone', moves: 'timezone' in data && data.timezone !== originalDoc?.timezone },
  ].filter(({ moves }) => moves);
  if (fixed.length === 0 || !(await hasReleased(req, { feed: { equals: String(originalDoc?.id) } })))
    return data;
  const message = sentence('placeFixed', localeFor(req));
  const errors = fixed.map(({ path }) => ({ path, message }));
  throw new ValidationError({ collection: slugs.feeds, errors, req }, req.t);
};

/** The same of the pool, whose days its feeds share. */
export const keepDaysOnceReleased: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !('timezone' in data) || data.timezone === originalDoc?.timezone) return data;
  if (!(await hasReleased(req, { log: { equals: `pool:${originalDoc?.id}` } }))) return data;
  const errors = [{ path: 'timezone', message: sentence('daysFixed', localeFor(req)) }];
  throw new ValidationError({ collection: slugs.pools, errors, req }, req.t);
};
