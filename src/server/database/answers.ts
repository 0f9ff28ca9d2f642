import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';

const patienceMs = 2_000;

/**
 * Whether the database answers a small question soon. Payload takes everybody for a stranger while it does not:
 * who is told to sign in then, or that something went wrong, should hear of the database instead.
 */
export async function databaseAnswers(payload: Payload): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const asked = payload.db
    .find({ collection: slugs.heartbeats, limit: 1, pagination: false })
    .then(() => true)
    .catch(() => false);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
