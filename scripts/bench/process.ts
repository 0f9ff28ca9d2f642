/**
 * A process of a benchmark with the product in it. Says `ready`; then for each line on its input it does what is
 * asked and says `done` with what came of it as JSON: `burst POSTS AT` makes a world in which so many posts in 20
 * feeds are due at one instant, `pass NOW` makes a pass of the scheduler.
 */
import { createInterface } from 'node:readline';
import { runPass } from '../../src/server/scheduler/pass';
import { approvedPosts, makeFeeds, openPayload } from './world';

const payload = await openPayload();
const memory = new Map();

const acts: Record<string, (...args: number[]) => Promise<object>> = {
  async burst(posts = 0, at = 0) {
    const feeds = await makeFeeds(payload, 20);
    await approvedPosts(payload, { feeds, count: posts, at: () => at });
    return {};
  },
  async pass(now = 0) {
    const began = performance.now();
    const { acted, failed } = await runPass({ payload, now, memory, beginsAt: (process.pid % 8) / 8 });
    for (const { error } of failed) console.error(error);
    return { released: acted.length, ms: performance.now() - began };
  },
};

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [act = '', ...args] = line.split(' ');
  console.log(`done ${JSON.stringify(await acts[act]?.(...args.map(Number)))}`);
}
process.exit(0);
