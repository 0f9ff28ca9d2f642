import { compareIds } from '../ids';
import type { PlanCard } from './types';

/** Who takes a place first. Never by a deferred time; total, so that the input's order does not matter. */
export const comparePlanCards = (a: PlanCard, b: PlanCard): number =>
  b.priority - a.priority ||
  a.scheduledAt - b.scheduledAt ||
  compareIds(a.post, b.post) ||
  compareIds(a.variantKey, b.variantKey) ||
  compareIds(a.feed, b.feed);
