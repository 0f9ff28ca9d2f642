import type { CollectionBeforeChangeHook } from 'payload';

/** Fields that the workflow alone writes, past the hooks: whatever a door brings is dropped. */
export const dropFields =
  (names: readonly string[], whenMade: Record<string, unknown>): CollectionBeforeChangeHook =>
  ({ data, operation }) => {
    const kept = { ...data };
    for (const name of names) delete kept[name];
    return operation === 'create' ? { ...kept, ...whenMade } : kept;
  };
