import { AuthenticationError, type CollectionAfterErrorHook } from 'payload';
import { wordsFor } from '@/server/auth/language';

const nameless = 'Username or email is required';

/** Payload's own sentences about accounts speak English, or of e-mail alone, where people use numbers. */
export const sayInWords: CollectionAfterErrorHook = ({ error, req, result }) => {
  const words = wordsFor(req);
  if (error instanceof AuthenticationError) return { response: { errors: [{ message: words.wrongPair }] } };
  if (!result || !JSON.stringify(result).includes(nameless)) return;
  return { response: JSON.parse(JSON.stringify(result).replaceAll(nameless, words.nameNeeded)) };
};
