import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { CardState } from '@/core/approval/cardState';
import type { ReleaseEntry, StoredEntry } from '../log/entry';
import { entriesOfPosts, entriesWhere } from '../log/read';
import { asRead, postWrite } from './noEdit';
import { rows } from './references';
import { releasedStates, withReleased } from './releasedStates';

const isRelease = (entry: StoredEntry): entry is StoredEntry & ReleaseEntry => entry.type === 'release';

const said = {
  zh: '在这次改动之前已经下发，改动不会到员工那里；其余的不再下发。需要更正请用「更正」。',
  en: 'It was released before this change, which does not reach staff; the rest is not released. To correct it, make a correction.',
};

/**
 * A card may go out between the commit of a change and its void in the log. Then the post was released, whatever
 * the change made of it: it stays locked, and can be recalled and corrected. Of a post that is over but for its
 * releases each of them is shown as out, also one of which the change did not know yet.
 */
export async function keepReleased(payload: Payload, posts: readonly string[]): Promise<void> {
  const released = releasedByPost(await entriesOfPosts(payload, posts));
  if (released.size === 0) return;
  const found = await rows(
    payload,
    slugs.posts,
    { and: [{ id: { in: [...released.keys()] } }, { inFlight: { equals: false } }] },
    undefined,
    { status: true, contentHash: true, cardStates: true, stateToken: true },
  );
  for (const row of found) {
    const out = released.get(String(row.id)) ?? [];
    const stored = (row.cardStates ?? []) as CardState[];
    const shown = withReleased(stored, out);
    const lost = row.status === 'draft' || row.status === 'archived';
    const isShown = JSON.stringify(shown) === JSON.stringify(stored);
    if (!lost && (row.status !== 'released' || isShown)) continue;
    await payload.db.updateOne({
      collection: slugs.posts,
      where: asRead(row),
      data: lost
        ? { ...postWrite(), status: 'released', inFlight: false, cardStates: out, statusWords: said }
        : { ...postWrite(), cardStates: shown },
      options: { atomic: true },
      returning: false,
    });
  }
}

const releasedByPost = (entries: readonly StoredEntry[]): Map<string, CardState[]> => {
  const posts = [...new Set(entries.filter(isRelease).map(({ post }) => String(post)))];
  const of = (post: string) => entries.filter((entry) => isRelease(entry) && entry.post === post);
  return new Map(posts.map((post) => [post, releasedStates(of(post))]));
};

const lookBackMs = 3 * 86_400_000;

/** The same for whatever went out lately: where a change may have lapsed any post's approval. */
export async function keepLatelyReleased(payload: Payload, now: number): Promise<void> {
  const since = new Date(now - lookBackMs).toISOString();
  const recent = await entriesWhere(payload, {
    and: [{ type: { equals: 'release' } }, { dueAt: { greater_than_equal: since } }],
  });
  await keepReleased(payload, [...new Set(recent.filter(isRelease).map(({ post }) => post))]);
}
