import { type Constraint, quietUntil, type Refusal } from '../caps';
import type { Instant } from '../model';
import { addDays, daysBetween, localDateOf, startOfNextDay } from '../time';
import { type Timing, wallTimeAhead } from './timing';
import type { PlanCard } from './types';

/** A held card is told of room this many days ahead. */
const hintDays = 14;

export interface Search {
  card: PlanCard;
  timing: Timing;
  now: Instant;
  deferDays: number;
  constraints: readonly Constraint[];
  /** The one of them that keeps the quiet hours. */
  quiet: Constraint;
}

/** One for each rule: where an exception's limit is passed as well, the rule's own says enough. */
export const refusalsAt = ({ constraints, card }: Search, at: Instant): readonly Refusal[] => {
  const first = constraints.findIndex((constraint) => !constraint.fits(card, at));
  if (first < 0) return none;
  const refusals: Refusal[] = [];
  for (const constraint of constraints.slice(first)) {
    const refusal = constraint.check(card, at);
    const last = refusals.at(-1);
    const isSaid = refusal?.code === 'cap' && last?.code === 'cap' && last.rule === refusal.rule;
    if (refusal && !isSaid) refusals.push(refusal);
  }
  return refusals;
};

/**
 * The earliest instant from `from` on, on its local day, at which every constraint has room. Each names the
 * earliest instant of its own, so the latest of them is never past the answer.
 */
export const laterSameDay = (search: Search, from: Instant): Instant | null => {
  const end = startOfNextDay(from, search.card.zone);
  let at = from;
  while (at < end && at <= lastInstant(search)) {
    const next = roomAfterRefused(search, at);
    if (next === at) return at;
    if (next === null) return null;
    at = next;
  }
  return null;
};

/** `at` itself where everything fits; null when a constraint that refuses it knows of no room. */
const roomAfterRefused = ({ constraints, card }: Search, at: Instant): Instant | null => {
  let latest = at;
  for (const constraint of constraints) {
    if (constraint.fits(card, at)) continue;
    const room = constraint.roomAfter(card, at);
    if (room === null) return null;
    latest = Math.max(latest, room);
  }
  return latest;
};

/**
 * The following days as far as the team defers, or as an earlier pass has put it, each from the card's wall time
 * on. No rule that refused has room before the `freeAt` that it named, so the search starts there.
 */
export const laterDays = (search: Search, refusals: readonly Refusal[]): Instant | null => {
  const { timing, card, deferDays } = search;
  const put = daysBetween(timing.baseDay, localDateOf(timing.reference, card.zone));
  return roomOnFollowingDays(search, { refusals, days: Math.max(deferDays, put) });
};

/** Where a person could move a card that found no place: only a hint, nothing is reserved. */
export const hintAfter = (search: Search, refusals: readonly Refusal[]): Instant | null =>
  roomOnFollowingDays(search, { refusals, days: hintDays });

const roomOnFollowingDays = (
  search: Search,
  { refusals, days }: { refusals: readonly Refusal[]; days: number },
): Instant | null => {
  const { card, timing, now } = search;
  const earliest = Math.max(now, latestFreeAt(refusals) ?? now);
  const skipped = daysBetween(timing.baseDay, localDateOf(earliest, card.zone));
  for (let ahead = Math.max(1, skipped); ahead <= days; ahead += 1) {
    const begins = beginningOn(search, ahead);
    if (begins > lastInstant(search)) return null;
    const from = Math.max(begins, earliest);
    const isThatDay = localDateOf(from, card.zone) === addDays(timing.baseDay, ahead);
    const at = isThatDay ? laterSameDay(search, from) : null;
    if (at !== null) return at;
  }
  return null;
};

/**
 * The card's wall time; earlier where the quiet hours of the evening before held it back, and where an earlier pass
 * put it earlier: late after midnight, say, it was tried at once.
 */
const beginningOn = ({ card, timing, quiet }: Search, ahead: number): Instant => {
  const wall = wallTimeAhead(card, timing.baseDay, ahead);
  const before = wallTimeAhead(card, timing.baseDay, ahead - 1);
  const hours = quiet.fits(card, before) ? null : card.quietHours;
  const evening = hours ? quietUntil(hours, card.zone, before) : null;
  const day = localDateOf(wall, card.zone);
  const earlier = [evening, timing.reference].filter(
    (at): at is Instant => at !== null && localDateOf(at, card.zone) === day,
  );
  return Math.min(wall, ...earlier);
};

/** Null when one of them names none: then nothing is known. */
const latestFreeAt = (refusals: readonly Refusal[]): Instant | null => {
  let latest = Number.NEGATIVE_INFINITY;
  for (const refusal of refusals) {
    if (refusal.code === 'unsupported-rule' || refusal.freeAt === null) return null;
    latest = Math.max(latest, refusal.freeAt);
  }
  return latest;
};

const lastInstant = ({ card }: Search): Instant => card.expiresAt ?? Number.POSITIVE_INFINITY;

const none: readonly Refusal[] = [];
