import { compareIds } from '../ids';
import type { PlanCard } from './types';

/** Who takes a place first. Never by a deferred time; total, so that the input's order does not matter. */
export const comparePlanCards = (a: PlanCard, b: PlanCard): number => {
  if (a.priority !== b.priority) return a.priority > b.priority ? -1 : 1;
  if (a.scheduledAt !== b.scheduledAt) return a.scheduledAt < b.scheduledAt ? -1 : 1;
  return compareIds(a.post, b.post) || compareIds(a.variantKey, b.variantKey) || compareIds(a.feed, b.feed);
};
