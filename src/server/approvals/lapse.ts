import { type Slug, slugs } from '@collections/slugs';
import type { PayloadRequest, Where } from 'payload';
import { type CardState, withdrawOpen } from '@/core/approval/cardState';
import type { PostContent, References } from '@/core/approval/content';
import { cardsOf } from '@/core/audience';
import type { Locale, PostStatus } from '@/core/model';
import { lapsedPartlySentence, lapsedSentence } from '@/core/words/approval';
import { explain } from '@/core/words/plan';
import { namedIn } from '../fences/inputs';
import { rehashScripts } from '../launches/lapse';
import { entriesOfPosts } from '../log/read';
import { type BoundPost, bind } from '../posts/bound';
import { contentOf, idOf } from '../posts/content';
import { postWrite } from '../posts/noEdit';
import { loadReferences, rows } from '../posts/references';
import { releasedStates, withReleased } from '../posts/releasedStates';
import { loadSettings } from '../settings/load';
import { type ApprovalRecord, appendDecision, newestDecisions, subjectOf } from './records';

/** Voids the approval of a post in the transaction of `req`, and says why. Cards that are out stay out. */
export async function lapse(
  req: PayloadRequest,
  bound: BoundPost,
  { approval, refs }: { approval: ApprovalRecord; refs: References },
): Promise<void> {
  await appendDecision(
    req,
    {
      subject: subjectOf(bound.content.id),
      contentHash: approval.contentHash,
      decision: 'lapsed',
      covers: approval.covers,
      by: req.user ? String(req.user.id) : null,
      byName: req.user ? req.user.name : null,
    },
    Date.now(),
  );
  const released = releasedStates(await entriesOfPosts(req.payload, [bound.content.id], req));
  const stored = (bound.row.cardStates ?? []) as CardState[];
  await req.payload.db.updateOne({
    collection: slugs.posts,
    id: bound.row.id as string | number,
    data: {
      ...postWrite(),
      contentHash: bound.hash,
      inFlight: false,
      ...(released.length > 0
        ? {
            status: 'released',
            statusWords: withProblem(lapsedPartlySentence, bound.content, refs),
            cardStates: withdrawOpen(withReleased(stored, released), lapsedPartlySentence),
          }
        : {
            statusWords: withProblem(lapsedSentence, bound.content, refs),
            status: 'draft',
            cardStates: [],
          }),
    },
    req,
    returning: false,
  });
}

/** Nothing of these is out or on its way: they get the present hash, and remember who changed it. */
const undecided: readonly PostStatus[] = ['draft', 'changes-requested', 'in-review', 'skipped', 'expired'];

/** Posts that name this document; a dimension is named by way of its segments. Null: posts name no such thing. */
async function naming(req: PayloadRequest, slug: Slug, id: string): Promise<Where | null> {
  const ofDimension = slug === slugs.segmentDimensions;
  const paths = namedIn[ofDimension ? slugs.segments : slug];
  if (!paths) return null;
  const ids = ofDimension
    ? (await rows(req.payload, slugs.segments, { dimension: { equals: id } }, req, { key: true })).map(
        (row) => row.id,
      )
    : [id];
  return ids.length === 0 ? null : { or: paths.map((path) => ({ [path]: { in: ids } })) };
}

/** Where the audience can no longer be, that is said too: it has to be mended before anything else. */
function withProblem(
  sentence: Record<Locale, string>,
  content: PostContent,
  refs: References,
): Record<Locale, string> {
  const cards = cardsOf({ ...content, ...refs });
  if (cards.ok) return sentence;
  const context = { ...refs, zone: 'UTC' };
  return {
    zh: `${sentence.zh}${explain(cards.reasons, context, 'zh')}。`,
    en: `${sentence.en} ${explain(cards.reasons, context, 'en')}`,
  };
}

/**
 * After a document that posts name has changed: undecided posts get their present hash, approvals that
 * no longer cover their post lapse. The check at release would refuse them anyway; this tells people.
 */
export async function lapseWhatChanged(req: PayloadRequest, slug: Slug, id: string): Promise<void> {
  const { payload } = req;
  const named = await naming(req, slug, id);
  if (!named) return;
  const alive: Where = { or: [{ inFlight: { equals: true } }, { status: { in: [...undecided] } }] };
  const found = await rows(payload, slugs.posts, { and: [named, alive] }, req);
  if (found.length === 0) return;
  const settings = await loadSettings(payload, req);
  const refs = await loadReferences(payload, found.map(contentOf), req);
  const newest = await newestDecisions(
    payload,
    found.map((row) => String(row.id)),
    req,
  );
  const mine = req.user ? [String(req.user.id)] : [];
  for (const row of found) {
    const record = newest.get(String(row.id));
    const approved = record?.decision === 'approved';
    const bound = bind(row, refs, approved ? { approvalCovers: record.covers } : settings);
    const before = approved ? record.contentHash : row.contentHash;
    if (bound.hash === before) continue;
    const changedBy = [...new Set([...((row.changedBy as string[] | null) ?? []), ...mine])];
    await payload.db.updateOne({
      collection: slugs.posts,
      id: row.id as string | number,
      data: { ...postWrite(), contentHash: bound.hash, changedBy },
      req,
      returning: false,
    });
    if (approved) await lapse(req, bound, { approval: record, refs });
  }
  await rehashScripts(
    req,
    found.map((row) => idOf(row.launchScript)),
  );
}

/** After the settings of what an approval covers have changed: what waits for a decision gets its present hash. */
export async function rehashWaiting(req: PayloadRequest): Promise<void> {
  const { payload } = req;
  const found = await rows(payload, slugs.posts, { status: { equals: 'in-review' } }, req);
  const settings = await loadSettings(payload, req);
  const refs = await loadReferences(payload, found.map(contentOf), req);
  for (const row of found) {
    await payload.db.updateOne({
      collection: slugs.posts,
      id: row.id as string | number,
      data: { ...postWrite(), contentHash: bind(row, refs, settings).hash },
      req,
      returning: false,
    });
  }
  await rehashScripts(
    req,
    found.map((row) => idOf(row.launchScript)),
  );
}
