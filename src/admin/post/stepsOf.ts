import { type Act, type Actor, can } from '@/core/abilities';
import type { PostContent } from '@/core/approval/content';
import type { PostStatus } from '@/core/model';

export type Step = 'submit' | 'review' | 'withdraw' | 'recall' | 'correct' | 'release-now' | 'drop';

const actOf: Record<Step, Act> = {
  submit: 'post.submit',
  review: 'post.approve',
  withdraw: 'post.withdraw',
  recall: 'post.recall',
  correct: 'post.correct',
  'release-now': 'post.resolve',
  drop: 'post.resolve',
};

/** The first one is the next step; the others are ways out. */
const possible: Record<PostStatus, readonly Step[]> = {
  draft: ['submit'],
  'changes-requested': ['submit'],
  'in-review': ['review', 'withdraw'],
  approved: ['withdraw'],
  deferred: ['withdraw', 'release-now', 'drop'],
  held: ['release-now', 'withdraw', 'drop'],
  released: ['correct', 'recall'],
  recalled: ['correct'],
  skipped: [],
  expired: [],
  archived: [],
};

/** Whether the first of the steps is what one usually does next, and so the large button. */
export const isNext = (step: Step, status: PostStatus): boolean =>
  possible[status][0] === step && ['submit', 'review', 'release-now'].includes(step);

/** What this person may do with a post that stands there. The server decides again. */
export const stepsOf = (actor: Actor, { status, feeds }: Pick<PostContent, 'status' | 'feeds'>): Step[] =>
  possible[status].filter((step) => can(actor, actOf[step], { type: 'posts', feeds: [...feeds] }));
