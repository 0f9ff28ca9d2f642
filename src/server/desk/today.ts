import type { Payload } from 'payload';
import { type DeskDay, deskDay } from '@/core/desk/day';
import type { Person } from '@/core/desk/types';
import type { Instant, LocalDate } from '@/core/model';
import { dayBounds, localDateOf } from '@/core/time';
import { feedsOf, type MemberFeed } from './feedsOf';
import { plannedCards } from './planned';
import { recalledOf, receiptKey, receiptsWhere, releasesWhere, toReceipt } from './rows';
import { type DeskSettings, deskSettings } from './settings';

/** A signed-in person as Payload hands it over. */
export interface DeskUser {
  id: string | number;
  name?: string | null;
  team?: unknown;
  profile?: {
    wechatId?: string | null;
    storeName?: string | null;
    couponCode?: string | null;
    qr?: unknown;
  } | null;
}

export interface Today {
  day: DeskDay;
  /** The day on which the member’s first feed is now. */
  today: LocalDate;
  feeds: MemberFeed[];
  settings: DeskSettings;
}

interface Question {
  payload: Payload;
  user: DeskUser;
  now: Instant;
  /** A day to look back at; without it, today in the zone of each feed. */
  date?: LocalDate;
}

const personOf = ({ name, profile }: DeskUser): Person => ({
  name: name ?? '',
  wechatId: profile?.wechatId ?? null,
  storeName: profile?.storeName ?? null,
  couponCode: profile?.couponCode ?? null,
  qr: Boolean(profile?.qr),
});

/** The cards of each feed’s own day: feeds in different zones may be on different dates at one instant. */
const dayOfFeed = (feed: MemberFeed, { now, date }: Question): LocalDate =>
  date ?? localDateOf(now, feed.timezone);

async function releasesOf(question: Question, feeds: readonly MemberFeed[]) {
  const dates = new Map(feeds.map((feed) => [feed.id, dayOfFeed(feed, question)]));
  const found = await releasesWhere(question.payload, {
    and: [{ feed: { in: [...dates.keys()] } }, { localDate: { in: [...new Set(dates.values())] } }],
  });
  return found.filter(({ feed, localDate }) => dates.get(feed) === localDate);
}

/** What is still to come today in each feed’s own day. */
async function plannedOf(question: Question, feeds: readonly MemberFeed[]) {
  const { payload, now, date } = question;
  const bounds = feeds
    .filter((feed) => date === undefined || date === localDateOf(now, feed.timezone))
    .map((feed) => ({ feed, day: dayBounds(localDateOf(now, feed.timezone), feed.timezone) }));
  if (bounds.length === 0) return [];
  const ends = new Map(bounds.map(({ feed, day: [from, to] }) => [feed.id, { from, to }]));
  const planned = await plannedCards(payload, {
    feeds: new Set(ends.keys()),
    from: Math.min(...bounds.map(({ day: [from] }) => from)),
    until: Math.max(...bounds.map(({ day: [, to] }) => to)),
  });
  return planned.filter(({ feed, plannedAt }) => {
    const own = ends.get(feed);
    return own !== undefined && plannedAt >= own.from && plannedAt < own.to;
  });
}

/**
 * What one member of staff sees of one day. As the system, bounded by the person’s own feeds: staff may not read
 * releases or posts as such, only what this makes of them. Five reads by index; of the posts to come those of the own feeds alone.
 */
export async function readToday(question: Question): Promise<Today> {
  const { payload, user, now } = question;
  const [feeds, settings] = await Promise.all([feedsOf(payload, user), deskSettings(payload)]);
  const today = localDateOf(now, feeds[0]?.timezone ?? settings.timezone);
  const [releases, planned] =
    feeds.length === 0
      ? [[], []]
      : await Promise.all([releasesOf(question, feeds), plannedOf(question, feeds)]);
  const staff = String(user.id);
  const [recalled, receipts] =
    releases.length === 0
      ? [new Set<string>(), []]
      : await Promise.all([
          recalledOf(
            payload,
            releases.map(({ card }) => card),
          ),
          receiptsWhere(payload, { key: { in: releases.map(({ release }) => receiptKey(release, staff)) } }),
        ]);
  const day = deskDay({
    now,
    date: question.date ?? today,
    person: personOf(user),
    stopped: settings.stopped,
    releases,
    recalled,
    receipts: new Map(receipts.map((row) => [row.release, toReceipt(row)])),
    planned,
    zones: new Map(feeds.map(({ id, timezone }) => [id, timezone])),
  });
  return { day, today, feeds, settings };
}
