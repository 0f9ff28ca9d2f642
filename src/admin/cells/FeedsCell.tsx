import type { DefaultServerCellComponentProps } from 'payload';
import { cache } from 'react';
import { localeOfLanguage } from '@/core/words/admin';
import { listed } from '@/core/words/listed';
import { idsOf } from '@/server/posts/content';
import { loadFeeds } from '@/server/posts/references';

/** One read for all the rows of a list. */
export const feedsOfList = cache(loadFeeds);

/** Feeds by name, one or several, with the page: Payload's own cell fetches them row by row as one scrolls. */
export const FeedsCell = async ({ cellData, i18n, payload }: DefaultServerCellComponentProps) => {
  const names = new Map([...(await feedsOfList(payload))].map(([id, { name }]) => [String(id), name]));
  const own = idsOf([cellData].flat()).map((id) => names.get(id) ?? '—');
  return listed(own, localeOfLanguage(i18n.language));
};
