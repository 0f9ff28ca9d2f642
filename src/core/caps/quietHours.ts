import type { Instant, TimeZone } from '../model';
import type { QuietHoursReason } from '../reasons';
import { dateOfDayNumber, localDayOf, resolveWall } from '../time';
import { type Constraint, daysAhead } from './constraint';
import type { CountedCard, QuietHours } from './counted';
import type { CapException } from './exception';
import { exceptionsAt, nextBeginning } from './level';

/**
 * The end of the quiet hours that an instant lies in, or null when it lies in none. From (inclusive) to
 * (exclusive), over midnight where `to` is not after `from`; wall times of the zone, resolved day by day.
 */
export const quietUntil = (hours: QuietHours, zone: TimeZone, at: Instant): Instant | null => {
  const today = localDayOf(at, zone);
  const nights = nightsOf(hours, zone);
  for (let day = today - 1; day <= today; day += 1) {
    const night = nights(day);
    if (night.begins <= at && at < night.ends) return night.ends;
  }
  return null;
};

/** The quiet hours that begin on a day. A plan asks for the same few days again and again. */
const nightsOf = ({ from, to }: QuietHours, zone: TimeZone): Nights => {
  if (last?.zone === zone && last.from === from && last.to === to) return last.nights;
  const name = `${zone} ${from} ${to}`;
  const nights = known.get(name) ?? newNights({ from, to }, zone);
  known.set(name, nights);
  last = { zone, from, to, nights };
  return nights;
};

interface Night {
  begins: Instant;
  ends: Instant;
}

type Nights = (day: number) => Night;

const newNights = ({ from, to }: QuietHours, zone: TimeZone): Nights => {
  const days = new Map<number, Night>();
  return (day) => {
    const found = days.get(day);
    if (found) return found;
    if (days.size >= mostDays) days.clear();
    const begins = resolveWall(dateOfDayNumber(day), from, zone);
    const ends = resolveWall(dateOfDayNumber(to > from ? day : day + 1), to, zone);
    const night = { begins, ends };
    days.set(day, night);
    return night;
  };
};

const mostDays = 4096;
const known = new Map<string, Nights>();
let last: (QuietHours & { zone: TimeZone; nights: Nights }) | null = null;

/** The quiet hours of every feed. Nothing is handed out in them but what an approved launch excepts. */
export const quietHoursConstraint = (exceptions: readonly CapException[]): Constraint => {
  const own = exceptions.filter(({ quietHours }) => quietHours);

  const endOf = (card: CountedCard, at: Instant): Instant | null =>
    card.quietHours && card.zone && (own.length === 0 || exceptionsAt(own, card, at).length === 0)
      ? quietUntil(card.quietHours, card.zone, at)
      : null;

  const roomAfter = (card: CountedCard, at: Instant): Instant | null => {
    let free = at;
    // Quiet hours that follow each other without a break leave no room at all.
    for (let tries = 0; tries < daysAhead; tries += 1) {
      const end = endOf(card, free);
      if (end === null) return free;
      const lifted = nextBeginning(own, card, free);
      free = lifted !== null && lifted < end ? lifted : end;
    }
    return null;
  };

  return {
    id: 'quiet hours',
    fits: (card, at) => endOf(card, at) === null,
    check(card, at): QuietHoursReason | null {
      const until = endOf(card, at);
      if (until === null || !card.quietHours) return null;
      const { from, to } = card.quietHours;
      return { code: 'quiet-hours', feed: card.feed, from, to, until, freeAt: roomAfter(card, at) };
    },
    roomAfter,
    place: () => {},
  };
};
