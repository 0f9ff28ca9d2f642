import type { RuleDraft } from '@/core/rules';
import { ruleOf } from '../scheduler/rules';

/** A row of `cap-rules`, or what stands in its form: without a limit it is a least gap alone. */
export const draftOf = (row: Record<string, unknown>): RuleDraft => ({
  ...ruleOf(row),
  limit: typeof row.limit === 'number' ? row.limit : null,
});
