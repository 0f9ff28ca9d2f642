import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { isWaiting, reasonOf, summarise } from '@/core/approval/cardState';
import type { Decision } from '@/core/plan';
import { brokenSentence } from '@/core/words/broken';
import type { StoredEntry } from '../log/entry';
import { noEdit } from '../posts/noEdit';
import type { Snapshot } from './snapshot';
import { cardStatesOf } from './states';

/**
 * Writes onto the posts what log and plan say of them; only what differs is written. Everything here
 * follows from the log and can be repaired from it, so a lost write does no harm.
 * @returns how many posts were written
 */
export async function syncStates(
  payload: Payload,
  snapshot: Snapshot,
  decisions: readonly Decision[],
  entries: readonly StoredEntry[] = snapshot.entries,
): Promise<number> {
  let written = 0;
  const byCard = new Map<string, Decision>(decisions.map((decision) => [decision.card, decision]));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  for (const post of snapshot.posts.values()) {
    const cardStates = cardStatesOf({ post, snapshot, decisions: byCard, entries: byKey });
    const status = summarise(cardStates);
    const inFlight = cardStates.some((card) => isWaiting(card) || card.state === 'held');
    const statusWords = reasonOf(cardStates);
    const next = { status, inFlight, statusWords, cardStates };
    const { row } = post;
    const stored = {
      status: row.status,
      inFlight: row.inFlight,
      statusWords: row.statusWords ?? null,
      cardStates: row.cardStates ?? null,
    };
    if (JSON.stringify(next) === JSON.stringify(stored)) continue;
    written += 1;
    // Only while it is still the post that was read: an edit in between has its own say.
    await payload.db.updateOne({
      collection: slugs.posts,
      where: {
        and: [
          { id: { equals: row.id } },
          { contentHash: { equals: row.contentHash } },
          { status: { equals: row.status } },
        ],
      },
      data: { ...noEdit, ...next },
      options: { atomic: true },
      returning: false,
    });
  }
  return written;
}

/** Posts that stop nobody but themselves: the log of the process has the error, editors see a sentence. */
export async function markBroken(payload: Payload, { broken }: Pick<Snapshot, 'broken'>): Promise<void> {
  for (const { row, error } of broken) {
    payload.logger.error({ err: error, msg: `The post ${row.id} cannot be read and is left out.` });
    if (JSON.stringify(row.statusWords) === JSON.stringify(brokenSentence)) continue;
    await payload.db.updateOne({
      collection: slugs.posts,
      where: { and: [{ id: { equals: row.id } }, { contentHash: { equals: row.contentHash } }] },
      data: { ...noEdit, statusWords: brokenSentence },
      options: { atomic: true },
      returning: false,
    });
  }
}
