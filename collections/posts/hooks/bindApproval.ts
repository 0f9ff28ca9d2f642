import type { CollectionAfterChangeHook } from 'payload';
import { settleChange } from '@/server/posts/settleChange';

/** What a change means for the post's approval, decided on what is stored, in the same transaction. */
export const bindApproval: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const settled = await settleChange(req, String(doc.id), operation === 'update' ? previousDoc : null);
  return { ...doc, ...settled };
};
