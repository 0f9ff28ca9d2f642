import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import { type CardState, isWaiting, reasonOf, summarise } from '@/core/approval/cardState';
import type { Instant } from '@/core/model';
import type { Decision } from '@/core/plan';
import { brokenSentence } from '@/core/words/broken';
import { inTransaction } from '../database/inTransaction';
import { newestPlans, notePlans } from '../decisions/notePlan';
import type { StoredEntry } from '../log/entry';
import { asRead, postWrite } from '../posts/noEdit';
import type { InFlight, Snapshot } from './snapshot';
import { cardStatesOf } from './states';

export interface Present {
  decisions: readonly Decision[];
  now: Instant;
  /** What the log holds by now, where that is more than the snapshot has. */
  entries?: readonly StoredEntry[];
  /** Who asks releases nothing: a page, or a pass while everything is stopped. */
  idle?: boolean;
}

export interface Synced {
  /** How many posts were written. */
  written: number;
  /** How many somebody else had written since they were read: each log's pass knows only its own cards. */
  overtaken: number;
  /** How many cards were deferred that were not before. */
  deferred: number;
}

/**
 * Writes onto the posts what log and plan say of them, and tells of plans that changed; only what differs is
 * written. Everything here follows from the log and can be repaired from it, so a lost write does no harm.
 */
export async function syncStates(
  payload: Payload,
  snapshot: Snapshot,
  { decisions, now, entries = snapshot.entries, idle = false }: Present,
): Promise<Synced> {
  const byCard = new Map<string, Decision>(decisions.map((decision) => [decision.card, decision]));
  const byPost = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const own = byPost.get(decision.post);
    if (own) own.push(decision);
    else byPost.set(decision.post, [decision]);
  }
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const changes = [...snapshot.posts.values()].flatMap((post) =>
    changeOf(post, cardStatesOf({ post, snapshot, decisions: byCard, entries: byKey, idle })),
  );
  const waits = ({ post }: Change): boolean => byPost.get(post.content.id)?.some(({ due }) => !due) ?? false;
  const newest = await newestPlans(
    payload,
    changes.filter(waits).map(({ post }) => post.content.id),
  );
  // Told first: after a crash in between the posts still differ, and what was told is not told again.
  const told = await notePlans(
    payload,
    changes.map(({ post }) => ({
      post,
      snapshot,
      decisions: byPost.get(post.content.id) ?? [],
      now,
      newest,
    })),
  );
  const deferred = told.filter((what) => what === 'deferred').length;
  const written = await writeStates(payload, changes);
  return { written, overtaken: changes.length - written, deferred };
}

interface Change {
  post: InFlight;
  next: Record<string, unknown>;
}

const changeOf = (post: InFlight, cardStates: CardState[]): Change[] => {
  const next = {
    status: summarise(cardStates),
    inFlight: cardStates.some((card) => isWaiting(card) || card.state === 'held'),
    statusWords: reasonOf(cardStates),
    cardStates,
  };
  const { row } = post;
  const stored = {
    status: row.status,
    inFlight: row.inFlight,
    statusWords: row.statusWords ?? null,
    cardStates: row.cardStates ?? null,
  };
  return JSON.stringify(next) === JSON.stringify(stored) ? [] : [{ post, next }];
};

/** Several posts are one commit, which is much faster; where that fails each is written by itself. */
async function writeStates(payload: Payload, changes: readonly Change[]): Promise<number> {
  if (changes.length > 1) {
    try {
      return await inTransaction(payload, undefined, (req) => writeEach(payload, changes, req));
    } catch (error) {
      payload.logger.debug({ err: error, msg: 'States are written one by one.' });
    }
  }
  return writeEach(payload, changes);
}

/** Only while a post is still what was read: who wrote it in between has his own say. @returns how many were */
async function writeEach(
  payload: Payload,
  changes: readonly Change[],
  req?: PayloadRequest,
): Promise<number> {
  let written = 0;
  for (const { post, next } of changes) {
    const after = await payload.db.updateOne({
      collection: slugs.posts,
      where: asRead(post.row),
      data: { ...postWrite(), ...next },
      options: { atomic: true },
      ...(req ? { req } : {}),
    });
    if (after) written += 1;
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
      data: { ...postWrite(), statusWords: brokenSentence },
      options: { atomic: true },
      returning: false,
    });
  }
}
