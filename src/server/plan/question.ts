import type { Payload, PayloadRequest } from 'payload';
import { type Actor, withinTeam } from '@/core/abilities';
import type { QuietHours } from '@/core/caps';
import type { Instant, Locale } from '@/core/model';
import type { SimulateReason } from '@/core/simulate';
import { simulateSentence } from '@/core/words/simulate';
import { type Refusal, type RefusalStatus, refuse } from '../outcome';

type Values = Readonly<Record<string, unknown>>;

/** What is tried out: `values` are those of the fields that would change, as a door would bring them. */
export type Change =
  /** `post` null: one more post. */
  | { code: 'post'; post: string | null; values: Values }
  /** `rule` null: one more rule. */
  | { code: 'rule'; rule: string | null; values: Values }
  /** The quiet hours of a feed; null: none. */
  | { code: 'feed'; feed: string; quietHours: QuietHours | null }
  | { code: 'launch'; launch: string; launchAt: Instant };

export interface SimulateQuestion {
  /** A day, which begins at midnight of the installation's zone, or an instant with its offset. */
  from: string;
  /** Likewise; not part of the period. */
  to: string;
  feed?: string | null;
  /** Posts that count as if they were approved as they are, with and without the changes. */
  assumeApproved?: readonly string[];
  changes?: readonly Change[];
}

/** On whose behalf a plan is read: a person's, or (null) the installation's own command. */
export interface Asker {
  payload: Payload;
  req?: PayloadRequest;
  actor: Actor | null;
  locale: Locale;
  now: Instant;
}

export const sees = ({ actor }: Asker, feed: string): boolean => actor === null || withinTeam(actor, [feed]);

export const refuseQuestion = (
  status: RefusalStatus,
  reasons: readonly SimulateReason[],
  locale: Locale,
): Refusal =>
  refuse(
    status,
    reasons.map((reason) => ({ message: simulateSentence(reason, locale), data: reason })),
  );
