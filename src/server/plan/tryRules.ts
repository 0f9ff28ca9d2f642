import { slugs } from '@collections/slugs';
import type { RuleId } from '@/core/model';
import type { PlanChange } from '@/core/simulate';
import { ruleReasonWords } from '@/core/words/rules';
import { isIdOf } from '../documents';
import { done, type Outcome, refuseWith } from '../outcome';
import { rows } from '../posts/references';
import { refusalsOf, withWritten } from '../rules/problems';
import { ruleOf } from '../scheduler/rules';
import { type Asker, type Change, refuseQuestion } from './question';

type RuleChange = Extract<Change, { code: 'rule' }>;
type Row = Record<string, unknown>;

/**
 * Rules as they would be, several changes of one made one after the other. 404 for one that is not there, 400
 * for one that saving would refuse as it becomes.
 */
export async function tryRules(
  { payload, req, locale }: Asker,
  changes: readonly RuleChange[],
): Promise<Outcome<PlanChange[]>> {
  const ids = changes.flatMap(({ rule }) => rule ?? []);
  const known = ids.filter((id) => isIdOf(payload, id));
  const found = known.length > 0 ? await rows(payload, slugs.capRules, { id: { in: known } }, req) : [];
  const stored = new Map(found.map((row) => [String(row.id), row]));
  const changed = new Map<string, Row>();
  for (const [n, { rule, values }] of changes.entries()) {
    const id = rule ?? `new-${n + 1}`;
    const row = changed.get(id) ?? (rule === null ? { id, limit: null } : stored.get(id));
    if (!row) return refuseQuestion(404, [{ code: 'unknown', what: 'rule', id }], locale);
    changed.set(id, withWritten(row, values));
  }
  const tried: PlanChange[] = [];
  for (const [id, row] of changed) {
    const refusals = await refusalsOf(payload, row, req);
    if (refusals.length > 0) return refuseWith(400, refusals, (reason) => ruleReasonWords(reason, locale));
    const rule = { ...ruleOf(row), id: id as RuleId };
    tried.push({ code: 'rule', rule, enabled: row.enabled !== false });
  }
  return done(tried);
}
