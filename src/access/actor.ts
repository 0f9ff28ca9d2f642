import type { PayloadRequest } from 'payload';
import type { Actor } from '../core/abilities';
import { type FeedId, type Role, roles } from '../core/model';

/** What we read of a user; Payload's own type is wider and differs between databases. */
export interface UserLike {
  id: number | string;
  collection?: string;
  roles?: readonly string[] | null;
  active?: boolean | null;
  team?: unknown;
}

/** The signed-in person as the core knows people, looked up at this request; null when nobody is. */
export function actorOf(user: unknown): Actor | null {
  if (!isUser(user)) return null;
  return {
    id: String(user.id),
    roles: (user.roles ?? []).filter((role): role is Role => (roles as readonly string[]).includes(role)),
    active: user.active === true,
    team: idOf(user.team),
  };
}

/** The actor with the feeds of his team, for questions about one thing. */
export async function actorWithFeeds(req: PayloadRequest): Promise<Actor | null> {
  const actor = actorOf(req.user);
  if (!actor?.active) return actor;
  if (actor.team === null) return { ...actor, feeds: 'all' };
  return { ...actor, feeds: (await teamFeedIds(req)).map((id) => String(id) as FeedId) };
}

/** Ids (as the database has them) of the feeds whose `teams` has the person's team. One query a request. */
export function teamFeedIds(req: PayloadRequest): Promise<(number | string)[]> {
  return once(req, 'teamFeedIds', async () => {
    const team = rawId(isUser(req.user) ? req.user.team : null);
    if (team === null) return [];
    return idsWhere(req, 'feeds', { teams: { in: [team] } });
  });
}

/** Ids of everybody who has a role beyond staff: those whom a manager may not manage. One query a request. */
export function officeUserIds(req: PayloadRequest): Promise<(number | string)[]> {
  return once(req, 'officeUserIds', () =>
    idsWhere(req, 'users', { roles: { in: ['admin', 'editor', 'manager'] } }),
  );
}

/** Ids of the people of the person's team. One query a request. */
export function teamUserIds(req: PayloadRequest): Promise<(number | string)[]> {
  return once(req, 'teamUserIds', async () => {
    const team = rawId(isUser(req.user) ? req.user.team : null);
    return team === null ? [] : idsWhere(req, 'users', { team: { equals: team } });
  });
}

/** An id as text from an id or a populated document. */
export function idOf(value: unknown): string | null {
  const id = rawId(value);
  return id === null ? null : String(id);
}

function rawId(value: unknown): number | string | null {
  if (typeof value === 'number' || typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'object' && value !== null && 'id' in value) return rawId(value.id);
  return null;
}

function isUser(user: unknown): user is UserLike {
  return (
    typeof user === 'object' &&
    user !== null &&
    'id' in user &&
    (!('collection' in user) || user.collection === undefined || user.collection === 'users')
  );
}

/** The answer is kept for this request and this person: a request may be reused for another one by tests. */
function once(
  req: PayloadRequest,
  name: string,
  load: () => Promise<(number | string)[]>,
): Promise<(number | string)[]> {
  const key = `access:${name}:${idOf(req.user) ?? ''}:${idOf(isUser(req.user) ? req.user.team : null) ?? ''}`;
  const kept = req.context?.[key];
  if (kept instanceof Promise) return kept as Promise<(number | string)[]>;
  const loading = load();
  req.context ??= {};
  req.context[key] = loading;
  return loading;
}

async function idsWhere(
  req: PayloadRequest,
  collection: 'feeds' | 'users',
  where: NonNullable<Parameters<PayloadRequest['payload']['find']>[0]['where']>,
): Promise<(number | string)[]> {
  // As the system: the question is which rows the person may see, so it cannot be asked on his behalf.
  const found = await req.payload.find({
    collection,
    where,
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: true,
    req,
  });
  return found.docs.map((doc) => doc.id as number | string);
}
