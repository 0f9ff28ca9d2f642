import type { Payload } from 'payload';
import type { PostId } from '@/core/model';
import type { Decision } from '@/core/plan';
import { newestDecisions } from '../approvals/records';
import { bind } from '../posts/bound';
import { contentOf } from '../posts/content';
import { loadReferences } from '../posts/references';
import { type InFlight, postRows, type Snapshot } from './snapshot';

/**
 * A snapshot of an earlier pass whose tail still stands, with the posts that are about to go out read anew:
 * what is released is never taken from memory, and its hash is computed now. Null when one of them is not
 * what was approved any more; then everything is to be read.
 */
export async function confirmDue(
  payload: Payload,
  snapshot: Snapshot,
  due: readonly Decision[],
): Promise<Snapshot | null> {
  const ids = [...new Set(due.map(({ post }) => post))];
  if (ids.length === 0) return snapshot;
  const found = await postRows(payload, { id: { in: ids } });
  const refs = await loadReferences(payload, found.map(contentOf));
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
  const media = new Map([...snapshot.refs.media, ...refs.media]);
  return { ...snapshot, posts, refs: { ...snapshot.refs, ...refs, media } };
}
