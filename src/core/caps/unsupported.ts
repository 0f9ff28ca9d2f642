import type { UnsupportedRuleReason } from '../reasons';
import type { Constraint } from './constraint';
import { appliesTo, type CapRule } from './rule';

/**
 * Windows and gaps that nothing evaluates yet, and limits that are no whole number. Ask before a rule is
 * saved; the plan asks again and then releases nothing that such a rule concerns.
 */
export const unsupportedRule = (rule: CapRule): UnsupportedRuleReason | null => {
  const part = unsupportedPart(rule);
  if (!part) return null;
  return {
    code: 'unsupported-rule',
    rule: rule.id,
    ruleName: rule.name,
    part,
    unit: rule.window.unit,
    minGapMinutes: rule.minGapMinutes ?? 0,
  };
};

const unsupportedPart = (rule: CapRule): UnsupportedRuleReason['part'] | null => {
  if (rule.window.unit !== 'day') return 'window';
  if (rule.minGapMinutes) return 'gap';
  if (!Number.isInteger(rule.limit) || rule.limit < 0) return 'limit';
  return null;
};

/** Stands in for a rule that cannot be evaluated: a cap that is not proved is not passed. */
export const unsupportedConstraint = (rule: CapRule, reason: UnsupportedRuleReason): Constraint => ({
  id: `unsupported ${rule.id}`,
  fits: (card) => !appliesTo(rule, card),
  check: (card) => (appliesTo(rule, card) ? reason : null),
  place: () => {},
});
