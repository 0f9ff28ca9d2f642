import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { References } from '@/core/approval/content';
import { audienceIn } from '@/core/approval/view';
import { type CapRule, reachInDays } from '@/core/caps';
import type { Instant, LaunchId, LogId, PostId } from '@/core/model';
import type { PlacedEntry, PlanCard, PlanInput } from '@/core/plan';
import { addDays, dayBounds, localDateOf, zoneOr } from '@/core/time';
import { type ApprovalRecord, newestDecisions } from '../approvals/records';
import { loadExceptions } from '../launches/exceptions';
import { tailOf } from '../log/append';
import type { ReleaseEntry, StoredEntry } from '../log/entry';
import { entriesOfPosts, entriesWhere, releasedElsewhere } from '../log/read';
import { type BoundPost, bind } from '../posts/bound';
import { contentOf, idsOf } from '../posts/content';
import { loadReferences, rows } from '../posts/references';
import { loadSettings, type RuleSettings } from '../settings/load';
import { planCardsOf } from './planCards';
import { loadRules } from './rules';

export interface InFlight extends BoundPost {
  approval: ApprovalRecord;
}

/** All that a decision about one log rests on, read after its tail. */
export interface Snapshot {
  log: LogId;
  tail: number;
  input: Omit<PlanInput, 'now'>;
  posts: ReadonlyMap<PostId, InFlight>;
  /** Approved once, but the content is no longer what was approved: nothing of these goes out. */
  stale: readonly PostId[];
  /** Something that a post names cannot be read or understood: it waits, the others go on. */
  broken: readonly { row: Record<string, unknown>; error: unknown }[];
  /** Entries about the posts in flight, whatever their day. */
  entries: readonly StoredEntry[];
  refs: References;
  settings: RuleSettings;
}

export interface SnapshotQuestion {
  payload: Payload;
  log: LogId;
  now: Instant;
  req?: PayloadRequest;
}

/** The columns of a post that decide, and those that a pass writes back: the rest is not read. */
const postFields = {
  title: true,
  kind: true,
  body: true,
  guidance: true,
  copyMode: true,
  dayBound: true,
  firstComments: true,
  images: true,
  video: true,
  link: true,
  linkTitle: true,
  product: true,
  offer: true,
  feeds: true,
  audience: true,
  variants: true,
  scheduledAt: true,
  expiresAt: true,
  priority: true,
  onConflict: true,
  onLate: true,
  launchScript: true,
  launchStep: true,
  status: true,
  statusWords: true,
  inFlight: true,
  cardStates: true,
  stateToken: true,
  contentHash: true,
} as const;

/** Posts as rows, with what a snapshot reads of them. */
export const postRows = (payload: Payload, where: Where, req?: PayloadRequest) =>
  rows(payload, slugs.posts, where, req, postFields);

/** A released card as the plan counts it. */
export const placedOf = (entry: StoredEntry & ReleaseEntry): PlacedEntry => ({
  card: entry.card,
  post: entry.post,
  feed: entry.feed,
  channel: entry.content.channel as PlacedEntry['channel'],
  kind: entry.kind,
  audience: audienceIn(entry.audience),
  daily: entry.content.daily,
  overlap: entry.content.overlap,
  launch: (entry.content.launch ?? null) as LaunchId | null,
  title: entry.content.title,
  dueAt: Date.parse(entry.dueAt),
});

export const isRelease = (entry: StoredEntry): entry is StoredEntry & ReleaseEntry =>
  entry.type === 'release';

const longestLookBackDays = 40;

/**
 * From where releases matter: two days back (a late card is planned for now, and zones differ by less than a
 * day), or the day before the oldest card that still waits, so that it can say what filled its own day; and
 * back from there as far as the longest window of a rule reaches.
 */
function windowStart(
  { now, zone, rules }: { now: Instant; zone: string; rules: readonly CapRule[] },
  waiting: readonly PlanCard[],
): Instant {
  const oldest = Math.min(now, ...waiting.map((card) => card.scheduledAt));
  const days = [addDays(localDateOf(now, zone), -2), addDays(localDateOf(oldest, zone), -1)].sort();
  const limit = addDays(localDateOf(now, zone), -longestLookBackDays);
  const [first = limit] = days;
  const begins = first < limit ? limit : first;
  return dayBounds(addDays(begins, -Math.max(0, ...rules.map(reachInDays))), zone)[0];
}

/**
 * Reads the tail first, then everything else: an entry that comes in between makes the insert at
 * tail + 1 fail, so that no decision survives input that it has not seen.
 */
export async function loadSnapshot({ payload, log, now, req }: SnapshotQuestion): Promise<Snapshot | null> {
  const tail = await tailOf(payload, log);
  const [settings, rules] = [await loadSettings(payload, req), await loadRules(payload, req)];
  const exceptions = await loadExceptions(payload, req);
  const flying = await postRows(payload, { inFlight: { equals: true } }, req);
  const refs = await loadReferences(payload, flying.map(contentOf), req);
  const feeds = [...refs.feeds.values()].filter((feed) => feed.log === log);
  const told = feeds[0]?.poolZone;
  if (told === undefined) return null;
  // Without days nothing can be counted: its posts wait with a reason, the other logs go on.
  const zone = zoneOr(told, 'UTC');
  const ofLog = new Set<string>(feeds.map((feed) => feed.id));
  const here = flying.filter((row) => idsOf(row.feeds).some((id) => ofLog.has(id)));
  const ids = here.map((row) => String(row.id));
  const newest = await newestDecisions(payload, ids, req);
  const entries = await entriesOfPosts(payload, ids, req);
  const taken = new Set(entries.map((entry) => entry.key));
  const posts = new Map<PostId, InFlight>();
  const stale: PostId[] = [];
  const broken: Snapshot['broken'][number][] = [];
  const cards: PlanCard[] = [];
  for (const row of here) {
    const approval = newest.get(String(row.id));
    if (approval?.decision !== 'approved') continue;
    try {
      if (zone !== told) throw new RangeError(`The time zone “${told}” of ${log} is unknown.`);
      const bound = bind(row, refs, { approvalCovers: approval.covers });
      if (bound.hash !== approval.contentHash) {
        stale.push(bound.content.id);
        continue;
      }
      const post = { ...bound, approval };
      const own = feeds.filter((feed) => bound.content.feeds.includes(feed.id));
      cards.push(...planCardsOf({ post, feeds: own, refs, taken }));
      posts.set(bound.content.id, post);
    } catch (error) {
      broken.push({ row, error });
    }
  }
  const waiting = cards.filter((card) => !card.ended);
  const since = windowStart({ now, zone, rules }, waiting);
  const recent = await entriesWhere(
    payload,
    {
      and: [
        { log: { equals: log } },
        { type: { equals: 'release' } },
        { dueAt: { greater_than_equal: new Date(since).toISOString() } },
      ],
    },
    req,
  );
  const elsewhere = await releasedElsewhere(payload, { log, feeds: feeds.map(({ id }) => id), since }, req);
  const placed = new Map(
    [...recent, ...elsewhere, ...entries]
      .filter(isRelease)
      .filter((entry) => entry.log === log || ofLog.has(entry.feed))
      .map((entry) => [entry.key, entry]),
  );
  return {
    log,
    tail,
    posts,
    stale,
    broken,
    entries,
    refs,
    settings,
    input: {
      log,
      zone,
      cards,
      placed: [...placed.values()].map(placedOf),
      rules,
      exceptions,
      dimensions: refs.dimensions,
      segments: refs.segments,
      settings: { graceMinutes: settings.graceMinutes, deferDays: settings.deferDays },
    },
  };
}
