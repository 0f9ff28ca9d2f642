import type { CollectionBeforeValidateHook } from 'payload';
import { Forbidden } from 'payload';
import { actorWithFeeds } from '@/access';
import { withinTeam } from '@/core/abilities';
import { idsOf } from '@/server/posts/content';

/** A person with a team writes for the feeds of that team only, and touches no post that goes elsewhere too. */
export const requireOwnFeeds: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const actor = await actorWithFeeds(req);
  if (!actor) return data;
  const feeds = [...idsOf(originalDoc?.feeds), ...idsOf(data?.feeds)];
  if (!withinTeam(actor, feeds)) throw new Forbidden(req.t);
  return data;
};
