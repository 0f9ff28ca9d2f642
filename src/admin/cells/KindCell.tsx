import type { DefaultServerCellComponentProps } from 'payload';
import type { Kind } from '@/core/model';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { KindMark } from '@/ui/KindMark';

export const KindCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const { kinds } = adminWords[localeOfLanguage(i18n.language)];
  const kind = cellData as Kind;
  return kinds[kind] ? <KindMark kind={kind} label={kinds[kind]} /> : null;
};
