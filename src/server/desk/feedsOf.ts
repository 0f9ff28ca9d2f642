import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import { idOf } from '@/core/abilities';
import type { TimeZone } from '@/core/model';
import { isTimeZone } from '@/core/time';

export interface MemberFeed {
  id: string;
  name: string;
  timezone: TimeZone;
}

interface Row {
  id: string | number;
  name: string;
  timezone: TimeZone;
}

const feedsWhere = (payload: Payload, where: Where) =>
  payload.db.find<Row>({
    collection: slugs.feeds,
    where,
    select: { name: true, timezone: true },
    sort: 'id',
    limit: 0,
    pagination: false,
  });

/**
 * The feeds that a person posts for: as a member, or with the whole team. As the system: membership is what
 * gives staff access, so it cannot be asked on their behalf.
 */
export async function feedsOf(
  payload: Payload,
  user: { id: string | number; team?: unknown },
): Promise<MemberFeed[]> {
  const team = idOf(user.team);
  const found = await Promise.all([
    feedsWhere(payload, { members: { in: [user.id] } }),
    ...(team === null ? [] : [feedsWhere(payload, { teams: { in: [team] } })]),
  ]);
  const rows = new Map(found.flatMap(({ docs }) => docs).map((row) => [String(row.id), row]));
  // A feed of which nobody can say what day it is has nothing for today; the others go on.
  return [...rows].flatMap(([id, { name, timezone }]) =>
    isTimeZone(timezone) ? { id, name, timezone } : [],
  );
}
