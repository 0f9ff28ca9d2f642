import type { DefaultServerCellComponentProps } from 'payload';
import { localeOfLanguage } from '@/core/words/admin';
import { ruleWords } from '@/core/words/rules';
import { ruleOf } from '@/server/scheduler/rules';
import { feedsOfList } from './FeedsCell';

type Props = Omit<DefaultServerCellComponentProps, 'rowData'> &
  Partial<Pick<DefaultServerCellComponentProps, 'rowData'>>;

/** The rule as a sentence: 「任何一位客户当天最多 3 条日常卖货」. A form asks for it too, without a row. */
export const RuleCell = async ({ rowData, i18n, payload }: Props) =>
  rowData ? ruleWords(ruleOf(rowData), localeOfLanguage(i18n.language), await feedsOfList(payload)) : null;
