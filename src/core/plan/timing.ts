import type { Instant, LocalDate } from '../model';
import { addDays, localDateOf, minuteMs, sameWallOnDay } from '../time';
import type { PlanCard, PlanSettings } from './types';

/** A tick may come this much after the planned instant without the card counting as late. */
const punctualMs = 60_000;

/** When a card is wanted, and what is too late. All instants; `baseDay` in the feed's zone. */
export interface Timing {
  baseDay: LocalDate;
  /** The planned instant: where an earlier pass put it, else its own time. */
  reference: Instant;
  /** The last instant at which it may still go out late, inclusive. */
  deadline: Instant;
  late: boolean;
  /** The first instant to try; null while a card deferred to another day waits for its wall time. */
  first: Instant | null;
}

export const timingOf = (card: PlanCard, now: Instant, settings: PlanSettings): Timing => {
  const baseDay = localDateOf(card.scheduledAt, card.zone);
  // A planned instant before the card's own time is left over from before it was moved.
  const reference = Math.max(card.plannedAt ?? card.scheduledAt, card.scheduledAt);
  const deadline = card.expiresAt ?? reference + settings.graceMinutes * minuteMs;
  const late = now > lastPunctual(card, reference);
  return { baseDay, reference, deadline, late, first: firstInstant({ card, now, baseDay, reference, late }) };
};

/** Until then it goes out as planned. What has an end is never handed out after it, however short that is. */
export const lastPunctual = ({ expiresAt }: PlanCard, reference: Instant): Instant =>
  Math.min(reference + punctualMs, expiresAt ?? Number.POSITIVE_INFINITY);

const firstInstant = (given: {
  card: PlanCard;
  now: Instant;
  baseDay: LocalDate;
  reference: Instant;
  late: boolean;
}): Instant | null => {
  const { card, now, baseDay, reference, late } = given;
  if (late) return now;
  if (now >= reference) return reference;
  if (now <= card.scheduledAt) return card.scheduledAt;
  return localDateOf(now, card.zone) === baseDay ? now : null;
};

/** The card's own wall time, `ahead` days after its own day. */
export const wallTimeAhead = (card: PlanCard, baseDay: LocalDate, ahead: number): Instant =>
  sameWallOnDay(card.scheduledAt, addDays(baseDay, ahead), card.zone);
