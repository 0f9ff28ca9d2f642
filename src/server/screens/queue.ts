import { slugs } from '@collections/slugs';
import type { Where } from 'payload';
import { can } from '@/core/abilities';
import type { FeedId, Instant, Kind, PostStatus, TimeZone } from '@/core/model';
import { dayMs } from '@/core/queue/urgency';
import { zoneOr } from '@/core/time';
import { changersOf } from '../approvals/changers';
import { newestOn, scriptSubjectOf, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { feedsOfStoredScript } from '../launches/feeds';
import { lateScripts } from '../launches/late';
import { idOf, idsOf, instantOf } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';
import { loadSettings } from '../settings/load';

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
  /** It was approved, and so many of its posts were changed since; 0: it waits as a whole. */
  changed: number;
}

const waits = { status: { equals: 'in-review' } } as const;

/** Who looks at the queue. */
type Asking = Pick<Context, 'payload' | 'req' | 'actor' | 'now'>;

/** Posts that wait, by the approved script that they are decided on with. */
type Gathered = ReadonlyMap<string, readonly string[]>;

interface InScripts {
  gathered: Gathered;
  /** Scripts of which this person decides on no post by itself. */
  notAlone: readonly string[];
}

/**
 * What waits of approved scripts is decided on with its script, by whoever may decide on all of that; to a manager of
 * some of its feeds, or who changed one of its steps, its posts stay posts. While one of them can no longer go out the
 * whole cannot be approved, and the others are decided on by themselves. Who changed a script itself, or took a step out,
 * decides on none of its posts: those of an approved one stay with it, those of others are not theirs.
 */
async function inScripts({ payload, req, actor, now }: Asking): Promise<InScripts> {
  const where = { and: [waits, { launchScript: { exists: true } }] };
  const posts = await rows(payload, slugs.posts, where, req, { launchScript: true, changedBy: true });
  const ids = [...new Set(posts.flatMap(({ launchScript }) => idOf(launchScript) ?? []))];
  if (ids.length === 0) return { gathered: new Map(), notAlone: [] };
  const scripts = await rows(payload, slugs.launchScripts, { id: { in: ids } }, req, {
    status: true,
    changedBy: true,
  });
  const { approverMustDiffer } = await loadSettings(payload, req);
  const barred = (row: Record<string, unknown>): boolean =>
    approverMustDiffer && can(actor, 'post.approve') && changersOf(row).includes(actor.id);
  const approved = scripts.filter(({ status }) => status === 'approved');
  const late = await lateScripts(payload, { scripts: approved.map(({ id }) => String(id)), now }, req);
  const decidesOnWhole = async (script: string, own: typeof posts): Promise<boolean> => {
    if (late.has(script) || (own.some(barred) && !own.every(barred))) return false;
    if (actor.team === null || !can(actor, 'post.approve')) return true;
    const feeds = (await feedsOfStoredScript(req, script)) as FeedId[];
    return can(actor, 'script.approve', { type: slugs.launchScripts, feeds });
  };
  const gathered = new Map<string, string[]>();
  for (const row of approved) {
    const script = String(row.id);
    const own = posts.filter(({ launchScript }) => idOf(launchScript) === script);
    if (barred(row) || (await decidesOnWhole(script, own)))
      gathered.set(
        script,
        own.map((post) => String(post.id)),
      );
  }
  const others = scripts.filter((row) => row.status === 'in-review' || barred(row));
  return { gathered, notAlone: [...others.map(({ id }) => String(id)), ...gathered.keys()] };
}

const postsAlone = ({ notAlone }: InScripts): Where => {
  const alone: Where = {
    or: [{ launchScript: { exists: false } }, { launchScript: { not_in: [...notAlone] } }],
  };
  return notAlone.length === 0 ? waits : { and: [waits, alone] };
};

/** Posts that are decided on by themselves: those of a script that waits, or was approved, are decided on with it. */
export const waitsAlone = async (ctx: Asking): Promise<Where> => postsAlone(await inScripts(ctx));

const scriptsThatWait = (gathered: Gathered): Where =>
  gathered.size === 0 ? waits : { or: [waits, { id: { in: [...gathered.keys()] } }] };

/** How many posts and launch scripts wait that this person may see, for a link. */
export async function queueCount(ctx: Asking): Promise<number> {
  const { payload, req } = ctx;
  const mine = { overrideAccess: false, user: req.user, req } as const;
  const found = await inScripts(ctx);
  const posts = await payload.count({ collection: slugs.posts, where: postsAlone(found), ...mine });
  const where = scriptsThatWait(found.gathered);
  const scripts = await payload.count({ collection: slugs.launchScripts, where, ...mine });
  return posts.totalDocs + scripts.totalDocs;
}

/** Posts that wait for a decision, in the order in which they would go out. */
export async function approvalQueue(ctx: Context): Promise<Waiting[]> {
  const { payload, req } = ctx;
  const [{ docs }, feeds] = await Promise.all([
    payload.find({
      collection: slugs.posts,
      where: await waitsAlone(ctx),
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

/** Launch scripts that wait for a decision, whole or for what was changed of them, the next launch first. */
export async function scriptQueue(ctx: Context): Promise<WaitingScript[]> {
  const { payload, req } = ctx;
  const { gathered } = await inScripts(ctx);
  const { docs } = await payload.find({
    collection: slugs.launchScripts,
    where: scriptsThatWait(gathered),
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
  // What was changed of an approved one may have been submitted post by post.
  const subjectsOf = (id: string) => [scriptSubjectOf(id), ...(gathered.get(id) ?? []).map(subjectOf)];
  const newest = await newestOn(
    payload,
    docs.flatMap(({ id }) => subjectsOf(String(id))),
    req,
    ['submitted'],
  );
  return docs.map(({ id, name, launchAt, timezone }) => {
    const [submitted] = subjectsOf(String(id))
      .flatMap((subject) => newest.get(subject) ?? [])
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    return {
      id: String(id),
      title: name,
      at: instantOf(launchAt),
      zone: zoneOr(timezone, 'Asia/Shanghai'),
      by: submitted?.byName ?? null,
      submittedAt: instantOf(submitted?.at),
      changed: gathered.get(String(id))?.length ?? 0,
    };
  });
}
