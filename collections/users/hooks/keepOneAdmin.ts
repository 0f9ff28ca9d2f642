import { type CollectionBeforeChangeHook, ValidationError } from 'payload';
import { rolesIn } from '@/core/abilities';
import { wordsFor } from '@/server/auth/language';

/** The last active administrator can be neither demoted nor switched off: nobody could undo it. */
export const keepOneAdmin: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !isActiveAdmin(originalDoc) || isActiveAdmin({ ...originalDoc, ...data }))
    return;
  const others = await req.payload.db.count({
    collection: 'users',
    where: {
      and: [
        { id: { not_equals: originalDoc.id } },
        { roles: { in: ['admin'] } },
        { active: { equals: true } },
      ],
    },
    req,
  });
  if (others.totalDocs > 0) return;
  throw new ValidationError({
    collection: 'users',
    errors: [{ path: 'roles', message: wordsFor(req).lastAdmin }],
    req,
  });
};

function isActiveAdmin(doc: { roles?: unknown; active?: unknown } | undefined): boolean {
  return doc?.active === true && rolesIn(doc.roles).includes('admin');
}
