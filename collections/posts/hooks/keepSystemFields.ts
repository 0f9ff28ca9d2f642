import { dropFields } from '../../hooks/dropFields';

/** Status and its kin are moved by the workflow alone, past these hooks. */
export const keepSystemFields = dropFields(
  [
    'status',
    'statusWords',
    'statusReason',
    'cards',
    'cardStates',
    'stateToken',
    'contentHash',
    'changedBy',
    'inFlight',
    'replaces',
  ],
  { status: 'draft', inFlight: false },
);
