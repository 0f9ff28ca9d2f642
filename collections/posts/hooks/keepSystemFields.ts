import type { CollectionBeforeChangeHook } from 'payload';

const ofTheSystem = [
  'status',
  'statusWords',
  'statusReason',
  'cards',
  'cardStates',
  'contentHash',
  'changedBy',
  'inFlight',
  'replaces',
] as const;

/** Status and its kin are moved by the workflow alone, past these hooks; whatever a door brings is dropped. */
export const keepSystemFields: CollectionBeforeChangeHook = ({ data, operation }) => {
  const kept = { ...data };
  for (const field of ofTheSystem) delete kept[field];
  return operation === 'create' ? { ...kept, status: 'draft', inFlight: false } : kept;
};
