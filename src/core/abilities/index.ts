import type { FeedId, Role } from '../model';
import {
  type Act,
  acts,
  type CollectionSubject,
  type GlobalSubject,
  type Operation,
  type Scope,
  scopes,
} from './subjects';
import { table } from './table';

export { actorOf, idOf, rolesIn } from './actor';
export {
  type Act,
  acts,
  type CollectionSubject,
  collectionSubjects,
  type GlobalSubject,
  type Operation,
  operations,
  type Scope,
} from './subjects';

/**
 * Who asks. `feeds` are those of the person's team ('all' when there is no team); it is needed only
 * where a subject with feeds is asked about.
 */
export interface Actor {
  id: string;
  roles: readonly Role[];
  active: boolean;
  team: string | null;
  feeds?: readonly FeedId[] | 'all';
}

/** A thing by its collection alone, or one thing of it: whose it is, which feeds it concerns. */
export type Subject =
  | CollectionSubject
  | GlobalSubject
  | { type: CollectionSubject | GlobalSubject; feeds?: readonly string[]; owner?: string };

/** How far the actor's roles together reach; several roles add up. Inactive or nobody: `none`. */
export function scopeOf(
  actor: Actor | null,
  action: Act | Operation,
  subject?: CollectionSubject | GlobalSubject,
): Scope {
  if (!actor?.active) return 'none';
  return actor.roles.reduce<Scope>((widest, role) => wider(widest, granted(role, action, subject)), 'none');
}

/**
 * May the actor do this? Without a particular thing: may it to at least something of that kind.
 * With one, `own` asks for its owner, and `team` for every one of its feeds to be the team's: one who
 * may not touch a feed may not touch what goes there beside his own.
 */
export function can(actor: Actor | null, action: Act | Operation, subject?: Subject): boolean {
  const type = typeof subject === 'object' ? subject.type : subject;
  const scope = scopeOf(actor, action, type);
  if (actor === null || scope === 'none') return false;
  if (scope === 'all' || typeof subject !== 'object') return true;
  if (scope === 'own') return subject.owner === undefined || subject.owner === actor.id;
  return withinTeam(actor, subject.feeds ?? []);
}

/** Are all these feeds of the actor's team? Always so for a person without a team. */
export function withinTeam(actor: Actor, feeds: readonly string[]): boolean {
  if (actor.team === null || actor.feeds === 'all') return true;
  const own = new Set<string>(actor.feeds ?? []);
  return feeds.every((feed) => own.has(feed));
}

/** May the actor write a cap rule for these feeds, were it granted? One that names none is about all of them. */
export function ruleWithinTeam(actor: Actor, feeds: readonly string[]): boolean {
  if (actor.team === null || actor.feeds === 'all') return true;
  return feeds.length > 0 && withinTeam(actor, feeds);
}

/** A person who only mirrors posts: the one kind of account that a manager may manage. */
export function isStaffOnly(roles: readonly Role[]): boolean {
  return roles.length > 0 && roles.every((role) => role === 'staff');
}

export function hasRole(actor: Actor | null, ...wanted: readonly Role[]): boolean {
  return actor?.active === true && actor.roles.some((role) => wanted.includes(role));
}

function granted(role: Role, action: Act | Operation, subject?: CollectionSubject | GlobalSubject): Scope {
  const grants = table[role];
  if (grants === undefined) return 'none';
  if (isAct(action)) return grants.acts[action] ?? 'none';
  if (subject === undefined) return 'none';
  if (subject === 'settings') {
    return action === 'create' || action === 'delete'
      ? 'none'
      : (grants.globals[subject]?.[action] ?? 'none');
  }
  return grants.collections[subject]?.[action] ?? 'none';
}

function isAct(action: Act | Operation): action is Act {
  return (acts as readonly string[]).includes(action);
}

function wider(a: Scope, b: Scope): Scope {
  return scopes.indexOf(a) >= scopes.indexOf(b) ? a : b;
}
