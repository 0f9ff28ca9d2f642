import type { FieldHook } from 'payload';
import { actorWithFeeds } from '@/access';
import { withinTeam } from '@/core/abilities';
import type { Slot } from '@/core/decisions';

/** Feeds of several teams may share a pool: what holds a place there is named to those who may read its feed. */
export const ownSlots: FieldHook = async ({ value, req }) => {
  const actor = await actorWithFeeds(req);
  if (!actor || !Array.isArray(value)) return value;
  return (value as Slot[]).filter(({ feed }) => withinTeam(actor, [feed]));
};
