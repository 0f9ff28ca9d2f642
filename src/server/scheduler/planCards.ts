import type { CardState } from '@/core/approval/cardState';
import { type FeedRef, isDaily, type References } from '@/core/approval/content';
import { type Card, cardKey, type LaunchId } from '@/core/model';
import type { PlanCard } from '@/core/plan';
import { keys } from '../log/entry';
import { instantOf } from '../posts/content';
import type { InFlight } from './snapshot';

export interface CardsQuestion {
  post: InFlight;
  feeds: readonly FeedRef[];
  refs: Pick<References, 'launches'>;
  taken: ReadonlySet<string>;
}

/** The cards of an approved post in these feeds that are not out yet, as the plan wants them. */
export function planCardsOf({ post, feeds, refs, taken }: CardsQuestion): PlanCard[] {
  const { content, view, approval, row } = post;
  const { scheduledAt } = content;
  if (scheduledAt === null) return [];
  const states = (row.cardStates ?? []) as CardState[];
  return feeds.flatMap((feed) =>
    view.versions.flatMap((version): PlanCard[] => {
      const key = cardKey(content.id, version.key, feed.id);
      if (taken.has(keys.release(key)) || taken.has(keys.recall(key))) return [];
      const stored = states.find((state) => state.feed === feed.id && state.variantKey === version.key);
      const card: Card = {
        key,
        post: content.id,
        variantKey: version.key,
        feed: feed.id,
        kind: content.kind,
        audience:
          version.audience.visibility === 'everyone'
            ? { visibility: 'everyone' }
            : {
                visibility: version.audience.visibility,
                segments: version.audience.segments.map(({ id }) => id),
              },
      };
      return [
        {
          ...card,
          channel: feed.channel,
          scheduledAt,
          plannedAt: instantOf(stored?.plannedAt ?? stored?.lastPlannedAt),
          priority: content.priority,
          onConflict: content.onConflict,
          onLate: content.onLate,
          dayBound: content.dayBound,
          expiresAt: content.expiresAt,
          daily: isDaily(content, refs),
          overlap: feed.overlap,
          zone: feed.zone,
          title: content.title,
          launch: content.launchScript as LaunchId | null,
          quietHours: feed.quietHours,
          leadMinutes: feed.leadMinutes,
          ended: taken.has(keys.end(key, approval.n, scheduledAt)),
        },
      ];
    }),
  );
}
