import fc from 'fast-check';
import type { Payload } from 'payload';
import { afterAll, expect, it, vi } from 'vitest';
import { simulateFor } from '@/server/plan/simulate';
import { type Memory, runPass } from '@/server/scheduler/pass';
import { anyMonth, type FeedName, feedsOfMonth, type Month, segmentsOfMonth } from '../builders/randomMonth';
import { approvedPost, aTeam, clearWork, type Made, make } from '../builders/team';
import { describeEachDatabase } from '../setup';

const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));
const months = Math.max(1, Math.round(Number(process.env.SOAK_RUNS ?? 0) / 1000));

const soaking = process.env.SOAK_RUNS !== undefined;

// A long soak is not a hanging test, and the stand-in for MongoDB is slow: it gets a smaller month.
vi.setConfig({ testTimeout: 300_000 * months });

afterAll(() => {
  console.info(`SOAK_SEED=${seed}: ${months} month(s)`);
});

const approvedAt = Date.parse('2035-10-25T10:00:00+08:00');
/** The scheduler slept over the first days: some are late by then, some too late. */
const wakesAt = Date.parse('2035-11-03T00:30:00+08:00');
const period = { from: '2035-10-20', to: '2035-12-20' };

async function writeMonth(payload: Payload, { rules, posts }: Month): Promise<void> {
  await clearWork(payload);
  const team = await aTeam(payload);
  const open = { name: '口味', key: 'taste', exclusive: false, changes: false };
  const taste = await make(payload, 'segment-dimensions', open);
  const segments = new Map(Object.entries(team.segments).map(([key, { id }]) => [key, id]));
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
  const idsOf = (keys: readonly string[]) => keys.map((key) => segments.get(key));
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
}

/** Every card with what became of it, or would; a deferral is a release at another instant than its own. */
type Fate = readonly [card: string, outcome: string, at: string];

const sorted = (fates: readonly Fate[]): Fate[] => [...fates].sort(([a], [b]) => (a < b ? -1 : 1));

async function simulated(payload: Payload, now: number) {
  const answer = await simulateFor({ payload, actor: null, locale: 'zh', now }, period);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

const fatesOf = ({ decisions }: Awaited<ReturnType<typeof simulated>>): Fate[] =>
  sorted(decisions.map(({ card, outcome, at }) => [card, outcome === 'defer' ? 'release' : outcome, at]));

async function logged(payload: Payload): Promise<Fate[]> {
  const where = { type: { in: ['release', 'end'] } };
  const { docs } = await payload.find({ collection: 'releases', where, depth: 0, pagination: false });
  return sorted(
    docs.map((entry) => [
      String(entry.card),
      entry.type === 'end' ? String(entry.outcome) : 'release',
      iso(entry.dueAt),
    ]),
  );
}

/** Its own time; or the waking, where approval put it off and there is room by then. */
const punctual = (scheduledAt: string | null) =>
  Date.parse(scheduledAt ?? '') < wakesAt ? [scheduledAt, new Date(wakesAt).toISOString()] : [scheduledAt];

const iso = (value: unknown): string => new Date(String(value)).toISOString();

/** The real scheduler on a test clock, from wake to wake until nothing is planned any more or `until`. */
async function runFrom(payload: Payload, start: number, until = Number.POSITIVE_INFINITY): Promise<number> {
  const memory: Memory = new Map();
  let now = start;
  for (;;) {
    const { failed } = await runPass({ payload, now, memory });
    expect(failed).toEqual([]);
    const wakes = [...memory.values()].flatMap(({ wake }) => wake ?? []);
    const next = Math.min(...wakes);
    if (wakes.length === 0 || next >= until) return now;
    now = Math.max(next, now);
  }
}

describeEachDatabase('a simulated month', (app) => {
  it.each(Array.from({ length: months }, (_, n) => seed + n))(
    'is what the scheduler then does, card for card and instant for instant (SOAK_SEED=%i)',
    async (ofMonth) => {
      const { payload } = app;
      const posts = app.kind === 'sqlite' || soaking ? 60 : 20;
      const [month] = fc.sample(anyMonth(posts), { seed: ofMonth, numRuns: 1 });
      if (!month) throw new Error('There is no month.');
      await writeMonth(payload, month);
      const before = await simulated(payload, wakesAt);
      expect(before.decisions.filter(({ recorded }) => recorded)).toEqual([]);
      expect(before.decisions.length).toBeGreaterThanOrEqual(month.posts.length);
      const middle = Date.parse('2035-11-12T00:00:00+08:00');
      await runFrom(payload, wakesAt, middle);
      const halfway = await simulated(payload, middle);
      expect(fatesOf(halfway)).toEqual(fatesOf(before));
      await runFrom(payload, middle);
      const after = await logged(payload);
      expect(after).toEqual(fatesOf(before));
      const whole = await simulated(payload, middle + 60 * 24 * 3_600_000);
      expect(fatesOf(whole)).toEqual(after);
      expect(whole.decisions.every(({ recorded }) => recorded)).toBe(true);
      for (const { outcome, at, scheduledAt, late } of before.decisions) {
        if (outcome === 'defer') expect(at).not.toBe(scheduledAt);
        if (outcome === 'release' && !late) expect(punctual(scheduledAt)).toContain(at);
      }
    },
  );
});
