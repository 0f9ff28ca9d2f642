import type { CollectionAfterChangeHook } from 'payload';
import { settleScript } from '@/server/launches/settleChange';

/** What a change means for the script's approval, decided on what is stored, in the same transaction. */
export const bindApproval: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const settled = await settleScript(req, String(doc.id), operation === 'update' ? previousDoc : null);
  return { ...doc, ...settled };
};
