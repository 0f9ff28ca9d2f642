import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import {
  type DecisionRow,
  instantOfPlan,
  type PlannedWhat,
  plannedWhat,
  saysTheSame,
  slotsOf,
} from '@/core/decisions';
import type { Instant } from '@/core/model';
import type { Decision } from '@/core/plan';
import { insertEachOnce } from '../database/insertEachOnce';
import type { InFlight, Snapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';

interface Told extends DecisionRow {
  n: number;
  readTo: number;
}

export interface PlanOfPost {
  post: InFlight;
  snapshot: Snapshot;
  /** Of this post; what is due becomes an entry and is told of then. */
  decisions: readonly Decision[];
  now: Instant;
  /** What was told before, of its cards among others. */
  newest: ReadonlyMap<string, Told>;
}

/** The newest plan that was told of each card of these posts. */
export async function newestPlans(
  payload: Payload,
  posts: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  if (posts.length === 0) return new Map();
  const { docs } = await payload.db.find<Told>({
    collection: slugs.decisions,
    where: { and: [{ post: { in: [...posts] } }, { n: { greater_than: 0 } }] },
    sort: '-n',
    limit: 0,
    pagination: false,
    select: { card: true, n: true, readTo: true, at: true, what: true, approval: true, plannedAt: true },
  });
  const newest = new Map<string, Told>();
  for (const row of docs) {
    const known = newest.get(String(row.card));
    if (!known || known.n < row.n) newest.set(String(row.card), row);
  }
  return newest;
}

/**
 * Tells of each card of these posts whose plan has changed: where it goes now and why. The plans of a card are
 * numbered, so that of several processes one writes each; who read less of the log, or looked earlier, than the
 * newest has nothing to add. A launch has hundreds of cards: they are written together.
 * @returns what was told now
 */
export async function notePlans(payload: Payload, plans: readonly PlanOfPost[]): Promise<PlannedWhat[]> {
  const told = await insertEachOnce(payload, slugs.decisions, plans.flatMap(newsOf));
  return told.map(({ what }) => what);
}

const newsOf = ({ post, snapshot, decisions, now, newest }: PlanOfPost) =>
  decisions
    .filter(({ due }) => !due)
    .flatMap((decision) => {
      const before = newest.get(decision.card);
      const row = seenAfter(before, rowOf(decision, { post, snapshot, now }));
      if (before && (saysTheSame(before, row) || isOlder(row, before))) return [];
      const n = (before?.n ?? 0) + 1;
      return [{ ...row, key: `plan:${decision.card}:${n}`, n, before: before?.plannedAt ?? null }];
    });

/** A deferred card that goes earlier again, at its own time perhaps, was brought forward. */
const seenAfter = (before: Told | undefined, row: Row): Row =>
  row.what === 'planned' &&
  before?.what === 'deferred' &&
  before.approval === row.approval &&
  Date.parse(row.plannedAt ?? '') < Date.parse(before.plannedAt ?? '')
    ? { ...row, what: 'brought-forward' }
    : row;

const isOlder = (row: Pick<Told, 'readTo' | 'at'>, newest: Told): boolean =>
  row.readTo < newest.readTo || (row.readTo === newest.readTo && Date.parse(row.at) < Date.parse(newest.at));

type Row = ReturnType<typeof rowOf>;

function rowOf(decision: Decision, { post, snapshot, now }: Omit<PlanOfPost, 'decisions' | 'newest'>) {
  const { card, feed, variantKey, reasons } = decision;
  const at = instantOfPlan(decision);
  return {
    at: new Date(now).toISOString(),
    what: plannedWhat(decision),
    log: snapshot.log,
    readTo: snapshot.tail,
    card,
    post: decision.post,
    feed,
    variantKey,
    approval: post.approval.n,
    title: post.content.title,
    plannedAt: at === null ? null : new Date(at).toISOString(),
    lateMinutes: reasons.find((reason) => reason.code === 'late')?.minutes ?? null,
    why: sentencesOf(reasons, feed, snapshot),
    slots: slotsOf(reasons),
  };
}
