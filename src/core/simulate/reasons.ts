import type { PeriodReason } from './period';

/** What a question about the plan may name. */
export type Named = 'post' | 'rule' | 'launch' | 'feed';

/** Why a question about the plan is not answered; the sentences are in src/core/words/simulate.ts. */
export type SimulateReason =
  | PeriodReason
  /** Not there, or not of the reader's feeds. */
  | { code: 'unknown'; what: Named; id: string }
  | { code: 'launch-without-time'; id: string }
  /** What is tried makes more cards than are planned in the time of a request. */
  | { code: 'too-many-cards'; cards: number; most: number }
  | { code: 'too-many-rules'; rules: number; most: number }
  /** Too many combinations of what is asked to be looked at in the time that one question has. */
  | { code: 'too-large' };
