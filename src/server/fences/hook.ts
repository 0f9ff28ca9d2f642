import { type Slug, slugs } from '@collections/slugs';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, GlobalAfterChangeHook } from 'payload';
import type { LogId } from '@/core/model';
import { lapseWhatChanged, rehashWaiting } from '../approvals/lapse';
import { lapseScriptsThatChanged } from '../launches/lapse';
import { idOf } from '../posts/content';
import { logOf } from '../posts/references';
import { changed, namedByScripts, planInputs, settingsInputs } from './inputs';
import { allLogs, recordFence } from './record';

/**
 * The log that a feed had before: its void stands there before there is one in the log that it has now, so that
 * whoever decides behind the latter reads all that was ever released in the former.
 */
const leftLog = (slug: Slug, before: Record<string, unknown> | undefined): LogId[] =>
  slug === slugs.feeds && before ? [logOf({ id: String(before.id), pool: idOf(before.pool) })] : [];

/** A change of an input takes its place in the order of every log, and approvals it voids lapse with it. */
export const fencePlanInputs =
  (slug: Slug): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    const fields = planInputs[slug];
    if (!fields) return doc;
    // A new rule counts at once; of the others nothing that is planned can name a new one yet.
    if (operation === 'create' && slug !== 'cap-rules') return doc;
    if (operation === 'update' && fields !== 'all' && !changed(fields, previousDoc, doc)) return doc;
    await lapseWhatChanged(req, slug, String(doc.id));
    if (namedByScripts.has(slug)) await lapseScriptsThatChanged(req);
    const logs = [...leftLog(slug, previousDoc), ...(await allLogs(req))];
    await recordFence(req, { logs, reason: `${slug}:${doc.id}` });
    return doc;
  };

export const fenceDeletedInput =
  (slug: Slug): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    if (namedByScripts.has(slug)) await lapseScriptsThatChanged(req);
    await recordFence(req, { logs: await allLogs(req), reason: `${slug}:${id}` });
  };

export const fenceSettings: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (changed(['approvalCovers'], previousDoc, doc)) await rehashWaiting(req);
  if (!changed(settingsInputs, previousDoc, doc)) return doc;
  const stop = changed(['stopped'], previousDoc, doc);
  const reason = stop ? (doc.stopped ? 'stop' : 'resume') : 'settings';
  await recordFence(req, { logs: await allLogs(req), reason });
  return doc;
};
