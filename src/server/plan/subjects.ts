import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import { nameVariants } from '@/core/audience/nameVariants';
import type { Instant } from '@/core/model';
import { sayNotAllowed } from '@/core/words/approval';
import { newestDecisions } from '../approvals/records';
import { isIdOf } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { bind } from '../posts/bound';
import { contentOf, idsOf } from '../posts/content';
import type { Subject } from '../posts/load';
import { loadReferences, rows } from '../posts/references';
import type { RuleSettings } from '../settings/load';
import { type Asker, refuseQuestion, sees } from './question';

type Row = Record<string, unknown>;

/** Posts by id, each with the values that it would have instead of its own. */
export type Wanted = ReadonlyMap<string, Readonly<Row>>;

/** Ids of posts that are not stored. */
export const isNew = (post: string): boolean => post.startsWith('new-');

/** Of these stored posts, the first that is not there or not the reader's to see. */
async function unseen({ payload, req, actor }: Asker, ids: readonly string[]): Promise<string | undefined> {
  const odd = ids.find((id) => !isIdOf(payload, id));
  if (odd !== undefined) return odd;
  if (ids.length === 0) return undefined;
  const { docs } = await payload.find({
    collection: slugs.posts,
    where: { id: { in: [...ids] } },
    ...(actor === null ? {} : { overrideAccess: false, user: req?.user ?? null }),
    depth: 0,
    limit: ids.length,
    pagination: false,
    select: {},
    ...(req ? { req } : {}),
  });
  const seen = new Set(docs.map(({ id }) => String(id)));
  return ids.find((id) => !seen.has(id));
}

const withValues = (row: Row, values: Readonly<Row>): Row => {
  const changed = { ...row, ...values };
  return Array.isArray(changed.variants) ? { ...changed, variants: nameVariants(changed.variants) } : changed;
};

/**
 * Posts as they would be, bound anew. 404 for one that is not there or not the reader's to see, and for a
 * feed that is not; 403 where the reader may plan only some of its feeds.
 */
export async function subjectsOf(
  asker: Asker,
  wanted: Wanted,
  settings: RuleSettings,
  /** When launches would be that are tried at another time: their copy speaks of it. */
  launchTimes: ReadonlyMap<string, Instant> = new Map(),
): Promise<Outcome<Subject[]>> {
  const { payload, req, actor, locale } = asker;
  const stored = [...wanted.keys()].filter((id) => !isNew(id));
  const missing = await unseen(asker, stored);
  if (missing !== undefined) {
    return refuseQuestion(404, [{ code: 'unknown', what: 'post', id: missing }], locale);
  }
  const found = stored.length > 0 ? await rows(payload, slugs.posts, { id: { in: stored } }, req) : [];
  const byId = new Map(found.map((row) => [String(row.id), row]));
  const changed = [...wanted].map(([id, values]) => withValues(byId.get(id) ?? { id }, values));
  const stands = await loadReferences(payload, changed.map(contentOf), req);
  const launches = new Map(
    [...stands.launches].map(([id, launch]) => {
      const launchAt = launchTimes.get(id) ?? launch.launchAt;
      return [id, { ...launch, launchAt }] as const;
    }),
  );
  const refs = { ...stands, launches };
  const newest = await newestDecisions(payload, stored, req);
  const subjects: Subject[] = [];
  for (const row of changed) {
    const feeds = idsOf(row.feeds);
    const strange = feeds.find((id) => ![...refs.feeds.keys()].some((feed) => feed === id));
    const before = idsOf(byId.get(String(row.id))?.feeds);
    const foreign = strange ?? feeds.find((id) => !before.includes(id) && !sees(asker, id));
    if (foreign !== undefined) {
      return refuseQuestion(404, [{ code: 'unknown', what: 'feed', id: foreign }], locale);
    }
    if (actor && !can(actor, 'plan.simulate', { type: 'posts', feeds: [...before, ...feeds] })) {
      return refuse(403, [{ message: sayNotAllowed[locale] }]);
    }
    const decision = newest.get(String(row.id));
    const options = decision?.decision === 'approved' ? { approvalCovers: decision.covers } : settings;
    const decisions = decision ? [decision] : [];
    subjects.push({ bound: bind(row, refs, options), refs, settings, decisions });
  }
  return done(subjects);
}
