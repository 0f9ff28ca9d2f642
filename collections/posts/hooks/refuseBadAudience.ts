import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { audienceProblems } from '@/server/posts/audienceProblems';
import { slugs } from '../../slugs';

/** An audience that cannot be shown, or under which a customer would see two versions, is refused while writing. */
export const refuseBadAudience: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const errors = await audienceProblems(req, { ...originalDoc, ...data });
  if (errors.length > 0) throw new ValidationError({ collection: slugs.posts, errors, req }, req.t);
  return data;
};
