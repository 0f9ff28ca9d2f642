import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { unsupportedRule } from '@/core/caps';
import { explain } from '@/core/words/plan';
import { localeFor } from '@/server/auth/language';
import { ruleOf } from '@/server/scheduler/rules';
import { slugs } from '../../slugs';

const paths = { window: 'window.unit', gap: 'minGapMinutes', limit: 'limit' } as const;

/** A rule that could not be evaluated would be a promise that nobody keeps: it is refused while writing. */
export const refuseUnsupportedRule: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const row = { ...originalDoc, ...data, window: { ...originalDoc?.window, ...data?.window } };
  const reason = row.enabled === false ? null : unsupportedRule(ruleOf(row));
  if (!reason) return data;
  const message = explain([reason], { zone: 'UTC', segments: new Map() }, localeFor(req));
  const errors = [{ path: paths[reason.part], message }];
  throw new ValidationError({ collection: slugs.capRules, errors, req }, req.t);
};
