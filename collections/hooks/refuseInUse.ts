import { APIError, type PayloadRequest } from 'payload';
import { sentence } from '@/core/words/fields';
import { localeFor } from '@/server/auth/language';

/** @throws APIError 409, in the reader's language: what something names stays */
export function refuseInUse(req: PayloadRequest): never {
  throw new APIError(sentence('inUse', localeFor(req)), 409, { code: 'in-use' }, true);
}
