/**
 * The obvious way to do what src/core does cleverly: walk imaginary customers one by one, look at every
 * quarter of an hour, count everything anew each time. Slow, without caches, bit sets or shortcuts, and
 * with Temporal itself for days. Only for small worlds.
 */
import { Temporal } from 'temporal-polyfill';
import type { CapRule, CountedCard } from '../../src/core/caps';
import type { Audience, Instant, SegmentId, TimeZone } from '../../src/core/model';
import type { Outcome, PlanCard, PlanInput } from '../../src/core/plan';
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

type Standing = CountedCard & { at: Instant };

const concerns = (rule: CapRule, card: CountedCard): boolean => {
  if (rule.kinds.length > 0 && !rule.kinds.includes(card.kind)) return false;
  if (rule.feeds.length > 0 && !rule.feeds.includes(card.feed)) return false;
  if (rule.channels.length > 0 && !rule.channels.includes(card.channel)) return false;
  return rule.counts === 'all' || card.daily;
};

/** What one customer has seen on the day of `at`. */
export const seenOn = (
  { rule, zone, standing }: { rule: CapRule; zone: TimeZone; standing: readonly Standing[] },
  customer: Customer,
  day: string,
): number =>
  standing
    .filter((card) => concerns(rule, card) && dayOf(card.at, zone) === day && sees(customer, card.audience))
    .reduce((sum, card) => sum + card.overlap, 0);

export interface TwinDecision {
  card: string;
  outcome: Outcome;
  at: Instant;
  late: boolean;
  /** Per refusing rule at the first instant tried, what the fullest customer had seen. */
  counts: number[];
}

export const twinPlan = (input: PlanInput): TwinDecision[] => {
  const customers = everyCustomer(input);
  const standing: Standing[] = input.placed.map((entry) => ({ ...entry, at: entry.dueAt }));

  const refusals = (card: PlanCard, at: Instant): number[] =>
    input.rules.flatMap((rule) => {
      if (!concerns(rule, { ...card, card: card.key })) return [];
      const day = dayOf(at, input.zone);
      if (rule.scope === 'feed') {
        const there = standing.filter(
          (other) => concerns(rule, other) && other.feed === card.feed && dayOf(other.at, input.zone) === day,
        );
        return there.length + 1 > rule.limit ? [there.length] : [];
      }
      const counts = customers
        .filter((customer) => sees(customer, card.audience))
        .map((customer) => seenOn({ rule, zone: input.zone, standing }, customer, day));
      const most = Math.max(...counts);
      return most + card.overlap > rule.limit ? [most] : [];
    });

  const decideOne = (card: PlanCard): TwinDecision => {
    const { now, settings } = input;
    const reference = card.plannedAt ?? card.scheduledAt;
    const late = now - reference > 60_000;
    const until = card.expiresAt ?? Number.POSITIVE_INFINITY;
    const ends = (outcome: Outcome, counts: number[] = []): TwinDecision => ({
      card: card.key,
      outcome,
      at: late ? now : reference,
      late,
      counts,
    });
    if (until < reference) return ends('expire');
    if (late && now > (card.expiresAt ?? reference + settings.graceMinutes * 60_000)) return ends('expire');

    const ownDay = dayOf(card.scheduledAt, card.zone);
    let first: Instant | null;
    if (late) first = now;
    else if (now >= reference) first = reference;
    else if (now <= card.scheduledAt) first = card.scheduledAt;
    else first = dayOf(now, card.zone) === ownDay ? now : null;

    const found = (at: Instant, counts: number[]): TwinDecision => {
      const outcome = at === first || at - (card.leadMinutes ?? 0) * 60_000 <= now ? 'release' : 'defer';
      return { card: card.key, outcome, at, late, counts };
    };
    let counts: number[] = [];
    if (first !== null) {
      const firstDay = dayOf(first, card.zone);
      if (card.dayBound && firstDay !== ownDay) return ends('hold');
      counts = refusals(card, first);
      if (counts.length === 0) return found(first, []);
      if (card.onConflict !== 'defer') return ends(card.onConflict, counts);
      // Windows begin and end on quarters of an hour, in every zone.
      const quarter = 15 * 60_000;
      for (let at = (Math.floor(first / quarter) + 1) * quarter; at <= until; at += quarter) {
        if (dayOf(at, card.zone) !== firstDay) break;
        if (refusals(card, at).length === 0) return found(at, counts);
      }
    }
    if (!card.dayBound) {
      const start = Temporal.Instant.fromEpochMilliseconds(card.scheduledAt).toZonedDateTimeISO(card.zone);
      for (let ahead = 1; ahead <= settings.deferDays; ahead += 1) {
        const at = start
          .toPlainDateTime()
          .add({ days: ahead })
          .toZonedDateTime(card.zone, { disambiguation: 'compatible' }).epochMilliseconds;
        if (at >= now && at <= until && refusals(card, at).length === 0) return found(at, counts);
      }
    }
    return ends('hold', counts);
  };

  const id = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  return [...input.cards]
    .sort(
      (a, b) =>
        b.priority - a.priority ||
        a.scheduledAt - b.scheduledAt ||
        id(a.post, b.post) ||
        id(a.variantKey, b.variantKey) ||
        id(a.feed, b.feed),
    )
    .map((card) => {
      const decision = decideOne(card);
      if (decision.outcome === 'release' || decision.outcome === 'defer') {
        standing.push({ ...card, card: card.key, at: decision.at });
      }
      return decision;
    });
};
