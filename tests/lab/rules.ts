import type { QuietHours } from '@/core/caps';
import { bindLaunch } from '@/server/launches/bound';
import { ruleOf } from '@/server/scheduler/rules';
import { oneOf, whole } from '../builders/random';
import type { Store, StoredRow } from './model/store';
import { hexId } from './record';

type Random = () => number;
type Draft = Record<string, unknown>;

const hourMs = 3_600_000;

export const aRuleRow = (store: Store, more: Draft): StoredRow =>
  store.insert(
    'cap-rules',
    {
      enabled: true,
      kinds: [],
      feeds: [],
      channels: [],
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day', hours: null },
      minGapMinutes: null,
      ...more,
    },
    null,
  );

/** Tight enough to be met by a handful of posts over two days. */
const kinds: readonly ((random: Random) => Draft)[] = [
  (random) => ({ name: '每周', window: { unit: 'week', hours: null }, limit: 1 + whole(random, 4) }),
  (random) => ({ name: '每月', window: { unit: 'month', hours: null }, limit: 2 + whole(random, 4) }),
  (random) => ({
    name: '任意几小时内',
    window: { unit: 'rolling-hours', hours: oneOf(random, [1, 3, 8, 24, 30]) },
    limit: 1 + whole(random, 2),
  }),
  (random) => ({ name: '间隔', limit: null, minGapMinutes: oneOf(random, [10, 30, 90, 240]) }),
  (random) => ({
    name: '间隔和几小时内',
    window: { unit: 'rolling-hours', hours: oneOf(random, [2, 12]) },
    limit: 2,
    minGapMinutes: oneOf(random, [15, 45]),
  }),
];

/** Rules of every kind beside those of the day: for customers or each feed, for all of them or some. */
export const drawRules = (store: Store, random: Random, feeds: readonly unknown[]): StoredRow[] =>
  Array.from({ length: whole(random, 3) }, () =>
    aRuleRow(store, {
      ...oneOf(random, kinds)(random),
      scope: random() < 0.75 ? 'customer' : 'feed',
      kinds: random() < 0.3 ? ['sales'] : [],
      feeds: random() < 0.25 ? [oneOf(random, feeds), oneOf(random, feeds)] : [],
      channels: random() < 0.15 ? ['wechat-moments'] : [],
      counts: random() < 0.25 ? 'daily' : 'all',
    }),
  );

/** In the wall time of the feed: noon, when most is due, the night, and what is noon or evening elsewhere. */
const quiets: readonly QuietHours[] = [
  { from: '11:30', to: '12:30' },
  { from: '22:00', to: '07:30' },
  { from: '23:30', to: '00:10' },
];

export const anyQuietHours = (random: Random): Draft =>
  random() < 0.3 ? { from: null, to: null } : { ...oneOf(random, quiets) };

const anException = (random: Random, rule: StoredRow, feeds: readonly unknown[]): Draft => ({
  rule: rule.id,
  limit: typeof rule.limit === 'number' ? rule.limit + 1 + whole(random, 2) : null,
  minGapMinutes: rule.minGapMinutes ? oneOf(random, [0, 5]) : null,
  quietHours: random() < 0.5,
  feeds: random() < 0.3 ? [oneOf(random, feeds)] : [],
  reason: '新品上市',
});

/** A launch whose own posts may do more for some hours: two exceptions, as a manager approved them. */
export function drawScript(
  store: Store,
  random: Random,
  team: { rules: readonly StoredRow[]; feeds: readonly StoredRow[]; launchAt: number },
): StoredRow {
  const feeds = team.feeds.map(({ id }) => id);
  // What counts daily posts alone has nothing to except.
  const rules = team.rules.filter(({ counts }) => counts === 'all');
  const exceptions = [0, 1].map((n) => {
    const from = team.launchAt + oneOf(random, [-4, 0, 0, 1]) * hourMs;
    return {
      id: hexId(n),
      ...anException(random, oneOf(random, rules), feeds),
      from: new Date(from).toISOString(),
      to: new Date(from + oneOf(random, [1, 6, 30]) * hourMs).toISOString(),
    };
  });
  const row = store.insert(
    'launch-scripts',
    {
      name: '燕麦上市',
      launchAt: new Date(team.launchAt).toISOString(),
      timezone: 'Asia/Shanghai',
      phases: [{ id: hexId(2), key: 'on-sale', name: '开售', exceptions, steps: [] }],
      status: 'approved',
      changedBy: [],
    },
    null,
  );
  const { frameHash, view } = bindLaunch(row, {
    rules: new Map(team.rules.map(ruleOf).map((rule) => [rule.id, { ...rule, enabled: true }])),
    feeds: new Map(
      team.feeds.map(({ id, name }) => [String(id), { id: String(id), name: String(name) }]),
    ) as never,
    products: new Map(),
    offers: new Map(),
  });
  store.insert(
    'approvals',
    {
      subject: `launch-scripts:${row.id}`,
      n: 1,
      contentHash: frameHash,
      frameHash,
      decision: 'approved',
      covers: 'instant',
      by: 'm1',
      byName: '王主管',
      view,
      at: new Date(team.launchAt - 48 * hourMs).toISOString(),
    },
    null,
  );
  return store.update('launch-scripts', row, { contentHash: frameHash }, null);
}
