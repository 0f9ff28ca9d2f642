import { slugs } from '@collections/slugs';
import type { FieldHook } from 'payload';
import type { CardKey } from '@/core/model';
import { keys } from '../entry';

/** When a release was recalled: computed from the log at each read, since releases never change. */
export const recalledAtOf: FieldHook = async ({ data, req }) => {
  if (data?.type !== 'release' || typeof data.card !== 'string') return null;
  const recall = await req.payload.db.findOne<{ id: string; at: string }>({
    collection: slugs.releases,
    where: { key: { equals: keys.recall(data.card as CardKey) } },
    req,
  });
  return recall?.at ?? null;
};
