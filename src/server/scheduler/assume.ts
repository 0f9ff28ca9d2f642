import { applyChanges } from '@/core/simulate';
import type { BoundPost } from '../posts/bound';
import type { Subject } from '../posts/load';
import { planInputsOf } from '../posts/settleChange';
import { planCardsOf } from './planCards';
import type { InFlight, Snapshot } from './snapshot';

/**
 * The snapshot as it would be if this post were approved in its present form; one whose approval stands already is
 * left where its earlier passes put it.
 */
export function withPost(snapshot: Snapshot, { bound, refs, settings, decisions }: Subject): Snapshot {
  const known = snapshot.posts.get(bound.content.id);
  if (known && isUnchanged(known, bound)) return snapshot;
  const post = asApproved(bound, { n: decisions.at(-1)?.n ?? 0, covers: settings.approvalCovers });
  const feeds = [...refs.feeds.values()].filter(
    (feed) => feed.log === snapshot.log && bound.content.feeds.includes(feed.id),
  );
  const taken = new Set(snapshot.entries.map((entry) => entry.key));
  const cards = planCardsOf({ post, feeds, refs, taken });
  return {
    ...snapshot,
    posts: new Map(snapshot.posts).set(bound.content.id, post),
    input: applyChanges(snapshot.input, [{ code: 'post', post: bound.content.id, cards }]),
    refs: { ...snapshot.refs, media: new Map([...snapshot.refs.media, ...refs.media]) },
  };
}

/** A post as if it were approved now; `n` is of the newest decision on it. */
export const asApproved = (
  bound: BoundPost,
  { n, covers }: Pick<InFlight['approval'], 'n' | 'covers'>,
): InFlight => ({
  ...bound,
  row: { ...bound.row, cardStates: [] },
  approval: {
    subject: `posts:${bound.content.id}`,
    n: n + 1,
    contentHash: bound.hash,
    decision: 'approved',
    by: null,
    byName: null,
    comment: null,
    at: '',
    covers,
    view: null,
    evidence: null,
  },
});

const isUnchanged = (known: BoundPost, { hash, content }: BoundPost): boolean =>
  known.hash === hash && planInputsOf(known.content) === planInputsOf(content);
