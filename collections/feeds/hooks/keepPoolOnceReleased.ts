import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { sentence } from '@/core/words/fields';
import { localeOf } from '@/server/context';
import { idOf } from '@/server/posts/content';
import { slugs } from '../../slugs';

/** Moving a feed to another pool would take its releases out of the counts of the old one. */
export const keepPoolOnceReleased: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !('pool' in data) || idOf(data.pool) === idOf(originalDoc?.pool)) return data;
  const { totalDocs } = await req.payload.db.count({
    collection: slugs.releases,
    where: { feed: { equals: String(originalDoc?.id) } },
    req,
  });
  if (totalDocs === 0) return data;
  const errors = [{ path: 'pool', message: sentence('poolFixed', localeOf(req)) }];
  throw new ValidationError({ collection: slugs.feeds, errors, req }, req.t);
};
