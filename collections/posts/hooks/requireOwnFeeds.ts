import {
  type CollectionBeforeDeleteHook,
  type CollectionBeforeValidateHook,
  Forbidden,
  type PayloadRequest,
} from 'payload';
import { actorWithFeeds } from '@/access';
import { withinTeam } from '@/core/abilities';
import { idsOf } from '@/server/posts/content';
import { slugs } from '../../slugs';

async function requireWithinTeam(req: PayloadRequest, feeds: () => Promise<string[]>): Promise<void> {
  const actor = await actorWithFeeds(req);
  if (actor && !withinTeam(actor, await feeds())) throw new Forbidden(req.t);
}

/** A person with a team writes for the feeds of that team only, and touches no post that goes elsewhere too. */
export const requireOwnFeeds: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  await requireWithinTeam(req, async () => [...idsOf(originalDoc?.feeds), ...idsOf(data?.feeds)]);
  return data;
};

export const requireOwnFeedsToDelete: CollectionBeforeDeleteHook = ({ id, req }) =>
  requireWithinTeam(req, async () => {
    const post = await req.payload.db.findOne<{ id: string; feeds?: unknown }>({
      collection: slugs.posts,
      where: { id: { equals: id } },
      select: { feeds: true },
      req,
    });
    return idsOf(post?.feeds);
  });
