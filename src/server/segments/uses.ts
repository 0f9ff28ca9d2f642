import { slugs } from '@collections/slugs';
import type { PayloadRequest, Where } from 'payload';
import { namedIn } from '../fences/inputs';
import { launchOf } from '../launches/content';
import { rows } from '../posts/references';

const counts = async (
  req: PayloadRequest,
  collection: 'posts' | 'segments',
  where: Where,
): Promise<boolean> => (await req.payload.db.count({ collection, where, req })).totalDocs > 0;

/** Whether a post or a step of a launch script names the segment, whatever its state. */
export async function isNamed(req: PayloadRequest, id: string): Promise<boolean> {
  const paths = namedIn.segments ?? [];
  if (await counts(req, slugs.posts, { or: paths.map((path) => ({ [path]: { in: [id] } })) })) return true;
  const scripts = await rows(req.payload, slugs.launchScripts, undefined, req);
  return scripts
    .map(launchOf)
    .flatMap(({ phases }) => phases.flatMap(({ steps }) => steps.flatMap(({ variants }) => variants)))
    .some(({ segments }) => segments.includes(id));
}

export const hasSegments = (req: PayloadRequest, dimension: string): Promise<boolean> =>
  counts(req, slugs.segments, { dimension: { equals: dimension } });
