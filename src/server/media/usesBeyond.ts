import type { PayloadRequest } from 'payload';
import { type Actor, can, idOf, rolesIn } from '../../core/abilities';
import { mayManage } from '../../core/abilities/people';
import type { MediaUse } from '../../core/moments';
import { mediaFields } from './usesOf';

interface Row {
  id: number | string;
  feeds?: unknown[] | null;
  roles?: unknown;
  team?: unknown;
}

const isTheirs: Partial<Record<MediaUse, (actor: Actor, row: Row) => boolean>> = {
  posts: (actor, { feeds }) =>
    can(actor, 'update', { type: 'posts', feeds: (feeds ?? []).map((feed) => idOf(feed) ?? '') }),
  users: (actor, { id, roles, team }) =>
    mayManage(actor, { id: String(id), roles: rolesIn(roles), team: idOf(team) }),
  receipts: () => false,
};

/** The places that show this file and that the actor could not change: posts, profiles, proofs of receipts. */
export async function usesBeyond(
  req: PayloadRequest,
  actor: Actor,
  media: number | string,
): Promise<MediaUse[]> {
  const uses: MediaUse[] = [];
  for (const [collection, theirs] of Object.entries(isTheirs)) {
    const place = collection as MediaUse;
    // As the system: it is about those posts and people that the actor may not see.
    const { docs } = await req.payload.db.find<Row>({
      collection: place,
      where: { or: mediaFields[place].map((field) => ({ [field]: { in: [media] } })) },
      select: { feeds: true, roles: true, team: true },
      limit: 0,
      pagination: false,
      req,
    });
    if (docs.some((row) => !theirs(actor, row))) uses.push(place);
  }
  return uses;
}
