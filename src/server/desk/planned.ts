import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import { type CardState, isWaiting } from '@/core/approval/cardState';
import type { PlannedCard } from '@/core/desk/types';
import { cardKey, type Instant, type Kind } from '@/core/model';

interface Row {
  id: string | number;
  kind: Kind;
  cardStates?: CardState[] | null;
}

interface Question {
  feeds: ReadonlySet<string>;
  from: Instant;
  until: Instant;
}

const iso = (at: Instant): string => new Date(at).toISOString();

async function postRows(payload: Payload, where: Where[]): Promise<Row[]> {
  const { docs } = await payload.db.find<Row>({
    collection: slugs.posts,
    where: { and: where },
    select: { kind: true, cardStates: true },
    sort: 'scheduledAt',
    limit: 0,
    pagination: false,
  });
  return docs;
}

const cardsOf = (
  posts: readonly Row[],
  { feeds, from, until }: Question,
  shows: (state: CardState) => boolean,
  isCancelled: boolean,
): PlannedCard[] =>
  posts.flatMap(({ id, kind, cardStates }) =>
    (cardStates ?? []).flatMap((state): PlannedCard[] => {
      const at = state.plannedAt === null ? Number.NaN : Date.parse(state.plannedAt);
      if (!shows(state) || !feeds.has(state.feed) || !(at >= from && at < until)) return [];
      const card = cardKey(String(id), state.variantKey, state.feed);
      return [{ card, feed: state.feed, kind, plannedAt: at, isCancelled }];
    }),
  );

/** A card is deferred by a few days at most: what was cancelled is read from there on. */
const lookBackMs = 7 * 86_400_000;

/**
 * What the plan has for the rest of the day, `until` exclusive: of posts on their way, the cards that wait; and what
 * would have come, had its launch not been cancelled. Only time and kind go on to staff. A post is never planned
 * before its own time, which bounds the read; so do the feeds: ten thousand cards of others at nine o'clock would be
 * read and made into rows by each desk that asks.
 */
export async function plannedCards(payload: Payload, question: Question): Promise<PlannedCard[]> {
  const { feeds, from, until } = question;
  const before: Where = { scheduledAt: { less_than: iso(until) } };
  const waiting = await postRows(payload, [
    { inFlight: { equals: true } },
    before,
    { feeds: { in: [...feeds] } },
  ]);
  const cancelled = await postRows(payload, [
    { status: { equals: 'archived' } },
    { scheduledAt: { greater_than_equal: iso(from - lookBackMs) } },
    before,
  ]);
  return [
    ...cardsOf(waiting, question, isWaiting, false),
    ...cardsOf(cancelled, question, ({ state }) => state === 'withdrawn', true),
  ];
}
