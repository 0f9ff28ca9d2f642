import { Temporal } from 'temporal-polyfill';
import type { Instant, TimeZone } from '../model';

/** A stretch of time in which a zone keeps one offset: from ≤ t < to, offset in ms east of UTC. */
interface Span {
  from: Instant;
  to: Instant;
  offset: number;
}

const spansByZone = new Map<TimeZone, Span[]>();

/**
 * Offset of a zone at an instant. Asking the zone database costs tens of microseconds and a pass asks
 * thousands of times, so each stretch between two transitions is asked for once and kept.
 */
export const offsetAt = (at: Instant, zone: TimeZone): number => spanAt(at, zone).offset;

/** The first transition after `at`, or Infinity when the zone has none. */
export const nextTransition = (at: Instant, zone: TimeZone): Instant => spanAt(at, zone).to;

const spanAt = (at: Instant, zone: TimeZone): Span => {
  let spans = spansByZone.get(zone);
  if (!spans) {
    spans = [];
    spansByZone.set(zone, spans);
  }
  for (let i = 0; i < spans.length; i += 1) {
    const span = spans[i] as Span;
    if (at >= span.from && at < span.to) {
      // The span at hand is nearly always the next one asked for.
      if (i > 0) {
        spans.splice(i, 1);
        spans.unshift(span);
      }
      return span;
    }
  }
  const span = readSpan(at, zone);
  spans.unshift(span);
  return span;
};

const readSpan = (at: Instant, zone: TimeZone): Span => {
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
  const next = here.getTimeZoneTransition('next');
  // 'previous' is strictly before: a transition at this very millisecond is found from one later.
  const previous = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: previous ? previous.epochMilliseconds : Number.NEGATIVE_INFINITY,
    to: next ? next.epochMilliseconds : Number.POSITIVE_INFINITY,
    offset: Math.round(here.offsetNanoseconds / 1e6),
  };
};

/** What was stored past the doors may be no zone: then `otherwise`, so that a screen says something at all. */
export const zoneOr = (zone: unknown, otherwise: TimeZone): TimeZone =>
  typeof zone === 'string' && isTimeZone(zone) ? zone : otherwise;

/** Whether the zone database knows the name; an offset (+08:00) is none: it knows no summer time. */
export const isTimeZone = (zone: string): boolean => {
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    offsetAt(0, zone);
    return true;
  } catch {
    spansByZone.delete(zone);
    return false;
  }
};
