import { APIError, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload';
import { actorOf, scopeOf } from '@/core/abilities';
import { wordsFor } from '@/server/auth/language';
import { idsOf } from '@/server/posts/content';
import { slugs } from '../../slugs';

const differing = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((id) => !b.includes(id)),
  ...b.filter((id) => !a.includes(id)),
];

/** Whom one may not read cannot be added, nor taken out. */
async function seesAll(req: PayloadRequest, people: readonly string[]): Promise<boolean> {
  if (people.length === 0) return true;
  const { totalDocs } = await req.payload.count({
    collection: slugs.users,
    where: { id: { in: [...people] } },
    overrideAccess: false,
    user: req.user,
    req,
  });
  return totalDocs === new Set(people).size;
}

/** A person with a team makes feeds for that team, moves none between teams, and moves no other team's people. */
export const keepToOwnTeam: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req.user);
  if (!data || !actor || actor.team === null || scopeOf(actor, operation, slugs.feeds) !== 'team')
    return data;
  const made = operation === 'create';
  const given = data.teams === undefined ? null : idsOf(data.teams);
  const home = made && (given === null || given.length === 0);
  const stays = made ? [actor.team] : idsOf(originalDoc?.teams);
  if (given !== null && !home && differing(given, stays).length > 0) {
    throw new APIError(wordsFor(req).feedOfOwnTeam, 403);
  }
  const moved = data.members === undefined ? [] : differing(idsOf(data.members), idsOf(originalDoc?.members));
  if (!(await seesAll(req, moved))) throw new APIError(wordsFor(req).membersOfOwnTeam, 403);
  return home ? { ...data, teams: [teamAsStored(req)] } : data;
};

function teamAsStored({ user }: PayloadRequest): unknown {
  const team = user?.team;
  return typeof team === 'object' && team !== null ? team.id : team;
}
