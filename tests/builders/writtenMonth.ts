import type { Payload } from 'payload';
import { type FeedName, feedsOfMonth, type Month, type SegmentName, segmentsOfMonth } from './randomMonth';
import { approvedPost, aTeam, clearWork, type Made, make, type Team } from './team';

const approvedAt = Date.parse('2035-10-25T10:00:00+08:00');
/** The scheduler slept over the first days: some are late by then, some too late. */
export const wakesAt = Date.parse('2035-11-03T00:30:00+08:00');

export interface WrittenMonth {
  team: Team;
  feeds: ReadonlyMap<FeedName, Made['id']>;
  segments: ReadonlyMap<SegmentName, Made['id']>;
}

/** An empty database gets a month: every post written, submitted and approved before it begins. */
export async function writeMonth(payload: Payload, { rules, posts }: Month): Promise<WrittenMonth> {
  await clearWork(payload);
  const team = await aTeam(payload);
  const open = { name: '口味', key: 'taste', exclusive: false, changes: false };
  const taste = await make(payload, 'segment-dimensions', open);
  const segments = new Map<SegmentName, Made['id']>();
  for (const key of segmentsOfMonth.lifecycle) segments.set(key, team.segments[key].id);
  for (const key of segmentsOfMonth.taste) {
    const made = await make(payload, 'segments', { name: key, key, dimension: taste.id, wechatTag: key });
    segments.set(key, made.id);
  }
  const pool = await make(payload, 'pools', { name: '总店', timezone: 'Asia/Shanghai' });
  const feeds = new Map<FeedName, Made['id']>();
  for (const [name, { pool: isPooled, ...feed }] of Object.entries(feedsOfMonth)) {
    const made = await make(payload, 'feeds', { name, ...feed, pool: isPooled ? pool.id : null });
    feeds.set(name as FeedName, made.id);
  }
  const launch = await make(payload, 'launch-scripts', {
    name: '双11',
    launchAt: new Date('2035-11-11T20:00:00+08:00').toISOString(),
    timezone: 'Asia/Shanghai',
    status: 'approved',
  });
  for (const rule of rules) await make(payload, 'cap-rules', { name: '上限', ...rule });
  const idsOf = (keys: readonly SegmentName[]) => keys.map((key) => segments.get(key));
  const text = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  for (const [n, { inLaunch, feeds: where, audience, variants, ...post }] of posts.entries()) {
    const more = {
      ...post,
      title: `第${n + 1}条`,
      feeds: where.map((name) => feeds.get(name)),
      audience: { ...audience, segments: idsOf(audience.segments) },
      variants: variants.map((variant) => ({ ...variant, segments: idsOf(variant.segments) })),
      scheduledAt: text(post.scheduledAt),
      expiresAt: text(post.expiresAt),
      launchScript: inLaunch ? launch.id : null,
    };
    await approvedPost(payload, team, more, approvedAt);
  }
  return { team, feeds, segments };
}
