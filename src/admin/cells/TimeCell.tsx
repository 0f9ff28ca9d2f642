import type { DefaultServerCellComponentProps } from 'payload';
import { cache } from 'react';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { loadZones, zoneOfFeeds } from '@/server/screens/zones';
import { When } from '../parts/When';

/** One read for all the rows of a list. */
const zones = cache(loadZones);

/** When a post goes out, in words and in the time of its first feed. */
export const TimeCell = async ({ cellData, rowData, i18n, payload }: DefaultServerCellComponentProps) => {
  const locale = localeOfLanguage(i18n.language);
  const at = typeof cellData === 'string' ? Date.parse(cellData) : Number.NaN;
  if (Number.isNaN(at)) return <span className="md-quiet">{adminWords[locale].queue.noTime}</span>;
  return (
    <When at={at} now={Date.now()} zone={zoneOfFeeds(await zones(payload), rowData?.feeds)} locale={locale} />
  );
};
