import type { Actor } from '../abilities';
import type { FeedId, Instant, Locale, TimeZone } from '../model';

/** A post or a launch script that is not approved, as far as it matters to those who are told of it. */
export interface Subject {
  type: 'post' | 'script';
  id: string;
  title: string;
  status: 'draft' | 'changes-requested' | 'in-review';
  due: Instant | null;
  /** Until when it can still be approved; null: no end. */
  until: Instant | null;
  /** In which its time is said. */
  zone: TimeZone;
  feeds: readonly FeedId[];
  /** The newest one, of an approved script that of its posts that wait; null for what was never submitted. */
  submission: { n: number; at: Instant; byName: string | null } | null;
  /** Who changed it since the last approval; of a post, its script itself too. */
  changedBy: readonly string[];
  /** Of a post: the launch script that it belongs to. */
  script: string | null;
  /** Of a script that was approved: how many of its posts were changed since, and wait. Else 0. */
  changed: number;
}

export interface Reader extends Actor {
  locale: Locale;
}

/** Sent back to one who submitted it, or a post that went back with it. */
export interface Returned {
  subject: Pick<Subject, 'type' | 'id' | 'title' | 'due' | 'zone'>;
  to: string;
  byName: string | null;
  at: Instant;
}

export type Words = Record<Locale, { subject: string; text: string }>;

/** What somebody is told in the next digest: a mention, say. */
export interface Note {
  id: string;
  to: string;
  at: Instant;
  words: Words;
  /** A path of this product. */
  link: string;
  /** What it is about: `posts:12`. */
  about: readonly string[];
}

/** Everything that a decision about notices rests on, apart from the time. */
export interface World {
  subjects: readonly Subject[];
  people: readonly Reader[];
  approverMustDiffer: boolean;
}

/** One decision each: `posts:12`, `launch-scripts:3`. */
export const subjectKey = ({ type, id }: Pick<Subject, 'type' | 'id'>): string =>
  `${type === 'post' ? 'posts' : 'launch-scripts'}:${id}`;

/** Where it is decided on, or written. */
export const decisionLink = ({ type, id }: Pick<Subject, 'type' | 'id'>): string =>
  `/admin/approvals?${type}=${id}`;

export const editLink = ({ type, id }: Pick<Subject, 'type' | 'id'>): string =>
  type === 'post' ? `/admin/collections/posts/${id}` : `/admin/launches/${id}`;
