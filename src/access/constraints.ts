import type { PayloadRequest, Where } from 'payload';
import { actorOf, type CollectionSubject, type Operation, type Scope } from '../core/abilities';
import { ofEverybody } from '../core/decisions';
import { allFeedIds, officeUserIds, teamFeedIds, teamPostIds, teamRuleIds, teamUserIds } from './actor';

interface Question {
  req: PayloadRequest;
  slug: CollectionSubject;
  operation: Operation;
  scope: Exclude<Scope, 'none' | 'all'>;
}

/**
 * Which rows a person reaches whose permission stops at his own or at his team. `true` is everything
 * (a person without a team), `false` nothing: a collection of which it is not written how it belongs to
 * a team is closed to people who have one.
 */
export async function constraintFor({ req, slug, operation, scope }: Question): Promise<boolean | Where> {
  const where = scope === 'own' ? own(req, slug) : await ofTeam(req, slug, operation);
  return typeof where === 'object' && operation === 'readVersions' ? versioned(where) : where;
}

function own(req: PayloadRequest, slug: CollectionSubject): boolean | Where {
  const me = req.user?.id ?? null;
  if (me === null) return false;
  if (slug === 'users') return { id: { equals: me } };
  if (slug === 'receipts') return { staff: { equals: String(me) } };
  return false;
}

async function ofTeam(
  req: PayloadRequest,
  slug: CollectionSubject,
  operation: Operation,
): Promise<boolean | Where> {
  if (slug === 'users') return people(req, operation);
  if (actorOf(req.user)?.team === null) return true;
  switch (slug) {
    case 'feeds':
      return { id: { in: await teamFeedIds(req) } };
    case 'posts':
      return { or: [{ feeds: { in: await teamFeedIds(req) } }, await withoutFeeds(req)] };
    case 'releases':
      return { feed: { in: (await teamFeedIds(req)).map(String) } };
    case 'decision-log':
      // A stop, a resumption and an outage are about every feed.
      return {
        or: [{ feed: { in: (await teamFeedIds(req)).map(String) } }, { what: { in: [...ofEverybody] } }],
      };
    case 'cap-rules':
      return { id: { in: await teamRuleIds(req) } };
    case 'receipts':
    case 'results':
      return { staff: { in: (await teamUserIds(req)).map(String) } };
    case 'approvals':
    case 'comments':
      return {
        or: [
          { subject: { in: (await teamPostIds(req)).map((id) => `posts:${id}`) } },
          // Scripts are read by everybody who plans.
          { subject: { like: 'launch-scripts:' } },
        ],
      };
    default:
      return false;
  }
}

/**
 * Posts that are nobody's yet. The two databases mean different things: on MongoDB an empty list exists, and
 * in SQL a list without rows is in nothing and not in nothing.
 */
async function withoutFeeds(req: PayloadRequest): Promise<Where> {
  return req.payload.db.name === 'mongoose'
    ? { feeds: { not_in: await allFeedIds(req) } }
    : { feeds: { exists: false } };
}

/** A manager reads his team and those without one, changes those of them who are staff only, and himself. */
async function people(req: PayloadRequest, operation: Operation): Promise<boolean | Where> {
  const me: Where = { id: { equals: req.user?.id ?? '' } };
  const team = actorOf(req.user)?.team ?? null;
  const near: Where | null =
    team === null ? null : { or: [{ team: { equals: team } }, { team: { exists: false } }] };
  if (operation === 'read') return near === null ? true : { or: [me, near] };
  const staffOnly: Where = { id: { not_in: await officeUserIds(req) } };
  return { or: [me, near === null ? staffOnly : { and: [staffOnly, near] }] };
}

/** Documents of the versions table have their fields below `version`, and the document's id in `parent`. */
function versioned(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, value]) => {
      if ((key === 'or' || key === 'and') && Array.isArray(value)) return [key, value.map(versioned)];
      return [key === 'id' ? 'parent' : `version.${key}`, value];
    }),
  ) as Where;
}
