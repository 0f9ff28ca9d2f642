import type { UnsupportedRuleReason } from '../reasons';
import type { Constraint } from './constraint';
import { appliesTo, type CapRule, isCount } from './rule';

/**
 * Rules that say nothing that could be kept: no limit and no gap, a limit or gap that is no whole number,
 * rolling hours without their number. The plan then releases nothing that such a rule concerns.
 */
export const unsupportedRule = (rule: CapRule): UnsupportedRuleReason | null => {
  const part = unsupportedPart(rule);
  return part && { code: 'unsupported-rule', rule: rule.id, ruleName: rule.name, part };
};

const unsupportedPart = (rule: CapRule): UnsupportedRuleReason['part'] | null => {
  const { window, limit } = rule;
  const gap = rule.minGapMinutes ?? 0;
  if (!isCount(gap)) return 'gap';
  if (limit === null) return gap === 0 ? 'limit' : null;
  if (!isCount(limit)) return 'limit';
  if (window.unit === 'rolling-hours' && !((window.hours ?? 0) >= 1 && isCount(window.hours ?? 0)))
    return 'window';
  return null;
};

/** Stands in for a rule that cannot be evaluated: a cap that is not proved is not passed. */
export const unsupportedConstraint = (rule: CapRule, reason: UnsupportedRuleReason): Constraint => ({
  id: `unsupported ${rule.id}`,
  fits: (card) => !appliesTo(rule, card),
  check: (card) => (appliesTo(rule, card) ? reason : null),
  roomAfter: () => null,
  place: () => {},
});
