/**
 * Payload's access functions: thin adapters over the ability table (`src/core/abilities`). A collection
 * states `access: accessFor(slugs.x)` and nothing else; what a role may do is read in one place.
 */
import type { Access, CollectionConfig, FieldAccess, GlobalConfig } from 'payload';
import type { Slug } from '../../collections/slugs';
import { actorOf, type CollectionSubject, can, idOf, type Operation, scopeOf } from '../core/abilities';
import { actorWithFeeds } from './actor';
import { constraintFor } from './constraints';

export { actorOf } from '../core/abilities';
export { actorWithFeeds } from './actor';

type CollectionAccess = Required<
  Pick<NonNullable<CollectionConfig['access']>, 'create' | 'read' | 'update' | 'delete' | 'readVersions'>
>;
type GlobalAccess = Required<Pick<NonNullable<GlobalConfig['access']>, 'read' | 'update' | 'readVersions'>>;

/** All access keys of a collection. Versions are bounded like the documents that they are versions of. */
export function accessFor(slug: Slug & CollectionSubject): CollectionAccess & CollectionConfig['access'] {
  const access: CollectionAccess = {
    create: async ({ req, data }) => {
      if (scopeOf(actorOf(req.user), 'create', slug) === 'none') return false;
      return mayHold(await actorWithFeeds(req), 'create', slug, data);
    },
    read: constrained('read', slug),
    update: constrained('update', slug),
    delete: constrained('delete', slug),
    readVersions: constrained('readVersions', slug),
  };
  if (slug !== 'users') return access;
  return {
    ...access,
    // Nobody is ever locked out (see collections/users), so nobody needs to unlock.
    unlock: () => false,
    admin: ({ req }) => can(actorOf(req.user), 'admin.open'),
  };
}

export function accessForGlobal(slug: 'settings'): GlobalAccess {
  const ask =
    (operation: 'read' | 'update' | 'readVersions'): Access =>
    ({ req }) =>
      can(actorOf(req.user), operation, slug);
  return { read: ask('read'), update: ask('update'), readVersions: ask('readVersions') };
}

const never: FieldAccess = () => false;

/** A field that only the system writes: everybody who may read the document may read it. */
export const systemOnly = { create: never, update: never } satisfies Record<string, FieldAccess>;

/**
 * A field that tells of posts of every team: closed to people who have a team. Without a document it is asked whether
 * one may search by it.
 */
export const readByAllTeams = (slug: Slug & CollectionSubject): Record<'read', FieldAccess> => ({
  read: ({ req }) => {
    const actor = actorOf(req.user);
    const scope = scopeOf(actor, 'read', slug);
    return scope === 'all' || (scope === 'team' && actor?.team === null);
  },
});

function constrained(operation: Operation, slug: CollectionSubject): Access {
  return async ({ req, data }) => {
    const scope = scopeOf(actorOf(req.user), operation, slug);
    if (scope === 'none') return false;
    if (scope === 'all') return true;
    if (operation === 'update' && !mayHold(await actorWithFeeds(req), operation, slug, data)) return false;
    return constraintFor({ req, slug, operation, scope });
  };
}

/** Would the written document stay within the writer's feeds? (`data` is absent when only asked.) */
function mayHold(
  actor: Awaited<ReturnType<typeof actorWithFeeds>>,
  operation: Operation,
  slug: CollectionSubject,
  data: unknown,
): boolean {
  if (slug !== 'posts') return can(actor, operation, slug);
  return can(actor, operation, { type: slug, feeds: feedsIn(data) });
}

function feedsIn(data: unknown): string[] {
  const feeds = typeof data === 'object' && data !== null && 'feeds' in data ? data.feeds : [];
  const list = Array.isArray(feeds) ? feeds : [feeds];
  return list.map(idOf).filter((id): id is string => id !== null);
}
