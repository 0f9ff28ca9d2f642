import type { DefaultServerCellComponentProps } from 'payload';
import type { ScriptStatus } from '@/core/launch';
import type { PostStatus } from '@/core/model';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { scriptStatusLabels } from '@/core/words/launchReasons';
import { StatusMark } from '../parts/StatusMark';

/** The status of a post, or of a launch script. */
export const StatusCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const locale = localeOfLanguage(i18n.language);
  const status = cellData as PostStatus & ScriptStatus;
  const label = adminWords[locale].statuses[status] ?? scriptStatusLabels[status]?.[locale];
  return label ? <StatusMark status={status} label={label} /> : null;
};
