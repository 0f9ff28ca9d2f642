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

/** Rules as they would be. 404 for one that is not there, 400 for one that saving would refuse. */
export async function tryRules(
  { payload, req, locale }: Asker,
  changes: readonly RuleChange[],
): Promise<Outcome<PlanChange[]>> {
  const ids = changes.flatMap(({ rule }) => rule ?? []);
  const known = ids.filter((id) => isIdOf(payload, id));
  const found = known.length > 0 ? await rows(payload, slugs.capRules, { id: { in: known } }, req) : [];
  const byId = new Map(found.map((row) => [String(row.id), row]));
  const tried: PlanChange[] = [];
  for (const [n, { rule: id, values }] of changes.entries()) {
    const row: Row | undefined = id === null ? { id: `new-${n + 1}`, limit: null } : byId.get(id);
    if (!row || id === '') {
      return refuseQuestion(404, [{ code: 'unknown', what: 'rule', id: id ?? '' }], locale);
    }
    const changed = withWritten(row, values);
    const refusals = await refusalsOf(payload, changed, req);
    if (refusals.length > 0) return refuseWith(400, refusals, (reason) => ruleReasonWords(reason, locale));
    const rule = { ...ruleOf(changed), id: String(row.id) as RuleId };
    tried.push({ code: 'rule', rule, enabled: changed.enabled !== false });
  }
  return done(tried);
}
