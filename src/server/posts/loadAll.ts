import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { type Act, can } from '@/core/abilities';
import { sayNotAllowed, sayNotFound } from '@/core/words/approval';
import { newestDecisions } from '../approvals/records';
import type { Context } from '../context';
import { isIdOf } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { loadSettings } from '../settings/load';
import { bind } from './bound';
import { contentOf, idsOf } from './content';
import type { Subject } from './load';
import { loadReferences, rows } from './references';

/** Of these posts, those that the person of `ctx` may see. */
async function visibleIds(
  { payload, req: { user } }: Context,
  req: PayloadRequest,
  ids: readonly string[],
): Promise<string[]> {
  const possible = [...new Set(ids)].filter((id) => isIdOf(payload, id));
  if (possible.length === 0) return [];
  const { docs } = await payload.find({
    collection: slugs.posts,
    where: { id: { in: possible } },
    overrideAccess: false,
    user,
    depth: 0,
    limit: possible.length,
    pagination: false,
    select: {},
    req,
  });
  return docs.map(({ id }) => String(id));
}

/**
 * As `subjectFor`, for many posts in as many queries as for one: each with its outcome. Of the decisions only the
 * newest is read, and without what it was made on.
 */
export async function subjectsForAll(
  ctx: Context,
  req: PayloadRequest,
  { ids, act }: { ids: readonly string[]; act: Act },
): Promise<Map<string, Outcome<Subject>>> {
  const { payload, actor, locale } = ctx;
  const visible = await visibleIds(ctx, req, ids);
  const found = visible.length > 0 ? await rows(payload, slugs.posts, { id: { in: visible } }, req) : [];
  const refs = await loadReferences(payload, found.map(contentOf), req);
  const settings = await loadSettings(payload, req);
  const newest = await newestDecisions(payload, visible, req);
  const byId = new Map(found.map((row) => [String(row.id), row]));
  return new Map(
    ids.map((id): [string, Outcome<Subject>] => {
      const row = byId.get(id);
      if (!row) return [id, refuse(404, [{ message: sayNotFound[locale] }])];
      if (!can(actor, act, { type: 'posts', feeds: idsOf(row.feeds) })) {
        return [id, refuse(403, [{ message: sayNotAllowed[locale] }])];
      }
      const decision = newest.get(id);
      const options = decision?.decision === 'approved' ? { approvalCovers: decision.covers } : settings;
      const decisions = decision ? [decision] : [];
      return [id, done({ bound: bind(row, refs, options), refs, settings, decisions })];
    }),
  );
}
