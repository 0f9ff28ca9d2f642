import { slugs } from '@collections/slugs';
import type { FeedId, Instant, LogId } from '@/core/model';
import type { PlacedEntry } from '@/core/plan';
import type { Period } from '@/core/simulate';
import type { EndEntry, ReleaseEntry, StoredEntry } from '../log/entry';
import { entriesDue, releasedElsewhere, type Span } from '../log/read';
import { instantOf } from '../posts/content';
import { rows } from '../posts/references';
import { isRelease, placedOf } from '../scheduler/snapshot';
import type { Asker } from './question';

/** A month and a day: the longest window of a rule that reaches into a period from before it. */
const longestWindowMs = 32 * 24 * 3_600_000;

/** What the log of a pool holds already. */
export interface Recorded {
  /** Due within the period. */
  releases: readonly (StoredEntry & ReleaseEntry)[];
  ends: readonly (StoredEntry & EndEntry)[];
  /** Released cards whose windows meet the period or what is still to come. */
  placed: readonly PlacedEntry[];
  /** What these posts are called and when they were wanted, as they are now. */
  posts: ReadonlyMap<string, { title: string; scheduledAt: Instant | null }>;
}

/** SQLite takes some thirty thousand values in one statement. */
const mostNamed = 1_000;

const postFields = { title: true, scheduledAt: true } as const;

/** With all that shares a window with something from `from` to `to`. */
const around = (from: Instant, to: Instant): Span => ({
  from: from - longestWindowMs,
  to: to + longestWindowMs,
});

const isEnd = (entry: StoredEntry): entry is StoredEntry & EndEntry => entry.type === 'end';

export async function recordedIn(
  { payload, req, now }: Pick<Asker, 'payload' | 'req' | 'now'>,
  { log, feeds }: { log: LogId; feeds: readonly FeedId[] },
  { from, to }: Period,
): Promise<Recorded> {
  // The period, and what is still to come: a question about last year reads nothing of the time between.
  const found = await entriesDue(payload, log, [around(from, to), around(now, now)], req);
  const within = ({ dueAt }: { dueAt: string }): boolean =>
    Date.parse(dueAt) >= from && Date.parse(dueAt) < to;
  const since = Math.min(from, now) - longestWindowMs;
  const all = [...found.filter(isRelease), ...(await releasedElsewhere(payload, { log, feeds, since }, req))];
  const [releases, ends] = [all.filter(within), found.filter(isEnd).filter(within)];
  const ids = [...new Set([...releases, ...ends].map(({ post }) => post))];
  const named: Record<string, unknown>[] = [];
  for (let first = 0; first < ids.length; first += mostNamed) {
    const some = ids.slice(first, first + mostNamed);
    named.push(...(await rows(payload, slugs.posts, { id: { in: some } }, req, postFields)));
  }
  return {
    releases,
    ends,
    placed: all.map(placedOf),
    posts: new Map(
      named.map(({ id, title, scheduledAt }) => [
        String(id),
        { title: String(title), scheduledAt: instantOf(scheduledAt) },
      ]),
    ),
  };
}
