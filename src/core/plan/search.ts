import type { Constraint, CountedCard, Refusal } from '../caps';
import type { Instant } from '../model';
import { daysBetween, localDateOf } from '../time';
import { endOfDay, type Timing, wallTimeAhead } from './timing';
import type { PlanCard } from './types';

/** A held card is told of room this many days ahead. */
const hintDays = 14;

export interface Search {
  card: PlanCard;
  counted: CountedCard;
  timing: Timing;
  now: Instant;
  deferDays: number;
  constraints: readonly Constraint[];
}

export const refusalsAt = ({ constraints, counted }: Search, at: Instant): Refusal[] =>
  constraints.flatMap((constraint) => constraint.check(counted, at) ?? []);

const fitsAt = ({ constraints, counted }: Search, at: Instant): boolean =>
  constraints.every((constraint) => constraint.fits(counted, at));

/**
 * The earliest instant after `from` on its local day at which every constraint has room. Each refusal names
 * the earliest instant of its own constraint, so the latest of them is never past the answer.
 */
export const laterSameDay = (search: Search, from: Instant, refusals: readonly Refusal[]): Instant | null => {
  const end = endOfDay(from, search.card);
  let open = refusals;
  let at = from;
  while (open.length > 0) {
    const next = latestFreeAt(open);
    if (next === null || next <= at || next >= end || next > lastInstant(search)) return null;
    at = next;
    open = refusalsAt(search, at);
  }
  return at;
};

/** Null when one of them names none: then nothing is known. */
const latestFreeAt = (refusals: readonly Refusal[]): Instant | null => {
  let latest = Number.NEGATIVE_INFINITY;
  for (const refusal of refusals) {
    if (refusal.code !== 'cap' || refusal.freeAt === null) return null;
    latest = Math.max(latest, refusal.freeAt);
  }
  return latest;
};

/**
 * The card's wall time on the following days, as far as the team defers. No rule that refused has room
 * before the `freeAt` that it named, so the search starts there.
 */
export const laterDays = (search: Search, refusals: readonly Refusal[]): Instant | null =>
  firstWallTime(search, { refusals, days: search.deferDays });

/** Where a person could move a card that found no place: only a hint, nothing is reserved. */
export const hintAfter = (search: Search, refusals: readonly Refusal[]): Instant | null =>
  firstWallTime(search, { refusals, days: hintDays });

const firstWallTime = (
  search: Search,
  { refusals, days }: { refusals: readonly Refusal[]; days: number },
): Instant | null => {
  const { card, timing, now } = search;
  const earliest = Math.max(now, latestFreeAt(refusals) ?? now);
  const skipped = daysBetween(timing.baseDay, localDateOf(earliest, card.zone));
  for (let ahead = Math.max(1, skipped); ahead <= days; ahead += 1) {
    const at = wallTimeAhead(card, timing.baseDay, ahead);
    if (at > lastInstant(search)) return null;
    if (at >= earliest && fitsAt(search, at)) return at;
  }
  return null;
};

const lastInstant = ({ card }: Search): Instant => card.expiresAt ?? Number.POSITIVE_INFINITY;
