import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { actorWithFeeds } from '@/access';
import { withinTeam } from '@/core/abilities';
import { wordsFor } from '@/server/auth/language';
import { feedsOfStoredScript } from '@/server/launches/feeds';
import { idOf } from '@/server/posts/content';

/**
 * A person with a team makes posts part of scripts of that team alone: what a launch may do beyond the rules was
 * granted to its own posts, and one of another team’s feeds would keep its editors from moving it.
 */
export const requireOwnScript: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const script = idOf(data?.launchScript);
  if (script === null || script === idOf(originalDoc?.launchScript)) return data;
  const actor = await actorWithFeeds(req);
  if (!actor || actor.team === null) return data;
  if (!withinTeam(actor, await feedsOfStoredScript(req, script))) {
    throw new APIError(wordsFor(req).scriptOfOwnFeeds, 403, undefined, true);
  }
  return data;
};
