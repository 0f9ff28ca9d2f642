import type { Instant } from '../model';
import type { CountedCard } from './counted';
import type { CapException } from './exception';
import { appliesTo, type CapRule } from './rule';

/**
 * A rule with one of its limits. A card's allowance is the rule's limit, or that of an exception of its launch
 * where it goes out within it; the rule holds when, for every limit that occurs, the cards whose allowance is
 * no higher are within it. So a launch takes what was granted to it, and everything else keeps to the rule.
 */
export interface Level {
  rule: CapRule;
  limit: number;
  /** The exceptions that let a window come up to this limit; none for the rule's own. */
  exceptions: readonly CapException[];
  counts(card: CountedCard, at: Instant): boolean;
  /** When it next stops counting the card, because an exception of its launch begins; null: never. */
  liftedAfter(card: CountedCard, at: Instant): Instant | null;
}

export const concernsCard = (exception: CapException, card: CountedCard): boolean =>
  exception.launch === card.launch && (exception.feeds.length === 0 || exception.feeds.includes(card.feed));

const covers = (exception: CapException, at: Instant): boolean => exception.from <= at && at < exception.to;

/** The exceptions of a rule that a card has at an instant. */
export const exceptionsAt = (
  exceptions: readonly CapException[],
  card: CountedCard,
  at: Instant,
): CapException[] => exceptions.filter((one) => covers(one, at) && concernsCard(one, card));

/** The first beginning after an instant of one of the exceptions that concern a card. */
export const nextBeginning = (
  exceptions: readonly CapException[],
  card: CountedCard,
  at: Instant,
): Instant | null => {
  let earliest: Instant | null = null;
  for (const one of exceptions) {
    if (one.from <= at || !concernsCard(one, card)) continue;
    if (earliest === null || one.from < earliest) earliest = one.from;
  }
  return earliest;
};

/** One level for the rule's own limit, and one for each higher limit of an exception. */
export const levelsOf = (rule: CapRule & { limit: number }, exceptions: readonly CapException[]): Level[] => {
  const raised = exceptions.filter(
    (one): one is CapException & { limit: number } =>
      one.rule === rule.id && one.limit !== null && one.limit > rule.limit,
  );
  const limits = [...new Set([rule.limit, ...raised.map(({ limit }) => limit)])].sort((a, b) => a - b);
  return limits.map((limit): Level => {
    const higher = raised.filter((one) => one.limit > limit);
    return {
      rule,
      limit,
      exceptions: raised.filter((one) => one.limit === limit),
      counts: (card, at) =>
        appliesTo(rule, card) && (higher.length === 0 || exceptionsAt(higher, card, at).length === 0),
      liftedAfter: (card, at) => nextBeginning(higher, card, at),
    };
  });
};
