export { checkHoursAgainstRules, checkRule } from './checkRule';
export type { FeedFacts, HoursDraft, QuietHoursReason, RuleCode, RuleDraft, RuleReason } from './draft';
export { mostHours } from './draft';
export { checkQuietHours, openMinutes, usualQuietHours } from './quietHours';
