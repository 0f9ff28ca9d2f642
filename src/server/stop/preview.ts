import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { withinTeam } from '@/core/abilities';
import { type Decision, type PlanCard, plan } from '@/core/plan';
import type { CaughtUp } from '../catchUp/report';
import type { Context } from '../context';
import { loadLogs } from '../posts/references';
import { loadSnapshot, type Snapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';

/** A card of which something happens as soon as everything goes on; `at` is when it goes out then. */
export type Following = CaughtUp;

export const groups = ['now', 'late', 'deferred', 'waits', 'expired'] as const;
export type Group = (typeof groups)[number];

/** What the first pass after a resumption does, and a hash of it to resume with. */
export interface Follows extends Record<Group, Following[]> {
  /** Cards of other teams, which the reader may not see. */
  elsewhere: number;
  state: string;
}

interface Found {
  group: Group;
  decision: Decision;
  planned: PlanCard | undefined;
  snapshot: Snapshot;
}

function groupOf({ outcome, due, late }: Decision): Group | null {
  switch (outcome) {
    case 'release':
    case 'defer':
      if (due) return late ? 'late' : 'now';
      return late ? 'deferred' : null;
    case 'hold':
    case 'skip':
      return due ? 'waits' : null;
    case 'expire':
      return due ? 'expired' : null;
  }
}

/**
 * What would go out if everything were resumed now, what would be late, what has expired meanwhile. Plans as a pass
 * does, and writes nothing.
 */
export async function whatFollows(ctx: Context): Promise<Follows> {
  const found: Found[] = [];
  for (const log of await loadLogs(ctx.payload)) {
    const snapshot = await loadSnapshot({ payload: ctx.payload, log, now: ctx.now });
    if (!snapshot) continue;
    const cards = new Map(snapshot.input.cards.map((one) => [one.card, one]));
    for (const decision of plan({ ...snapshot.input, now: ctx.now })) {
      const group = groupOf(decision);
      if (group) found.push({ group, decision, planned: cards.get(decision.card), snapshot });
    }
  }
  const seen = found.filter(({ decision }) => withinTeam(ctx.actor, [decision.feed]));
  const of = (group: Group) => seen.filter((one) => one.group === group).map((one) => lineOf(one, ctx));
  return {
    now: of('now'),
    late: of('late'),
    deferred: of('deferred'),
    waits: of('waits'),
    expired: of('expired'),
    elsewhere: found.length - seen.length,
    state: stateOf(found),
  };
}

function lineOf({ decision, planned, snapshot }: Found, { locale, now }: Context): Following {
  const { card, post, feed, variantKey, at, reasons } = decision;
  const ref = snapshot.refs.feeds.get(feed);
  const plannedAt = Math.max(planned?.plannedAt ?? 0, planned?.scheduledAt ?? at);
  return {
    card,
    post,
    title: planned?.title ?? '',
    feed,
    feedName: ref?.name ?? '',
    zone: ref?.zone ?? snapshot.input.zone,
    variantKey,
    plannedAt,
    at,
    lateMinutes: decision.late ? Math.floor((now - plannedAt) / 60_000) : 0,
    explanation: sentencesOf(reasons, feed, snapshot)?.[locale] ?? null,
  };
}

/**
 * SHA-256 over what would go out and what would end, with the content that was approved. That a card has become
 * late in the meantime, or a deferral went elsewhere, sends nothing else out, so it is not in it.
 */
function stateOf(found: readonly Found[]): string {
  const goes = found
    .filter(({ decision }) => decision.due)
    .map(({ decision, snapshot }) => {
      const { outcome, card } = decision;
      const sent = outcome === 'release' || outcome === 'defer';
      return [
        card,
        sent ? 'release' : outcome,
        snapshot.posts.get(decision.post)?.approval.contentHash ?? '',
      ];
    })
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(canonicalize(goes) ?? '')
    .digest('hex');
}
