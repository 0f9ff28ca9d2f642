import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { sweepLeftOvers } from '../../integrations/storage';
import { env } from '../env';

/** Removes files of uploads that were cut off before their document was there. @returns how many */
export const sweepMedia = (payload: Payload, now: number): Promise<number> =>
  sweepLeftOvers(env.MEDIA_DIR, {
    now,
    isNamed: async (sha) => {
      // As the system: whose file it is does not matter.
      const { totalDocs } = await payload.count({
        collection: slugs.media,
        where: { or: [{ sha256: { equals: sha } }, { thumbSha256: { equals: sha } }] },
      });
      return totalDocs > 0;
    },
  });
