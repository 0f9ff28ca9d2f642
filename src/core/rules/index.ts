export { checkHoursAgainstRules, checkRule, type RuleCheck } from './checkRule';
export type { FeedFacts, QuietHours, QuietHoursReason, RuleCode, RuleDraft, RuleReason } from './draft';
export { mostHours } from './draft';
export { checkQuietHours, openMinutes } from './quietHours';
