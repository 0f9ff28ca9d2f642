import type { SegmentWorld } from '../audience';
import { compareIds } from '../ids';
import type { FeedId, Instant, LocalDate, TimeZone } from '../model';
import type { CapReason, CapWindow } from '../reasons';
import { addDays, dayBounds, localDateOf } from '../time';
import type { Constraint } from './constraint';
import { type CountedCard, weightOf } from './counted';
import { type Fullest, type FullestFinder, fullestFinder } from './fullest';
import { appliesTo, type CapRule } from './rule';
import { signatureOf, type Tally, tallyOf } from './tally';

/** How far ahead a refusal looks for a day with room. */
const daysAhead = 31;

export interface DayCapWorld extends Pick<SegmentWorld, 'segments' | 'dimensions'> {
  /** The pool's timezone: its days are the windows. */
  zone: TimeZone;
  /** Shared by the rules of one plan, so that they share its profile sets. */
  finder?: FullestFinder;
}

/** A cap over calendar days of the pool. What stands in each day is kept by day (and feed). */
export interface DayCap extends Constraint {
  readonly rule: CapRule;
  /** The fullest customer of a day, or for scope `feed` the fullest feed. */
  fullestOn(day: LocalDate): DayFullest;
}

export interface DayFullest {
  fullest: Fullest;
  feed: FeedId | null;
  tally: Tally;
}

export const dayWindow = (day: LocalDate, zone: TimeZone): CapWindow => {
  const [from, to] = dayBounds(day, zone);
  return { unit: 'day', zone, from, to, day };
};

export const dayFinder = (world: Pick<SegmentWorld, 'segments' | 'dimensions'>): FullestFinder =>
  fullestFinder({ segments: world.segments, dimensions: world.dimensions, changing: 'as-they-are' });

export const dayCapConstraint = (rule: CapRule, world: DayCapWorld): DayCap => {
  const { zone } = world;
  const finder = world.finder ?? dayFinder(world);
  const byFeed = rule.scope === 'feed';
  const days = new Map<LocalDate, Map<FeedId | '', Tally>>();

  const tallyAt = (day: LocalDate, feed: FeedId): Tally => {
    let feeds = days.get(day);
    if (!feeds) {
      feeds = new Map();
      days.set(day, feeds);
    }
    const key = byFeed ? feed : '';
    let tally = feeds.get(key);
    if (!tally) {
      tally = tallyOf(finder);
      feeds.set(key, tally);
    }
    return tally;
  };

  const adds = (card: CountedCard): number => (byFeed ? 1 : weightOf(card));

  const hasRoom = (card: CountedCard, day: LocalDate): boolean => {
    const room = rule.limit - adds(card);
    const tally = days.get(day)?.get(byFeed ? card.feed : '');
    if (!tally || room < 0) return room >= 0;
    if (byFeed) return tally.size <= room;
    // Where not even all cards together fill the day there is no need to look at profiles.
    return tally.total <= room || tally.fullestWith(card).count <= rule.limit;
  };

  const freeAfter = (card: CountedCard, day: LocalDate): Instant | null => {
    if (adds(card) > rule.limit) return null;
    for (let ahead = 1; ahead <= daysAhead; ahead += 1) {
      const next = addDays(day, ahead);
      if (hasRoom(card, next)) return dayBounds(next, zone)[0];
    }
    return null;
  };

  // Twenty feeds are refused for the same reason; it is made once, until something is placed.
  const refusals = new Map<string, CapReason>();

  const refusal = (card: CountedCard, day: LocalDate): CapReason => {
    const key = `${day} ${byFeed ? card.feed : signatureOf(card)}`;
    const known = refusals.get(key);
    if (known) return known;
    const made = makeRefusal(card, day);
    refusals.set(key, made);
    return made;
  };

  const makeRefusal = (card: CountedCard, day: LocalDate): CapReason => {
    const tally = tallyAt(day, card.feed);
    const full = byFeed ? { count: tally.size + 1, profile: null } : tally.fullestWith(card);
    const filledBy = tally.seenBy(full.profile);
    return {
      code: 'cap',
      rule: rule.id,
      ruleName: rule.name,
      kinds: rule.kinds,
      scope: rule.scope,
      feed: byFeed ? card.feed : null,
      window: dayWindow(day, zone),
      profile: full.profile,
      bound: !byFeed && full.profile === null,
      count: full.count - adds(card),
      adds: adds(card),
      limit: rule.limit,
      cards: filledBy.map((entry) => entry.card),
      filledBy,
      freeAt: freeAfter(card, day),
    };
  };

  return {
    id: `cap ${rule.id}`,
    rule,
    fits: (card, at) => !appliesTo(rule, card) || hasRoom(card, localDateOf(at, zone)),
    check(card, at) {
      if (!appliesTo(rule, card)) return null;
      const day = localDateOf(at, zone);
      return hasRoom(card, day) ? null : refusal(card, day);
    },
    place(card, at) {
      if (!appliesTo(rule, card)) return;
      tallyAt(localDateOf(at, zone), card.feed).add(card, at);
      refusals.clear();
    },
    fullestOn(day) {
      if (!byFeed) {
        const tally = days.get(day)?.get('') ?? tallyOf(finder);
        return { fullest: tally.fullest(), feed: null, tally };
      }
      let best: DayFullest = { fullest: { count: 0, profile: null }, feed: null, tally: tallyOf(finder) };
      for (const [feed, tally] of days.get(day) ?? []) {
        if (feed === '') continue;
        const count = tally.size;
        const tied = count === best.fullest.count && best.feed !== null && compareIds(feed, best.feed) < 0;
        const better = count > best.fullest.count || tied;
        if (better) best = { fullest: { count, profile: null }, feed, tally };
      }
      return best;
    },
  };
};
