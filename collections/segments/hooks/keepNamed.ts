import type { CollectionBeforeDeleteHook } from 'payload';
import { hasSegments, isNamed } from '@/server/segments/uses';
import { refuseInUse } from '../../hooks/refuseInUse';

/** Without the tag 「部分可见」 would show a post to fewer, and 「不给谁看」 to more than a manager approved. */
export const keepNamedSegment: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isNamed(req, String(id))) refuseInUse(req);
};

export const keepFilledDimension: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await hasSegments(req, String(id))) refuseInUse(req);
};
