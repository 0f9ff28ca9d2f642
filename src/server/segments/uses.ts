import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { launchOf } from '../launches/content';
import { isNamedByPosts } from '../posts/isNamed';
import { rows } from '../posts/references';

/** Whether a post or a step of a launch script names the segment, whatever its state. */
export async function isNamed(req: PayloadRequest, id: string): Promise<boolean> {
  if (await isNamedByPosts(req, slugs.segments, id)) return true;
  const scripts = await rows(req.payload, slugs.launchScripts, undefined, req);
  return scripts
    .map(launchOf)
    .flatMap(({ phases }) => phases.flatMap(({ steps }) => steps.flatMap(({ variants }) => variants)))
    .some(({ segments }) => segments.includes(id));
}

export async function hasSegments(req: PayloadRequest, dimension: string): Promise<boolean> {
  const where = { dimension: { equals: dimension } };
  return (await req.payload.db.count({ collection: slugs.segments, where, req })).totalDocs > 0;
}
