import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import type { HoursDraft } from '@/core/rules';
import { quietHoursWords } from '@/core/words/rules';
import { localeFor } from '@/server/auth/language';
import { refusalsOfHours } from '@/server/rules/problems';
import { slugs } from '../../slugs';
import { quietHoursLabel } from '../labels';

/** Quiet hours in which nothing, or not what a rule promises, could ever go out. */
export const refuseImpossibleHours: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const quietHours: HoursDraft = { ...originalDoc?.quietHours, ...data?.quietHours };
  const feed = { ...originalDoc, ...data, quietHours };
  const reasons = await refusalsOfHours(req.payload, feed, { before: originalDoc, req });
  const path = quietHours.from ? 'quietHours.to' : 'quietHours.from';
  const locale = localeFor(req);
  const label = quietHoursLabel[locale];
  const errors = reasons.map((reason) => ({ path, label, message: quietHoursWords(reason, locale) }));
  if (errors.length > 0) throw new ValidationError({ collection: slugs.feeds, errors, req }, req.t);
  return data;
};
