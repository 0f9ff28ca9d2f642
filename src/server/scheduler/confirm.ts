import type { Payload } from 'payload';
import type { PostId } from '@/core/model';
import type { Decision } from '@/core/plan';
import { newestDecisions } from '../approvals/records';
import { bind } from '../posts/bound';
import { contentOf } from '../posts/content';
import { loadShown } from '../posts/references';
import { type InFlight, postRows, type Snapshot } from './snapshot';

/**
 * A snapshot of an earlier pass whose tail still stands, with the posts that are about to go out read anew:
 * what is released is never taken from memory, and its hash is computed now. Feeds, segments and rules stay
 * as they were read: a change of theirs takes its place in the log, whose tail has not moved. Null when a post
 * is not what was approved any more; then everything is to be read.
 */
export async function confirmDue(
  payload: Payload,
  snapshot: Snapshot,
  due: readonly Decision[],
): Promise<Snapshot | null> {
  const ids = [...new Set(due.map(({ post }) => post))];
  if (ids.length === 0) return snapshot;
  const found = await postRows(payload, { id: { in: ids } });
  const shown = await loadShown(payload, found.map(contentOf));
  const refs = { ...snapshot.refs, ...shown };
  const newest = await newestDecisions(payload, ids);
  const posts = new Map<PostId, InFlight>(snapshot.posts);
  for (const id of ids) {
    const row = found.find((one) => String(one.id) === id);
    const approval = newest.get(id);
    if (row?.inFlight !== true || approval?.decision !== 'approved') return null;
    if (approval.n !== snapshot.posts.get(id)?.approval.n) return null;
    const bound = bind(row, refs, { approvalCovers: approval.covers });
    if (bound.hash !== approval.contentHash) return null;
    posts.set(id, { ...bound, approval });
  }
  return { ...snapshot, posts, refs: { ...refs, media: new Map([...snapshot.refs.media, ...shown.media]) } };
}
