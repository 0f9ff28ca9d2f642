import { slugs } from '@collections/slugs';
import type { FeedId } from '@/core/model';
import type { PlanChange } from '@/core/simulate';
import { quietHoursWords } from '@/core/words/rules';
import { isIdOf } from '../documents';
import { done, type Outcome, refuseWith } from '../outcome';
import { rows } from '../posts/references';
import { refusalsOfHours } from '../rules/problems';
import { type Asker, type Change, refuseQuestion, sees } from './question';

type HoursChange = Extract<Change, { code: 'feed' }>;

/**
 * Feeds with the quiet hours that they would have, the last change of one wins. 404 for a feed that is not
 * there or not the reader's, 400 for hours that saving would refuse.
 */
export async function tryHours(
  asker: Asker,
  changes: readonly HoursChange[],
): Promise<Outcome<PlanChange[]>> {
  const { payload, req, locale } = asker;
  const wanted = new Map(changes.map((change) => [change.feed, change.quietHours]));
  const known = [...wanted.keys()].filter((id) => isIdOf(payload, id) && sees(asker, id));
  const found = known.length > 0 ? await rows(payload, slugs.feeds, { id: { in: known } }, req) : [];
  const stored = new Map(found.map((row) => [String(row.id), row]));
  const tried: PlanChange[] = [];
  for (const [id, quietHours] of wanted) {
    const row = stored.get(id);
    if (!row) return refuseQuestion(404, [{ code: 'unknown', what: 'feed', id }], locale);
    const refusals = await refusalsOfHours(payload, { ...row, quietHours }, { before: row, req });
    if (refusals.length > 0) return refuseWith(400, refusals, (reason) => quietHoursWords(reason, locale));
    tried.push({ code: 'feed', feed: id as FeedId, quietHours });
  }
  return done(tried);
}
