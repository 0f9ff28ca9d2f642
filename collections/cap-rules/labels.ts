import { both } from '../labels';

/** Of the fields at which a rule is refused: a refusal names them as the form does. */
export const ruleLabels = {
  limit: both('最多几条', 'Limit'),
  minGapMinutes: both('最少间隔（分钟）', 'Least gap (minutes)'),
  'window.hours': both('小时数', 'Hours'),
  feeds: both('账号组', 'Feeds'),
};
