import type { PayloadRequest, Where } from 'payload';
import { type Actor, actorOf, idOf, ruleWithinTeam } from '../core/abilities';
import type { FeedId } from '../core/model';

type Id = number | string;

/** The actor with the feeds of his team, for questions about one thing. */
export async function actorWithFeeds(req: PayloadRequest): Promise<Actor | null> {
  const actor = actorOf(req.user);
  if (!actor?.active) return actor;
  if (actor.team === null) return { ...actor, feeds: 'all' };
  return { ...actor, feeds: (await teamFeedIds(req)).map((id) => String(id) as FeedId) };
}

/** Ids (as the database has them) of the feeds whose `teams` has the person's team. One query a request. */
export function teamFeedIds(req: PayloadRequest): Promise<Id[]> {
  return once(req, 'feeds', async () => {
    const team = actorOf(req.user)?.team ?? null;
    return team === null ? [] : idsWhere(req, 'feeds', { teams: { in: [team] } });
  });
}

/** Ids of all feeds. One query a request. */
export function allFeedIds(req: PayloadRequest): Promise<Id[]> {
  return once(req, 'allFeeds', () => idsWhere(req, 'feeds', {}));
}

/** Ids of everybody who has a role beyond staff: those whom a manager may not manage. One query a request. */
export function officeUserIds(req: PayloadRequest): Promise<Id[]> {
  return once(req, 'office', () => idsWhere(req, 'users', { roles: { in: ['admin', 'editor', 'manager'] } }));
}

/** Ids of the people of the person's team. One query a request. */
export function teamUserIds(req: PayloadRequest): Promise<Id[]> {
  return once(req, 'people', async () => {
    const team = actorOf(req.user)?.team ?? null;
    return team === null ? [] : idsWhere(req, 'users', { team: { equals: team } });
  });
}

/** Ids of the newest posts of the team's feeds: at most 10,000, since they become a list in a query. */
export function teamPostIds(req: PayloadRequest): Promise<Id[]> {
  return once(req, 'posts', async () =>
    idsWhere(req, 'posts', { feeds: { in: await teamFeedIds(req) } }, 10_000),
  );
}

/** Ids of the cap rules that are about feeds of the person's team alone. One query a request. */
export function teamRuleIds(req: PayloadRequest): Promise<Id[]> {
  return once(req, 'rules', async () => {
    const actor = await actorWithFeeds(req);
    if (actor === null) return [];
    // In words of a query "all of its feeds" means different things to the two databases; rules are few.
    const { docs } = await req.payload.db.find<{ id: Id; feeds?: unknown[] | null }>({
      collection: 'cap-rules',
      where: {},
      limit: 0,
      pagination: false,
      select: { feeds: true },
      req,
    });
    const feedsOf = ({ feeds }: (typeof docs)[number]) => (feeds ?? []).map((feed) => idOf(feed) ?? '');
    return docs.filter((rule) => ruleWithinTeam(actor, feedsOf(rule))).map(({ id }) => id);
  });
}

/** The answer is kept for this request, and within it for this person and team. */
function once(req: PayloadRequest, name: string, load: () => Promise<Id[]>): Promise<Id[]> {
  const actor = actorOf(req.user);
  const key = `access:${name}:${actor?.id ?? ''}:${actor?.team ?? ''}`;
  req.context ??= {};
  const kept = req.context[key];
  if (kept instanceof Promise) return kept as Promise<Id[]>;
  const loading = load();
  req.context[key] = loading;
  return loading;
}

async function idsWhere(
  req: PayloadRequest,
  collection: 'feeds' | 'users' | 'posts',
  where: Where,
  limit = 0,
): Promise<Id[]> {
  // As the system: the question is which rows the person may see, so it cannot be asked on his behalf.
  const found = await req.payload.db.find<{ id: Id }>({
    collection,
    where,
    limit,
    pagination: false,
    sort: '-id',
    select: { id: true },
    req,
  });
  return found.docs.map((doc) => doc.id);
}
