import { slugs } from '@collections/slugs';
import { can, withinTeam } from '@/core/abilities';
import type { FeedRef } from '@/core/approval/content';
import { type Fate, fateOf } from '@/core/decisions';
import type { FeedId, Instant, Kind, LocalDate, LogId, PostStatus, TimeZone } from '@/core/model';
import { type Decision, entriesOf, plan } from '@/core/plan';
import { addDays, localDateOf, zoneOr } from '@/core/time';
import { type CatchUp, catchUp } from '../catchUp/report';
import { type Mention, mentionsOf } from '../comments/mentions';
import type { Context } from '../context';
import { type Meter, metersOf } from '../plan/metersOf';
import { idsOf, instantOf } from '../posts/content';
import { loadFeeds } from '../posts/references';
import { ruleProblems } from '../rules/problems';
import { isSilent, type LastPass, lastPass, newestProblem } from '../scheduler/heartbeat';
import { loadSnapshot, type Snapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';
import { loadSettings } from '../settings/load';
import { approvalQueue, scriptQueue, type Waiting, type WaitingScript } from './queue';

export interface DayCard {
  post: string;
  title: string;
  kind: Kind;
  at: Instant;
  zone: TimeZone;
  feeds: string[];
  /** A fate stands at the time that was wanted. */
  state: 'released' | 'planned' | 'deferred' | Fate;
  versions: number;
}

/** One pool (or feed by itself) on one day. */
export interface PoolDay {
  log: LogId;
  feeds: string[];
  meters: Meter[];
}

export interface Day {
  date: LocalDate;
  pools: PoolDay[];
  cards: DayCard[];
}

export interface Attention {
  id: string;
  title: string;
  kind: Kind;
  status: PostStatus;
  /** Of an approved post that will not go out by itself. */
  fate: Fate | null;
  reason: string;
  at: Instant | null;
  zone: TimeZone;
}

export interface Home {
  timezone: TimeZone;
  days: Day[];
  attention: Attention[];
  /** Sentences about rules that cannot be kept as things are. */
  unsupported: string[];
  waiting: Waiting[];
  waitingScripts: WaitingScript[];
  /** Where somebody waits for the reader's words. */
  mentions: Mention[];
  scheduler: { silent: boolean; last: LastPass | null; problem: string | null };
  stopped: boolean;
  /** What a recent outage or stop came to; null when there was none. */
  catchUp: CatchUp | null;
}

/** Cards that will not go out, at the time that was wanted. */
const staying = ({ input }: Snapshot, decisions: readonly Decision[]) => {
  const cards = new Map(input.cards.map((card) => [card.card, card]));
  return decisions.flatMap((decision) => {
    const state = fateOf(decision);
    const card = cards.get(decision.card);
    return state && card ? [{ ...card, at: card.scheduledAt, state }] : [];
  });
};

/** Cards of a day in the order in which they go out; the versions of one post at one time are one line. */
function cardsOn(
  snapshots: readonly Planned[],
  feeds: ReadonlyMap<FeedId, FeedRef>,
  day: LocalDate,
): DayCard[] {
  const lines = new Map<string, DayCard>();
  for (const { snapshot, decisions } of snapshots) {
    const deferred = new Set(decisions.filter(({ outcome }) => outcome === 'defer').map(({ card }) => card));
    const released = new Set(snapshot.input.placed.map(({ card }) => card));
    const going = entriesOf(snapshot.input, decisions).map((entry) => ({
      ...entry,
      state: released.has(entry.card)
        ? ('released' as const)
        : deferred.has(entry.card)
          ? ('deferred' as const)
          : ('planned' as const),
    }));
    for (const { post, feed, kind, title, at, state } of [...going, ...staying(snapshot, decisions)]) {
      const ref = feeds.get(feed);
      if (!ref) continue;
      const zone = zoneOr(ref.zone, snapshot.input.zone);
      if (localDateOf(at, zone) !== day) continue;
      const key = `${post} ${at} ${state}`;
      const line = lines.get(key) ?? {
        post,
        title,
        kind,
        at,
        zone,
        feeds: [],
        state,
        versions: 0,
      };
      if (!line.feeds.includes(ref.name)) line.feeds.push(ref.name);
      line.versions += 1;
      lines.set(key, line);
    }
  }
  return [...lines.values()]
    .map((line) => ({ ...line, versions: line.versions / line.feeds.length }))
    .sort((a, b) => a.at - b.at);
}

interface Planned {
  snapshot: Snapshot;
  decisions: readonly Decision[];
}

async function planned(ctx: Context, feeds: readonly FeedRef[]): Promise<Planned[]> {
  const found: Planned[] = [];
  for (const log of new Set(feeds.map((feed) => feed.log))) {
    const snapshot = await loadSnapshot({ payload: ctx.payload, log, now: ctx.now, req: ctx.req });
    if (snapshot) found.push({ snapshot, decisions: plan({ ...snapshot.input, now: ctx.now }) });
  }
  return found;
}

const forPeople: readonly PostStatus[] = ['held', 'changes-requested', 'deferred'];

async function attentionOf(
  ctx: Context,
  feeds: ReadonlyMap<FeedId, FeedRef>,
  zone: TimeZone,
): Promise<Attention[]> {
  const { docs } = await ctx.payload.find({
    collection: slugs.posts,
    where: { status: { in: [...forPeople] } },
    select: {
      title: true,
      kind: true,
      status: true,
      statusReason: true,
      statusWords: true,
      scheduledAt: true,
      feeds: true,
    },
    sort: 'scheduledAt',
    limit: 50,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req: ctx.req,
  });
  return docs
    .map(
      (row): Attention => ({
        id: String(row.id),
        title: row.title,
        kind: row.kind,
        status: row.status as PostStatus,
        fate: null,
        reason: typeof row.statusReason === 'string' ? row.statusReason : '',
        at: instantOf(row.scheduledAt),
        zone: zoneOr(feeds.get((idsOf(row.feeds)[0] ?? '') as FeedId)?.zone, zone),
      }),
    )
    .sort((a, b) => forPeople.indexOf(a.status) - forPeople.indexOf(b.status));
}

/** Approved posts of which a person has to know before their time: as things are they stop then, or expire. */
function stuckOnes(
  plans: readonly Planned[],
  feeds: ReadonlyMap<FeedId, FeedRef>,
  ctx: Context,
): Attention[] {
  const found = new Map<string, Attention>();
  for (const { snapshot, decisions } of plans) {
    for (const decision of decisions) {
      const fate = fateOf(decision);
      const content = snapshot.posts.get(decision.post)?.content;
      const ref = feeds.get(decision.feed);
      if (!content || !ref || found.has(content.id) || (fate !== 'will-hold' && fate !== 'will-expire'))
        continue;
      found.set(content.id, {
        id: content.id,
        title: content.title,
        kind: content.kind,
        status: content.status,
        fate,
        reason: sentencesOf(decision.reasons, decision.feed, snapshot)?.[ctx.locale] ?? '',
        at: content.scheduledAt,
        zone: zoneOr(ref.zone, snapshot.input.zone),
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** Held posts first, then those that will be, then what waits or goes on by itself. */
function inOrder(waiting: readonly Attention[], stuck: readonly Attention[]): Attention[] {
  const known = new Set(waiting.map(({ id }) => id));
  const held = waiting.filter(({ status }) => status === 'held');
  const others = waiting.filter(({ status }) => status !== 'held');
  return [...held, ...stuck.filter(({ id }) => !known.has(id)), ...others];
}

/** Today and tomorrow at a glance, what needs a person, and whether the scheduler runs. */
export async function homeOf(ctx: Context): Promise<Home> {
  const { payload, req, actor, now, locale } = ctx;
  const [all, settings, last] = await Promise.all([
    loadFeeds(payload, req),
    loadSettings(payload, req),
    lastPass(payload, now),
  ]);
  const own = new Map([...all].filter(([id, { active }]) => active && withinTeam(actor, [id])));
  const plans = await planned(ctx, [...own.values()]);
  const today = localDateOf(now, settings.timezone);
  const dayOf = (date: LocalDate): Day => ({
    date,
    pools: plans.map(({ snapshot, decisions }) => ({
      log: snapshot.log,
      feeds: [...own.values()].filter(({ log }) => log === snapshot.log).map(({ name }) => name),
      meters: metersOf(snapshot, decisions, ctx, date),
    })),
    cards: cardsOn(plans, own, date),
  });
  return {
    timezone: settings.timezone,
    days: [dayOf(today), dayOf(addDays(today, 1))],
    attention: inOrder(await attentionOf(ctx, own, settings.timezone), stuckOnes(plans, own, ctx)),
    unsupported: await ruleProblems(payload, locale, req),
    waiting: can(actor, 'calendar.read') ? await approvalQueue(ctx) : [],
    waitingScripts: can(actor, 'calendar.read') ? await scriptQueue(ctx) : [],
    mentions: await mentionsOf(ctx),
    scheduler: { silent: isSilent(last, now), last, problem: await newestProblem(payload) },
    stopped: settings.stopped,
    catchUp: can(actor, 'decisions.read') ? await catchUp(ctx) : null,
  };
}
