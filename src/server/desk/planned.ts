import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { type CardState, isWaiting } from '@/core/approval/cardState';
import type { PlannedCard } from '@/core/desk/types';
import { cardKey, type Instant, type Kind } from '@/core/model';

interface Row {
  id: string | number;
  kind: Kind;
  cardStates?: CardState[] | null;
}

/**
 * What the plan has for the rest of the day, `until` exclusive: of posts on their way, the cards that wait. Only
 * time and kind go on to staff. A post is never planned before its own time, which bounds the read; so do the feeds:
 * ten thousand cards of others at nine o'clock would be read and made into rows by each desk that asks.
 */
export async function plannedCards(
  payload: Payload,
  { feeds, from, until }: { feeds: ReadonlySet<string>; from: Instant; until: Instant },
): Promise<PlannedCard[]> {
  const { docs } = await payload.db.find<Row>({
    collection: slugs.posts,
    where: {
      and: [
        { inFlight: { equals: true } },
        { scheduledAt: { less_than: new Date(until).toISOString() } },
        { feeds: { in: [...feeds] } },
      ],
    },
    select: { kind: true, cardStates: true },
    sort: 'scheduledAt',
    limit: 0,
    pagination: false,
  });
  return docs.flatMap(({ id, kind, cardStates }) =>
    (cardStates ?? []).flatMap((state): PlannedCard[] => {
      const at = state.plannedAt === null ? Number.NaN : Date.parse(state.plannedAt);
      if (!isWaiting(state) || !feeds.has(state.feed) || !(at >= from && at < until)) return [];
      return [
        { card: cardKey(String(id), state.variantKey, state.feed), feed: state.feed, kind, plannedAt: at },
      ];
    }),
  );
}
