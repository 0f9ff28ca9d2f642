import type { Instant } from '../model';
import { minuteMs } from '../time';

/** A sender that takes longer is taken for dead, and another one sends. Longer than any of them waits for an answer. */
export const leaseMs = 2 * minuteMs;

const waitsMs = [1, 5, 30, 30].map((minutes) => minutes * minuteMs);

/** When it is tried again after so many tries; null: given up. RULES.md 13. */
export const nextTry = (tries: number, now: Instant): Instant | null => {
  const wait = waitsMs[tries - 1];
  return wait === undefined ? null : now + wait;
};

/** What both WeCom and DingTalk take from one robot in a minute. RULES.md 14. */
export const robotsPerMinute = 20;
