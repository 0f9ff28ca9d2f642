import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload';
import { wordsFor } from '../auth/language';

const keyOf = (collection: string, id: unknown): string => `read at:${collection}:${id}`;

const instant = (value: unknown): number =>
  typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : Number.NaN;

/**
 * When something was made or changed is Payload's to say; what was read may be sent back with it, and then
 * says which state of one document it was (see `refuseStale`).
 */
export const ownTimestamps: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || (operation !== 'create' && operation !== 'update')) return args;
  const { data, id } = args as { data?: unknown; id?: unknown };
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return args;
  const { createdAt: _created, updatedAt, ...kept } = data as Record<string, unknown>;
  if (id !== undefined && !Number.isNaN(instant(updatedAt)))
    req.context[keyOf(collection.slug, id)] = instant(updatedAt);
  return { ...args, data: kept };
};

/** @throws APIError 409 for what rests on an older state, with the fields in which it differs from the present one */
export const refuseStale: CollectionBeforeValidateHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data;
  const readAt = takeReadAt(req, keyOf(collection.slug, originalDoc.id));
  if (readAt === undefined || readAt === instant(originalDoc.updatedAt)) return data;
  const changed = Object.keys(data ?? {}).filter(
    (name) => JSON.stringify(data?.[name] ?? null) !== JSON.stringify(originalDoc[name] ?? null),
  );
  const details = { code: 'stale', updatedAt: originalDoc.updatedAt, changed };
  throw new APIError(wordsFor(req).stale, 409, details, true);
};

/** Once: the same request may go on to change the document again. */
function takeReadAt({ context }: PayloadRequest, key: string): unknown {
  const readAt = context[key];
  delete context[key];
  return readAt;
}
