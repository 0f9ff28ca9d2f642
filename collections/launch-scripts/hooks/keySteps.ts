import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { keyedSteps, twiceUsedKey } from '@/core/launch/keys';
import { keyTwiceSentence } from '@/core/words/launchReasons';
import { localeFor } from '@/server/auth/language';

/** Nobody has to invent a key for a step; of two with the same key, posts would belong to both. */
export const keySteps: CollectionBeforeValidateHook = ({ data, collection, req }) => {
  if (!Array.isArray(data?.phases)) return data;
  const phases = keyedSteps(data.phases);
  const twice = twiceUsedKey(phases);
  if (!twice) return { ...data, phases };
  const message = keyTwiceSentence(twice.key, localeFor(req));
  const path = `phases.${twice.phase}.steps.${twice.step}.key`;
  throw new ValidationError({ collection: collection.slug, errors: [{ path, message }], req }, req.t);
};
