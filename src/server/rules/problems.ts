import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { Locale } from '@/core/model';
import {
  checkHoursAgainstRules,
  checkRule,
  type FeedFacts,
  type QuietHoursReason,
  type RuleReason,
} from '@/core/rules';
import { ruleReasonWords } from '@/core/words/rules';
import { rows } from '../posts/references';
import { ruleOf } from '../scheduler/rules';
import { loadFeedFacts } from './feedFacts';

type Row = Record<string, unknown>;

const rulesInForce = (payload: Payload, req?: Partial<PayloadRequest>): Promise<Row[]> =>
  rows(payload, slugs.capRules, { enabled: { equals: true } }, req);

/** A stored rule with what is being written of it; the two fields of its window count one by one. */
export const withWritten = (stored: Row | undefined, written: Row | undefined): Row => ({
  ...stored,
  ...written,
  window: { ...(stored?.window as object), ...(written?.window as object) },
});

/**
 * Why a rule that is being written, or tried out, is refused, for the feeds as they are; nothing while it is
 * switched off.
 */
export async function refusalsOf(
  payload: Payload,
  row: Row,
  req?: Partial<PayloadRequest>,
): Promise<readonly RuleReason[]> {
  if (row.enabled === false) return [];
  return checkRule(ruleOf(row), await loadFeedFacts(payload, req)).refusals;
}

/** What the rules in force make of a feed's hours. */
export async function refusalsOfHours(req: PayloadRequest, feed: FeedFacts): Promise<QuietHoursReason[]> {
  const rules = await rulesInForce(req.payload, req);
  return checkHoursAgainstRules(feed, rules.map(ruleOf));
}

/** Rules in force that something else has made impossible since they were written, a sentence each. */
export async function ruleProblems(
  payload: Payload,
  locale: Locale,
  req?: Partial<PayloadRequest>,
): Promise<string[]> {
  const rules = await rulesInForce(payload, req);
  const feeds = await loadFeedFacts(payload, req);
  return rules.flatMap((row) =>
    checkRule(ruleOf(row), feeds).refusals.map((reason) => {
      const words = ruleReasonWords(reason, locale);
      return locale === 'zh' ? `「${row.name}」：${words}` : `“${row.name}”: ${words}`;
    }),
  );
}
