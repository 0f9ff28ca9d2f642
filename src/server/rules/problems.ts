import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { Locale } from '@/core/model';
import {
  checkHoursAgainstRules,
  checkQuietHours,
  checkRule,
  type QuietHoursReason,
  type RuleReason,
} from '@/core/rules';
import { ruleReasonWords } from '@/core/words/rules';
import { rows } from '../posts/references';
import { ruleOf } from '../scheduler/rules';
import { feedFactsOf, loadFeedFacts } from './feedFacts';

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

const isOff = (feed: Row): boolean => feed.active === false;

/** What of a feed decides whether rules and its hours go together. */
const hoursKey = (feed: Row): string => {
  const { quietHours, channel, alone } = feedFactsOf(feed);
  return JSON.stringify([quietHours.from || null, quietHours.to || null, channel, alone, isOff(feed)]);
};

/**
 * What is wrong with a feed's hours, and what the rules in force make of them while it is in use. Nothing where
 * the change is about something else: what became impossible earlier is shown, not refused.
 */
export async function refusalsOfHours(
  payload: Payload,
  feed: Row,
  { before, req }: { before: Row | undefined; req: Partial<PayloadRequest> | undefined },
): Promise<QuietHoursReason[]> {
  if (hoursKey(feed) === hoursKey(before ?? {})) return [];
  const facts = feedFactsOf(feed);
  const wrong = checkQuietHours(facts.quietHours);
  if (wrong) return [wrong];
  if (isOff(feed)) return [];
  return checkHoursAgainstRules(facts, (await rulesInForce(payload, req)).map(ruleOf));
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
