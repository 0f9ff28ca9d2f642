import {
  APIError,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload';
import { actorOf, can } from '../../core/abilities';
import { isIdOf } from '../documents';
import { ownRowIds } from '../input/ownRowIds';
import { ownTimestamps, refuseStale } from '../input/ownTimestamps';
import { refuseUnfitData, refuseUnfitGlobalData, refuseUnknownIds } from '../input/refuseUnfitData';
import { isForbidden, sayErrors, sayOtherErrors } from '../input/sayErrors';
import { utcInstants } from '../input/utcInstants';
import { hardenAuth } from './hardenAuth';
import { wordsFor } from './language';
import { refuseUnfitWhere } from './refuseUnfitWhere';

const nobody = (): boolean => false;
const whoOpensTheAdmin = ({ req }: { req: PayloadRequest }): boolean => can(actorOf(req.user), 'admin.open');

/**
 * Payload adds collections and endpoints of its own after it has read our configuration, open to any
 * signed-in user or to everybody. This states their access too. To be put around `buildConfig(…)`.
 */
export async function closeBuiltInDoors(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building;
  for (const collection of config.collections) {
    close(collection);
    collection.endpoints = [...(collection.endpoints || []), ...nowhere];
  }
  for (const global of config.globals) {
    global.hooks.beforeOperation = [refuseUnfitGlobalData, ...(global.hooks.beforeOperation ?? [])];
  }
  config.hooks.afterError = [sayOtherErrors, ...(config.hooks.afterError ?? [])];
  // Payload's job queue is not used (several workers run a job twice or never): nobody queues, runs or cancels anything.
  config.jobs.access = { cancel: nobody, queue: nobody, run: nobody };
  const endpoints = config.endpoints.map((endpoint) =>
    endpoint.path === '/access' ? onlyFor(endpoint, ({ req }) => actorOf(req.user) !== null) : endpoint,
  );
  // Draws a picture with any text for anybody; Next's adapter adds it only where there is none.
  Object.assign(config, {
    endpoints: [...endpoints, { path: '/og', method: 'get', handler: gone }, ...nowhere],
  });
  for (const global of config.globals) {
    global.endpoints = [...closed(global, global.endpoints || []), ...nowhere];
  }
  const { onInit } = config;
  config.onInit = async (payload) => {
    hardenAuth(payload);
    await onInit?.(payload);
  };
  return config;
}

function close(collection: SanitizedCollectionConfig): void {
  const { access } = collection;
  // Payload's default lets any person with an account unlock others; nobody is ever locked (collections/users).
  access.unlock = nobody;
  collection.hooks.beforeOperation = [
    refuseUnfitWhere,
    ownTimestamps,
    refuseUnfitData,
    ...(collection.hooks.beforeOperation ?? []),
  ];
  collection.hooks.beforeValidate = [
    refuseStale,
    refuseUnknownIds,
    ownRowIds,
    utcInstants,
    ...(collection.hooks.beforeValidate ?? []),
  ];
  collection.hooks.afterError = [sayErrors, ...(collection.hooks.afterError ?? [])];
  if (collection.endpoints)
    collection.endpoints = closed(collection, collection.endpoints).map(withId).map(sayAsReading);
  // As text: which of these exist depends on what is configured.
  const slug: string = collection.slug;
  switch (slug) {
    // Who edits what in the admin. Staff do not open the admin, and others' names are not theirs to see.
    case 'payload-locked-documents':
      Object.assign(access, {
        create: whoOpensTheAdmin,
        read: whoOpensTheAdmin,
        update: whoOpensTheAdmin,
        delete: whoOpensTheAdmin,
        readVersions: nobody,
      });
      return;
    // Columns and filters of the admin, of each person for himself: Payload bounds that, we bound who.
    case 'payload-preferences':
      access.create = whoOpensTheAdmin;
      access.readVersions = nobody;
      for (const key of ['read', 'update', 'delete'] as const) {
        const own = access[key];
        access[key] = (args) => whoOpensTheAdmin(args) && own(args);
      }
      if (collection.endpoints) {
        collection.endpoints = collection.endpoints
          // Fails with 500 on SQLite when there is nothing to delete; the admin does not use it.
          .filter(({ method, path }) => !(method === 'delete' && path === '/:key'))
          .map((endpoint) => onlyFor(endpoint, whoOpensTheAdmin));
      }
      return;
    case 'payload-migrations':
    case 'payload-kv':
    case 'payload-jobs':
      Object.assign(access, {
        create: nobody,
        read: nobody,
        update: nobody,
        delete: nobody,
        readVersions: nobody,
      });
      return;
    case 'users':
      if (collection.endpoints) {
        collection.endpoints = collection.endpoints.filter(({ path }) => !unused.has(path));
      }
  }
}

type Own = Omit<Endpoint, 'root'>;

/**
 * Payload calls it forbidden to change or delete one thing that is outside of what the person reaches, there or
 * not. Where reading it is refused too, the answer is that of reading: 404 for what is not his to see.
 */
function sayAsReading(endpoint: Own): Own {
  if (endpoint.path === '/' && endpoint.method === 'delete') return withoutLimit(endpoint);
  if (endpoint.path !== '/:id' || !['patch', 'delete'].includes(endpoint.method)) return endpoint;
  return {
    ...endpoint,
    handler: async (req) => {
      try {
        return await endpoint.handler(req);
      } catch (error) {
        if (req.user && isForbidden(error, req)) {
          const { collection, id } = req.routeParams as { collection: CollectionSlug; id: string };
          await req.payload.findByID({
            collection,
            id,
            depth: 0,
            overrideAccess: false,
            user: req.user,
            req,
          });
        }
        throw error;
      }
    },
  };
}

/** Payload passes over a limit when it deletes. The admin says 0 for all that were chosen. */
function withoutLimit(endpoint: Own): Own {
  return {
    ...endpoint,
    handler: (req) => {
      if (Number(req.query?.limit ?? 0) === 0) return endpoint.handler(req);
      throw new APIError(wordsFor(req).noLimitOnDelete, 400);
    },
  };
}

/** Payload's routes of versions fail with 500 where there are none. */
const closed = ({ versions }: { versions?: unknown }, endpoints: readonly Own[]): Own[] =>
  endpoints
    .map((endpoint) =>
      !versions && endpoint.path.startsWith('/versions') ? { ...endpoint, handler: gone } : endpoint,
    )
    .map(rightsOnlyForSignedIn)
    .map(withReadableForm);

/** What one may do with a document is told to people, not to visitors. */
function rightsOnlyForSignedIn(endpoint: Own): Own {
  const tellsRights = endpoint.path.startsWith('/access');
  return tellsRights ? onlyFor(endpoint, ({ req }) => actorOf(req.user) !== null) : endpoint;
}

/** A form that cannot be read is an error of the server to Payload, wherever in it the fault is. */
function withReadableForm(endpoint: Own): Own {
  if (endpoint.method !== 'post' && endpoint.method !== 'patch') return endpoint;
  return {
    ...endpoint,
    handler: async (req) => {
      try {
        return await endpoint.handler(req);
      } catch (error) {
        const isForm = /^multipart\//i.test(req.headers.get('content-type') ?? '');
        if (!isForm || req.data !== undefined || isRefusal(error)) throw error;
        // Read, and without data: the fault is elsewhere.
        if ('files' in req && !(error instanceof SyntaxError)) throw error;
        throw new APIError(wordsFor(req).formUnreadable, 400);
      }
    },
  };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;

/** Payload asks SQLite for `where id = NaN` when an id is no number, and answers 500. */
function withId(endpoint: Own): Own {
  if (!/:id\b/.test(endpoint.path)) return endpoint;
  return {
    ...endpoint,
    handler: (req) => {
      const id = req.routeParams?.id;
      if (id === undefined || isIdOf(req.payload, String(id))) return endpoint.handler(req);
      throw new APIError(wordsFor(req).noSuchThing, 404);
    },
  };
}

/** Accounts are verified and unlocked by nobody here (there is nothing to verify, nobody is locked). */
const unused = new Set(['/verify/:id', '/unlock', '/init', '/:id/api-key/reveal']);

function onlyFor<E extends Own>(endpoint: E, may: (args: { req: PayloadRequest }) => boolean): E {
  return {
    ...endpoint,
    handler: (req: PayloadRequest) => {
      if (may({ req })) return endpoint.handler(req);
      const signedIn = actorOf(req.user) !== null;
      throw new APIError(signedIn ? wordsFor(req).notAllowed : wordsFor(req).signedOut, signedIn ? 403 : 401);
    },
  };
}

const gone: Endpoint['handler'] = (req) => {
  throw new APIError(wordsFor(req).noSuchPlace, 404);
};

/** After all others: Payload's own answer is no error in our shape. OPTIONS is answered by Payload. */
const nowhere = (['get', 'post', 'put', 'patch', 'delete'] as const).map(
  (method): Endpoint => ({ path: '/:rest*', method, handler: gone }) as Endpoint,
);
