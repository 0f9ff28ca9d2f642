import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { changersWith } from '../approvals/changers';
import { rehashScripts } from '../launches/lapse';
import { loadSettings } from '../settings/load';
import { bind } from './bound';
import { contentOf, idOf } from './content';
import { postWrite } from './noEdit';
import { loadReferences, rows } from './references';
import { together, togetherIn } from './together';

/**
 * After a post was made, in the same transaction: computes what an approval would be bound to from the row as stored,
 * and remembers who made it, beside who wrote what it is a copy of. Of posts that are made together all at once, when
 * the last of them is written.
 */
export async function settleMade(req: PayloadRequest, id: string): Promise<Record<string, unknown>> {
  const shared = togetherIn(req);
  if (!shared) return { contentHash: (await settle(req, [id], [])).get(id) };
  shared.made.push(id);
  return {};
}

/** Runs `write`, then settles all posts that it has made: what they share is read once, not once for each. */
export async function makeTogether(
  req: PayloadRequest,
  { writers, write }: { writers: readonly string[]; write: () => Promise<void> },
): Promise<void> {
  await settle(req, await together(req, write), writers);
}

/** @returns their hashes */
async function settle(
  req: PayloadRequest,
  ids: readonly string[],
  writers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { payload } = req;
  const found = await rows(payload, slugs.posts, { id: { in: [...ids] } }, req);
  const refs = await loadReferences(payload, found.map(contentOf), req);
  const settings = await loadSettings(payload, req);
  const hashes = new Map<string, string>();
  for (const row of found) {
    const { hash } = bind(row, refs, settings);
    hashes.set(String(row.id), hash);
    await payload.db.updateOne({
      collection: slugs.posts,
      id: row.id as string | number,
      data: {
        ...postWrite(),
        contentHash: hash,
        changedBy: [...new Set([...changersWith(req, row), ...writers])],
      },
      req,
      returning: false,
    });
  }
  await rehashScripts(
    req,
    found.map(({ launchScript }) => idOf(launchScript)),
  );
  return hashes;
}
