import { getOrMake } from '../getOrMake';
import type { FeedId, Instant, TimeZone } from '../model';
import type { CapReason, CapWindow } from '../reasons';
import { addDays, dayBounds, localDateOf, startOfNextDay } from '../time';
import { capRefusal, earlier } from './capRefusal';
import { type Constraint, daysAhead } from './constraint';
import type { CountedCard } from './counted';
import type { Level } from './level';
import type { CalendarUnit } from './rule';
import type { Space } from './space';
import { addsOf, type Standing, standingOf, type Tally, tallyOf } from './tally';
import { calendarWindows } from './window';

export interface CapPlace {
  level: Level;
  space: Space;
  /** The pool's: its calendar has the windows. */
  zone: TimeZone;
}

/** A window with what stands in it; `feed` for scope `feed`. */
export interface FilledWindow {
  window: CapWindow;
  feed: FeedId | null;
  tally: Tally;
}

/** A cap whose windows can be walked, for proofs and meters. */
export interface WindowCap extends Constraint {
  readonly level: Level;
  /** Who can see what in its windows. */
  readonly space: Space;
  /** Every window that something stands in and that meets [from, to), in the order of time. */
  filled(from: Instant, to: Instant): FilledWindow[];
}

/** A cap over calendar days, weeks or months of the pool: what stands in each is kept by window and feed. */
export const calendarCap = (unit: CalendarUnit, { level, space, zone }: CapPlace): WindowCap => {
  const { rule, limit } = level;
  const byFeed = rule.scope === 'feed';
  const windows = calendarWindows(unit, zone);
  const tallies = new Map<FeedId | '', Map<number, Tally>>();

  const tallyAt = (number: number, feed: FeedId): Tally => {
    const own = getOrMake(tallies, byFeed ? feed : '', () => new Map<number, Tally>());
    return getOrMake(own, number, () => tallyOf(rule.scope, space));
  };

  const standingAt = (card: CountedCard, at: Instant): Standing =>
    standingOf({ scope: rule.scope, space }, card, at);

  const hasRoom = (card: CountedCard, at: Instant): boolean => {
    const tally = tallies.get(byFeed ? card.feed : '')?.get(windows.at(at));
    const most = (tally?.total ?? 0) + addsOf(rule.scope, card);
    return most <= limit || (tally?.hasRoom(standingAt(card, at), limit) ?? false);
  };

  const fits = (card: CountedCard, at: Instant): boolean => !level.counts(card, at) || hasRoom(card, at);

  /** Room may come with the next window; where its customers change, with the next day. */
  const nextBeginning = (card: CountedCard, at: Instant): Instant =>
    byFeed || space.facet(card.audience, at).day === null
      ? windows.window(windows.at(at) + 1).from
      : startOfNextDay(at, zone);

  const roomAfter = (card: CountedCard, at: Instant): Instant | null => {
    const lifted = level.liftedAfter(card, at);
    if (addsOf(rule.scope, card) > limit) return lifted;
    const last = dayBounds(addDays(localDateOf(at, zone), daysAhead), zone)[0];
    for (let from = nextBeginning(card, at); from <= last; from = nextBeginning(card, from))
      if (fits(card, from)) return earlier(from, lifted);
    return lifted;
  };

  // Twenty feeds are refused for the same reason; it is made once, until something is placed.
  const refusals = new Map<string, CapReason>();

  return {
    id: `cap ${rule.id} ${limit}`,
    level,
    space,
    fits,
    check(card, at) {
      if (fits(card, at)) return null;
      const number = windows.at(at);
      const lifted = level.liftedAfter(card, at);
      const here = standingAt(card, at);
      const who = byFeed ? card.feed : `${here.weight} ${here.facet.key}`;
      const key = `${number} ${lifted} ${who}`;
      const known = refusals.get(key);
      if (known) return known;
      const tally = tallyAt(number, card.feed);
      const window = windows.window(number);
      const made = capRefusal({ level, standing: here, window, tally, freeAt: roomAfter(card, at) });
      refusals.set(key, made);
      return made;
    },
    roomAfter,
    place(card, at) {
      if (!level.counts(card, at)) return;
      tallyAt(windows.at(at), card.feed).add(standingAt(card, at));
      if (refusals.size > 0) refusals.clear();
    },
    filled(from, to) {
      const found: FilledWindow[] = [];
      for (const [feed, own] of tallies) {
        for (const [number, tally] of own) {
          const window = windows.window(number);
          if (window.to <= from || window.from >= to) continue;
          found.push({ window, feed: feed === '' ? null : feed, tally });
        }
      }
      return found.sort((a, b) => a.window.from - b.window.from);
    },
  };
};
