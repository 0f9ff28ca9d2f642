import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { defaultCaps } from '@/core/channels';
import { makeOnce } from '../database/makeOnce';

/** Says in the database that this installation has had its default rules, whatever became of them. */
const marker = 'default-cap-rules';

/**
 * Gives a new installation its cap rules, each with where its number comes from; once and for all.
 * @returns whether they were made now.
 */
export const makeDefaultRules = (payload: Payload): Promise<boolean> =>
  makeOnce(payload, marker, async (req) => {
    for (const { name, source, kinds, channels, ...cap } of defaultCaps) {
      // As the system: nobody has an account yet.
      await payload.create({
        collection: slugs.capRules,
        data: {
          ...cap,
          name: name.zh,
          description: `${source.zh}\n\n${source.en}`,
          kinds: [...kinds],
          channels: [...channels],
        },
        depth: 0,
        req,
      });
    }
  });
