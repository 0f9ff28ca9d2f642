import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import type { FeedRef, MediaRef, PostContent } from '@/core/approval/content';
import type { ResolvedView } from '@/core/approval/view';
import type { Instant, TimeZone } from '@/core/model';
import { inDueOrder } from '@/core/queue/groups';
import { boundsOf, type QueuePeriod } from '@/core/queue/periods';
import { type Urgency, urgencyOf } from '@/core/queue/urgency';
import { sayNotAllowed } from '@/core/words/approval';
import { problemSentence } from '@/core/words/problem';
import { subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { againstApproval } from '../posts/against';
import { type Forecast, outlookTogether } from '../posts/forecast';
import type { Subject } from '../posts/load';
import { subjectsForAll } from '../posts/loadAll';
import type { ProofInWords } from '../posts/proof';
import { waitsAlone } from './queue';

/** One post as a manager decides on it among those of its day. */
export interface PeriodPost {
  id: string;
  content: PostContent;
  /** Exactly what an approval would be bound to. */
  view: ResolvedView;
  contentHash: string;
  feeds: FeedRef[];
  at: Instant | null;
  /** Of the first feed. */
  zone: TimeZone;
  urgency: Urgency;
  /** Why it cannot be approved by this person now, in the reader's language; empty: it can. */
  against: string[];
  /** What would become of its cards if all that can be approved were. */
  forecast: Forecast[];
  /** It was approved before, so that somebody may want to see what changed. */
  approvedBefore: boolean;
}

export interface PeriodReview {
  posts: PeriodPost[];
  /** Posts of the period beyond those that are shown. */
  more: number;
  /** Posts that go to another team's feeds too: who decides on them sees all of these feeds. */
  shared: number;
  media: MediaRef[];
  /** Of all that can be approved, together. */
  proofs: ProofInWords[];
  /** Whether this person decides on any of them. */
  decides: boolean;
}

/** As many as one act takes. */
export const mostInPeriod = 100;

/** Posts of a day or a week that wait for a decision, in due order, and what approving them together comes to. */
export async function reviewOfPeriod(
  ctx: Context,
  period: QueuePeriod,
  zone: TimeZone,
): Promise<PeriodReview> {
  const { ids, total } = await waitingIn(ctx, boundsOf(period, zone));
  const found = await subjectsForAll(ctx, ctx.req, { ids, act: 'calendar.read' });
  const subjects = [...found.values()].flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const against = new Map(subjects.map((subject) => [subject, reasonsAgainst(ctx, subject)]));
  const open = subjects.filter((subject) => against.get(subject)?.length === 0);
  const [{ forecasts, proofs }, before] = [
    await outlookTogether(ctx, ctx.req, open),
    await everApproved(ctx, ids),
  ];
  const posts = subjects.map((subject): PeriodPost => {
    const { content, view, hash } = subject.bound;
    const feeds = content.feeds.flatMap((feed) => subject.refs.feeds.get(feed) ?? []);
    return {
      id: content.id,
      content,
      view,
      contentHash: hash,
      feeds,
      at: content.scheduledAt,
      zone: feeds[0]?.zone ?? zone,
      urgency: urgencyOf({ dueAt: content.scheduledAt, now: ctx.now }),
      against: against.get(subject) ?? [],
      forecast: forecasts.get(content.id) ?? [],
      approvedBefore: before.has(content.id),
    };
  });
  return {
    posts: posts.sort(inDueOrder),
    more: total - ids.length,
    shared: ids.length - posts.length,
    media: [...(subjects[0]?.refs.media.values() ?? [])],
    proofs,
    decides: subjects.some(({ bound: { content } }) => mayApprove(ctx, content)),
  };
}

const mayApprove = ({ actor }: Context, { feeds }: PostContent): boolean =>
  can(actor, 'post.approve', { type: slugs.posts, feeds });

function reasonsAgainst(ctx: Context, subject: Subject): string[] {
  const { content, hash } = subject.bound;
  if (!mayApprove(ctx, content)) return [sayNotAllowed[ctx.locale]];
  const [feed] = content.feeds;
  const reasons = againstApproval(ctx, subject, hash)?.reasons ?? [];
  return reasons.map((reason) =>
    problemSentence(reason, subject.refs, { locale: ctx.locale, ...(feed ? { feed } : {}) }),
  );
}

async function waitingIn(
  ctx: Context,
  [from, to]: readonly [Instant, Instant],
): Promise<{ ids: string[]; total: number }> {
  const { payload, req } = ctx;
  const { docs, totalDocs } = await payload.find({
    collection: slugs.posts,
    where: {
      and: [
        await waitsAlone(ctx),
        { scheduledAt: { greater_than_equal: new Date(from).toISOString() } },
        { scheduledAt: { less_than: new Date(to).toISOString() } },
      ],
    },
    select: {},
    sort: 'scheduledAt',
    limit: mostInPeriod,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return { ids: docs.map(({ id }) => String(id)), total: totalDocs };
}

async function everApproved({ payload, req }: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { docs } = await payload.db.find<{ subject: string }>({
    collection: slugs.approvals,
    where: { and: [{ subject: { in: ids.map(subjectOf) } }, { decision: { equals: 'approved' } }] },
    select: { subject: true },
    limit: 0,
    pagination: false,
    req,
  });
  return new Set(docs.map(({ subject }) => subject.slice('posts:'.length)));
}
