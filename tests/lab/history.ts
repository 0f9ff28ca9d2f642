import type { FrozenContent } from '@/server/log/entry';
import { releasedStates } from '@/server/posts/releasedStates';
import type { Store, StoredRow } from './model/store';

export interface Past {
  post: StoredRow;
  feed: StoredRow;
  dueAt: number;
  /** Of its entry in the log of the feed. */
  seq: number;
}

/** What was released before the laboratory looks: weeks and months reach back to it. */
export function releasedBefore(store: Store, { post, feed, dueAt, seq }: Past): void {
  const at = new Date(dueAt).toISOString();
  const content: FrozenContent = {
    title: String(post.title),
    text: String(post.body),
    guidance: '',
    copyMode: 'exact',
    firstComments: [],
    images: [],
    video: null,
    link: null,
    channel: String(feed.channel),
    feedName: String(feed.name),
    timezone: String(feed.timezone),
    leadMinutes: 0,
    expiresAt: null,
    daily: true,
    overlap: Number(feed.overlap),
    launch: null,
  };
  const card = `${post.id}:base:${feed.id}`;
  const entry = store.insert(
    'releases',
    {
      log: feed.pool ? `pool:${feed.pool}` : `feed:${feed.id}`,
      seq,
      type: 'release',
      key: `card:${card}`,
      card,
      post: String(post.id),
      feed: String(feed.id),
      variantKey: 'base',
      kind: post.kind,
      by: null,
      approval: 2,
      contentHash: post.contentHash,
      audience: { visibility: 'everyone', segments: [] },
      content,
      at,
      dueAt: at,
      plannedAt: at,
      releasedAt: at,
      localDate: at.slice(0, 10),
      reason: null,
    },
    null,
  );
  const cardStates = releasedStates([entry as never]);
  store.update('posts', post, { status: 'released', inFlight: false, cardStates }, null);
}
