import type { CollectionAfterDeleteHook } from 'payload';
import { rehashScripts, rememberTaken } from '@/server/launches/lapse';
import { idOf } from '@/server/posts/content';

/** A script is known by the hash of all its posts: with one less it is another, by the hand of who deleted it. */
export const rehashItsScript: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const script = idOf(doc.launchScript);
  await rememberTaken(req, script);
  await rehashScripts(req, [script]);
};
