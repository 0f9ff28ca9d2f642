import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import { actorOf } from '@/core/abilities';
import type { FeedId } from '@/core/model';
import type { Reader } from '@/core/notices';
import { idOf, idsOf } from '../posts/content';
import { rows } from '../posts/references';

const office: Where = {
  and: [{ active: { equals: true } }, { roles: { in: ['admin', 'editor', 'manager'] } }],
};

/** Everybody active who is more than staff, with the feeds of their team; one of them, where `id` says so. */
export async function loadReaders(payload: Payload, id?: string): Promise<Reader[]> {
  const where = id === undefined ? office : { and: [office, { id: { equals: id } }] };
  const people = await rows(payload, slugs.users, where, undefined, {
    roles: true,
    active: true,
    team: true,
    locale: true,
  });
  const feeds = await rows(payload, slugs.feeds, undefined, undefined, { teams: true });
  const feedsOf = (team: string): FeedId[] =>
    feeds.filter(({ teams }) => idsOf(teams).includes(team)).map(({ id }) => String(id) as FeedId);
  return people.flatMap((row) => {
    const actor = actorOf({ ...row, team: idOf(row.team) });
    if (!actor) return [];
    const own = actor.team === null ? ('all' as const) : feedsOf(actor.team);
    return [{ ...actor, feeds: own, locale: row.locale === 'en' ? 'en' : 'zh' }];
  });
}
