import { APIError, type CollectionBeforeLoginHook } from 'payload';
import { wordsFor } from '@/server/auth/language';

/**
 * Asked anew of the database: Payload read the account before it checked the password, which takes a
 * fifth of a second, and the person may have been switched off meanwhile.
 */
export const refuseInactive: CollectionBeforeLoginHook = async ({ req, user }) => {
  const now = await req.payload.db.findOne<{ id: number | string; active?: boolean }>({
    collection: 'users',
    where: { id: { equals: user.id } },
    select: { active: true },
    req,
  });
  if (now?.active !== true) throw new APIError(wordsFor(req).inactive, 403);
};
