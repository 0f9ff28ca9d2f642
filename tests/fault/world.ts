import type { Payload } from 'payload';
import type { CapRule } from '@/core/caps';
import { type Audience, cardKey, type FeedId, type RuleId, type SegmentId } from '@/core/model';
import { aWorld, type World } from '../builders/plan';
import { oneOf, randomFrom, whole } from '../builders/random';
import { approvedPost, aTeam, type Made, make, type Team } from '../builders/team';

export { randomFrom, whole };

export const hour = 3_600_000;
export const day = 24 * hour;
export const zone = 'Asia/Shanghai';
/** Midnight in Shanghai of a day that is not soon: whatever reads the real clock finds everything ahead. */
export const firstDay = Date.parse('2035-03-05T00:00:00+08:00');
/** When cards come due each day. */
export const slots = [9, 10.5, 12, 13.5, 15, 16.5, 18, 19.5];
export const instants = (days: number): number[] =>
  Array.from({ length: days }, (_, n) => slots.map((slot) => firstDay + n * day + slot * hour)).flat();

/** A card that an approved post must become, written down without asking the product. */
export interface ExpectedCard {
  key: string;
  post: string;
  feed: string;
  log: string;
  kind: string;
  audience: Audience;
  text: string;
  /** How often one customer of the feed sees it. */
  overlap: number;
  scheduledAt: number;
  onConflict: 'defer' | 'skip' | 'hold';
}

export interface FaultWorld {
  team: Team;
  cards: ExpectedCard[];
  rules: CapRule[];
  customers: World;
}

const ruleOf = (id: string, more: Partial<CapRule>): CapRule => ({
  id: id as RuleId,
  name: id,
  kinds: [],
  feeds: [],
  channels: [],
  counts: 'all',
  scope: 'customer',
  window: { unit: 'day' },
  limit: 3,
  ...more,
});

/**
 * A team with two feeds of one pool and two of their own, two rules, and posts of every kind over two days: more
 * than the caps admit, with variants, audiences of all three sorts, every way of meeting a conflict, and two
 * that nobody releases in time.
 */
export async function aFaultWorld(
  payload: Payload,
  random: () => number,
  postCount: number,
): Promise<FaultWorld> {
  const team = await aTeam(payload);
  const preference = await make(payload, 'segment-dimensions', {
    name: '偏好',
    key: 'preference',
    exclusive: false,
    changes: false,
  });
  const oats = await make(payload, 'segments', {
    name: '燕麦',
    key: 'oats',
    dimension: preference.id,
    wechatTag: '燕麦',
  });
  const pool = await make(payload, 'pools', { name: '同一批客户', timezone: zone });
  const feed = (name: string, more: Record<string, unknown> = {}) =>
    make(payload, 'feeds', { name, channel: 'wechat-moments', timezone: zone, ...more });
  const shared = [
    await feed('甲', { pool: pool.id }),
    // Twice as many staff whom one customer may know.
    await feed('乙', { pool: pool.id, overlap: 2 }),
  ];
  const single = await feed('丙');
  const [a, b, c, d] = [...shared, single, team.feed] as [Made, Made, Made, Made];
  const logs = new Map([
    ...[a, b].map(({ id }) => [id, `pool:${pool.id}`] as const),
    ...[c, d].map(({ id }) => [id, `feed:${id}`] as const),
  ]);
  await make(payload, 'cap-rules', {
    name: '每天 3 条卖货',
    kinds: ['sales'],
    counts: 'all',
    scope: 'customer',
    window: { unit: 'day' },
    limit: 3,
  });
  await make(payload, 'cap-rules', {
    name: '丙每天 2 条',
    feeds: [c.id],
    counts: 'all',
    scope: 'feed',
    window: { unit: 'day' },
    limit: 2,
  });

  const { fresh, regular, member } = team.segments;
  const id = (segment: Made) => String(segment.id) as SegmentId;
  const asStored = (segment: SegmentId) =>
    payload.db.defaultIDType === 'number' ? Number(segment) : segment;
  const audiences: Audience[] = [
    { visibility: 'everyone' },
    { visibility: 'everyone' },
    { visibility: 'only', segments: [id(fresh)] },
    { visibility: 'except', segments: [id(member)] },
    { visibility: 'only', segments: [id(oats)] },
    { visibility: 'except', segments: [id(oats), id(regular)] },
  ];
  const withVariants = [[fresh], [regular], [fresh, member]];
  const cards: ExpectedCard[] = [];
  for (let n = 0; n < postCount; n += 1) {
    const missed = n < 2;
    const scheduledAt = missed
      ? firstDay + 6.5 * hour
      : firstDay + whole(random, 2) * day + oneOf(random, slots) * hour;
    const feeds = oneOf(random, [[a], [b], [a, b], [a], [c], [c, d], [a, c]]);
    const kind = random() < 0.75 ? 'sales' : 'persona';
    // A missed one that was deferred could come forward into room that another missed one leaves.
    const onConflict = missed ? 'skip' : oneOf(random, ['defer', 'defer', 'defer', 'skip', 'hold'] as const);
    const variants = random() < 0.3 ? oneOf(random, withVariants) : [];
    const audience = variants.length > 0 ? ({ visibility: 'everyone' } as const) : oneOf(random, audiences);
    const text = `第 ${n} 条`;
    const post = await approvedPost(
      payload,
      team,
      {
        title: text,
        body: text,
        kind,
        feeds: feeds.map((one) => one.id),
        // Ids as the database has them: numbers on SQLite.
        audience:
          'segments' in audience ? { ...audience, segments: audience.segments.map(asStored) } : audience,
        variants: variants.map((segment, at) => ({
          key: `v${at}`,
          segments: [segment.id],
          body: `${text} v${at}`,
        })),
        scheduledAt: new Date(scheduledAt).toISOString(),
        onConflict,
        priority: random() < 0.15 ? 5 : 0,
      },
      firstDay + 6 * hour,
    );
    const versions: { key: string; audience: Audience; text: string }[] = [
      {
        key: 'base',
        audience: variants.length > 0 ? { visibility: 'except', segments: variants.map(id) } : audience,
        text,
      },
      ...variants.map((segment, at) => ({
        key: `v${at}`,
        audience: { visibility: 'only', segments: [id(segment)] } as const,
        text: `${text} v${at}`,
      })),
    ];
    for (const one of feeds)
      for (const version of versions)
        cards.push({
          key: cardKey(String(post.id), version.key, String(one.id)),
          post: String(post.id),
          feed: String(one.id),
          log: logs.get(one.id) ?? '',
          kind,
          audience: version.audience,
          text: version.text,
          overlap: one === b ? 2 : 1,
          scheduledAt,
          onConflict,
        });
  }
  return {
    team,
    cards,
    rules: [
      ruleOf('sales', { kinds: ['sales'], limit: 3 }),
      ruleOf('feed', { feeds: [String(c.id) as FeedId], scope: 'feed', limit: 2 }),
    ],
    customers: aWorld(
      {
        id: 'lifecycle',
        segments: Object.fromEntries([fresh, regular, member].map((one) => [id(one), id(one)])),
      },
      { id: 'preference', exclusive: false, segments: { [id(oats)]: 'oats' } },
    ),
  };
}
