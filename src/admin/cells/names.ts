import { slugs } from '@collections/slugs';
import DataLoader from 'dataloader';
import type { Payload } from 'payload';
import { cache } from 'react';
import { rows } from '@/server/posts/references';

type Names = DataLoader<string, string | null>;

/**
 * Names for the ids in records, one query for all the rows of a list. Past access: whoever may read a record may
 * read whom and what it is about, and no more than that is asked.
 */
const namesIn = (collection: string, field: string) =>
  cache(
    (payload: Payload): Names =>
      new DataLoader(async (ids) => {
        const found = await rows(payload, collection, { id: { in: [...ids] } }, undefined, { [field]: true });
        const names = new Map(found.map((row) => [String(row.id), row[field]]));
        return ids.map((id) => {
          const name = names.get(id);
          return typeof name === 'string' && name !== '' ? name : null;
        });
      }),
  );

export const peopleNames = namesIn(slugs.users, 'name');
export const postTitles = namesIn(slugs.posts, 'title');
export const scriptNames = namesIn(slugs.launchScripts, 'name');

/** The post and the feed of each release, which a receipt names. */
export const releaseNames = cache(
  (payload: Payload): Names =>
    new DataLoader(async (ids) => {
      const where = { id: { in: [...ids] } };
      const found = await rows(payload, slugs.releases, where, undefined, { content: true });
      const names = new Map(
        found.map(({ id, content }) => {
          const { title, feedName } = (content ?? {}) as { title?: string; feedName?: string };
          return [String(id), [title, feedName].filter(Boolean).join(' · ')];
        }),
      );
      return ids.map((id) => names.get(id) || null);
    }),
);
