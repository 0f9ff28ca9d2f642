import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { can } from '@/core/abilities';
import { checkDecision } from '@/core/approval/workflow';
import { sayNotAllowed } from '@/core/words/approval';
import { templateNotFound, templateSentence } from '@/core/words/launchReasons';
import { changersOf } from '../approvals/changers';
import { appendDecision, templateSubjectOf } from '../approvals/records';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor, visibleRow } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { noEdit } from '../posts/noEdit';
import { loadSettings } from '../settings/load';
import { type BoundTemplate, bindTemplate } from './bound';

/** A template as the person may see it; 404 when it is not there or not theirs to see. */
export async function templateFor(
  ctx: Context,
  req: PayloadRequest,
  id: string,
): Promise<Outcome<BoundTemplate>> {
  const row = await visibleRow(ctx, req, { collection: slugs.launchTemplates, id });
  if (!row) return refuse(404, [{ message: templateNotFound[ctx.locale] }]);
  return done(await bindTemplate(ctx.payload, row, req));
}

/**
 * A manager approves a template as it was shown: what scripts take from it unchanged need not be read again. It
 * releases nothing; the posts of each script are approved by themselves.
 */
export async function approveTemplate(
  ctx: Context,
  { id, contentHash, comment }: { id: string; contentHash: string; comment?: string | null | undefined },
): Promise<Outcome<Record<string, unknown>>> {
  const moved = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<null>> => {
    const found = await templateFor(ctx, req, id);
    if (!found.ok) return found;
    if (!can(ctx.actor, 'script.approve')) return refuse(403, [{ message: sayNotAllowed[ctx.locale] }]);
    const { row, hash, view, content } = found.value;
    if (content.status === 'approved' && row.contentHash === hash) {
      return refuse(409, [{ message: templateSentence.decided[ctx.locale], data: { present: hash } }]);
    }
    const { approverMustDiffer } = await loadSettings(ctx.payload, req);
    const [against] = checkDecision({
      given: contentHash,
      present: hash,
      approver: ctx.actor.id,
      changedBy: changersOf(row),
      approverMustDiffer,
    });
    if (against) {
      const message = templateSentence[against][ctx.locale];
      return refuse(against === 'own-change' ? 403 : 409, [{ message, data: { present: hash } }]);
    }
    await appendDecision(
      req,
      {
        subject: templateSubjectOf(id),
        contentHash: hash,
        decision: 'approved',
        covers: 'instant',
        by: ctx.actor.id,
        byName: ctx.actorName,
        comment: comment ?? null,
        view,
      },
      ctx.now,
    );
    await ctx.payload.db.updateOne({
      collection: slugs.launchTemplates,
      id: row.id as string | number,
      data: { ...noEdit, status: 'approved', contentHash: hash, changedBy: [] },
      req,
      returning: false,
    });
    return done(null);
  });
  return moved.ok ? done(await documentFor(ctx, slugs.launchTemplates, id)) : moved;
}
