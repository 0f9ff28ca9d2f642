/**
 * The obvious way to do what src/core does cleverly: walk imaginary customers one by one, look at every window,
 * count everything anew each time. Slow, without caches, bit sets or shortcuts, and with Temporal itself for
 * days. Only for small worlds.
 */
import { Temporal } from 'temporal-polyfill';
import type { CapException, CapRule, CountedCard } from '../../src/core/caps';
import type { Audience, Instant, SegmentId, TimeZone } from '../../src/core/model';
import type { World } from './plan';

export type Customer = ReadonlySet<SegmentId>;

/** Everybody who can exist: at most one tag of an exclusive dimension, any tags of the others. */
export const everyCustomer = ({ segments, dimensions }: World): Customer[] => {
  let customers: SegmentId[][] = [[]];
  for (const dimension of dimensions.values()) {
    const own = [...segments.values()].filter((s) => s.dimension === dimension.id).map((s) => s.id);
    if (dimension.exclusive) {
      customers = customers.flatMap((tags) => [tags, ...own.map((tag) => [...tags, tag])]);
    } else {
      for (const tag of own) customers = customers.flatMap((tags) => [tags, [...tags, tag]]);
    }
  }
  return customers.map((tags) => new Set(tags));
};

/** What one customer can be on different days: all who have the same tags in the dimensions that do not change. */
const everyLife = (world: World): Customer[][] => {
  const lives = new Map<string, Customer[]>();
  for (const customer of everyCustomer(world)) {
    const kept = [...customer].filter((tag) => !changes(tag, world)).join(' ');
    lives.set(kept, [...(lives.get(kept) ?? []), customer]);
  }
  return [...lives.values()];
};

const changes = (tag: SegmentId, { segments, dimensions }: World): boolean => {
  const known = segments.get(tag);
  return known ? (dimensions.get(known.dimension)?.changes ?? true) : true;
};

export const sees = (customer: Customer, audience: Audience): boolean => {
  if (audience.visibility === 'everyone') return true;
  const met = audience.segments.some((segment) => customer.has(segment));
  return audience.visibility === 'only' ? met : !met;
};

export const dayOf = (at: Instant, zone: TimeZone): string => {
  const key = `${at} ${zone}`;
  const day =
    days.get(key) ??
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  days.set(key, day);
  return day;
};

const days = new Map<string, string>();

/** A card where it stands. */
export type Standing = CountedCard & { at: Instant };

export interface Rulebook extends World {
  rules: readonly CapRule[];
  zone: TimeZone;
  exceptions: readonly CapException[];
}

export const concerns = (rule: CapRule, card: CountedCard): boolean => {
  if (rule.kinds.length > 0 && !rule.kinds.includes(card.kind)) return false;
  if (rule.feeds.length > 0 && !rule.feeds.includes(card.feed)) return false;
  if (rule.channels.length > 0 && !rule.channels.includes(card.channel)) return false;
  return rule.counts === 'all' || card.daily;
};

const granted = (card: Standing, { exceptions }: Rulebook): CapException[] =>
  exceptions.filter(
    (one) =>
      one.launch === card.launch &&
      (one.feeds.length === 0 || one.feeds.includes(card.feed)) &&
      one.from <= card.at &&
      card.at < one.to,
  );

/** What a card may share its window with. */
const allowance = (rule: CapRule, card: Standing, book: Rulebook): number =>
  Math.max(
    rule.limit ?? 0,
    ...granted(card, book)
      .filter((one) => one.rule === rule.id)
      .map(({ limit }) => limit ?? 0),
  );

/** The cards that share a window with the last of `standing`, for each window that ends with one of them. */
const windowsAround = (rule: CapRule, card: Standing, standing: readonly Standing[], zone: TimeZone) => {
  if (rule.window.unit !== 'rolling-hours') {
    const name = nameOfWindow(rule, card.at, zone);
    return [standing.filter((other) => nameOfWindow(rule, other.at, zone) === name)];
  }
  const length = (rule.window.hours ?? 0) * 3_600_000;
  return standing
    .filter((last) => last.at >= card.at && last.at < card.at + length)
    .map((last) => standing.filter((other) => other.at <= last.at && other.at > last.at - length));
};

const nameOfWindow = (rule: CapRule, at: Instant, zone: TimeZone): string => {
  const day = dayOf(at, zone);
  if (rule.window.unit === 'day') return day;
  const date = Temporal.PlainDate.from(day);
  return rule.window.unit === 'month' ? day.slice(0, 7) : `${date.yearOfWeek}-${date.weekOfYear}`;
};

const livesOf = (book: World): Customer[][] => {
  const known = lives.get(book.segments);
  if (known) return known;
  const found = everyLife(book);
  lives.set(book.segments, found);
  return found;
};
const lives = new WeakMap<object, Customer[][]>();

/**
 * The most that one customer sees of some cards, who sees one of them for sure. On each day of the pool they are
 * somebody else of the same life: whoever sees most that day.
 */
const mostSeen = (
  {
    cards,
    sure,
    weigh,
  }: { cards: readonly Standing[]; sure: Standing | null; weigh: (card: Standing) => number },
  book: Rulebook,
): number => {
  const byDay = new Map<string, Standing[]>();
  for (const card of cards) {
    const day = dayOf(card.at, book.zone);
    byDay.set(day, [...(byDay.get(day) ?? []), card]);
  }
  const counts = livesOf(book).map((life) => {
    let sum = 0;
    for (const [day, there] of byDay) {
      const isSure = sure !== null && dayOf(sure.at, book.zone) === day;
      const possible = life.filter((customer) => !isSure || sees(customer, sure.audience));
      const seen = possible.map((customer) =>
        there.filter(({ audience }) => sees(customer, audience)).reduce((n, card) => n + weigh(card), 0),
      );
      sum += Math.max(...seen);
    }
    return sum;
  });
  return Math.max(...counts, 0);
};

/** Whether one customer, who may change from day to day, can see them all. */
export const canSeeAll = (cards: readonly Standing[], book: Rulebook): boolean =>
  mostSeen({ cards, sure: null, weigh: () => 1 }, book) === cards.length;

const weight = (rule: CapRule, card: Standing): number => (rule.scope === 'feed' ? 1 : card.overlap);

/** By how much a card breaks the limit of a rule where it stands: what the fullest who would see it has before it. */
const overLimit = (rule: CapRule, card: Standing, others: readonly Standing[], book: Rulebook): number[] => {
  if (rule.limit === null) return [];
  const counted = [...others.filter((other) => concerns(rule, other)), card];
  const limits = [...new Set(counted.map((one) => allowance(rule, one, book)))].sort((a, b) => a - b);
  return limits.flatMap((limit) => {
    if (allowance(rule, card, book) > limit) return [];
    const within = counted.filter((one) => allowance(rule, one, book) <= limit);
    const counts = windowsAround(rule, card, within, book.zone).map((window) =>
      rule.scope === 'feed'
        ? window.filter(({ feed }) => feed === card.feed).length
        : mostSeen({ cards: window, sure: card, weigh: (one) => weight(rule, one) }, book),
    );
    const most = Math.max(...counts);
    return most > limit ? [most - weight(rule, card)] : [];
  });
};

const tooClose = (rule: CapRule, card: Standing, others: readonly Standing[], book: Rulebook): boolean => {
  if (!rule.minGapMinutes) return false;
  return others.some((other) => {
    if (!concerns(rule, other) || other.post === card.post) return false;
    const gaps = [...granted(card, book), ...granted(other, book)]
      .filter((one) => one.rule === rule.id)
      .flatMap(({ minGapMinutes }) => minGapMinutes ?? []);
    const least = Math.min(rule.minGapMinutes ?? 0, ...gaps) * 60_000;
    if (Math.abs(card.at - other.at) >= least) return false;
    if (rule.scope === 'feed') return other.feed === card.feed;
    return canSeeAll([card, other], book);
  });
};

/** Whether the feed's quiet hours hold a card back at its instant. */
export const isQuiet = (card: Standing, book: Rulebook): boolean => {
  const { zone } = card;
  if (!card.quietHours || !zone || granted(card, book).some(({ quietHours }) => quietHours)) return false;
  const { from, to } = card.quietHours;
  const today = Temporal.PlainDate.from(dayOf(card.at, zone));
  const at = (day: Temporal.PlainDate, wall: string): number =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(wall) }).epochMilliseconds;
  return [today.subtract({ days: 1 }), today].some(
    (day) => at(day, from) <= card.at && card.at < at(to > from ? day : day.add({ days: 1 }), to),
  );
};

export interface Broken {
  rule: string;
  what: 'limit' | 'gap' | 'quiet';
  /** For a limit: what the fullest who would see the card has before it. */
  count: number;
}

/** Every rule that a card would break among what stands, and how. */
export const brokenBy = (card: Standing, others: readonly Standing[], book: Rulebook): Broken[] => [
  ...(isQuiet(card, book) ? [{ rule: '', what: 'quiet', count: 0 } as const] : []),
  ...book.rules.flatMap((rule): Broken[] => {
    if (!concerns(rule, card)) return [];
    const limits = overLimit(rule, card, others, book);
    return [
      ...(tooClose(rule, card, others, book) ? [{ rule: rule.id, what: 'gap', count: 0 } as const] : []),
      ...limits.map((count) => ({ rule: rule.id, what: 'limit', count }) as const),
    ];
  }),
];
