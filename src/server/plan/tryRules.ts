import { slugs } from '@collections/slugs';
import { unsupportedRule } from '@/core/caps';
import type { RuleId } from '@/core/model';
import type { PlanChange } from '@/core/simulate';
import { explain } from '@/core/words/plan';
import { isIdOf } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { rows } from '../posts/references';
import { ruleOf } from '../scheduler/rules';
import { type Asker, type Change, refuseQuestion } from './question';

type RuleChange = Extract<Change, { code: 'rule' }>;
type Row = Record<string, unknown>;

/** Rules as they would be. 404 for one that is not there, 400 for one that could never be saved so. */
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
    const changed = {
      ...row,
      ...values,
      window: { ...(row.window as object), ...(values.window as object) },
    };
    const rule = { ...ruleOf(changed), id: String(row.id) as RuleId };
    const enabled = (changed as Row).enabled !== false;
    const wrong = enabled ? unsupportedRule(rule) : null;
    if (wrong) {
      const message = explain([wrong], { zone: 'UTC', segments: new Map() }, locale);
      return refuse(400, [{ message, data: wrong }]);
    }
    tried.push({ code: 'rule', rule, enabled });
  }
  return done(tried);
}
