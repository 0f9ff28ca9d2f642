import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogId } from '@/core/model';
import { plan } from '@/core/plan';
import { decisionsOn, scriptSubjectOf } from '@/server/approvals/records';
import { completeOpenFences } from '@/server/fences/complete';
import { withdrawScript } from '@/server/launches/withdraw';
import { appendAt, tailOf } from '@/server/log/append';
import { entriesOfPosts, entriesWhere } from '@/server/log/read';
import { simulate } from '@/server/plan/simulate';
import { recallPost } from '@/server/posts/recall';
import { withdraw } from '@/server/posts/withdraw';
import { releaseEntry } from '@/server/scheduler/entries';
import { type Memory, runPass } from '@/server/scheduler/pass';
import { passOfLog } from '@/server/scheduler/passOfLog';
import { loadSnapshot, type Snapshot } from '@/server/scheduler/snapshot';
import { syncStates } from '@/server/scheduler/sync';
import { aDayRule, anException, approvedScript, aScript } from '../builders/launch';
import { approvedPost, aTeam, clearWork, contextFor, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase, type EachDatabase } from '../setup';
import { aroundEntries } from '../setup/aroundEntries';
import { atInsert } from './atInsert';
import { logOf } from './crew';
import { firstDay, hour } from './world';

const morning = firstDay + 9 * hour;
const noon = firstDay + 12 * hour;
const iso = (at: number) => new Date(at).toISOString();

const load = async (payload: Payload, id: string | number) =>
  (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Made & {
    statusReason?: string | null;
    cards: { feed: string; state: string; reason: string | null }[];
  };

const releasesOf = async (payload: Payload, post: Made) =>
  (await entriesOfPosts(payload, [String(post.id)])).filter(({ type }) => type === 'release');

/** What a crash right after the commit leaves: the change and its fence, and no void in any log. */
async function dyingBeforeVoids(payload: Payload, change: () => Promise<unknown>): Promise<void> {
  const { error } = payload.logger;
  payload.logger.error = () => {};
  const undo = atInsert(
    payload,
    'before',
    ({ type }) => type === 'void',
    () => Promise.reject(new Error('The process is gone.')),
  );
  try {
    await change();
  } finally {
    undo();
    payload.logger.error = error;
  }
}

/** The snapshot of a pass that read the post when it had this status already, and nothing else. */
const snapshotOfStatus = (snapshot: Snapshot, id: string, status: string): Snapshot => ({
  ...snapshot,
  posts: new Map(
    [...snapshot.posts].map(([key, post]) => [
      key,
      key === id ? { ...post, row: { ...post.row, status } } : post,
    ]),
  ),
});

describeEachDatabase('what changes an input takes its place before decisions', (app: EachDatabase) => {
  let payload: Payload;
  let team: Team;
  const approved = (more: Record<string, unknown>) =>
    approvedPost(payload, team, { scheduledAt: iso(noon), ...more }, morning);
  const takeBack = async (post: Made) =>
    withdraw(await contextFor(payload, team.editor, morning), { id: String(post.id) });

  const stored = async (post: Made) => {
    const row = await payload.db.findOne<{ id: string; cardStates?: unknown }>({
      collection: 'posts',
      where: { id: { equals: post.id } },
    });
    return { states: row?.cardStates };
  };

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
  });

  it('a crash between a commit and its voids: the next pass completes the fence first', async () => {
    const taken = await approved({ title: '撤回的' });
    const other = await approved({ title: '照发的' });
    const log = await logOf(payload, team.feed);
    const before = await tailOf(payload, log);
    await dyingBeforeVoids(payload, () => takeBack(taken));
    expect(await tailOf(payload, log)).toBe(before);

    const { fences, acted } = await runPass({ payload, now: noon });
    expect([fences, acted.map(({ post }) => post)]).toEqual([1, [String(other.id)]]);
    const since = await entriesWhere(payload, {
      and: [{ log: { equals: log } }, { seq: { greater_than: before } }],
    });
    expect(since.map(({ type }) => type)).toEqual(['void', 'release']);
    expect((await runPass({ payload, now: noon })).fences).toBe(0);
  });

  const changes: { name: string; change: (post: Made) => Promise<unknown>; becomes: string }[] = [
    { name: 'a withdrawal', change: takeBack, becomes: 'draft' },
    {
      name: 'an edit of the text',
      change: (post) => payload.update({ collection: 'posts', id: post.id, data: { body: '改了' } }),
      becomes: 'draft',
    },
    {
      name: 'a move within the day',
      change: (post) =>
        payload.update({ collection: 'posts', id: post.id, data: { scheduledAt: iso(noon + hour) } }),
      becomes: 'approved',
    },
    {
      name: 'a rule that leaves no room',
      change: async () => {
        await make(payload, 'cap-rules', {
          name: '一条也不行',
          kinds: ['sales'],
          counts: 'all',
          scope: 'customer',
          window: { unit: 'day' },
          limit: 1,
        });
        await payload.update({ collection: 'feeds', id: team.feed.id, data: { overlap: 2 } });
      },
      becomes: 'held',
    },
    {
      name: 'a feed that is switched off',
      change: () => payload.update({ collection: 'feeds', id: team.feed.id, data: { active: false } }),
      becomes: 'approved',
    },
  ];

  it.each(changes)(
    'a decision from before $name fails at its insert and is made anew',
    async ({ change, becomes }) => {
      const post = await approved({});
      const log = await logOf(payload, team.feed);
      const snapshot = await loadSnapshot({ payload, log, now: noon });
      const decision = snapshot && plan({ ...snapshot.input, now: noon })[0];
      if (!snapshot || decision?.outcome !== 'release') throw new Error('There was nothing to decide.');
      await change(post);
      const entry = releaseEntry({ decision, snapshot, now: noon });
      expect(await appendAt(payload, snapshot.tail + 1, entry)).toBe('seq-taken');
      await runPass({ payload, now: noon });
      expect(await releasesOf(payload, post)).toEqual([]);
      expect((await load(payload, post.id)).status).toBe(becomes);
    },
  );

  it('a pass that remembers what it read notices a change behind its back', async () => {
    const memory = new Map();
    const post = await approved({});
    await runPass({ payload, now: morning, memory });
    await runPass({ payload, now: morning, memory });
    // Past every door, without a fence: what goes out is read and hashed anew all the same.
    await payload.db.updateOne({
      collection: 'posts',
      where: { id: { equals: post.id } },
      data: { body: '没人批准过' },
    });
    await runPass({ payload, now: noon, memory });
    expect(await releasesOf(payload, post)).toEqual([]);
    expect((await load(payload, post.id)).status).toBe('draft');
  });

  it('F13 a withdrawal just before the insert: nothing goes out', async () => {
    const post = await approved({});
    let answer: Awaited<ReturnType<typeof takeBack>> | undefined;
    const undo = atInsert(
      payload,
      'before',
      ({ type }) => type === 'release' && !answer,
      async () => {
        undo();
        answer = await takeBack(post);
      },
    );
    await runPass({ payload, now: noon });
    expect(answer).toMatchObject({ ok: true, value: { released: [], post: { status: 'draft' } } });
    expect(await releasesOf(payload, post)).toEqual([]);
    expect((await load(payload, post.id)).status).toBe('draft');
  });

  it('F13 a withdrawal right after the insert: the release stands, and the answer names it', async () => {
    const post = await approved({});
    let answer: Awaited<ReturnType<typeof takeBack>> | undefined;
    const undo = atInsert(
      payload,
      'after',
      ({ type }) => type === 'release' && !answer,
      async () => {
        undo();
        answer = await takeBack(post);
      },
    );
    await runPass({ payload, now: noon });
    const released = await releasesOf(payload, post);
    expect(released).toHaveLength(1);
    expect(answer).toMatchObject({ ok: true, value: { released: [{ card: released[0]?.key.slice(5) }] } });
    await runPass({ payload, now: noon + 5_000 });
    expect((await load(payload, post.id)).status).toBe('released');
    const own = await entriesWhere(payload, { log: { equals: await logOf(payload, team.feed) } });
    expect(own.slice(-2).map(({ type }) => type)).toEqual(['release', 'void']);
  });

  it('F13 a withdrawal in the second of the release: one order or the other, and the answer says which', async () => {
    for (let round = 0; round < 4; round += 1) {
      const post = await approved({ title: `第 ${round} 次` });
      const log = await logOf(payload, team.feed);
      const [, answer] = await Promise.all([runPass({ payload, now: noon }), takeBack(post)]);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      await runPass({ payload, now: noon + 5_000 });
      const released = await releasesOf(payload, post);
      expect(answer.value.released.map(({ card }) => card)).toEqual(
        released.map((entry) => ('card' in entry ? entry.card : '')),
      );
      const own = await entriesWhere(payload, { log: { equals: log } });
      const voided = own.findLast(({ type, reason }) => type === 'void' && reason === `posts:${post.id}`);
      for (const entry of released) expect(entry.seq).toBeLessThan(voided?.seq ?? 0);
      expect((await load(payload, post.id)).status).toBe(released.length > 0 ? 'released' : 'draft');
      expect(own.map(({ seq }) => seq)).toEqual(own.map((_, n) => n + 1));
    }
  });

  /** A post in quiet hours, which goes out while the exception of its approved launch holds. */
  const aNightLaunch = async () => {
    const night = { from: '23:00', to: '23:30' };
    const late = firstDay + 23 * hour + 10 * 60_000;
    const quiet = await make(payload, 'feeds', {
      name: `夜里安静 ${Math.random()}`,
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      quietHours: night,
    });
    const exception = anException(null, {
      feeds: [quiet.id],
      from: iso(firstDay),
      to: iso(firstDay + 24 * hour),
      limit: null,
      quietHours: true,
    });
    const data = aScript([exception], { launchAt: iso(firstDay + 20 * hour) });
    const script = await approvedScript(payload, team, data, morning);
    const post = await approved({ scheduledAt: iso(late), feeds: [quiet.id], launchScript: script.id });
    return { script, post, log: await logOf(payload, quiet), late };
  };
  const editAStep = async ({ id }: Made) => {
    const { phases } = (await payload.findByID({
      collection: 'launch-scripts',
      id,
      depth: 0,
    })) as unknown as {
      phases: { steps: object[] }[];
    };
    const [phase] = phases;
    const steps = phase?.steps.map((step) => ({ ...step, body: '没人批准过' }));
    const { req } = await contextFor(payload, team.editor, morning);
    const as = { req, user: req.user, overrideAccess: false };
    await payload.update({
      collection: 'launch-scripts',
      id,
      data: { phases: [{ ...phase, steps }] } as never,
      ...as,
    });
  };
  const ends: [string, string, (script: Made) => Promise<unknown>][] = [
    [
      'F13 a launch script that is withdrawn',
      'withdrawn',
      async ({ id }) => withdrawScript(await contextFor(payload, team.editor, morning), { id: String(id) }),
    ],
    ['F15 a launch script of which a step is edited', 'lapsed', editAStep],
  ];

  describe.each(ends)('%s in the second of a release that rests on its exception', (_, decision, end) => {
    it.each(['before', 'after'] as const)(
      '%s the insert: one order or the other, and the trail says which',
      async (when) => {
        const { script, post, log, late } = await aNightLaunch();
        let ended = 0;
        const undo = atInsert(
          payload,
          when,
          ({ type }) => type === 'release' && ended === 0,
          async () => {
            ended += 1;
            await end(script);
          },
        );
        await runPass({ payload, now: late });
        undo();
        await runPass({ payload, now: late + 5_000 });
        expect(ended).toBe(1);
        const released = await releasesOf(payload, post);
        expect(released).toHaveLength(when === 'before' ? 0 : 1);
        const own = await entriesWhere(payload, { log: { equals: log } });
        const voided = own.findLast(
          ({ type, reason }) => type === 'void' && reason === `launch-scripts:${script.id}`,
        );
        for (const { seq } of released) expect(seq).toBe((voided?.seq ?? 0) - 1);
        const said = await decisionsOn(payload, scriptSubjectOf(String(script.id)));
        expect(said.at(-1)).toMatchObject({ decision, byName: '小编' });
        // A script is taken back with its posts; with an edit of it only what it may do beyond the rules is gone.
        const waits = decision === 'withdrawn' ? 'draft' : 'deferred';
        expect((await load(payload, post.id)).status).toBe(when === 'before' ? waits : 'released');
      },
    );
  });

  it('an edit of a post in five feeds of three pools voids all three logs', async () => {
    const feeds: Made[] = [];
    for (const [pool, count] of [
      ['一', 2],
      ['二', 2],
      ['三', 1],
    ] as const) {
      const made = await make(payload, 'pools', { name: pool, timezone: 'Asia/Shanghai' });
      for (let n = 0; n < count; n += 1)
        feeds.push(
          await make(payload, 'feeds', {
            name: `${pool}${n}`,
            channel: 'wechat-moments',
            timezone: 'Asia/Shanghai',
            pool: made.id,
          }),
        );
    }
    const post = await approved({ feeds: feeds.map(({ id }) => id) });
    const logs = [...new Set(await Promise.all(feeds.map((feed) => logOf(payload, feed))))].sort();
    expect(logs).toHaveLength(3);
    const own = await logOf(payload, team.feed);
    const before = new Map<LogId, number>();
    for (const log of [...logs, own]) before.set(log, await tailOf(payload, log));
    await payload.update({ collection: 'posts', id: post.id, data: { body: '改了' } });
    for (const log of logs) {
      const since = await entriesWhere(payload, {
        and: [{ log: { equals: log } }, { seq: { greater_than: before.get(log) ?? 0 } }],
      });
      expect([log, since.map(({ type, reason }) => [type, reason])]).toEqual([
        log,
        [['void', `posts:${post.id}`]],
      ]);
    }
    expect(await tailOf(payload, own)).toBe(before.get(own));
  });

  const twoLogs = async () => {
    const other = await make(payload, 'feeds', {
      name: '另一组客户',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
    const post = await approved({ feeds: [team.feed.id, other.id] });
    return { post, logs: [await logOf(payload, team.feed), await logOf(payload, other)] as const };
  };
  const releaseIn = async (log: LogId) => {
    const snapshot = await loadSnapshot({ payload, log, now: noon });
    const decisions = snapshot ? plan({ ...snapshot.input, now: noon }) : [];
    const [decision] = decisions;
    if (!snapshot || !decision) throw new Error('There was nothing to release.');
    await appendAt(payload, snapshot.tail + 1, releaseEntry({ decision, snapshot, now: noon }));
  };

  const daily = () => aDayRule(payload, { counts: 'all', limit: 1 });
  /** A feed by itself and one of a pool, each with a post of its own: they do not share customers yet. */
  const twoShops = async () => {
    await daily();
    const pool = await make(payload, 'pools', { name: '大池', timezone: 'Asia/Shanghai' });
    const shop = await make(payload, 'feeds', {
      name: '二店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      pool: pool.id,
    });
    const mine = await approved({ title: '总店的' });
    const theirs = await approved({ title: '二店的', feeds: [shop.id] });
    const join = () =>
      payload.update({ collection: 'feeds', id: team.feed.id, data: { pool: pool.id } as never });
    const [own, pooled] = [`feed:${team.feed.id}` as LogId, `pool:${pool.id}` as LogId];
    return { pool, shop, mine, theirs, join, own, pooled };
  };

  it('a feed that joins a pool in the second of its first release: the pool counts that release', async () => {
    const { mine, theirs, join, own, pooled } = await twoShops();
    await dyingBeforeVoids(payload, async () => {
      const snapshot = await loadSnapshot({ payload, log: own, now: noon });
      const decision = snapshot && plan({ ...snapshot.input, now: noon })[0];
      if (!snapshot || !decision) throw new Error('There was nothing to decide.');
      await join();
      const entry = releaseEntry({ decision, snapshot, now: noon });
      expect(await appendAt(payload, snapshot.tail + 1, entry)).toBe('done');
    });
    await runPass({ payload, now: noon });
    const out = [...(await releasesOf(payload, mine)), ...(await releasesOf(payload, theirs))];
    expect(out).toMatchObject([{ log: own }]);
    expect((await load(payload, theirs.id)).statusReason).toContain('《总店的》');
    const snapshot = await loadSnapshot({ payload, log: pooled, now: noon });
    expect(snapshot?.input.placed).toMatchObject([{ post: String(mine.id), feed: String(team.feed.id) }]);
    const manager = await contextFor(payload, team.manager, noon);
    const answer = await simulate(manager, { from: iso(morning), to: iso(noon + hour) });
    expect(answer.ok && answer.value.decisions).toMatchObject([{ title: '总店的', recorded: true }]);
  });

  it('a feed that leaves a pool in the second of its first release: a simulation tells of that once', async () => {
    const { pool, shop, theirs, pooled } = await twoShops();
    await make(payload, 'feeds', {
      name: '三店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      pool: pool.id,
    });
    await dyingBeforeVoids(payload, async () => {
      const snapshot = await loadSnapshot({ payload, log: pooled, now: noon });
      const decision = snapshot && plan({ ...snapshot.input, now: noon })[0];
      if (!snapshot || !decision) throw new Error('There was nothing to decide.');
      await payload.update({ collection: 'feeds', id: shop.id, data: { pool: null } });
      const entry = releaseEntry({ decision, snapshot, now: noon });
      expect(await appendAt(payload, snapshot.tail + 1, entry)).toBe('done');
    });
    await runPass({ payload, now: noon });
    const manager = await contextFor(payload, team.manager, noon);
    const answer = await simulate(manager, { from: iso(morning), to: iso(noon + hour) });
    const told = answer.ok ? answer.value.decisions.filter(({ post }) => post === String(theirs.id)) : [];
    expect(told).toMatchObject([{ title: '二店的', recorded: true }]);
  });

  it('a feed that joins a pool: nothing goes out in the pool before its old log is closed', async () => {
    const { mine, theirs, join, own, pooled } = await twoShops();
    const before = await loadSnapshot({ payload, log: own, now: noon });
    const decision = before && plan({ ...before.input, now: noon })[0];
    if (!before || !decision) throw new Error('There was nothing to decide.');
    const voids: string[] = [];
    await dyingBeforeVoids(payload, join);
    const undo = aroundEntries(payload, (rows, insert) => {
      voids.push(...rows.filter(({ type }) => type === 'void').map(({ log }) => String(log)));
      return insert();
    });
    // It has looked at the fences before the change was committed: now it reads the feed in its pool.
    await passOfLog({ payload, log: pooled, now: noon, stopped: false });
    undo();
    expect(voids).toEqual([own, pooled]);
    const entry = releaseEntry({ decision, snapshot: before, now: noon });
    expect(await appendAt(payload, before.tail + 1, entry)).not.toBe('done');
    const out = [...(await releasesOf(payload, mine)), ...(await releasesOf(payload, theirs))];
    expect(out).toMatchObject([{ log: pooled }]);
  });

  it('an approval cut off before its states were shown goes out in every pool', async () => {
    const { post } = await twoLogs();
    await payload.db.updateOne({ collection: 'posts', id: post.id, data: { cardStates: [] } });
    await runPass({ payload, now: noon });
    expect(await releasesOf(payload, post)).toHaveLength(2);
  });

  it('a pass that slept writes no states over those of a pass of another pool', async () => {
    const { post, logs } = await twoLogs();
    const snapshot = await loadSnapshot({ payload, log: logs[0], now: noon });
    if (!snapshot) throw new Error('There is no such log.');
    await runPass({ payload, now: noon });
    const { states } = await stored(post);
    const late = snapshotOfStatus(snapshot, String(post.id), 'released');
    expect(await syncStates(payload, late, { decisions: [], now: noon })).toMatchObject({
      written: 0,
      overtaken: 1,
    });
    expect((await stored(post)).states).toEqual(states);
  });

  it('a recall cut off after its commit is finished by the next pass', async () => {
    const { post } = await twoLogs();
    await runPass({ payload, now: noon });
    const ctx = await contextFor(payload, team.manager, noon);
    await dyingBeforeVoids(payload, async () => {
      await recallPost(ctx, { id: String(post.id), reason: '价格错了' }).catch(() => {});
    });
    await payload.db.deleteMany({ collection: 'releases', where: { type: { equals: 'recall' } } });
    await runPass({ payload, now: noon + 5_000 });
    const entries = await entriesOfPosts(payload, [String(post.id)]);
    const recalls = entries.filter(({ type }) => type === 'recall');
    expect(recalls.map(({ by, reason }) => [by, reason])).toEqual([
      [String(team.manager.id), expect.objectContaining({ zh: '已作废：价格错了' })],
      [String(team.manager.id), expect.objectContaining({ zh: '已作废：价格错了' })],
    ]);
    expect((await load(payload, post.id)).cards.map(({ state }) => state)).toEqual(['recalled', 'recalled']);
  });

  it('an approval that lapses keeps a card as released that nobody had shown as released yet', async () => {
    const { post, logs } = await twoLogs();
    await releaseIn(logs[0]);
    await payload.db.updateOne({ collection: 'posts', id: post.id, data: { body: '没人批准过' } });
    await runPass({ payload, now: noon });
    expect((await load(payload, post.id)).cards.map(({ state }) => state).sort()).toEqual([
      'released',
      'withdrawn',
    ]);
  });

  it('a release decided before an approval lapses finds the lapse in its log, in every log of the post', async () => {
    const { post, logs } = await twoLogs();
    const late = await loadSnapshot({ payload, log: logs[1], now: noon });
    const [decision] = late ? plan({ ...late.input, now: noon }) : [];
    if (!late || !decision) throw new Error('There was nothing to release.');
    await payload.db.updateOne({ collection: 'posts', id: post.id, data: { body: '没人批准过' } });
    await runPass({ payload, now: noon });
    const entry = releaseEntry({ decision, snapshot: late, now: noon });
    expect(await appendAt(payload, late.tail + 1, entry)).toBe('seq-taken');
    expect((await load(payload, post.id)).status).toBe('draft');
  });

  it('a card that goes out before the void of a lapse keeps its post released', async () => {
    const { post, logs } = await twoLogs();
    const late = await loadSnapshot({ payload, log: logs[1], now: noon });
    const [decision] = late ? plan({ ...late.input, now: noon }) : [];
    if (!late || !decision) throw new Error('There was nothing to release.');
    await payload.db.updateOne({ collection: 'posts', id: post.id, data: { body: '没人批准过' } });
    await dyingBeforeVoids(payload, () => runPass({ payload, now: noon }));
    await appendAt(payload, late.tail + 1, releaseEntry({ decision, snapshot: late, now: noon }));
    await completeOpenFences(payload);
    expect((await load(payload, post.id)).status).toBe('released');
  });

  it('a card that goes out before the void of an edit keeps its post released, whoever completes the fence', async () => {
    const { post, logs } = await twoLogs();
    const late = await loadSnapshot({ payload, log: logs[0], now: noon });
    const [decision] = late ? plan({ ...late.input, now: noon }) : [];
    if (!late || !decision) throw new Error('There was nothing to release.');
    await dyingBeforeVoids(payload, () =>
      payload.update({ collection: 'posts', id: post.id, data: { body: '改了' } }),
    );
    await appendAt(payload, late.tail + 1, releaseEntry({ decision, snapshot: late, now: noon }));
    await completeOpenFences(payload);
    expect((await load(payload, post.id)).status).toBe('released');
  });

  it('a pass that read a stop just before its end does not remember it', async () => {
    const { post, logs } = await twoLogs();
    const first = await passOfLog({ payload, log: logs[0], now: noon, stopped: true });
    expect(await releasesOf(payload, post)).toEqual([]);
    const { wake, tail } = first;
    const memory: Memory = new Map([[logs[0], { wake, tail, snapshot: null }]]);
    await runPass({ payload, now: noon + 5_000, memory });
    expect(await releasesOf(payload, post)).toHaveLength(2);
  });

  it('F26 one post that throws every time does not stop the others, and says so', async () => {
    const broken = await make(payload, 'feeds', {
      name: '坏的',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
    const bad = await approved({ title: '两处', feeds: [team.feed.id, broken.id] });
    const good = await approved({ title: '照发的' });
    // No door lets this in: a file that somebody edited, or a zone that a newer system has dropped.
    await payload.db.updateOne({
      collection: 'feeds',
      where: { id: { equals: broken.id } },
      data: { timezone: 'Mars/Olympus' },
    });
    const { error } = payload.logger;
    payload.logger.error = () => {};
    await runPass({ payload, now: noon });
    payload.logger.error = error;
    expect(await releasesOf(payload, good)).toHaveLength(1);
    expect(await releasesOf(payload, bad)).toHaveLength(0);
    expect((await load(payload, bad.id)).statusReason).toContain('时区');
    await payload.db.updateOne({
      collection: 'feeds',
      where: { id: { equals: broken.id } },
      data: { timezone: 'Asia/Shanghai' },
    });
    await runPass({ payload, now: noon + 5_000 });
    expect(await releasesOf(payload, bad)).toHaveLength(2);
  });
});
