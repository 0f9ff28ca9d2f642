import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { actorWithFeeds } from '@/access';
import { ruleWithinTeam, withinTeam } from '@/core/abilities';
import { feedsOfScript } from '@/core/launch';
import { wordsFor } from '@/server/auth/language';
import { launchOf } from '@/server/launches/content';
import { feedsOfItsPosts } from '@/server/launches/feeds';

/** A person with a team writes scripts for feeds of that team alone, before and after the change. */
export const requireOwnFeeds: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const actor = await actorWithFeeds(req);
  if (!actor) return data;
  for (const row of [originalDoc ?? {}, { ...originalDoc, ...data }]) {
    const feeds = feedsOfScript(launchOf(row));
    const own = feeds === 'all' ? ruleWithinTeam(actor, []) : withinTeam(actor, feeds);
    if (!own) throw new APIError(wordsFor(req).scriptOfOwnFeeds, 403, undefined, true);
  }
  const posts = originalDoc?.id === undefined ? [] : await feedsOfItsPosts(req, String(originalDoc.id));
  if (!withinTeam(actor, posts)) throw new APIError(wordsFor(req).scriptOfOwnFeeds, 403, undefined, true);
  return data;
};
