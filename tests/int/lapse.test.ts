import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { decisionsOn, subjectOf } from '@/server/approvals/records';
import { approve } from '@/server/posts/approve';
import { submit } from '@/server/posts/submit';
import { withdraw } from '@/server/posts/withdraw';
import { runPass } from '@/server/scheduler/pass';
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

const morning = Date.parse('2035-11-23T09:00:00+08:00');
const noon = Date.parse('2035-11-23T12:00:00+08:00');

/** Runs `work` once, after a pass has read everything and before the first transaction in which it writes. */
function beforeItsWrite(payload: Payload, work: () => Promise<unknown>): void {
  const { beginTransaction } = payload.db;
  payload.db.beginTransaction = async (...options) => {
    payload.db.beginTransaction = beginTransaction;
    await work();
    return beginTransaction.apply(payload.db, options);
  };
}

describeEachDatabase('an approval of which a pass reads that it no longer covers its post', (app) => {
  let payload: Payload;
  let team: Team;
  let post: Made;

  /** Past every door: as a crash between a change and its lapse leaves it. */
  const writeBody = (body: string) =>
    payload.db.updateOne({ collection: 'posts', where: { id: { equals: post.id } }, data: { body } });
  const statusNow = async () =>
    (await payload.findByID({ collection: 'posts', id: post.id, depth: 0 })).status;
  const said = async () =>
    (await decisionsOn(payload, subjectOf(String(post.id)))).map(({ decision }) => decision);
  const id = () => ({ id: String(post.id) });

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    post = await approvedPost(payload, team, { scheduledAt: new Date(noon).toISOString() }, morning);
    await writeBody('没人批准过');
  });

  const takeBack = async () => withdraw(await contextFor(payload, team.editor, morning), id());
  const approveAnew = async () => {
    await takeBack();
    const submitted = await submit(await contextFor(payload, team.editor, morning), id());
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const contentHash = String(submitted.value.contentHash);
    const ctx = await contextFor(payload, team.manager, morning);
    expect(await approve(ctx, { ...id(), contentHash })).toMatchObject({ ok: true });
  };

  it('lapses', async () => {
    await runPass({ payload, now: morning });
    expect([await statusNow(), await said()]).toEqual(['draft', ['submitted', 'approved', 'lapsed']]);
  });

  it('stands when a manager has approved the new content in between', async () => {
    beforeItsWrite(payload, approveAnew);
    await runPass({ payload, now: morning });
    expect([await statusNow(), (await said()).at(-1)]).toEqual(['approved', 'approved']);
    await runPass({ payload, now: noon });
    expect(await releasesOf(payload, post.id)).toHaveLength(1);
  });

  it('stands, and its post goes out, when the content is what was approved again', async () => {
    const memory = new Map();
    beforeItsWrite(payload, () => writeBody(String(post.body)));
    await runPass({ payload, now: morning, memory });
    expect([await statusNow(), await said()]).toEqual(['approved', ['submitted', 'approved']]);
    await runPass({ payload, now: noon, memory });
    expect(await releasesOf(payload, post.id)).toHaveLength(1);
  });

  it('lapses once when another process was first', async () => {
    beforeItsWrite(payload, () => runPass({ payload, now: morning }));
    await runPass({ payload, now: morning });
    expect([await statusNow(), await said()]).toEqual(['draft', ['submitted', 'approved', 'lapsed']]);
  });

  it('leaves a withdrawal in between the last word', async () => {
    beforeItsWrite(payload, takeBack);
    await runPass({ payload, now: morning });
    expect([await statusNow(), await said()]).toEqual(['draft', ['submitted', 'approved', 'withdrawn']]);
  });
});
