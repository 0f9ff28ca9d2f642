import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { changersWith } from '../approvals/changers';
import { appendDecision, newestOn, templateSubjectOf } from '../approvals/records';
import { noEdit } from '../posts/noEdit';
import { rows } from '../posts/references';
import { bindTemplate } from './bound';

/**
 * After a template was written, in the same transaction: computes what an approval would be bound to from the row
 * as stored, remembers who changed it, and lets an approval that no longer covers it lapse.
 */
export async function settleTemplate(req: PayloadRequest, id: string): Promise<Record<string, unknown>> {
  const { payload } = req;
  const [row] = await rows(payload, slugs.launchTemplates, { id: { equals: id } }, req);
  if (!row) return {};
  const { hash, content } = await bindTemplate(payload, row, req);
  if (hash === row.contentHash) return {};
  const subject = templateSubjectOf(id);
  const newest = (await newestOn(payload, [subject], req)).get(subject);
  const lapses = newest?.decision === 'approved' && newest.contentHash !== hash;
  if (lapses) {
    await appendDecision(
      req,
      {
        subject,
        contentHash: hash,
        decision: 'lapsed',
        covers: 'instant',
        by: req.user ? String(req.user.id) : null,
        byName: req.user ? req.user.name : null,
      },
      Date.now(),
    );
  }
  const status = lapses ? 'draft' : content.status;
  await payload.db.updateOne({
    collection: slugs.launchTemplates,
    id: row.id as string | number,
    data: { ...noEdit, contentHash: hash, status, changedBy: changersWith(req, row) },
    req,
    returning: false,
  });
  return { contentHash: hash, status };
}
