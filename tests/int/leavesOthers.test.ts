import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import type { LogId } from '@/core/model';
import { type Memory, runPass } from '@/server/scheduler/pass';
import { approvedPost, aTeam, clearWork, make, releasesOf } from '../builders/team';
import { describeEachDatabase } from '../setup';

const due = Date.parse('2035-11-23T12:00:00+08:00');

describeEachDatabase('a pass that meets another process', (app) => {
  let payload: Payload;
  const posts: { id: string | number }[] = [];
  const logs: LogId[] = [];

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    const team = await aTeam(payload);
    const other = await make(payload, 'feeds', {
      name: '二店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      quietHours: { from: null, to: null },
    });
    posts.length = 0;
    logs.length = 0;
    for (const feed of [team.feed, other]) {
      const more = { title: `给${feed.id}`, feeds: [feed.id], scheduledAt: new Date(due).toISOString() };
      posts.push(await approvedPost(payload, team, more, due - 3_600_000));
      logs.push(`feed:${feed.id}` as LogId);
    }
  });

  const released = async () =>
    (await Promise.all(posts.map(({ id }) => releasesOf(payload, id)))).map(({ length }) => length);

  /** Lets somebody else release everything as soon as this pass comes to its first log. */
  const meeting = async (memory: Memory, leavesOthers: boolean) => {
    const { find } = payload.db;
    let met = false;
    payload.db.find = (async (args: Parameters<typeof find>[0]) => {
      if (!met && args.collection === 'posts') {
        met = true;
        await runPass({ payload, now: due });
      }
      return find.call(payload.db, args);
    }) as typeof find;
    try {
      return await runPass({ payload, now: due, memory, leavesOthers });
    } finally {
      payload.db.find = find;
    }
  };

  it('leaves a log where the other has been at work to the next pass, which finds nothing left', async () => {
    const memory: Memory = new Map();
    const { acted, failed } = await meeting(memory, true);
    expect([acted, failed]).toEqual([[], []]);
    expect(logs.filter((log) => memory.has(log))).toHaveLength(1);
    expect(await released()).toEqual([1, 1]);
    await runPass({ payload, now: due + 5_000, memory, leavesOthers: true });
    expect(logs.filter((log) => memory.has(log))).toHaveLength(2);
    expect(await released()).toEqual([1, 1]);
  });

  it('looks into every log where no other pass follows', async () => {
    const memory: Memory = new Map();
    await meeting(memory, false);
    expect(logs.filter((log) => memory.has(log))).toHaveLength(2);
    expect(await released()).toEqual([1, 1]);
  });
});
