/** The plan as one would do it by hand: every card tries one instant after the other. */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../src/core/model';
import type { Outcome, PlanCard, PlanInput } from '../../src/core/plan';
import { type Broken, brokenBy, dayOf, isQuiet, type Standing } from './twin';

export interface TwinDecision {
  card: string;
  outcome: Outcome;
  at: Instant;
  late: boolean;
  /** What is broken at the first instant tried. */
  broken: Broken[];
}

/** All that random plans have lies on this grid, counted from midnight or from now. */
const step = 15 * 60_000;

/** The instants of the grid after one, in order. */
function* after(from: Instant, now: Instant, to: Instant): Generator<Instant> {
  const shift = ((now % step) + step) % step;
  for (let base = Math.floor(from / step) * step; base <= to; base += step) {
    for (const at of shift === 0 ? [base] : [base, base + shift]) if (at > from && at <= to) yield at;
  }
}

export const twinPlan = (input: PlanInput): TwinDecision[] => {
  const { now, settings } = input;
  const standing: Standing[] = input.placed.map((entry) => ({ ...entry, at: entry.dueAt }));

  const decideOne = (card: PlanCard): TwinDecision => {
    const breaks = (at: Instant): Broken[] => brokenBy({ ...card, at }, standing, input);
    const reference = card.plannedAt ?? card.scheduledAt;
    const until = card.expiresAt ?? Number.POSITIVE_INFINITY;
    const late = now - reference > 60_000 || now > until;
    const ends = (outcome: Outcome, broken: Broken[] = []): TwinDecision => {
      return { card: card.card, outcome, at: late ? now : reference, late, broken };
    };
    if (until < reference) return ends('expire');
    if (late && now > (card.expiresAt ?? reference + settings.graceMinutes * 60_000)) return ends('expire');

    if (late && card.onLate !== 'release') return ends(card.onLate);
    if (card.feedOff) {
      const deadline = card.expiresAt ?? reference + settings.graceMinutes * 60_000;
      return card.onLate === 'release' || until - reference <= 60_000
        ? { ...ends('expire'), at: deadline + 1 }
        : { ...ends(card.onLate), at: reference + 60_001 };
    }

    const ownDay = dayOf(card.scheduledAt, card.zone);
    let first: Instant | null;
    if (late) first = now;
    else if (now >= reference) first = reference;
    else if (now <= card.scheduledAt) first = card.scheduledAt;
    else first = dayOf(now, card.zone) === ownDay ? now : null;

    let broken: Broken[] = [];
    const found = (at: Instant): TwinDecision => {
      const outcome = at === first || at - (card.leadMinutes ?? 0) * 60_000 <= now ? 'release' : 'defer';
      return { card: card.card, outcome, at, late, broken };
    };
    const firstOn = (from: Instant): Instant | null => {
      if (from <= until && breaks(from).length === 0) return from;
      const day = dayOf(from, card.zone);
      for (const at of after(from, now, Math.min(until, from + 26 * 3_600_000))) {
        if (dayOf(at, card.zone) !== day) return null;
        if (breaks(at).length === 0) return at;
      }
      return null;
    };
    if (first !== null) {
      if (card.dayBound && dayOf(first, card.zone) !== ownDay) return ends('hold');
      broken = breaks(first);
      if (broken.length === 0) return found(first);
      if (card.onConflict !== 'defer') return ends(card.onConflict, broken);
      const at = firstOn(first);
      if (at !== null) return found(at);
    }
    if (card.dayBound) return ends('hold', broken);
    const put = Temporal.PlainDate.from(ownDay).until(dayOf(reference, card.zone), {
      largestUnit: 'day',
    }).days;
    for (let ahead = 1; ahead <= Math.max(settings.deferDays, put); ahead += 1) {
      const from = Math.max(beginning(card, ahead, input), now);
      if (dayOf(from, card.zone) !== dayOf(wallOn(card, ahead), card.zone)) continue;
      const at = firstOn(from);
      if (at !== null) return found(at);
    }
    return ends('hold', broken);
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
      if (decision.outcome === 'release' || decision.outcome === 'defer')
        standing.push({ ...card, at: decision.at });
      return decision;
    });
};

const wallOn = (card: PlanCard, ahead: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(card.scheduledAt)
    .toZonedDateTimeISO(card.zone)
    .toPlainDateTime()
    .add({ days: ahead })
    .toZonedDateTime(card.zone, { disambiguation: 'compatible' }).epochMilliseconds;

/** Where an earlier pass put it on that day, if that is before what it would begin with. */
const beginning = (card: PlanCard, ahead: number, input: PlanInput): Instant => {
  const usual = usualBeginning(card, ahead, input);
  const planned = card.plannedAt ?? card.scheduledAt;
  return planned < usual && dayOf(planned, card.zone) === dayOf(usual, card.zone) ? planned : usual;
};

/** The card's wall time; or the end of the quiet hours of the evening before, when that held it back. */
const usualBeginning = (card: PlanCard, ahead: number, input: PlanInput): Instant => {
  const wall = wallOn(card, ahead);
  if (!card.quietHours || card.quietHours.to > card.quietHours.from) return wall;
  const { from, to } = card.quietHours;
  const day = Temporal.PlainDate.from(dayOf(wall, card.zone));
  const at = (date: Temporal.PlainDate, time: string): Instant =>
    date.toZonedDateTime({ timeZone: card.zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const ends = at(day, to);
  const before = wallOn(card, ahead - 1);
  const quiet =
    at(day.subtract({ days: 1 }), from) <= before && before < ends && isQuiet({ ...card, at: before }, input);
  return quiet && ends < wall ? ends : wall;
};
