import type { AfterErrorHook } from 'payload';
import { databaseWords } from '@/core/words/database';
import { localeFor } from '../auth/language';
import { leftOpen } from '../fences/open';
import { databaseUnavailable } from './errors';

/** A disk that is full, a database that is locked for long or gone: 503 with a sentence, for every door of Payload. */
export const sayUnavailable: AfterErrorHook = ({ error, req }) => {
  if (!databaseUnavailable(error)) return undefined;
  // Committed before the database went away: to say that it was not saved would be wrong.
  const words = leftOpen(req) ? databaseWords.notInLog : databaseWords.unavailable;
  const message = words[localeFor(req)];
  return { status: 503, response: { errors: [{ message }] } };
};
