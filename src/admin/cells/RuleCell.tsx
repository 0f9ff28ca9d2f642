import type { DefaultServerCellComponentProps } from 'payload';
import { localeOfLanguage } from '@/core/words/admin';
import { ruleWords } from '@/core/words/rules';
import { ruleOf } from '@/server/scheduler/rules';
import { feedsOfList } from './FeedsCell';

/** The rule as a sentence: 「任何一位客户当天最多 3 条日常卖货」. */
export const RuleCell = async ({ rowData, i18n, payload }: DefaultServerCellComponentProps) =>
  ruleWords(ruleOf(rowData), localeOfLanguage(i18n.language), await feedsOfList(payload));
