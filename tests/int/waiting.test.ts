import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { entriesOfPosts } from '@/server/log/read';
import { withdraw } from '@/server/posts/withdraw';
import { runPass } from '@/server/scheduler/pass';
import { aDayRule } from '../builders/launch';
import {
  approvedPost,
  aTeam,
  clearWork,
  contextFor,
  type Made,
  releasesOf,
  type Team,
} from '../builders/team';
import { describeEachDatabase } from '../setup';

const at = (day: 21 | 22 | 23, wall: string) => Date.parse(`2035-11-${day}T${wall}:00+08:00`);

describeEachDatabase('a card that an earlier pass put on the next day', (app) => {
  let payload: Payload;
  let team: Team;
  let waiting: Made;

  const approved = (title: string, when: number, now: number, priority = 0) =>
    approvedPost(payload, team, { title, scheduledAt: new Date(when).toISOString(), priority }, now);
  const pass = (now: number) => runPass({ payload, now });
  const stands = async () => {
    const { status, cards } = (await payload.findByID({
      collection: 'posts',
      id: waiting.id,
      depth: 0,
    })) as unknown as { status: string; cards: { state: string; reason: string }[] };
    return [status, cards[0]?.state, cards[0]?.reason];
  };
  const ends = async () =>
    (await entriesOfPosts(payload, [String(waiting.id)])).flatMap((entry) =>
      entry.type === 'end' ? [[entry.outcome, entry.at]] : [],
    );

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    await aDayRule(payload, { counts: 'all', limit: 1 });
    await approved('第一条', at(21, '12:00'), at(21, '09:00'));
    waiting = await approved('等位的', at(21, '20:00'), at(21, '09:00'));
    await pass(at(21, '12:00'));
    await pass(at(21, '20:00'));
    expect((await stands()).slice(0, 2)).toEqual(['deferred', 'deferred']);
  });

  /** Both days on which it may still go out are taken by posts that go first. */
  const takeItsRoom = async (): Promise<Made> => {
    await approved('也抢先', at(23, '12:00'), at(22, '08:00'), 5);
    return approved('抢先的', at(22, '12:00'), at(22, '08:00'), 5);
  };

  it('is held at the instant for which it waited when it finds no room any more, and has not expired', async () => {
    await takeItsRoom();
    for (const wall of ['08:00', '09:00', '12:00', '19:59']) {
      await pass(at(22, wall));
      expect([wall, await ends()]).toEqual([wall, []]);
      expect(await stands()).toEqual(['approved', 'planned', expect.stringContaining('《抢先的》')]);
    }
    await pass(at(22, '20:00'));
    expect(await ends()).toEqual([['hold', new Date(at(22, '20:00')).toISOString()]]);
    expect(await stands()).toEqual(['held', 'held', expect.stringContaining('《抢先的》')]);
    expect(await releasesOf(payload, waiting.id)).toEqual([]);
  });

  it('goes out at that instant when the room is there again in time', async () => {
    const first = await takeItsRoom();
    await pass(at(22, '09:00'));
    const ctx = await contextFor(payload, team.editor, at(22, '10:00'));
    expect(await withdraw(ctx, { id: String(first.id) })).toMatchObject({ ok: true });
    await pass(at(22, '10:00'));
    expect((await stands()).slice(0, 2)).toEqual(['deferred', 'deferred']);
    await pass(at(22, '20:00'));
    expect(await releasesOf(payload, waiting.id)).toMatchObject([
      { dueAt: new Date(at(22, '20:00')).toISOString() },
    ]);
  });
});
