import type { DefaultServerCellComponentProps } from 'payload';
import type { PostStatus } from '@/core/model';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { StatusMark } from '../parts/StatusMark';

export const StatusCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const { statuses } = adminWords[localeOfLanguage(i18n.language)];
  const status = cellData as PostStatus;
  return statuses[status] ? <StatusMark status={status} label={statuses[status]} /> : null;
};
