import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { actorWithFeeds } from '@/access';
import { ruleWithinTeam } from '@/core/abilities';
import { wordsFor } from '@/server/auth/language';
import { idsOf } from '@/server/posts/content';

/** Where a rule of a person with a team comes to; which stored rules that person reaches is said by access. */
export const requireOwnFeeds: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const actor = await actorWithFeeds(req);
  const feeds = idsOf(data?.feeds === undefined ? originalDoc?.feeds : data.feeds);
  if (actor && !ruleWithinTeam(actor, feeds)) throw new APIError(wordsFor(req).ruleOfOwnFeeds, 403);
  return data;
};
