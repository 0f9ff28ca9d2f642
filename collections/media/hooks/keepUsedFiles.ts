import { APIError, type CollectionBeforeDeleteHook } from 'payload';
import { usesOf } from '../../../src/server/media/usesOf';
import { wordsFor } from './refuse';

/** A file that something names stays: what was approved or released does not lose its picture. */
export const keepUsedFiles: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const places = await usesOf(req.payload, id, req);
  if (places.length > 0)
    throw new APIError(wordsFor(req).inUse(places), 409, { code: 'in-use', places }, true);
};
