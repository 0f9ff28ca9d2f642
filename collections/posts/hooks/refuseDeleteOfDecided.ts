import { APIError, type CollectionBeforeDeleteHook } from 'payload';
import { deleteDecidedSentence } from '@/core/words/approval';
import { localeFor } from '@/server/auth/language';
import { wasEverDecided } from '@/server/posts/wasEverDecided';

/** What an approval or the log names is kept: only a draft that was never submitted can be deleted. */
export const refuseDeleteOfDecided: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await wasEverDecided(req, String(id))) {
    throw new APIError(deleteDecidedSentence[localeFor(req)], 409, undefined, true);
  }
};
