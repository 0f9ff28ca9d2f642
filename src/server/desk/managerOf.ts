import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { idOf } from '@/core/abilities';

/** The name of a manager of the person’s team, to say whom to ask; null when the team has none. */
export async function managerOf(payload: Payload, user: { team?: unknown }): Promise<string | null> {
  const team = idOf(user.team);
  if (team === null) return null;
  const { docs } = await payload.db.find<{ id: string | number; name: string }>({
    collection: slugs.users,
    where: {
      and: [{ team: { equals: team } }, { active: { equals: true } }, { roles: { in: ['manager'] } }],
    },
    select: { name: true },
    sort: 'id',
    limit: 1,
    pagination: false,
  });
  return docs[0]?.name ?? null;
}
