import type { CollectionAfterChangeHook } from 'payload';
import { settleTemplate } from '@/server/templates/settleChange';

/** What a change means for the template's approval, decided on what is stored, in the same transaction. */
export const bindApproval: CollectionAfterChangeHook = async ({ doc, req }) => {
  const settled = await settleTemplate(req, String(doc.id));
  return { ...doc, ...settled };
};
