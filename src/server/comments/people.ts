import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import { actorOf, idOf } from '@/core/abilities';
import type { Colleague } from '@/core/comments/mentions';
import { mayRead } from '@/core/comments/readers';
import type { FeedId } from '@/core/model';
import type { Context } from '../context';
import { rows } from '../posts/references';
import type { Topic } from './subject';

type Teams = ReadonlyMap<FeedId, readonly string[]>;

/** The teams of the feeds of a topic. */
async function teamsOf(payload: Payload, { feeds }: Topic): Promise<Teams> {
  if (feeds.length === 0) return new Map();
  const found = await rows(payload, slugs.feeds, { id: { in: feeds } }, undefined, { teams: true });
  const ids = (value: unknown): string[] =>
    Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : [];
  return new Map(found.map((row) => [String(row.id) as FeedId, ids(row.teams)]));
}

/**
 * Whom the reader may mention: who may read the topic, of those whom the reader may see, but not the reader; in the
 * order of names.
 */
export async function mentionable(ctx: Context, topic: Topic): Promise<Colleague[]> {
  const { payload, req } = ctx;
  const { docs } = await payload.find({
    collection: slugs.users,
    where: { and: [{ roles: { in: ['admin', 'editor', 'manager'] } }, { active: { equals: true } }] },
    select: { name: true, roles: true, active: true, team: true },
    limit: 500,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const teams = await teamsOf(payload, topic);
  const teamNames = await namesIn(payload, slugs.teams);
  return docs
    .flatMap((row): Colleague[] => {
      const person = actorOf(row);
      if (!person || person.id === ctx.actor.id || typeof row.name !== 'string') return [];
      const own = [...teams].filter(([, of]) => person.team !== null && of.includes(person.team));
      const reader = {
        ...person,
        feeds: person.team === null ? ('all' as const) : own.map(([feed]) => feed),
      };
      const team = teamNames.get(person.team ?? '') ?? '';
      return mayRead(reader, topic) ? [{ id: person.id, name: row.name, roles: person.roles, team }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
}

async function namesIn(
  payload: Payload,
  collection: typeof slugs.users | typeof slugs.teams,
  where?: Where,
): Promise<Map<string, string>> {
  const found = await rows(payload, collection, where, undefined, { name: true });
  return new Map(found.map(({ id, name }) => [String(id), String(name ?? '')]));
}

/** The present names of people, by their ids. */
export async function namesOf(payload: Payload, ids: Iterable<string>): Promise<Map<string, string>> {
  const list = [...new Set(ids)];
  return list.length === 0 ? new Map() : namesIn(payload, slugs.users, { id: { in: list } });
}
