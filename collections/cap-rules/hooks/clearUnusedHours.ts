import type { FieldHook } from 'payload';

/** Hours count for rolling windows alone; what another window had in the field is not kept. */
export const clearUnusedHours: FieldHook = ({ siblingData, previousSiblingDoc, value }) =>
  (siblingData.unit ?? previousSiblingDoc?.unit) === 'rolling-hours' ? value : null;
