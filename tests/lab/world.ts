import type { Audience, SegmentId } from '@/core/model';
import { localDateOf, resolveWall } from '@/core/time';
import { bind } from '@/server/posts/bound';
import { contentOf } from '@/server/posts/content';
import { aWorld, type World } from '../builders/plan';
import { oneOf, whole } from '../builders/random';
import { releasedBefore } from './history';
import type { Store, StoredRow } from './model/store';
import { hexId } from './record';
import { anyQuietHours, aRuleRow, drawRules, drawScript } from './rules';

export const shanghai = 'Asia/Shanghai';
export const hour = 3_600_000;
export const minute = 60_000;
/** Saturdays. New York changes its clocks on the day after the first, Lord Howe after the second, a month's last. */
const firstDates = ['2035-03-10', '2035-03-31'] as const;
/** Midnight in Shanghai. */
const beginningOf = (date: string): number => resolveWall(date, '00:00', shanghai);
export const firstDay = beginningOf(firstDates[0]);
const slots = ['09:00', '09:20', '12:00', '20:00'];
/** Half of the worlds are crowded: everything at one instant, or before a midnight. */
const crowded = [['12:00'], ['12:00'], ['12:00', '12:10', '23:50']];
export const graceMinutes = 120;
export const deferDays = 1;

export interface LabWorld {
  /** Midnight in Shanghai, before the first of its posts. */
  begins: number;
  posts: StoredRow[];
  feeds: StoredRow[];
  rules: StoredRow[];
  product: StoredRow;
  settings: StoredRow;
  /** A launch with exceptions; some worlds have one. */
  script: StoredRow | null;
  customers: World;
  /** When something comes due, on every day that matters. */
  moments: number[];
}

const relation = (row: StoredRow) => row.id;

/** How much of a world a test wants; the rest is drawn from the seed. */
export interface WorldPlan {
  posts: number;
  /** Of the posts, how many wait for a manager when it begins. */
  inReview: number;
}

interface Drafted extends Record<string, unknown> {
  feeds: unknown[];
}

const audienceRow = (audience: Audience) =>
  audience.visibility === 'everyone'
    ? { visibility: 'everyone' }
    : { visibility: audience.visibility, segments: audience.segments };

/** Writes one post, approved by a decision that holds what was approved, or waiting for one. */
export function addPost(store: Store, draft: Drafted, approved: boolean): StoredRow {
  const written = store.insert(
    'posts',
    {
      kind: 'sales',
      body: '早安，今天推荐新品燕麦。',
      guidance: '',
      copyMode: 'exact',
      dayBound: false,
      firstComments: [],
      images: [],
      variants: [],
      audience: { visibility: 'everyone' },
      priority: 0,
      onConflict: 'defer',
      onLate: 'release',
      expiresAt: null,
      changedBy: [],
      statusWords: null,
      cardStates: [],
      ...draft,
      status: approved ? 'approved' : 'in-review',
      inFlight: approved,
    },
    null,
  );
  const refs = referencesOf(store);
  const { hash, view } = bind(written, refs, { approvalCovers: 'day' });
  const decisions = approved ? (['submitted', 'approved'] as const) : (['submitted'] as const);
  decisions.forEach((decision, at) => {
    store.insert(
      'approvals',
      {
        subject: `posts:${written.id}`,
        n: at + 1,
        contentHash: hash,
        decision,
        covers: 'day',
        by: 'm1',
        byName: '王主管',
        view,
        at: new Date(firstDay).toISOString(),
      },
      null,
    );
  });
  return store.update('posts', written, { contentHash: hash }, null);
}

/** What posts point at, read from the model itself: for what stands before the simulation begins. */
export function referencesOf(store: Store) {
  const all = (collection: string) => store.find(collection, {});
  const pools = new Map(all('pools').map((row) => [row.id, String(row.timezone)]));
  const keyed = <T extends { id: string }>(list: T[]) =>
    new Map(list.map((item) => [item.id, item])) as never;
  return {
    media: new Map(),
    offers: new Map(),
    launches: keyed(
      all('launch-scripts').map((row) => ({ id: String(row.id), name: String(row.name), approved: true })),
    ),
    feeds: keyed(
      all('feeds').map((row) => ({
        id: String(row.id),
        name: String(row.name),
        channel: row.channel,
        zone: String(row.timezone),
        targets: '',
        overlap: Number(row.overlap),
        leadMinutes: Number(row.leadMinutes),
        active: row.active !== false,
        log: row.pool ? `pool:${row.pool}` : `feed:${row.id}`,
        poolZone: (row.pool && pools.get(row.pool as number)) || String(row.timezone),
      })),
    ),
    products: keyed(
      all('products').map((row) => ({
        id: String(row.id),
        name: String(row.name),
        price: Number(row.price),
        link: '',
      })),
    ),
    segments: keyed(
      all('segments').map((row) => ({
        id: String(row.id),
        dimension: String(row.dimension),
        name: String(row.name),
        wechatTag: String(row.wechatTag),
      })),
    ),
    dimensions: keyed(
      all('segment-dimensions').map((row) => ({
        id: String(row.id),
        name: String(row.name),
        exclusive: row.exclusive === true,
        changes: row.changes === true,
      })),
    ),
  };
}

/** Five feeds of three pools (one of them alone), tags of two dimensions, two rules, and no post yet. */
export function aTeam(store: Store, limit: number): Omit<LabWorld, 'posts' | 'moments'> {
  const insert = (collection: string, data: Record<string, unknown>) => store.insert(collection, data, null);
  const lifecycle = insert('segment-dimensions', {
    key: 'lifecycle',
    name: '生命周期',
    exclusive: true,
    changes: true,
  });
  const preference = insert('segment-dimensions', {
    key: 'preference',
    name: '偏好',
    exclusive: false,
    changes: false,
  });
  const segment = (name: string, dimension: StoredRow) =>
    insert('segments', { key: name, name, wechatTag: name, dimension: relation(dimension) });
  const [fresh, regular, member] = ['新客', '老客', '会员'].map((name) => segment(name, lifecycle));
  const oats = segment('燕麦', preference);
  const pools = [shanghai, 'America/New_York'].map((timezone, at) =>
    insert('pools', { name: `池${at}`, timezone }),
  );
  const feed = (name: string, timezone: string, more: Record<string, unknown>) =>
    insert('feeds', {
      name,
      channel: 'wechat-moments',
      timezone,
      overlap: 1,
      leadMinutes: 0,
      active: true,
      quietHours: { from: null, to: null },
      ...more,
    });
  const [one, two] = pools.map(relation);
  const feeds = [
    feed('甲', shanghai, { pool: one }),
    feed('乙', shanghai, { pool: one, overlap: 2 }),
    feed('丙', 'America/New_York', { pool: two }),
    feed('丁', shanghai, { pool: two, leadMinutes: 10, channel: 'wecom-moments' }),
    feed('戊', 'Australia/Lord_Howe', {}),
  ];
  const rules = [
    aRuleRow(store, { name: '每天卖货', kinds: ['sales'], limit }),
    aRuleRow(store, { name: '戊每天', scope: 'feed', feeds: [feeds[4]?.id], limit: 2 }),
  ];
  const product = insert('products', { name: '燕麦', price: 39, link: '' });
  const settings = insert('settings', {
    timezone: shanghai,
    graceMinutes,
    deferDays,
    approverMustDiffer: true,
    approvalCovers: 'day',
    stopped: false,
  });
  const names = (list: (StoredRow | undefined)[]) =>
    Object.fromEntries(list.map((row) => [String(row?.id), String(row?.name)]));
  return {
    begins: firstDay,
    feeds,
    rules,
    product,
    settings,
    script: null,
    customers: aWorld(
      { id: 'lifecycle', changes: true, segments: names([fresh, regular, member]) },
      { id: 'preference', exclusive: false, segments: names([oats]) },
    ),
  };
}

/** A team with rules of every kind, quiet hours and perhaps a launch, from the first day on. */
function aDrawnTeam(store: Store, random: () => number, firstDate: string): ReturnType<typeof aTeam> {
  const team = aTeam(store, 1 + whole(random, 3));
  const feeds = team.feeds.map((feed) =>
    random() < 0.25 ? store.update('feeds', feed, { quietHours: anyQuietHours(random) }, null) : feed,
  );
  const rules = [...team.rules, ...drawRules(store, random, feeds.map(relation))];
  const launchAt = resolveWall(firstDate, '12:00', shanghai);
  const script = random() < 0.3 ? drawScript(store, random, { rules, feeds, launchAt }) : null;
  return { ...team, begins: beginningOf(firstDate), feeds, rules, script };
}

/** A team with posts over two days: more than its caps admit, of every audience and way to meet a conflict. */
export function aLabWorld(store: Store, random: () => number, plan: WorldPlan): LabWorld {
  const firstDate = oneOf(random, firstDates);
  const team = aDrawnTeam(store, random, firstDate);
  const [fresh, regular, member, oats] = [...team.customers.segments.keys()] as SegmentId[];
  const audiences: Audience[] = [
    { visibility: 'everyone' },
    { visibility: 'everyone' },
    { visibility: 'only', segments: [fresh as SegmentId] },
    { visibility: 'except', segments: [member as SegmentId] },
    { visibility: 'only', segments: [oats as SegmentId] },
    { visibility: 'except', segments: [oats as SegmentId, regular as SegmentId] },
  ];
  const [a, b, c, d, e] = team.feeds.map(relation);
  const times = random() < 0.5 ? slots : oneOf(random, crowded);
  const nextDate = localDateOf(team.begins + 36 * hour, shanghai);
  const posts = Array.from({ length: plan.posts }, (_, n) => {
    const variants =
      random() < 0.2 ? [{ id: hexId(n), key: 'v0', segments: [fresh], body: `第 ${n} 条，给新客` }] : [];
    const audience = variants.length > 0 ? audiences[0] : oneOf(random, audiences);
    const date = random() < 0.8 ? firstDate : nextDate;
    const scheduledAt = resolveWall(date, oneOf(random, times), shanghai);
    return addPost(
      store,
      {
        title: `第 ${n} 条`,
        body: random() < 0.2 ? `第 ${n} 条 {{product.price}} 元` : `第 ${n} 条`,
        product: team.product.id,
        kind: random() < 0.8 ? 'sales' : 'persona',
        feeds: oneOf(random, [[a], [a], [b], [a, b], [c], [c, d], [a, c, e], [e], [d], [a, b, c, d, e]]),
        audience: audienceRow(audience as Audience),
        variants,
        scheduledAt: new Date(scheduledAt).toISOString(),
        expiresAt: random() < 0.1 ? new Date(scheduledAt + 5 * hour).toISOString() : null,
        onConflict: oneOf(random, ['defer', 'defer', 'skip', 'hold']),
        priority: random() < 0.2 ? 5 : 0,
        dayBound: random() < 0.1,
        launchScript: team.script && random() < 0.4 ? team.script.id : null,
      },
      n >= plan.inReview,
    );
  });
  if (random() < 0.5) drawHistory(store, random, team);
  return { ...team, posts, moments: momentsOf(posts) };
}

/** One or two posts that went out to the first pool up to eight days before. */
function drawHistory(store: Store, random: () => number, { feeds, begins }: ReturnType<typeof aTeam>): void {
  const count = 1 + whole(random, 2);
  for (let seq = 1; seq <= count; seq += 1) {
    const feed = oneOf(random, feeds.slice(0, 2));
    const dueAt = begins - (1 + whole(random, 8)) * 24 * hour + 12 * hour;
    const draft = { title: `之前第 ${seq} 条`, feeds: [feed.id], scheduledAt: new Date(dueAt).toISOString() };
    releasedBefore(store, { post: addPost(store, draft, true), feed, dueAt, seq });
  }
}

/** The instants of the posts, and their wall times on the days to which they may be deferred. */
export function momentsOf(posts: readonly StoredRow[]): number[] {
  const day = 24 * hour;
  const own = posts.map((post) => contentOf(post).scheduledAt ?? 0);
  const later = own.flatMap((at) => Array.from({ length: deferDays + 1 }, (_, n) => at + n * day));
  return [...new Set(later)].sort((x, y) => x - y);
}
