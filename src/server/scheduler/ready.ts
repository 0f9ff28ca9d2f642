import { slugs } from '@collections/slugs';
import type { Migration, Payload } from 'payload';
import { type ExpectedIndex, missingIndexes, pendingMigrations, selfCheck } from '../database/selfCheck';

/** The indexes that the promises rest on: without one of them nothing is released. */
export const promisedIndexes: readonly ExpectedIndex[] = [
  { collection: slugs.releases, fields: ['log', 'seq'] },
  { collection: slugs.releases, fields: ['key'] },
  { collection: slugs.approvals, fields: ['subject', 'n'] },
  { collection: slugs.receipts, fields: ['key'] },
  { collection: slugs.fences, fields: ['key'] },
];

/** Why no scheduler may run on this database, in one sentence; null when it may. */
export async function whyNotReady(
  payload: Payload,
  migrations: readonly Migration[],
): Promise<string | null> {
  const [pending] = await pendingMigrations(payload, migrations);
  if (pending) return pending;
  const [missing] = await missingIndexes(payload, promisedIndexes);
  if (missing) return missing;
  try {
    await selfCheck(payload);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
