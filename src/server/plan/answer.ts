import type { Kind, Locale, LogId, TimeZone } from '@/core/model';
import type { Outcome } from '@/core/plan';
import type { FilledBy } from '@/core/reasons';

/** A post that holds a place; `href` is its page in the admin. */
export interface SimulatedHolder {
  post: string;
  title: string;
  feed: string;
  /** ISO 8601, UTC; so are all instants here. */
  at: string;
  href: string | null;
}

export interface SimulatedDecision {
  card: string;
  post: string;
  variantKey: string;
  feed: string;
  feedName: string;
  /** Of the feed. */
  timezone: TimeZone;
  title: string;
  kind: Kind | null;
  outcome: Outcome;
  /** `dueAt` of the release, or when the end becomes an entry. */
  at: string;
  scheduledAt: string | null;
  /** In the log already: it no longer depends on anything. */
  recorded: boolean;
  /** In the log, as a release. */
  released: boolean;
  /** Null once it is in the log: there the explanation says it. */
  late: boolean | null;
  explanation: string | null;
  /** The posts that hold the places, planned or released, as far as the reader may see them. */
  pushedBy: SimulatedHolder[];
}

/** How full one window of one rule is, for whoever sees most. */
export interface SimulatedCap {
  log: LogId;
  feeds: string[];
  rule: string;
  name: string;
  kinds: readonly Kind[];
  window: { unit: string; from: string; to: string; timezone: TimeZone };
  count: number;
  limit: number;
  over: boolean;
  /** Ids of segments; null for a feed and for a bound. */
  profile: readonly string[] | null;
  feed: string | null;
  words: string;
  posts: SimulatedHolder[];
}

export interface SimulatedProof {
  log: LogId;
  feeds: string[];
  holds: boolean;
  sentence: string;
  fullest: string;
  assumptions: string[];
  /** Of approved launches, in force within the period. */
  exceptions: string[];
}

export interface SimulatedMove {
  card: string;
  post: string;
  variantKey: string;
  feed: string;
  feedName: string;
  timezone: TimeZone;
  title: string;
  before: { outcome: Outcome; at: string } | null;
  after: { outcome: Outcome; at: string } | null;
  words: string;
}

export interface SimulationAnswer {
  /** The instant that was taken as now. */
  now: string;
  from: string;
  to: string;
  decisions: SimulatedDecision[];
  caps: SimulatedCap[];
  proofs: SimulatedProof[];
  assumptions: string[];
  exceptions: string[];
  /** What would keep a post that is tried out from being submitted as it is. */
  problems: { post: string; title: string; message: string }[];
  /** Only where changes were given. */
  moved?: SimulatedMove[];
}

export const iso = (at: number): string => new Date(at).toISOString();

/** The page of a stored post; a post that is only tried out has none. */
export const hrefOf = (post: string): string | null =>
  post.startsWith('new-') ? null : `/admin/collections/posts/${post}`;

export const holderOf = ({ post, title, feed, at }: FilledBy): SimulatedHolder => ({
  post,
  title,
  feed,
  at: iso(at),
  href: hrefOf(post),
});

/** The sentence of a stored reason in one language. */
export const storedWords = (reason: unknown, locale: Locale): string | null => {
  if (typeof reason !== 'object' || reason === null || !(locale in reason)) return null;
  return String((reason as Record<Locale, unknown>)[locale]);
};
