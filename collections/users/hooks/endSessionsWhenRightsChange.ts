import type { CollectionBeforeChangeHook } from 'payload';
import { idOf, rolesIn } from '@/core/abilities';

/**
 * A leaver, a demoted or moved person and one whose password changed is signed out everywhere, in the
 * same write: there is no moment at which the new rights are stored and an old session still lives.
 */
export const endSessionsWhenRightsChange: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !rightsChange(data, originalDoc ?? {})) return data;
  if (data.password && idOf(req.user?.id) === idOf(originalDoc?.id) && req.user) {
    // Payload would keep the session that changed its own password, after this hook, if it knew which it is.
    Object.assign(req.user, { _sid: undefined });
  }
  const left = data.active === false ? { apiKey: null, apiKeyIndex: null, enableAPIKey: false } : {};
  return { ...data, ...left, sessions: [] };
};

function rightsChange(next: Record<string, unknown>, before: Record<string, unknown>): boolean {
  if (typeof next.password === 'string' && next.password !== '') return true;
  if ('active' in next && next.active !== true && before.active === true) return true;
  if ('team' in next && idOf(next.team) !== idOf(before.team)) return true;
  return (
    'roles' in next && [...rolesIn(next.roles)].sort().join() !== [...rolesIn(before.roles)].sort().join()
  );
}
