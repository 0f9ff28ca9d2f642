import type { CollectionBeforeChangeHook } from 'payload';
import { changersOf } from '@/server/approvals/changers';

/** A copy was written by whoever wrote the original; only a copy has an original when it is made. */
export const keepWriters: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) =>
  operation === 'create' ? { ...data, changedBy: changersOf(originalDoc ?? {}) } : data;
