import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { type Commented, commented } from '@/core/comments/readers';
import type { Present } from '@/core/notices';
import { isIdOf } from '../documents';
import { idsOf } from '../posts/content';
import { rows } from '../posts/references';

/** What there is of these subjects now; feeds decide who may read a post, and nothing about a script. */
export async function loadPresent(payload: Payload, subjects: Iterable<string>): Promise<Present> {
  const wanted = [...new Set(subjects)];
  const present = new Map<string, { type: Commented; feeds: string[] }>();
  for (const type of commented) {
    const ids = wanted.flatMap((subject) => {
      const [of, id] = subject.split(':');
      return of === type && id && isIdOf(payload, id) ? [id] : [];
    });
    if (ids.length === 0) continue;
    const isPost = type === slugs.posts;
    const where = { id: { in: ids } };
    for (const row of await rows(payload, type, where, undefined, { [isPost ? 'feeds' : 'name']: true }))
      present.set(`${type}:${row.id}`, { type, feeds: isPost ? idsOf(row.feeds) : [] });
  }
  return present;
}
