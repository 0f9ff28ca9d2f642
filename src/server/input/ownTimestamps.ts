import type { CollectionBeforeOperationHook } from 'payload';

/** When something was made or changed is Payload's to say; what was read may be sent back with it. */
export const ownTimestamps: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  if (overrideAccess || (operation !== 'create' && operation !== 'update')) return args;
  const { data } = args as { data?: unknown };
  if (typeof data !== 'object' || data === null) return args;
  const { createdAt: _created, updatedAt: _updated, ...kept } = data as Record<string, unknown>;
  return { ...args, data: Array.isArray(data) ? data : kept };
};
