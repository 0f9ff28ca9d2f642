import type { CollectionAfterDeleteHook } from 'payload';
import { rehashScripts } from '@/server/launches/lapse';
import { idOf } from '@/server/posts/content';

/** A script is known by the hash of all its posts: with one less it is another. */
export const rehashItsScript: CollectionAfterDeleteHook = ({ doc, req }) =>
  rehashScripts(req, [idOf(doc.launchScript)]);
