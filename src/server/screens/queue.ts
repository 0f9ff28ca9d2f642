import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { FeedId, Instant, Kind, PostStatus, TimeZone } from '@/core/model';
import { dayMs } from '@/core/queue/urgency';
import { zoneOr } from '@/core/time';
import { newestOn, scriptSubjectOf } from '../approvals/records';
import type { Context } from '../context';
import { idsOf, instantOf } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';

/** A post that waits for a decision, as the list names it. */
export interface Waiting {
  id: string;
  title: string;
  kind: Kind;
  at: Instant | null;
  /** Of the first feed; times are said in it. */
  zone: TimeZone;
  feeds: string[];
  versions: number;
}

/** A launch script that waits for a decision. */
export interface WaitingScript {
  id: string;
  title: string;
  /** Of the launch, said in the script's own zone. */
  at: Instant | null;
  zone: TimeZone;
  /** Who submitted it, and when. */
  by: string | null;
  submittedAt: Instant | null;
}

const waits = { status: { equals: 'in-review' } } as const;

/**
 * Posts that are decided on by themselves: those of a script that waits are decided on with it. Without a request, of
 * everybody's scripts: all who plan read all of them.
 */
export async function waitsAlone(payload: Payload, req?: PayloadRequest): Promise<Where> {
  const scripts = await rows(payload, slugs.launchScripts, waits, req, { status: true });
  const ids = scripts.map(({ id }) => id);
  const alone: Where = {
    or: [{ launchScript: { exists: false } }, { launchScript: { not_in: ids } }],
  };
  return ids.length === 0 ? waits : { and: [waits, alone] };
}

/** How many posts and launch scripts wait that this person may see, for a link. */
export async function queueCount({
  payload,
  user,
}: {
  payload: Payload;
  user: PayloadRequest['user'];
}): Promise<number> {
  const mine = { overrideAccess: false, user } as const;
  const [posts, scripts] = await Promise.all([
    waitsAlone(payload).then((where) => payload.count({ collection: slugs.posts, where, ...mine })),
    payload.count({ collection: slugs.launchScripts, where: waits, ...mine }),
  ]);
  return posts.totalDocs + scripts.totalDocs;
}

/** Posts that wait for a decision, in the order in which they would go out. */
export async function approvalQueue(ctx: Context): Promise<Waiting[]> {
  const { payload, req } = ctx;
  const [{ docs }, feeds] = await Promise.all([
    payload.find({
      collection: slugs.posts,
      where: await waitsAlone(payload, req),
      select: { title: true, kind: true, scheduledAt: true, feeds: true, variants: true },
      sort: 'scheduledAt',
      limit: 200,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    }),
    loadFeeds(payload, req),
  ]);
  return docs.map(({ id, title, kind, scheduledAt, feeds: chosen, variants }) => {
    const own = idsOf(chosen).flatMap((feed) => feeds.get(feed as FeedId) ?? []);
    return {
      id: String(id),
      title,
      kind,
      at: instantOf(scheduledAt),
      zone: own[0]?.zone ?? 'Asia/Shanghai',
      feeds: own.map(({ name }) => name),
      versions: 1 + (variants?.length ?? 0),
    };
  });
}

/** A post that is due and that nobody has submitted. */
export interface Unsubmitted {
  id: string;
  title: string;
  kind: Kind;
  status: Extract<PostStatus, 'draft' | 'changes-requested'>;
  at: Instant;
  zone: TimeZone;
}

/** Drafts and returned posts whose time comes within a day, soonest first: for who has to approve them in time. */
export async function unsubmitted(ctx: Context): Promise<Unsubmitted[]> {
  const { payload, req, now } = ctx;
  const [{ docs }, feeds] = await Promise.all([
    payload.find({
      collection: slugs.posts,
      where: {
        and: [
          { status: { in: ['draft', 'changes-requested'] } },
          { scheduledAt: { greater_than_equal: new Date(now).toISOString() } },
          { scheduledAt: { less_than_equal: new Date(now + dayMs).toISOString() } },
        ],
      },
      select: { title: true, kind: true, status: true, scheduledAt: true, feeds: true },
      sort: 'scheduledAt',
      limit: 50,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    }),
    loadFeeds(payload, req),
  ]);
  return docs.map(({ id, title, kind, status, scheduledAt, feeds: chosen }) => ({
    id: String(id),
    title,
    kind,
    status: status === 'draft' ? status : 'changes-requested',
    at: instantOf(scheduledAt) ?? now,
    zone: feeds.get((idsOf(chosen)[0] ?? '') as FeedId)?.zone ?? 'Asia/Shanghai',
  }));
}

/** Launch scripts that wait for a decision, the next launch first. */
export async function scriptQueue({ payload, req }: Context): Promise<WaitingScript[]> {
  const { docs } = await payload.find({
    collection: slugs.launchScripts,
    where: waits,
    select: { name: true, launchAt: true, timezone: true },
    sort: 'launchAt',
    limit: 200,
    pagination: false,
    joins: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const newest = await newestOn(
    payload,
    docs.map(({ id }) => scriptSubjectOf(String(id))),
    req,
  );
  return docs.map(({ id, name, launchAt, timezone }) => {
    const submitted = newest.get(scriptSubjectOf(String(id)));
    return {
      id: String(id),
      title: name,
      at: instantOf(launchAt),
      zone: zoneOr(timezone, 'Asia/Shanghai'),
      by: submitted?.byName ?? null,
      submittedAt: instantOf(submitted?.at),
    };
  });
}
