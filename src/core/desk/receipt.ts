import type { Instant } from '../model';
import type { Receipt, ReceiptState } from './types';

export const skipReasons = ['not-my-customers', 'too-many-today', 'something-wrong', 'other'] as const;
export type SkipReason = (typeof skipReasons)[number];

export const maxReasonLength = 200;

export type ReceiptRefusal = { code: 'recalled' } | { code: 'past' } | { code: 'stopped' };

interface Mark {
  state: ReceiptState;
  reason: string | null;
}

interface Situation {
  now: Instant;
  recalled: boolean;
  stopped: boolean;
  copyUntil: Instant;
  current: Receipt | null;
}

export type ReceiptDecision =
  | { ok: true; receipt: Receipt; changed: boolean }
  | { ok: false; reasons: ReceiptRefusal[] };

/**
 * What becomes of a receipt when its owner marks a card; RULES.md has the cases. The newest mark wins;
 * the same mark twice changes nothing, not even its time.
 */
export const markCard = (mark: Mark, situation: Situation): ReceiptDecision => {
  const { now, recalled, stopped, copyUntil, current } = situation;
  if (recalled && mark.state !== 'removed') return { ok: false, reasons: [{ code: 'recalled' }] };
  if (mark.state === 'copied' && now >= copyUntil) return { ok: false, reasons: [{ code: 'past' }] };
  if (mark.state === 'copied' && stopped) return { ok: false, reasons: [{ code: 'stopped' }] };
  const reason = mark.state === 'skipped' ? mark.reason : null;
  if (current && current.state === mark.state && current.reason === reason) {
    return { ok: true, receipt: current, changed: false };
  }
  return { ok: true, receipt: { state: mark.state, reason, at: now }, changed: true };
};
