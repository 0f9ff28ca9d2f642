import type { CollectionBeforeDeleteHook } from 'payload';
import { isNamedByPosts } from '@/server/posts/isNamed';
import { refuseInUse } from '../../hooks/refuseInUse';
import { slugs } from '../../slugs';

/** Without the offer copy would lose its name and code after a manager has approved them. */
export const keepNamedOffer: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isNamedByPosts(req, slugs.offers, String(id))) refuseInUse(req);
};
