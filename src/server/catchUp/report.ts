import { slugs } from '@collections/slugs';
import type { PayloadRequest, Where } from 'payload';
import { type DecisionRow, lateMinutesOf } from '@/core/decisions';
import type { FeedId, Instant, Locale, TimeZone } from '@/core/model';
import type { Context } from '../context';
import type { EndEntry, ReleaseEntry, StoredEntry } from '../log/entry';
import { loadFeeds } from '../posts/references';
import { titlesOf } from '../posts/titles';
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

const mostEntries = 1000;
const recentMs = 24 * 3_600_000;

const onBehalf = (req: PayloadRequest) => ({ req, user: req.user, overrideAccess: false, depth: 0 }) as const;

/** Outages and stops that ended after an instant, the oldest first. */
async function interruptionsSince({ payload, req }: Context, since: Instant): Promise<Interruption[]> {
  const { docs } = await payload.find({
    collection: slugs.decisions,
    where: {
      and: [
        { what: { in: ['outage', 'resumed'] } },
        { at: { greater_than_equal: new Date(since).toISOString() } },
      ],
    },
    sort: 'at',
    limit: 100,
    pagination: false,
    ...onBehalf(req),
  });
  return docs.map(({ what, at, before }) => ({
    what: what === 'outage' ? 'outage' : 'stop',
    from: Date.parse(before ?? at),
    to: Date.parse(at),
  }));
}

type Told = StoredEntry & (ReleaseEntry | EndEntry);

/** Entries since then of which something is to be said, past their order in the several logs. */
async function entriesSince({ payload, req }: Context, since: Instant): Promise<Told[]> {
  const where: Where = {
    and: [
      { type: { in: ['release', 'end'] } },
      { at: { greater_than_equal: new Date(since).toISOString() } },
    ],
  };
  const { docs } = await payload.find({
    collection: slugs.releases,
    where,
    sort: ['at', 'log', 'seq'],
    limit: mostEntries,
    pagination: false,
    ...onBehalf(req),
  });
  return docs as unknown as Told[];
}

/** Cards whose time had passed when they were put to a later one. */
async function deferredLate({ payload, req }: Context, since: Instant): Promise<DecisionRow[]> {
  const { docs } = await payload.find({
    collection: slugs.decisions,
    where: {
      and: [
        { what: { equals: 'deferred' } },
        { lateMinutes: { greater_than: 0 } },
        { at: { greater_than_equal: new Date(since).toISOString() } },
      ],
    },
    sort: 'at',
    limit: mostEntries,
    pagination: false,
    ...onBehalf(req),
  });
  return docs as unknown as DecisionRow[];
}

/**
 * What came late and what did not come since an instant; without one since the beginning of the interruption
 * that ended last, if that is not a day ago. Of the feeds that the person may read.
 */
export async function catchUp(ctx: Context, since?: Instant): Promise<CatchUp | null> {
  const recent = await interruptionsSince(ctx, since ?? ctx.now - recentMs);
  const from = since ?? recent.at(-1)?.from;
  if (from === undefined) return null;
  const interruptions = since === undefined ? recent.slice(-1) : recent;
  const entries = await entriesSince(ctx, from);
  const feeds = await loadFeeds(ctx.payload, ctx.req);
  const { timezone } = await loadSettings(ctx.payload, ctx.req);
  const nameless = entries.filter(({ type }) => type === 'end').map(({ post }) => post);
  const titles = await titlesOf(ctx.payload, nameless, ctx.req);
  const ofCard = (row: { [Key in 'card' | 'post' | 'feed' | 'variantKey']?: string | null }) => {
    const feed = feeds.get(row.feed as FeedId);
    return {
      card: row.card ?? '',
      post: row.post ?? '',
      feed: row.feed ?? '',
      feedName: feed?.name ?? '',
      zone: feed?.zone ?? timezone,
      variantKey: row.variantKey ?? '',
    };
  };
  const inWords = (reason: unknown): string | null =>
    (reason as Record<Locale, string> | null)?.[ctx.locale] ?? null;
  const line = (entry: Told): CaughtUp => {
    const dueAt = Date.parse(entry.dueAt);
    const plannedAt = Date.parse(entry.plannedAt ?? entry.dueAt);
    const isOut = entry.type === 'release';
    return {
      ...ofCard(entry),
      title: isOut ? entry.content.title : (titles.get(entry.post) ?? ''),
      plannedAt,
      at: isOut ? dueAt : Date.parse(entry.at),
      lateMinutes: lateMinutesOf(plannedAt, dueAt) ?? 0,
      explanation: inWords(entry.reason),
    };
  };
  const putOff = (row: DecisionRow): CaughtUp => ({
    ...ofCard(row),
    title: row.title ?? '',
    plannedAt: Date.parse(row.before ?? row.at),
    at: Date.parse(row.plannedAt ?? row.at),
    lateMinutes: row.lateMinutes ?? 0,
    explanation: inWords(row.why),
  });
  const ended = (outcome: EndEntry['outcome']) =>
    entries.filter((entry) => entry.type === 'end' && entry.outcome === outcome).map(line);
  return {
    since: from,
    interruptions,
    late: [
      ...entries
        .filter((entry) => entry.type === 'release' && !entry.by)
        .map(line)
        .filter(({ lateMinutes }) => lateMinutes > 0),
      ...(await deferredLate(ctx, from)).map(putOff),
    ],
    expired: ended('expire'),
    waits: ended('hold'),
    skipped: ended('skip'),
    cut: entries.length === mostEntries,
  };
}
