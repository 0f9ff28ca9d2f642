import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { badExceptions } from '@/server/launches/badExceptions';
import { slugs } from '../../slugs';

/** An exception that relaxes nothing, or that nobody could mean, is refused while writing, at its field. */
export const refuseBadExceptions: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const errors = await badExceptions(req, { ...originalDoc, ...data });
  if (errors.length > 0) throw new ValidationError({ collection: slugs.launchScripts, errors, req }, req.t);
  return data;
};
