/**
 * A process of a benchmark with the product in it. Says `ready`; then for each line on its input it does what is
 * asked and says `done` with what came of it as JSON: `burst POSTS AT` makes a world in which so many posts in 20
 * feeds are due at one instant, `reader POSTS AT` adds a member of staff with cards of another feed, `pass NOW` makes
 * a pass of the scheduler.
 */
import { createInterface } from 'node:readline';
import type { Where } from 'payload';
import { runPass } from '../../src/server/scheduler/pass';
import { turnsOf } from '../../src/server/scheduler/turn';
import { approvedPosts, makeFeed, makeReader, makeRule, openPayload } from './world';

const payload = await openPayload();
const memory = new Map();
const turns = turnsOf(payload);

const acts: Record<string, (...args: number[]) => Promise<object>> = {
  async burst(posts = 0, at = 0) {
    await makeRule(payload);
    const feeds = [];
    for (let n = 1; n <= 20; n += 1) feeds.push(await makeFeed(payload, `feed ${n}`));
    await approvedPosts(payload, { feeds, count: posts, at: () => at });
    return {};
  },
  async reader(posts = 0, at = 0) {
    const feed = await makeFeed(payload, 'feed of the reader', [await makeReader(payload)]);
    await approvedPosts(payload, { feeds: [feed], count: posts, at: () => at });
    return {};
  },
  async pass(now = 0) {
    let released = 0;
    await turns.inTurn(async () => {
      const { acted, failed } = await runPass({ payload, now, memory, beginsAt: (process.pid % 8) / 8 });
      for (const { error } of failed) console.error(error);
      released = acted.length;
    });
    return { released };
  },
  async idle(passes = 0) {
    const now = Date.parse('2035-06-01T09:00:00+08:00');
    const inUse = () => {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      return { heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 };
    };
    const some = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        await runPass({ payload, now: now + n, memory });
        // A tick comes from the event loop, on which the native side of a statement is given back.
        await new Promise((next) => setImmediate(next));
      }
    };
    await some(Math.min(2_000, Math.ceil(passes / 4)));
    const before = inUse();
    const used = process.cpuUsage();
    await some(passes);
    const { user, system } = process.cpuUsage(used);
    return { ms: (user + system) / 1000 / passes, before, after: inUse() };
  },
  /**
   * What a team would write first: for each card three rules are counted by query, and then it is released. No log's
   * order, approval, hash, frozen content, profiles, gaps, plan or state of a post; two at once would break the cap.
   */
  async naive(cards = 0) {
    const began = performance.now();
    for (let n = 0; n < cards; n += 1) {
      const feed = String(n % 20);
      const where: Where = { and: [{ feed: { equals: feed } }, { localDate: { equals: '2035-06-01' } }] };
      for (let rule = 0; rule < 3; rule += 1) await payload.db.count({ collection: 'releases', where });
      const key = `naive:${n}`;
      const row = { log: `naive:${feed}`, seq: n + 1, type: 'release', key, feed, localDate: '2035-06-01' };
      const at = new Date(began).toISOString();
      await payload.db.create({ collection: 'releases', data: { ...row, at } as never, returning: false });
    }
    return { ms: performance.now() - began };
  },
};

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [act = '', ...args] = line.split(' ');
  console.log(`done ${JSON.stringify(await acts[act]?.(...args.map(Number)))}`);
}
process.exit(0);
