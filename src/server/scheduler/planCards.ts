import { type CardState, lastPlanOf } from '@/core/approval/cardState';
import { type FeedRef, isDaily, type References } from '@/core/approval/content';
import { audienceIn } from '@/core/approval/view';
import { cardKey, type LaunchId } from '@/core/model';
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
  // The same object in every feed: the rules look at an audience once.
  const audiences = new Map(view.versions.map(({ key, audience }) => [key, audienceIn(audience)]));
  const states = (row.cardStates ?? []) as CardState[];
  return feeds.flatMap((feed) =>
    view.versions.flatMap((version): PlanCard[] => {
      const card = cardKey(content.id, version.key, feed.id);
      if (taken.has(keys.release(card)) || taken.has(keys.recall(card))) return [];
      const stored = states.find((state) => state.feed === feed.id && state.variantKey === version.key);
      return [
        {
          card,
          post: content.id,
          variantKey: version.key,
          feed: feed.id,
          kind: content.kind,
          audience: audiences.get(version.key) ?? { visibility: 'everyone' },
          channel: feed.channel,
          scheduledAt,
          plannedAt: stored ? instantOf(lastPlanOf(stored)) : null,
          priority: content.priority,
          onConflict: content.onConflict,
          onLate: content.onLate,
          dayBound: view.dayBound,
          expiresAt: view.expiresAt,
          daily: isDaily(content, refs),
          overlap: feed.overlap,
          zone: feed.zone,
          title: content.title,
          launch: content.launchScript as LaunchId | null,
          quietHours: feed.quietHours,
          leadMinutes: feed.leadMinutes,
          feedOff: !feed.active,
          ended: taken.has(keys.end(card, approval.n, scheduledAt)),
        },
      ];
    }),
  );
}
