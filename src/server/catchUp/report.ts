import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { DecisionRow } from '@/core/decisions';
import type { FeedId, Instant, Locale, TimeZone } from '@/core/model';
import type { Context } from '../context';
import { loadFeeds } from '../posts/references';
import { loadSettings } from '../settings/load';

/** A time in which nothing went out. */
export interface Interruption {
  what: 'outage' | 'stop';
  from: Instant;
  to: Instant;
}

export interface CaughtUp {
  card: string;
  post: string;
  title: string;
  feed: string;
  feedName: string;
  zone: TimeZone;
  variantKey: string;
  /** When it was to go out; `at` is when it did, or when it was ended. */
  plannedAt: Instant;
  at: Instant;
  lateMinutes: number;
  explanation: string | null;
}

/** What an interruption came to, in the order of the log. */
export interface CatchUp {
  since: Instant;
  interruptions: Interruption[];
  /** Released after their time, or deferred after it by what keeps late cards apart. */
  late: CaughtUp[];
  /** Too late to be released at all. */
  expired: CaughtUp[];
  /** Held: a person has to decide. */
  waits: CaughtUp[];
  skipped: CaughtUp[];
  /** More happened than the report names. */
  cut: boolean;
}

const mostLines = 1000;
const recentMs = 24 * 3_600_000;

const onBehalf = (req: PayloadRequest) => ({ req, user: req.user, overrideAccess: false, depth: 0 }) as const;

/** The newest outages and stops that ended after an instant, the oldest of them first. */
async function interruptionsSince({ payload, req }: Context, since: Instant): Promise<Interruption[]> {
  const { docs } = await payload.find({
    collection: slugs.decisions,
    where: {
      and: [
        { what: { in: ['outage', 'resumed'] } },
        { at: { greater_than_equal: new Date(since).toISOString() } },
      ],
    },
    sort: '-at',
    limit: 100,
    pagination: false,
    ...onBehalf(req),
  });
  return docs.reverse().map(({ what, at, before }) => ({
    what: what === 'outage' ? 'outage' : 'stop',
    from: Date.parse(before ?? at),
    to: Date.parse(at),
  }));
}

/** What was told since then of cards that came late, were put off when they were late, or did not come. */
async function toldSince({ payload, req }: Context, since: Instant): Promise<DecisionRow[]> {
  const { docs } = await payload.find({
    collection: slugs.decisions,
    where: {
      and: [
        { at: { greater_than_equal: new Date(since).toISOString() } },
        {
          or: [
            { what: { in: ['released-late', 'held', 'skipped', 'expired'] } },
            { and: [{ what: { equals: 'deferred' } }, { lateMinutes: { greater_than: 0 } }] },
          ],
        },
      ],
    },
    sort: ['at', 'log', 'seq'],
    limit: mostLines,
    pagination: false,
    ...onBehalf(req),
  });
  return docs as unknown as DecisionRow[];
}

/**
 * What came of each card in the end: one that waits is put off anew as often as somebody looks. When it was to go out
 * is what was told of it first.
 */
function inTheEnd(told: readonly DecisionRow[]): DecisionRow[] {
  const newest = new Map<string, DecisionRow>();
  for (const row of told) {
    const attempt = `${row.card} ${row.approval}`;
    const before = newest.get(attempt);
    newest.delete(attempt);
    newest.set(attempt, before?.what === 'deferred' ? { ...row, before: before.before ?? null } : row);
  }
  return [...newest.values()];
}

/**
 * What came late and what did not come since an instant; without one since the beginning of the first interruption
 * that ended within a day. Of the feeds that the person may read.
 */
export async function catchUp(ctx: Context, since?: Instant): Promise<CatchUp | null> {
  const interruptions = await interruptionsSince(ctx, since ?? ctx.now - recentMs);
  const from = since ?? interruptions[0]?.from;
  if (from === undefined) return null;
  const told = await toldSince(ctx, from);
  const fates = inTheEnd(told);
  const feeds = await loadFeeds(ctx.payload, ctx.req);
  const { timezone } = await loadSettings(ctx.payload, ctx.req);
  const line = (row: DecisionRow): CaughtUp => {
    const feed = feeds.get(row.feed as FeedId);
    return {
      card: row.card ?? '',
      post: row.post ?? '',
      title: row.title ?? '',
      feed: row.feed ?? '',
      feedName: feed?.name ?? '',
      zone: feed?.zone ?? timezone,
      variantKey: row.variantKey ?? '',
      plannedAt: Date.parse(row.before ?? row.plannedAt ?? row.at),
      at: Date.parse(row.plannedAt ?? row.at),
      lateMinutes: row.lateMinutes ?? 0,
      explanation: (row.why as Record<Locale, string> | null)?.[ctx.locale] ?? null,
    };
  };
  const of = (...whats: DecisionRow['what'][]): CaughtUp[] =>
    fates.filter(({ what }) => whats.includes(what)).map(line);
  return {
    since: from,
    interruptions,
    // What was put off is told before what came meanwhile.
    late: of('released-late', 'deferred').sort((a, b) => a.at - b.at),
    expired: of('expired'),
    waits: of('held'),
    skipped: of('skipped'),
    cut: told.length === mostLines,
  };
}
