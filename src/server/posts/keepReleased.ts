import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { CardState } from '@/core/approval/cardState';
import type { ReleaseEntry, StoredEntry } from '../log/entry';
import { entriesOfPosts, entriesWhere } from '../log/read';
import { noEdit } from './noEdit';

const isRelease = (entry: StoredEntry): entry is StoredEntry & ReleaseEntry => entry.type === 'release';

const said = {
  zh: '在这次改动之前已经下发，改动不会到员工那里；其余的不再下发。需要更正请用「更正」。',
  en: 'It was released before this change, which does not reach staff; the rest is not released. To correct it, make a correction.',
};

/**
 * A card may go out between the commit of a change and its void in the log. Then the post was released, whatever
 * the change made of it: it stays locked, and can be recalled and corrected.
 */
export async function keepReleased(payload: Payload, posts: readonly string[]): Promise<void> {
  const releases = (await entriesOfPosts(payload, posts)).filter(isRelease);
  for (const id of new Set(releases.map(({ post }) => post))) {
    const cardStates = releases
      .filter(({ post }) => post === id)
      .map(
        ({ feed, variantKey, dueAt }): CardState => ({
          feed,
          variantKey,
          state: 'released',
          plannedAt: dueAt,
          reason: null,
        }),
      );
    await payload.db.updateOne({
      collection: slugs.posts,
      where: { and: [{ id: { equals: id } }, { status: { in: ['draft', 'archived'] } }] },
      data: { ...noEdit, status: 'released', inFlight: false, cardStates, statusWords: said },
      options: { atomic: true },
      returning: false,
    });
  }
}

const lookBackMs = 3 * 86_400_000;

/** The same for whatever went out lately: after a crash between a commit and its voids. */
export async function keepLatelyReleased(payload: Payload, now: number): Promise<void> {
  const since = new Date(now - lookBackMs).toISOString();
  const recent = await entriesWhere(payload, {
    and: [{ type: { equals: 'release' } }, { dueAt: { greater_than_equal: since } }],
  });
  await keepReleased(payload, [...new Set(recent.filter(isRelease).map(({ post }) => post))]);
}
