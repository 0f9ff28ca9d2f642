import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import type { Commented } from '@/core/comments/readers';
import type { Instant } from '@/core/model';
import { sayNotAllowed, sayNotFound } from '@/core/words/approval';
import { scriptNotFound } from '@/core/words/launchReasons';
import { scriptSubjectOf, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { visibleRow } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { idsOf, instantOf, text } from '../posts/content';

/** What is talked about. */
export interface Topic {
  type: Commented;
  id: string;
  /** `posts:12`, as decisions name it. */
  subject: string;
  /** Of a post; they say who may read it. */
  feeds: string[];
  title: string;
  /** When it is to go out, or to begin. */
  dueAt: Instant | null;
  /** Where it is talked about. */
  page: string;
}

export interface TopicQuestion {
  type: Commented;
  id: string;
}

/** The page of a post or a script: that of its decision while it waits for one. */
export const pageOf = (type: Commented, id: string, status: unknown): string => {
  const isPost = type === slugs.posts;
  if (status === 'in-review') return `/admin/approvals?${isPost ? 'post' : 'script'}=${id}`;
  return isPost ? `/admin/collections/posts/${id}` : `/admin/launches/${id}`;
};

/** 404 when it is not there or not theirs to see; who may read it may say something about it. */
export async function topicFor(ctx: Context, { type, id }: TopicQuestion): Promise<Outcome<Topic>> {
  const { actor, locale, req } = ctx;
  if (!can(actor, 'comment.write')) return refuse(403, [{ message: sayNotAllowed[locale] }]);
  const isPost = type === slugs.posts;
  const row = await visibleRow(ctx, req, { collection: type, id });
  if (!row) return refuse(404, [{ message: (isPost ? sayNotFound : scriptNotFound)[locale] }]);
  return done({
    type,
    id,
    subject: isPost ? subjectOf(id) : scriptSubjectOf(id),
    feeds: isPost ? idsOf(row.feeds) : [],
    title: text(isPost ? row.title : row.name),
    dueAt: instantOf(isPost ? row.scheduledAt : row.launchAt),
    page: pageOf(type, id, row.status),
  });
}
