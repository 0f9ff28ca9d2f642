import { cardsOf } from '../../src/core/audience';
import type { CapRule } from '../../src/core/caps';
import { defaultCaps } from '../../src/core/channels';
import {
  type Audience,
  cardKey,
  type Dimension,
  type DimensionId,
  type FeedId,
  type Instant,
  type LogId,
  type PostId,
  type PostStatus,
  type RuleId,
  type Segment,
  type SegmentId,
} from '../../src/core/model';
import { type Decision, type PlacedEntry, type PlanCard, plan } from '../../src/core/plan';
import { usualQuietHours } from '../../src/core/rules';
import { type DemoPost, keepsQuietHours } from './calendar';
import { brand, capRules, dimensions, feeds } from './content/brand';
import type { DemoAudience } from './content/types';
import { passInstants } from './passInstants';

/** What the calendar becomes when the plan of the core passes over it: for tests, without a database. */
export interface Played {
  statuses: Map<string, PostStatus>;
  /** Where each card stands at the end, by post. */
  cards: Map<string, { audience: Audience; decision: Decision }[]>;
}

const segmentMap = new Map<SegmentId, Segment>(
  dimensions.flatMap((dimension) =>
    dimension.segments.map(({ key, name, wechatTag }): [SegmentId, Segment] => [
      key as string as SegmentId,
      { id: key as string as SegmentId, dimension: dimension.key as DimensionId, name, wechatTag },
    ]),
  ),
);
const dimensionMap = new Map<DimensionId, Dimension>(
  dimensions.map(({ key, name, exclusive, changes }): [DimensionId, Dimension] => [
    key as DimensionId,
    { id: key as DimensionId, name, exclusive, changes },
  ]),
);
const rules: CapRule[] = [
  ...defaultCaps
    .filter(({ enabled }) => enabled)
    .map((cap, i) => ({ ...cap, name: cap.name.zh, id: `default${i}` as RuleId, feeds: [] })),
  ...capRules.map((rule, i) => ({
    ...rule,
    id: `rule${i}` as RuleId,
    feeds: rule.feeds as readonly string[] as FeedId[],
  })),
];

const coreAudience = (audience: DemoAudience | undefined): Audience =>
  !audience || audience.visibility === 'everyone'
    ? { visibility: 'everyone' }
    : { visibility: audience.visibility, segments: audience.segments as readonly string[] as SegmentId[] };

export const logOf = (feed: string): LogId =>
  (feeds.find(({ key }) => key === feed)?.pool ? 'pool:shoppers' : `feed:${feed}`) as LogId;

/** The cards of a post; throws where the product would refuse it. */
export function planCardsOf(post: DemoPost, now: Instant): PlanCard[] {
  const split = cardsOf({
    audience: coreAudience(post.audience),
    variants: (post.variants ?? []).map(({ key, segments }) => ({
      key,
      segments: segments as readonly string[] as SegmentId[],
    })),
    segments: segmentMap,
    dimensions: dimensionMap,
  });
  if (!split.ok) throw new Error(`${post.key}: ${JSON.stringify(split.reasons)}`);
  return post.feeds.flatMap((feed) =>
    split.cards.map(({ variantKey, audience }): PlanCard => {
      const channel = feeds.find(({ key }) => key === feed)?.channel;
      if (!channel) throw new Error(`No feed ${feed}`);
      return {
        card: cardKey(post.key, variantKey, feed),
        post: post.key as PostId,
        variantKey,
        feed: feed as string as FeedId,
        kind: post.kind,
        audience,
        channel,
        scheduledAt: post.scheduledAt,
        plannedAt: null,
        priority: 0,
        onConflict: post.onConflict,
        onLate: 'release',
        dayBound: post.dayBound,
        expiresAt: post.expiresAt ?? null,
        daily: true,
        overlap: 1,
        zone: brand.timezone,
        title: post.title,
        launch: null,
        quietHours: keepsQuietHours(feed, now, brand.timezone) ? usualQuietHours : null,
      };
    }),
  );
}

export function playCalendar(posts: readonly DemoPost[], now: Instant): Played {
  const approved = posts.filter((post) => post.fate === 'approved');
  let cards = approved.flatMap((post) => planCardsOf(post, now));
  const placed: PlacedEntry[] = [];
  const last = new Map<string, Decision>();
  for (const at of passInstants(posts, now)) {
    for (const log of new Set(cards.map((card) => logOf(card.feed)))) {
      const decisions = plan({
        now: at,
        log,
        zone: brand.timezone,
        cards: cards.filter((card) => logOf(card.feed) === log),
        placed: placed.filter((entry) => logOf(entry.feed) === log),
        rules,
        exceptions: [],
        dimensions: dimensionMap,
        segments: segmentMap,
        settings: { graceMinutes: 120, deferDays: 2 },
      });
      const found = new Map<string, Decision>(decisions.map((decision) => [decision.card, decision]));
      cards = cards.map((card) => {
        const decision = found.get(card.card);
        if (!decision) return card;
        last.set(card.card, decision);
        if (!decision.due)
          return { ...card, plannedAt: decision.outcome === 'defer' ? decision.at : card.plannedAt };
        if (decision.outcome === 'release' || decision.outcome === 'defer')
          placed.push({ ...card, dueAt: decision.at });
        return { ...card, ended: true };
      });
    }
  }
  const statuses = new Map<string, PostStatus>(posts.map((post) => [post.key, post.fate]));
  const result: Played['cards'] = new Map();
  for (const post of approved) {
    const own = planCardsOf(post, now).map((card) => {
      const decision = last.get(card.card);
      if (!decision) throw new Error(`${card.card} was never decided`);
      return { audience: card.audience, decision };
    });
    result.set(post.key, own);
    statuses.set(post.key, statusOf(own.map(({ decision }) => decision)));
  }
  return { statuses, cards: result };
}

const statusOf = (decisions: readonly Decision[]): PostStatus => {
  const has = (test: (decision: Decision) => boolean) => decisions.some(test);
  if (has(({ due, outcome }) => due && (outcome === 'release' || outcome === 'defer'))) return 'released';
  if (has(({ due, outcome }) => due && outcome === 'hold')) return 'held';
  if (has(({ outcome }) => outcome === 'defer')) return 'deferred';
  if (has(({ due }) => !due)) return 'approved';
  return has(({ outcome }) => outcome === 'expire') ? 'expired' : 'skipped';
};
