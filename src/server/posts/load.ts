import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { type Act, can } from '@/core/abilities';
import type { References } from '@/core/approval/content';
import type { Problem } from '@/core/approval/reasons';
import type { FeedId } from '@/core/model';
import { sayNotAllowed, sayNotFound } from '@/core/words/approval';
import { problemSentence } from '@/core/words/problem';
import { type ApprovalRecord, decisionsOn, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { visibleRow } from '../documents';
import { done, type Outcome, type Refusal, refuse, refuseWith } from '../outcome';
import { loadSettings, type RuleSettings } from '../settings/load';
import { type BoundPost, bind } from './bound';
import { contentOf } from './content';
import { loadReferences } from './references';

/** A post as a use case finds it: bound anew, with its decisions so far. */
export interface Subject {
  bound: BoundPost;
  refs: References;
  settings: RuleSettings;
  decisions: ApprovalRecord[];
}

/**
 * Loads a post for an act of the person of `ctx`: 404 when it is not there or not theirs to see, 403 when
 * they may not do this to a post of these feeds.
 */
export async function subjectFor(
  ctx: Context,
  req: PayloadRequest,
  { id, act }: { id: string; act: Act },
): Promise<Outcome<Subject>> {
  const { payload, actor, locale } = ctx;
  const row = await visibleRow(ctx, req, { collection: slugs.posts, id });
  if (!row) return refuse(404, [{ message: sayNotFound[locale] }]);
  const content = contentOf(row);
  if (!can(actor, act, { type: 'posts', feeds: content.feeds })) {
    return refuse(403, [{ message: sayNotAllowed[locale] }]);
  }
  const refs = await loadReferences(payload, [content], req);
  const settings = await loadSettings(payload, req);
  const decisions = await decisionsOn(payload, subjectOf(id), req);
  const newest = decisions.at(-1);
  const options = newest?.decision === 'approved' ? { approvalCovers: newest.covers } : settings;
  return done({ bound: bind(row, refs, options), refs, settings, decisions });
}

export const refuseProblems = (
  status: Refusal['status'],
  reasons: readonly Problem[],
  { ctx, refs, feed }: { ctx: Context; refs: References; feed?: FeedId },
): Refusal =>
  refuseWith(status, reasons, (reason) =>
    problemSentence(reason, refs, { locale: ctx.locale, ...(feed ? { feed } : {}) }),
  );
