import { concernsFeed, isCount } from '../caps';
import { type FeedFacts, mostHours, type QuietHoursReason, type RuleDraft, type RuleReason } from './draft';
import { openMinutes } from './quietHours';

/** `refusals`: it must not be stored so. `warnings`: it may, but a person should know. */
export interface RuleCheck {
  refusals: readonly RuleReason[];
  warnings: readonly RuleReason[];
}

type Check = (rule: RuleDraft, feeds: readonly FeedFacts[]) => RuleReason | null;

const gapOf = (rule: RuleDraft): number => rule.minGapMinutes ?? 0;

/** Nominal lengths: a gap of 24 hours leaves one card a day, though two would fit into the day of 25. */
const windowMinutes = ({ window }: RuleDraft): number => {
  switch (window.unit) {
    case 'day':
      return 1440;
    case 'week':
      return 7 * 1440;
    case 'month':
      return 31 * 1440;
    case 'rolling-hours':
      return (window.hours ?? 0) * 60;
  }
};

const hoursFit = ({ window: { unit, hours } }: RuleDraft): boolean =>
  unit !== 'rolling-hours' ||
  (typeof hours === 'number' && Number.isInteger(hours) && hours >= 1 && hours <= mostHours);

const concerns = (rule: RuleDraft, { id, channel }: FeedFacts): boolean =>
  concernsFeed(rule, { feed: id, channel });

/** Two cards of the feed never fit into one day. Of feeds that share customers another may have other hours. */
const gapFillsDay = (rule: RuleDraft, feed: FeedFacts): boolean =>
  rule.window.unit === 'day' &&
  rule.limit !== null &&
  rule.limit > 1 &&
  (rule.scope === 'feed' || feed.alone) &&
  concerns(rule, feed) &&
  gapOf(rule) >= openMinutes(feed.quietHours);

const fillsWindow = (rule: RuleDraft): boolean =>
  rule.limit !== null && rule.limit > 1 && hoursFit(rule) && gapOf(rule) >= windowMinutes(rule);

const ruleChecks: readonly { id: string; test: Check }[] = [
  {
    id: 'limit-or-gap',
    test: (rule) => (rule.limit === null && gapOf(rule) === 0 ? { code: 'rule-empty' } : null),
  },
  {
    id: 'limit-is-a-count',
    test: ({ limit }) => (limit !== null && !isCount(limit) ? { code: 'rule-limit' } : null),
  },
  { id: 'limit-lets-something-out', test: ({ limit }) => (limit === 0 ? { code: 'rule-limit-zero' } : null) },
  { id: 'gap-is-a-count', test: (rule) => (isCount(gapOf(rule)) ? null : { code: 'rule-gap' }) },
  // A gap alone has no window.
  {
    id: 'hours-of-a-rolling-window',
    test: (rule) => (rule.limit === null || hoursFit(rule) ? null : { code: 'rule-hours' }),
  },
  {
    id: 'gap-within-the-window',
    test: (rule) =>
      fillsWindow(rule)
        ? {
            code: 'rule-gap-fills-window',
            gap: gapOf(rule),
            window: windowMinutes(rule),
            limit: rule.limit ?? 0,
          }
        : null,
  },
  {
    id: 'gap-within-the-open-hours',
    test: (rule, feeds) => {
      const found = fillsWindow(rule) ? [] : feeds.filter((feed) => gapFillsDay(rule, feed));
      if (found.length === 0) return null;
      const named = found.map(({ name, quietHours }) => ({ name, open: openMinutes(quietHours) }));
      return { code: 'rule-gap-fills-day', gap: gapOf(rule), limit: rule.limit ?? 0, feeds: named };
    },
  },
  {
    id: 'room-for-one-card-of-each-feed',
    test: (rule, feeds) => {
      const { limit } = rule;
      if (rule.scope !== 'customer' || limit === null || limit < 1) return null;
      const over = feeds.filter((feed) => feed.overlap > limit && concerns(rule, feed));
      if (over.length === 0) return null;
      return { code: 'rule-overlap', limit, feeds: over.map(({ name, overlap }) => ({ name, overlap })) };
    },
  },
];

/** All that is wrong with a rule for the feeds that are in use, in a fixed order. */
export const checkRule = (rule: RuleDraft, feeds: readonly FeedFacts[]): RuleCheck => ({
  refusals: ruleChecks.flatMap(({ test }) => test(rule, feeds) ?? []),
  // Before there is any feed a rule concerns none, which is no news.
  warnings:
    feeds.length > 0 && !feeds.some((feed) => concerns(rule, feed)) ? [{ code: 'rule-without-feeds' }] : [],
});

/** Rules that new quiet hours of a feed would make impossible; the rules are those in force. */
export const checkHoursAgainstRules = (
  feed: FeedFacts,
  rules: readonly (RuleDraft & { name: string })[],
): QuietHoursReason[] =>
  rules
    .filter((rule) => !fillsWindow(rule) && gapFillsDay(rule, feed))
    .map((rule) => ({
      code: 'quiet-hours-against-rule',
      rule: rule.name,
      gap: gapOf(rule),
      limit: rule.limit ?? 0,
      open: openMinutes(feed.quietHours),
    }));
