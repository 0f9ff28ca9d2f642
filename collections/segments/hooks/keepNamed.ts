import { APIError, type CollectionBeforeDeleteHook, type PayloadRequest } from 'payload';
import { sentence } from '@/core/words/fields';
import { localeFor } from '@/server/auth/language';
import { hasSegments, isNamed } from '@/server/segments/uses';

const refuse = (req: PayloadRequest): never => {
  throw new APIError(sentence('inUse', localeFor(req)), 409, { code: 'in-use' }, true);
};

/** Without the tag 「部分可见」 would show a post to fewer, and 「不给谁看」 to more than a manager approved. */
export const keepNamedSegment: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isNamed(req, String(id))) refuse(req);
};

export const keepFilledDimension: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await hasSegments(req, String(id))) refuse(req);
};
