import type { CollectionAfterErrorHook } from 'payload';
import { wordsFor } from '@/server/auth/language';

const english = 'Username or email is required';

/** The one sentence about accounts that Payload has in English only. */
export const sayInWords: CollectionAfterErrorHook = ({ req, result }) => {
  if (!result || !JSON.stringify(result).includes(english)) return;
  const response = JSON.parse(JSON.stringify(result).replaceAll(english, wordsFor(req).nameNeeded));
  return { response };
};
