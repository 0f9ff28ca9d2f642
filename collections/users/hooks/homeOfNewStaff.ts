import type { CollectionBeforeValidateHook } from 'payload';
import { actorOf, hasRole } from '@/core/abilities';
import { askedOf } from './asked';

/** Who is made by a manager with a team belongs to that team, unless said otherwise. */
export const homeOfNewStaff: CollectionBeforeValidateHook = ({ data, operation, req }) => {
  const actor = actorOf(req.user);
  if (operation !== 'create' || askedOf(req) === null || !actor?.team || hasRole(actor, 'admin')) return;
  if (data?.team === undefined || data.team === null) return { ...data, team: idAsStored(req.user) };
};

function idAsStored(user: unknown): unknown {
  const team = typeof user === 'object' && user !== null && 'team' in user ? user.team : null;
  return typeof team === 'object' && team !== null && 'id' in team ? team.id : team;
}
