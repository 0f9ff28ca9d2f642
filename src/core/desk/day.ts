import type { Channel, Instant, Kind, LocalDate, TimeZone } from '../model';
import { type Blocked, copyBlocked, copyUntil } from './copying';
import { fillTokens } from './tokens';
import type { FrozenAudience, FrozenImage, Person, PlannedCard, Receipt, ReleasedCard } from './types';

/**
 * Where a card stands on the page.
 * `now`: to be posted · `ahead`: handed out early, its time has not come · `done`: posted, skipped or
 * removed · `past`: not posted and too late to copy · `recalled`: void, and not yet confirmed as removed.
 */
export type CardPlace = 'now' | 'ahead' | 'done' | 'past' | 'recalled';

export interface DeskCard {
  release: string;
  feed: string;
  feedName: string;
  channel: Channel;
  timezone: TimeZone;
  kind: Kind;
  dueAt: Instant;
  copyUntil: Instant;
  /** Whether `copyUntil` is the end of the day (「24:00 前」) and not an expiry of its own. */
  untilMidnight: boolean;
  audience: FrozenAudience;
  text: string;
  firstComments: string[];
  images: readonly FrozenImage[];
  video: { sha256: string; filename: string } | null;
  link: { url: string; title: string } | null;
  copyMode: 'exact' | 'example';
  guidance: string | null;
  receipt: Receipt | null;
  recalled: boolean;
  place: CardPlace;
  /** Null when it may be copied. */
  blocked: Blocked | null;
}

export interface ComingCard {
  dueAt: Instant;
  kind: Kind;
  feed: string;
  timezone: TimeZone;
}

export interface DeskDay {
  date: LocalDate;
  cards: DeskCard[];
  upcoming: ComingCard[];
  /** What was to come and never will, because its launch is cancelled. */
  cancelled: ComingCard[];
  /** 已发 posted / total: what counts as today's work, known cards of later today included. */
  progress: { posted: number; total: number };
}

export interface DayInput {
  now: Instant;
  date: LocalDate;
  person: Person;
  stopped: boolean;
  releases: readonly ReleasedCard[];
  /** Keys of recalled cards. */
  recalled: ReadonlySet<string>;
  /** By release. */
  receipts: ReadonlyMap<string, Receipt>;
  planned: readonly PlannedCard[];
  /** Zone of each of the member's feeds. */
  zones: ReadonlyMap<string, TimeZone>;
}

const placeOf = (
  card: Pick<DeskCard, 'receipt' | 'recalled' | 'dueAt' | 'copyUntil'>,
  now: Instant,
): CardPlace => {
  const state = card.receipt?.state;
  if (card.recalled) return state === 'removed' ? 'done' : 'recalled';
  if (state === 'posted' || state === 'skipped' || state === 'removed') return 'done';
  if (now >= card.copyUntil) return 'past';
  return card.dueAt > now ? 'ahead' : 'now';
};

const deskCard = (source: ReleasedCard, input: DayInput): DeskCard => {
  const { content } = source;
  const { now, person, stopped } = input;
  const recalled = input.recalled.has(source.card);
  const receipt = input.receipts.get(source.release) ?? null;
  const until = copyUntil({
    localDate: source.localDate,
    timezone: content.timezone,
    expiresAt: content.expiresAt,
  });
  const midnight = copyUntil({ localDate: source.localDate, timezone: content.timezone, expiresAt: null });
  const body = fillTokens(content.text, person);
  const comments = content.firstComments.map((comment) => fillTokens(comment, person));
  const all = [body, ...comments];
  const missing = [...new Set(all.flatMap((filled) => filled.missing))];
  const unknown = [...new Set(all.flatMap((filled) => filled.unknown))];
  return {
    release: source.release,
    feed: source.feed,
    feedName: content.feedName,
    channel: content.channel,
    timezone: content.timezone,
    kind: source.kind,
    dueAt: source.dueAt,
    copyUntil: until,
    untilMidnight: until === midnight,
    audience: source.audience,
    text: body.text,
    firstComments: comments.map((comment) => comment.text),
    images: content.images,
    video: content.video,
    link: content.link,
    copyMode: content.copyMode,
    guidance: content.guidance,
    receipt,
    recalled,
    place: placeOf({ receipt, recalled, dueAt: source.dueAt, copyUntil: until }, now),
    blocked: copyBlocked({ now, recalled, stopped, until, missing, unknown }),
  };
};

/** By time; the log's order decides between cards of one instant, so that every reload looks the same. */
const byTime = (a: ReleasedCard, b: ReleasedCard): number =>
  a.dueAt - b.dueAt ||
  a.seq - b.seq ||
  (a.feed < b.feed ? -1 : a.feed > b.feed ? 1 : 0) ||
  (a.card < b.card ? -1 : a.card > b.card ? 1 : 0);

/** What one member of staff sees of one day. */
export const deskDay = (input: DayInput): DeskDay => {
  const cards = [...input.releases].sort(byTime).map((release) => deskCard(release, input));
  const handedOut = new Set(input.releases.map((release) => release.card));
  const coming = (isCancelled: boolean): ComingCard[] =>
    input.planned
      .filter((card) => card.isCancelled === isCancelled)
      .filter(({ card, feed }) => !handedOut.has(card) && input.zones.has(feed))
      .map(({ plannedAt, kind, feed }) => ({
        dueAt: plannedAt,
        kind,
        feed,
        timezone: input.zones.get(feed) ?? 'UTC',
      }))
      .sort((a, b) => a.dueAt - b.dueAt || (a.feed < b.feed ? -1 : 1));
  const upcoming = coming(false);
  const counted = cards.filter(({ recalled, receipt }) => !recalled && receipt?.state !== 'skipped');
  const posted = counted.filter(({ receipt }) => receipt?.state === 'posted').length;
  return {
    date: input.date,
    cards,
    upcoming,
    cancelled: coming(true),
    progress: { posted, total: counted.length + upcoming.length },
  };
};

/** The card whose next step is the biggest button: the first that can be posted now. */
export const cardInHand = (cards: readonly DeskCard[]): DeskCard | null =>
  cards.find(({ place }) => place === 'now') ?? null;

export type Step = 'copy' | 'images' | 'comment' | 'posted';

/** The steps of a card in the order in which WeChat wants them. */
export const stepsOf = (card: Pick<DeskCard, 'text' | 'images' | 'video' | 'firstComments'>): Step[] => [
  ...(card.text === '' ? [] : (['copy'] as const)),
  ...(card.images.length > 0 || card.video !== null ? (['images'] as const) : []),
  ...(card.firstComments.length > 0 ? (['comment'] as const) : []),
  'posted',
];
