import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { defaultCaps } from '@/core/channels';
import { insertOnce } from '../database/insertOnce';
import { inTransaction } from '../database/inTransaction';

/** Says in the database that this installation has had its default rules, whatever became of them. */
const marker = 'default-cap-rules';

class MadeBefore extends Error {}

/**
 * Gives a new installation its cap rules, each with where its number comes from. Once and for all: the marker
 * and the rules are one transaction, so of two processes that start together one makes them, and rules that
 * were changed or deleted stay so.
 *
 * @returns whether they were made now.
 */
export async function makeDefaultRules(payload: Payload): Promise<boolean> {
  if (await payload.kv.has(marker)) return false;
  try {
    await inTransaction(payload, undefined, async (req) => {
      const claim = { key: marker, data: { at: new Date().toISOString() } };
      const claimed = await insertOnce(payload, 'payload-kv', claim, req);
      // On MongoDB the duplicate has ended the transaction; on SQLite nothing was written yet.
      if (!claimed.ok) throw new MadeBefore();
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
    return true;
  } catch (error) {
    if (error instanceof MadeBefore) return false;
    throw error;
  }
}
