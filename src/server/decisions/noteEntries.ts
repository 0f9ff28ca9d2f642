import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { type DecisionRow, type EnteredWhat, lateMinutesOf } from '@/core/decisions';
import type { Instant, Locale, LogId } from '@/core/model';
import { insertEachOnce } from '../database/insertEachOnce';
import type { EndEntry, ReleaseEntry, StoredEntry } from '../log/entry';
import { titlesOf } from '../posts/titles';
import { keptSince } from './keep';

const endWhat: Record<EndEntry['outcome'], EnteredWhat> = {
  hold: 'held',
  skip: 'skipped',
  expire: 'expired',
};

const words = (reason: unknown): Record<Locale, string> | null =>
  (reason as Record<Locale, string> | null) ?? null;

/** What the entry of a release or an end says beside what all entries say. */
function timesOf({ dueAt, plannedAt }: ReleaseEntry | EndEntry) {
  const late = lateMinutesOf(Date.parse(plannedAt ?? dueAt), Date.parse(dueAt));
  return { plannedAt: dueAt, before: plannedAt ?? null, lateMinutes: late };
}

function rowOf(entry: StoredEntry, titles: ReadonlyMap<string, string>): DecisionRow | null {
  if (entry.type === 'void') return null;
  const { key, at, log, card, post, feed, variantKey, by, reason } = entry;
  const common = { key, at, log, card, post, feed, variantKey, by: by ?? null, why: words(reason) };
  switch (entry.type) {
    case 'release': {
      const times = timesOf(entry);
      const what = times.lateMinutes === null || by ? 'released' : 'released-late';
      return { ...common, ...times, what, approval: entry.approval, title: entry.content.title };
    }
    case 'end': {
      const times = { ...timesOf(entry), plannedAt: null, before: entry.plannedAt ?? entry.dueAt };
      const { approval, outcome, slots } = entry;
      const title = titles.get(post) ?? '';
      return { ...common, ...times, what: endWhat[outcome], approval, slots: slots ?? null, title };
    }
    case 'recall':
      return { ...common, what: 'recalled', title: titles.get(post) ?? '' };
  }
}

/** Of posts whose entries keep no title. */
const nameless = (entries: readonly StoredEntry[]): string[] =>
  entries.flatMap((entry) => (entry.type === 'end' || entry.type === 'recall' ? [entry.post] : []));

/** How far the decisions tell of a log already; 0 at the beginning. */
async function toldTo(payload: Payload, log: LogId): Promise<number> {
  const { docs } = await payload.db.find<{ seq: number }>({
    collection: slugs.decisions,
    where: { and: [{ log: { equals: log } }, { seq: { greater_than: 0 } }] },
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { seq: true },
  });
  return docs[0]?.seq ?? 0;
}

const chunk = 500;

/**
 * Tells of what is new in a log: one row for each release, end and recall. Rows are written in the order of the
 * log, so that the last one says what is missing after a crash, and under the entry's key, so that several
 * processes write each once.
 */
export async function noteEntries(payload: Payload, log: LogId, now: Instant): Promise<void> {
  let from = await toldTo(payload, log);
  for (;;) {
    const { docs } = await payload.db.find<StoredEntry>({
      collection: slugs.releases,
      where: {
        and: [
          { log: { equals: log } },
          { seq: { greater_than: from } },
          { type: { not_equals: 'void' } },
          { at: { greater_than: new Date(keptSince(now)).toISOString() } },
        ],
      },
      sort: 'seq',
      limit: chunk,
      pagination: false,
    });
    const titles = await titlesOf(payload, nameless(docs));
    const told = docs.flatMap((entry) => {
      const row = rowOf(entry, titles);
      return row ? { ...row, seq: entry.seq } : [];
    });
    await insertEachOnce(payload, slugs.decisions, told);
    from = docs.at(-1)?.seq ?? from;
    if (docs.length < chunk) return;
  }
}
