import { slugs } from '@collections/slugs';
import type { PayloadRequest, Where } from 'payload';
import { type Actor, can, idOf } from '@/core/abilities';
import { type Counts, type ProgressState, progressOf } from '@/core/desk/progress';
import type { FrozenAudience } from '@/core/desk/types';
import type { Instant, Kind, LocalDate, TimeZone } from '@/core/model';
import { localDateOf } from '@/core/time';
import type { DeskWords } from '@/core/words/desk';
import { done, type Outcome, refuse } from '../outcome';
import { recalledOf, receiptsWhere, releasesWhere } from './rows';
import { deskSettings } from './settings';

interface FeedRow {
  id: string | number;
  name: string;
  timezone: TimeZone;
  members?: unknown[] | null;
  teams?: unknown[] | null;
}

interface UserRow {
  id: string | number;
  name: string;
  team?: unknown;
  active?: boolean | null;
}

const find = async <T>(
  { payload, req }: { payload: PayloadRequest['payload']; req: PayloadRequest },
  collection: 'feeds' | 'users',
  where: Where,
  select: Record<string, true>,
): Promise<T[]> => {
  const { docs } = await payload.db.find({
    collection,
    where,
    select,
    limit: 0,
    pagination: false,
    sort: 'id',
    req,
  });
  return docs as T[];
};

/** A manager with a team sees its people and those without one, on a feed of several teams too. */
const isSeenBy =
  ({ team }: Actor) =>
  (user: UserRow): boolean =>
    team === null || [team, null].includes(idOf(user.team));

/** Who belongs to each feed now: its members and everybody of its teams, those in service. */
function membersOf(feeds: readonly FeedRow[], users: readonly UserRow[]): Map<string, string[]> {
  const ids = (values: unknown[] | null | undefined) =>
    new Set((values ?? []).flatMap((value) => idOf(value) ?? []));
  return new Map(
    feeds.map((feed) => {
      const members = ids(feed.members);
      const teams = ids(feed.teams);
      const belongs = (user: UserRow) => members.has(String(user.id)) || teams.has(idOf(user.team) ?? '');
      return [
        String(feed.id),
        users.filter((user) => user.active && belongs(user)).map(({ id }) => String(id)),
      ];
    }),
  );
}

/** What a day’s releases came to: for each of them and for each person. */
export interface TeamProgress {
  date: LocalDate;
  totals: Counts;
  releases: {
    release: string;
    post: string;
    feed: string;
    feedName: string;
    kind: Kind;
    title: string;
    dueAt: string;
    timezone: TimeZone;
    audience: FrozenAudience;
    recalled: boolean;
    counts: Counts;
  }[];
  staff: {
    staff: string;
    name: string;
    counts: Counts;
    cards: { release: string; state: ProgressState; reason: string | null; at: string | null }[];
  }[];
}

const noCounts: Counts = { copied: 0, posted: 0, skipped: 0, removed: 0, 'not-opened': 0 };

/**
 * Who has copied, posted, skipped or not opened what, of the feeds that a manager answers for. As the system:
 * the feeds are bounded by the manager’s team first, and everything else follows from them.
 */
export async function teamProgress(
  req: PayloadRequest,
  { actor, date, now, words }: { actor: Actor | null; date?: LocalDate; now: Instant; words: DeskWords },
): Promise<Outcome<TeamProgress>> {
  const { payload } = req;
  if (!actor || !can(actor, 'progress.read')) return refuse(403, [{ message: words.api.notAllowed }]);
  const reach = actor.feeds ?? [];
  const settings = await deskSettings(payload);
  const day = date ?? localDateOf(now, settings.timezone);
  const where: Where = reach === 'all' ? {} : { id: { in: [...reach] } };
  const door = { payload, req };
  const [feeds, everybody] = await Promise.all([
    find<FeedRow>(door, slugs.feeds, where, { name: true, timezone: true, members: true, teams: true }),
    find<UserRow>(door, slugs.users, {}, { name: true, team: true, active: true }),
  ]);
  const users = everybody.filter(isSeenBy(actor));
  const releases = await releasesWhere(payload, {
    and: [{ feed: { in: feeds.map(({ id }) => String(id)) } }, { localDate: { equals: day } }],
  });
  const [recalled, receipts] = await Promise.all([
    recalledOf(
      payload,
      releases.map(({ card }) => card),
    ),
    releases.length === 0
      ? []
      : receiptsWhere(payload, { release: { in: releases.map(({ release }) => release) } }),
  ]);
  const progress = progressOf({
    releases: releases.map(({ release, feed, card }) => ({ release, feed, recalled: recalled.has(card) })),
    members: membersOf(feeds, users),
    receipts,
  });
  const nameOf = new Map(users.map(({ id, name }) => [String(id), name]));
  const details = new Map(receipts.map((row) => [`${row.release}:${row.staff}`, row]));
  const countsOf = new Map(progress.releases.map(({ release, counts }) => [release, counts]));
  return done({
    date: day,
    totals: progress.totals,
    releases: releases.map(({ release, feed, kind, card, dueAt, content, audience, post }) => ({
      release,
      post,
      feed,
      feedName: content.feedName,
      kind,
      title: content.title,
      dueAt: new Date(dueAt).toISOString(),
      timezone: content.timezone,
      audience,
      recalled: recalled.has(card),
      counts: countsOf.get(release) ?? noCounts,
    })),
    staff: progress.staff.map(({ staff, states, counts }) => ({
      staff,
      name: nameOf.get(staff) ?? '',
      counts,
      cards: states.map(({ release, state }) => {
        const row = details.get(`${release}:${staff}`);
        return { release, state, reason: row?.reason ?? null, at: row?.at ?? null };
      }),
    })),
  });
}
