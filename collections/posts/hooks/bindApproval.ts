import type { CollectionAfterChangeHook } from 'payload';
import { settleChange } from '@/server/posts/settleChange';
import { settleMade } from '@/server/posts/settleMade';

/** What a change means for the post's approval, decided on what is stored, in the same transaction. */
export const bindApproval: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const id = String(doc.id);
  const settled =
    operation === 'create' ? await settleMade(req, id) : await settleChange(req, id, previousDoc);
  return { ...doc, ...settled };
};
