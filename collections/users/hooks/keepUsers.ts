import { APIError, type CollectionBeforeDeleteHook } from 'payload';
import { wordsFor } from '@/server/auth/language';

/** The trail names people for ever, so that accounts are switched off and not deleted: by any door. */
export const keepUsers: CollectionBeforeDeleteHook = ({ req }) => {
  throw new APIError(wordsFor(req).usersAreKept, 403);
};
