import { type Role, roles } from '../model';
import type { Actor } from './index';

/** The signed-in person as the core knows people, from a user document; null when nobody is signed in. */
export function actorOf(user: unknown): Actor | null {
  if (typeof user !== 'object' || user === null || !('id' in user)) return null;
  if ('collection' in user && user.collection !== undefined && user.collection !== 'users') return null;
  return {
    id: String(user.id),
    roles: rolesIn('roles' in user ? user.roles : null),
    active: 'active' in user && user.active === true,
    team: idOf('team' in user ? user.team : null),
  };
}

export function rolesIn(value: unknown): Role[] {
  if (!Array.isArray(value)) return [];
  return value.filter((role): role is Role => (roles as readonly unknown[]).includes(role));
}

/** An id as text, from an id or a populated document. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value !== 'object' || value === null) return null;
  if ('id' in value) return idOf(value.id);
  // An ObjectId of MongoDB's driver.
  return 'toHexString' in value ? String(value) : null;
}
