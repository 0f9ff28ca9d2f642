import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { actorWithFeeds } from '@/access';
import { usesBeyond } from '../../../src/server/media/usesBeyond';
import { wordsFor } from './refuse';

/** A new file would change what another team's post or somebody's profile shows. The system replaces none. */
export const keepFilesOfOthers: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !req.file) return data;
  const actor = await actorWithFeeds(req);
  const places = actor === null ? [] : await usesBeyond(req, actor, originalDoc?.id);
  if (places.length > 0)
    throw new APIError(wordsFor(req).inUseByOthers(places), 403, { code: 'in-use', places }, true);
  return data;
};
