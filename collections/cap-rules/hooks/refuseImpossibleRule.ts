import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import type { RuleCode } from '@/core/rules';
import { ruleReasonWords } from '@/core/words/rules';
import { localeFor } from '@/server/auth/language';
import { refusalsOf, withWritten } from '@/server/rules/problems';
import { slugs } from '../../slugs';
import { ruleLabels } from '../labels';

const paths: Record<RuleCode, keyof typeof ruleLabels> = {
  'rule-empty': 'limit',
  'rule-limit': 'limit',
  'rule-limit-zero': 'limit',
  'rule-gap': 'minGapMinutes',
  'rule-hours': 'window.hours',
  'rule-gap-fills-window': 'minGapMinutes',
  'rule-gap-fills-day': 'minGapMinutes',
  'rule-overlap': 'limit',
  'rule-without-feeds': 'feeds',
};

/** A rule that could never be met, or means nothing, would be a promise that nobody keeps. */
export const refuseImpossibleRule: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const locale = localeFor(req);
  const refusals = await refusalsOf(req.payload, withWritten(originalDoc, data), req);
  const errors = refusals.map((reason) => ({
    path: paths[reason.code],
    label: ruleLabels[paths[reason.code]][locale],
    message: ruleReasonWords(reason, locale),
  }));
  if (errors.length > 0) throw new ValidationError({ collection: slugs.capRules, errors, req }, req.t);
  return data;
};
