import type { DefaultServerCellComponentProps } from 'payload';
import { cache } from 'react';
import { inShort, type ScriptStatus } from '@/core/launch';
import type { PostStatus } from '@/core/model';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { scriptStatusLabels } from '@/core/words/launchReasons';
import { openSteps } from '@/server/launches/openSteps';
import { ScriptMark } from '../parts/ScriptMark';
import { StatusMark } from '../parts/StatusMark';

/** One read for all the rows of a list. */
const stepsOf = cache(openSteps);

/** The status of a post, or where a launch script or template stands. */
export const StatusCell = async ({
  cellData,
  rowData,
  collectionSlug,
  i18n,
  payload,
}: DefaultServerCellComponentProps) => {
  const locale = localeOfLanguage(i18n.language);
  const status = cellData as PostStatus & ScriptStatus;
  if (collectionSlug === 'launch-scripts' && status === 'approved') {
    const steps = (await stepsOf(payload)).get(String(rowData?.id)) ?? { waiting: 0, drafts: 0 };
    return <ScriptMark short={inShort({ status, ...steps })} locale={locale} />;
  }
  const label = adminWords[locale].statuses[status] ?? scriptStatusLabels[status]?.[locale];
  return label ? <StatusMark status={status} label={label} /> : null;
};
