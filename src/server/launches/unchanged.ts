import { slugs } from '@collections/slugs';
import type { Where } from 'payload';
import type { PostContent } from '@/core/approval/content';
import { instantOf, postOf, stepsOf } from '@/core/launch';
import { feedsFor } from '@/core/launch/make';
import type { TemplateStepView, TemplateView } from '@/core/launch/template';
import { type Unchanged, unchangedFrom } from '@/core/launch/unchanged';
import type { PostId } from '@/core/model';
import { type ApprovalRecord, subjectOf, templateSubjectOf } from '../approvals/records';
import type { Context } from '../context';
import type { Forecast } from '../posts/forecast';
import { rows } from '../posts/references';
import { loadKnownSegments } from './makePosts';
import type { Whole } from './whole';

/** What was approved last of each post of a script, to compare with: its view, and when it was to go out. */
export async function lastApprovals(
  { payload, req }: Context,
  { posts }: Whole,
): Promise<Map<PostId, Pick<ApprovalRecord, 'view' | 'scheduledAt'>>> {
  const subjects = new Map(posts.map(({ bound }) => [subjectOf(bound.content.id), bound.content.id]));
  if (subjects.size === 0) return new Map();
  const { docs } = await payload.db.find<ApprovalRecord>({
    collection: slugs.approvals,
    where: { and: [{ subject: { in: [...subjects.keys()] } }, { decision: { equals: 'approved' } }] },
    select: { subject: true, view: true, scheduledAt: true },
    sort: 'n',
    limit: 0,
    pagination: false,
    req,
  });
  return new Map(
    docs.flatMap(({ subject, ...approved }) => {
      const post = subjects.get(subject);
      return post && approved.view ? [[post, approved] as const] : [];
    }),
  );
}

/** What would become of these posts when they were approved last, as their managers were shown it. */
export async function approvedFates(
  { payload, req }: Context,
  posts: readonly PostId[],
): Promise<Map<PostId, readonly Forecast[]>> {
  if (posts.length === 0) return new Map();
  const subjects = new Map(posts.map((post) => [subjectOf(post), post]));
  const { docs } = await payload.db.find<ApprovalRecord>({
    collection: slugs.approvals,
    where: { and: [{ subject: { in: [...subjects.keys()] } }, { decision: { equals: 'approved' } }] },
    select: { subject: true, evidence: true },
    sort: 'n',
    limit: 0,
    pagination: false,
    req,
  });
  return new Map(
    docs.flatMap(({ subject, evidence }) => {
      const post = subjects.get(subject);
      const { forecast = [] } = (evidence ?? {}) as { forecast?: readonly Forecast[] };
      return post ? [[post, forecast] as const] : [];
    }),
  );
}

/**
 * What was approved of the template that a script was made from, as it was then and as it was approved last; empty:
 * nothing was, or the template is gone. What an editor writes into it meanwhile takes nothing back.
 */
async function approvedVersions({ payload, req }: Context, { frame }: Whole): Promise<TemplateView[]> {
  const { template, templateHash } = frame.content;
  if (template === null || templateHash === '') return [];
  const [present] = await rows(payload, slugs.launchTemplates, { id: { equals: template } }, req, {});
  if (!present) return [];
  const newest = async (where: Where): Promise<ApprovalRecord<TemplateView> | undefined> => {
    const of: Where[] = [
      { subject: { equals: templateSubjectOf(template) } },
      { decision: { equals: 'approved' } },
    ];
    const { docs } = await payload.db.find<ApprovalRecord<TemplateView>>({
      collection: slugs.approvals,
      where: { and: [...of, where] },
      sort: '-n',
      limit: 1,
      pagination: false,
      req,
    });
    return docs[0];
  };
  const then = await newest({ contentHash: { equals: templateHash } });
  if (!then) return [];
  const since = await newest({ n: { greater_than: then.n } });
  return [then, since].flatMap((record) => record?.view ?? []);
}

type Steps = ReadonlyMap<string, TemplateStepView>;

/** The posts of a script that say and show what was approved with its template, with what they may have beyond it. */
export async function unchangedSteps(ctx: Context, whole: Whole): Promise<Map<PostId, Unchanged>> {
  const versions = (await approvedVersions(ctx, whole)).map(
    ({ phases }): Steps => new Map(phases.flatMap(({ steps }) => steps).map((step) => [step.key, step])),
  );
  const { content } = whole.frame;
  const { launchAt, timezone } = content;
  if (versions.length === 0 || launchAt === null) return new Map();
  const steps = new Map(stepsOf(content).map((step) => [step.key, step]));
  const question = {
    launchAt,
    timezone,
    feeds: [...whole.postRefs.feeds.values()],
    known: await loadKnownSegments(ctx, ctx.req),
    segments: null,
  };
  const { product, offer } = content;
  const twice = new Set<string>();
  const seen = new Set<string>();
  for (const { bound } of whole.posts) {
    const { launchStep } = bound.content;
    if (seen.has(launchStep)) twice.add(launchStep);
    seen.add(launchStep);
  }
  const { media } = whole.postRefs;
  const unchangedSince = (post: PostContent, approved: Steps): Unchanged | null => {
    const [before, step] = [approved.get(post.launchStep), steps.get(post.launchStep)];
    if (!before || !step || twice.has(post.launchStep)) return null;
    const images = post.images.map((id) => media.get(id)?.sha256 ?? '');
    const imageTexts = post.images.map((id) => media.get(id)?.alt ?? '');
    const planned = instantOf(step, { launchAt, timezone });
    const { draft } = postOf({ ...before, feeds: step.feeds }, question);
    const expected = {
      feeds: feedsFor(
        before,
        question.feeds.filter(({ id }) => step.feeds.includes(id)),
      ),
      segments: Object.fromEntries(draft.variants.map(({ key, segments }) => [key, segments])),
      product,
      offer,
    };
    const compared = { content: post, images, imageTexts };
    return unchangedFrom({ post: compared, approved: before, step, planned, expected });
  };
  return new Map(
    whole.posts.flatMap(({ bound: { content: post } }) => {
      const found = versions.map((version) => unchangedSince(post, version));
      if (found.includes(null)) return [];
      const own = found.includes('pictures-added') ? 'pictures-added' : 'as-approved';
      return [[post.id, own] as const];
    }),
  );
}
