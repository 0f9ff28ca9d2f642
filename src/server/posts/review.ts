import { can } from '@/core/abilities';
import type { FeedRef, MediaRef, PostContent } from '@/core/approval/content';
import { problemsOf } from '@/core/approval/problems';
import type { ResolvedView } from '@/core/approval/view';
import { checkApproval } from '@/core/approval/workflow';
import { problemSentence } from '@/core/words/problem';
import { type ApprovalRecord, viewAsked } from '../approvals/records';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { changersOfPost } from './against';
import { type Outlook, outlookFor } from './forecast';
import { subjectFor } from './load';

/** All that a manager needs to decide on one post, and an editor to see what it would do. */
export interface Review extends Outlook {
  content: PostContent;
  /** Exactly what an approval would be bound to; the text of each version is as staff will get it. */
  view: ResolvedView;
  contentHash: string;
  feeds: FeedRef[];
  media: MediaRef[];
  /** What stands in the way, in the reader's language. */
  problems: string[];
  /** Why this person may not approve, in the reader's language; empty: they may. */
  mayNotApprove: string[];
  /** Newest first. */
  decisions: Omit<ApprovalRecord, 'view' | 'evidence'>[];
  /** What was approved last, to compare with. */
  lastApproved: ResolvedView | null;
  /** What it was when it was sent back, where it was not approved since. */
  lastReturned: ResolvedView | null;
}

const approvable = ['in-review', 'draft', 'changes-requested'];
/** Approved and not out yet: the plan has it as it stands. */
const waiting = ['approved', 'deferred'];

export async function reviewOf(ctx: Context, id: string): Promise<Outcome<Review>> {
  const found = await subjectFor(ctx, ctx.req, { id, act: 'calendar.read' });
  if (!found.ok) return found;
  const { bound, refs, settings, decisions } = found.value;
  const { content, view, hash } = bound;
  const say = (reason: Parameters<typeof problemSentence>[0]) => {
    const [feed] = content.feeds;
    return problemSentence(reason, refs, { locale: ctx.locale, ...(feed ? { feed } : {}) });
  };
  const problems = approvable.includes(content.status)
    ? problemsOf({ post: content, refs, now: ctx.now, graceMinutes: settings.graceMinutes })
    : [];
  const may = can(ctx.actor, 'post.approve', { type: 'posts', feeds: content.feeds });
  const against = checkApproval({
    status: content.status,
    given: hash,
    present: hash,
    approver: ctx.actor.id,
    ...changersOfPost(found.value),
    approverMustDiffer: settings.approverMustDiffer,
  });
  const planned = approvable.includes(content.status) || waiting.includes(content.status);
  const outlook: Outlook =
    problems.length === 0 && planned
      ? await outlookFor(ctx, ctx.req, found.value)
      : { forecast: [], proofs: [] };
  const approved = [...decisions].reverse().find(({ decision }) => decision === 'approved');
  const returned = decisions.findLast(
    ({ decision, n }) => decision === 'changes-requested' && n > (approved?.n ?? 0),
  );
  return done({
    content,
    view,
    contentHash: hash,
    feeds: content.feeds.flatMap((feed) => refs.feeds.get(feed) ?? []),
    media: [...refs.media.values()],
    problems: problems.map(say),
    mayNotApprove: may ? against.map(say) : [''],
    ...outlook,
    decisions: [...decisions].reverse().map(({ view: _, evidence: __, ...record }) => record),
    lastApproved: viewAsked(approved),
    lastReturned: viewAsked(returned),
  });
}
