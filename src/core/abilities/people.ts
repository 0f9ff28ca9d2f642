import type { Role } from '../model';
import type { Actor } from './index';
import { hasRole, isStaffOnly } from './index';

/** What is asked of one person's account; `before` is null when it is made. Absent keys are not asked for. */
export interface AccountChange {
  roles?: readonly Role[];
  active?: boolean;
  team?: string | null;
  profile?: boolean;
  signInName?: boolean;
  apiKey?: boolean;
}

export interface Account {
  id: string;
  roles: readonly Role[];
  team: string | null;
}

export type AccountRefusal = 'roles' | 'active' | 'team' | 'profile' | 'signInName' | 'apiKey';

/**
 * Ordered checks: who may change what of whose account. Only real changes are passed in, so that a
 * form that sends everything back unchanged is not refused.
 */
const checks: readonly { id: AccountRefusal; refuses: (asked: Asked) => boolean }[] = [
  { id: 'apiKey', refuses: ({ actor, change }) => change.apiKey === true && !hasRole(actor, 'admin') },
  {
    id: 'roles',
    refuses: ({ actor, change, before }) =>
      change.roles !== undefined && !mayGive(actor, before, change.roles),
  },
  {
    id: 'active',
    refuses: ({ actor, change, before }) => change.active !== undefined && !maySwitch(actor, before),
  },
  {
    id: 'team',
    refuses: ({ actor, change, before }) => change.team !== undefined && !mayMove(actor, before, change.team),
  },
  {
    id: 'profile',
    refuses: ({ actor, change, before }) => change.profile === true && !mayDescribe(actor, before),
  },
  {
    id: 'signInName',
    refuses: ({ actor, change, before }) => change.signInName === true && !mayDescribe(actor, before),
  },
];

interface Asked {
  actor: Actor | null;
  change: AccountChange;
  before: Account | null;
}

export function refuseAccountChange(asked: Asked): AccountRefusal | null {
  return checks.find(({ refuses }) => refuses(asked))?.id ?? null;
}

/** May the actor manage this person: reset the password, switch off, set the profile? */
export function mayManage(actor: Actor | null, person: Account): boolean {
  if (hasRole(actor, 'admin')) return true;
  if (actor === null || !hasRole(actor, 'manager')) return false;
  if (!isStaffOnly(person.roles) || person.id === actor.id) return false;
  return actor.team === null || person.team === null || person.team === actor.team;
}

function mayGive(actor: Actor | null, before: Account | null, given: readonly Role[]): boolean {
  if (hasRole(actor, 'admin')) return true;
  return before === null && hasRole(actor, 'manager') && isStaffOnly(given);
}

function maySwitch(actor: Actor | null, before: Account | null): boolean {
  if (before === null) return hasRole(actor, 'admin', 'manager');
  return before.id !== actor?.id && mayManage(actor, before);
}

function mayMove(actor: Actor | null, before: Account | null, to: string | null): boolean {
  if (hasRole(actor, 'admin')) return true;
  if (actor === null || !hasRole(actor, 'manager')) return false;
  if (before !== null && !mayManage(actor, before)) return false;
  return actor.team === null || to === actor.team;
}

/** Nobody sets his own (飞单), but an admin must be able to: there may be nobody else. */
function mayDescribe(actor: Actor | null, before: Account | null): boolean {
  if (hasRole(actor, 'admin')) return true;
  return before === null ? hasRole(actor, 'manager') : mayManage(actor, before);
}
