import type { Payload, PayloadRequest } from 'payload';
import type { Actor } from '@/core/abilities';
import type { Instant, Locale } from '@/core/model';

/** Who asks, in which language, when, and through which request (it carries the transaction). */
export interface Context {
  payload: Payload;
  req: PayloadRequest;
  actor: Actor;
  /** What the trail shows beside the id. */
  actorName: string;
  locale: Locale;
  now: Instant;
}
