import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';

const key = 'users:asked';

/**
 * Remembers what a person asked to write, before field access takes silently out what he may not.
 * So that the answer can be a refusal, not a success that changed nothing. Not for writes of the system.
 */
export const rememberAsked: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return;
  const data: unknown = 'data' in args ? args.data : null;
  req.context ??= {};
  req.context[key] = overrideAccess || !req.user || typeof data !== 'object' ? null : { ...data };
};

/** What was asked; null for the system. */
export function askedOf(req: PayloadRequest): Record<string, unknown> | null {
  const asked = req.context?.[key];
  return typeof asked === 'object' && asked !== null ? (asked as Record<string, unknown>) : null;
}
