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
    const [begins, ends] = nights(day);
    if (begins <= at && at < ends) return ends;
  }
  return null;
};

/** The quiet hours that begin on a day. A plan asks for the same few days again and again. */
const nightsOf = ({ from, to }: QuietHours, zone: TimeZone): Nights => {
  const name = `${zone} ${from} ${to}`;
  if (last?.name === name) return last.nights;
  const nights = known.get(name) ?? newNights({ from, to }, zone);
  known.set(name, nights);
  last = { name, nights };
  return nights;
};

type Nights = (day: number) => readonly [from: Instant, to: Instant];

const newNights = ({ from, to }: QuietHours, zone: TimeZone): Nights => {
  const days = new Map<number, readonly [Instant, Instant]>();
  return (day) => {
    const found = days.get(day);
    if (found) return found;
    if (days.size >= mostDays) days.clear();
    const begins = resolveWall(dateOfDayNumber(day), from, zone);
    const ends = resolveWall(dateOfDayNumber(to > from ? day : day + 1), to, zone);
    days.set(day, [begins, ends]);
    return [begins, ends];
  };
};

const mostDays = 4096;
const known = new Map<string, Nights>();
let last: { name: string; nights: Nights } | null = null;

/** The quiet hours of every feed. Nothing is handed out in them but what an approved launch excepts. */
export const quietHoursConstraint = (exceptions: readonly CapException[]): Constraint => {
  const own = exceptions.filter(({ quietHours }) => quietHours);

  const endOf = (card: CountedCard, at: Instant): Instant | null =>
    card.quiet && card.zone && (own.length === 0 || exceptionsAt(own, card, at).length === 0)
      ? quietUntil(card.quiet, card.zone, at)
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
      if (until === null || !card.quiet) return null;
      const { from, to } = card.quiet;
      return { code: 'quiet-hours', feed: card.feed, from, to, until, freeAt: roomAfter(card, at) };
    },
    roomAfter,
    place: () => {},
  };
};
