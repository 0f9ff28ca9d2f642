import type { Instant } from '../model';
import { hourMs } from '../time';

/** How pressing a decision is that is not made yet. */
export type Urgency = 'none' | 'day' | 'soon' | 'overdue';

export interface Due {
  /** Null: it has no time. */
  dueAt: Instant | null;
  now: Instant;
}

/** RULES.md 1. */
export const urgencyOf = ({ dueAt, now }: Due): Urgency => {
  if (dueAt === null) return 'none';
  const left = dueAt - now;
  if (left < 0) return 'overdue';
  if (left <= soonMs) return 'soon';
  return left <= dayMs ? 'day' : 'none';
};

const soonMs = 2 * hourMs;
/** 24 hours, also on a day that has 23 or 25. */
export const dayMs = 24 * hourMs;
