import type { Instant, LocalDate, TimeZone } from '../model';
import { dayBounds } from '../time';
import type { PersonalToken } from './tokens';

/**
 * Until when (exclusive) a card may be copied: the end of its local day or its expiry, whichever comes
 * first. A sales post of yesterday that is posted today would break today's cap.
 */
export const copyUntil = (card: {
  localDate: LocalDate;
  timezone: TimeZone;
  expiresAt: string | null;
}): Instant => {
  const [, end] = dayBounds(card.localDate, card.timezone);
  return card.expiresAt === null ? end : Math.min(end, Date.parse(card.expiresAt));
};

/** Why a card cannot be copied at the moment, the most final reason first. */
export type Blocked =
  | { code: 'recalled' }
  | { code: 'past' }
  | { code: 'stopped' }
  | { code: 'personal'; missing: readonly PersonalToken[] }
  | { code: 'unresolved'; tokens: readonly string[] };

interface Question {
  now: Instant;
  recalled: boolean;
  stopped: boolean;
  until: Instant;
  missing: readonly PersonalToken[];
  unknown: readonly string[];
}

export const copyBlocked = ({
  now,
  recalled,
  stopped,
  until,
  missing,
  unknown,
}: Question): Blocked | null => {
  if (recalled) return { code: 'recalled' };
  if (now >= until) return { code: 'past' };
  if (stopped) return { code: 'stopped' };
  if (missing.length > 0) return { code: 'personal', missing };
  if (unknown.length > 0) return { code: 'unresolved', tokens: unknown };
  return null;
};
