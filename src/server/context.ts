import type { Payload, PayloadRequest } from 'payload';
import type { Actor } from '@/core/abilities';
import type { Instant, Locale } from '@/core/model';
import type { ClockProblem } from '@/core/time/clockGuard';

/** Who asks, in which language, when, and through which request (it carries the transaction). */
export interface Context {
  payload: Payload;
  req: PayloadRequest;
  actor: Actor;
  /** What the trail shows beside the id. */
  actorName: string;
  locale: Locale;
  /** By the clock that decides releases. */
  now: Instant;
  /** Why that clock cannot be trusted here; null when it can. Nothing that a plan says is kept then. */
  clockProblem: ClockProblem | null;
}
