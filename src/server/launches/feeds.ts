import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { feedsOfScript } from '@/core/launch';
import { isIdOf } from '../documents';
import { idsOf } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';
import { launchOf } from './content';

/** The feeds of the posts of a script, as they are stored. */
export async function feedsOfItsPosts(req: PayloadRequest, script: string): Promise<string[]> {
  if (!isIdOf(req.payload, script)) return [];
  const where = { launchScript: { equals: script } };
  const posts = await rows(req.payload, slugs.posts, where, req, { feeds: true });
  return [...new Set(posts.flatMap(({ feeds }) => idsOf(feeds)))];
}

/** The feeds that a stored script and its posts are about; every one, where an exception of it names none. */
export async function feedsOfStoredScript(req: PayloadRequest, script: string): Promise<string[]> {
  if (!isIdOf(req.payload, script)) return [];
  const [row] = await rows(req.payload, slugs.launchScripts, { id: { equals: script } }, req);
  if (!row) return [];
  const own = feedsOfScript(launchOf(row));
  if (own === 'all') return [...(await loadFeeds(req.payload, req)).keys()];
  return [...new Set([...own, ...(await feedsOfItsPosts(req, script))])];
}
