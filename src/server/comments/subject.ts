import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import type { Commented } from '@/core/comments/readers';
import { sayNotAllowed, sayNotFound } from '@/core/words/approval';
import { scriptNotFound } from '@/core/words/launchReasons';
import { scriptSubjectOf, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { visibleRow } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { idsOf } from '../posts/content';

/** What is talked about. */
export interface Topic {
  type: Commented;
  id: string;
  /** `posts:12`, as decisions name it. */
  subject: string;
  /** Of a post; they say who may read it. */
  feeds: string[];
}

export interface TopicQuestion {
  type: Commented;
  id: string;
}

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
  });
}
