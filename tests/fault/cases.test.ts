import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { decisionsOn } from '@/server/approvals/records';
import { catchUp } from '@/server/catchUp/report';
import { entriesWhere } from '@/server/log/read';
import { approve } from '@/server/posts/approve';
import { submit } from '@/server/posts/submit';
import { runPass } from '@/server/scheduler/pass';
import { aDayRule, anException, approvedScript, aScript } from '../builders/launch';
import {
  aPerson,
  approvedPost,
  aTeam,
  clearWork,
  contextFor,
  type Made,
  make,
  releasesOf,
  type Team,
  writePost,
} from '../builders/team';
import { describeEachDatabase, type EachDatabase } from '../setup';
import { atInsert } from './atInsert';
import { logOf } from './crew';
import { firstDay, hour } from './world';

const minute = 60_000;
const morning = firstDay + 6 * hour;
const noon = firstDay + 12 * hour;
const iso = (at: number) => new Date(at).toISOString();

interface Seen extends Made {
  status: string;
  statusReason: string | null;
  cards: { state: string; plannedAt: string | null; reason: string | null }[];
}

/** What MongoDB's driver and a network say when the answer to a write never comes. */
const timedOut = (): Error =>
  Object.assign(new Error('connection timed out'), { name: 'MongoNetworkTimeoutError' });

describeEachDatabase('a release', (app: EachDatabase) => {
  let payload: Payload;
  let team: Team;
  const approved = (more: Record<string, unknown>, when = morning, by = team) =>
    approvedPost(payload, by, more, when);
  const load = async ({ id }: Made) =>
    (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Seen;
  const released = async (post: Made) =>
    (await releasesOf(payload, post.id)) as (Made & { dueAt: string; releasedAt: string })[];

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
  });

  it('F5 the database answers "timeout" after it did the insert: the next pass finds its own entries, and nothing goes out twice', async () => {
    const [post, next] = [
      await approved({ title: '没听到回答', scheduledAt: iso(noon) }),
      await approved({ title: '下一条', scheduledAt: iso(noon) }),
    ];
    let lost = 0;
    const undo = atInsert(
      payload,
      'after',
      ({ type }) => type === 'release' && lost === 0,
      () => {
        lost += 1;
        return Promise.reject(timedOut());
      },
    );
    const first = await runPass({ payload, now: noon });
    undo();
    expect([lost, first.acted]).toEqual([1, []]);
    expect(first.failed.map(({ error }) => String(error))).toEqual([
      expect.stringContaining('OutcomeUnknown'),
    ]);
    const second = await runPass({ payload, now: noon + 5_000 });
    expect([second.acted, second.failed]).toEqual([[], []]);
    for (const one of [post, next]) {
      expect(await released(one)).toHaveLength(1);
      expect((await load(one)).status).toBe('released');
    }
    const own = await entriesWhere(payload, { log: { equals: await logOf(payload, team.feed) } });
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, n) => n + 1));
  });

  it('F8 down from 08:55 to 09:40: 08:00 has expired, 09:00 and 09:30 come late, in order, half an hour apart; all in the report', async () => {
    const at = (clock: number) => firstDay + clock * hour;
    await payload.updateGlobal({ slug: 'settings', data: { graceMinutes: 60 } });
    await make(payload, 'cap-rules', {
      name: '两条至少隔半小时',
      counts: 'all',
      scope: 'customer',
      window: { unit: 'day' },
      minGapMinutes: 30,
    });
    const [half, eight, nine] = [
      await approved({ title: '九点半', scheduledAt: iso(at(9.5)) }),
      await approved({ title: '八点', scheduledAt: iso(at(8)) }),
      await approved({ title: '九点', scheduledAt: iso(at(9)) }),
    ];
    // The last pass long before; 08:00 was not there to be released by it.
    await runPass({ payload, now: at(7.5) });
    const back = at(9) + 40 * minute;
    const first = await runPass({ payload, now: back });
    const between = await runPass({ payload, now: back + 30 * minute - 1 });
    const last = await runPass({ payload, now: back + 30 * minute });
    await payload.updateGlobal({ slug: 'settings', data: { graceMinutes: 120 } });
    const acts = [first, between, last].map(({ acted }) =>
      acted.map(({ post, outcome }) => `${post} ${outcome}`),
    );
    expect(acts.map((list) => list.sort())).toEqual([
      [`${eight.id} expire`, `${nine.id} release`].sort(),
      [],
      [expect.stringMatching(new RegExp(`^${half.id} (release|defer)$`))],
    ]);
    const own = await entriesWhere(payload, {
      and: [{ log: { equals: await logOf(payload, team.feed) } }, { type: { equals: 'release' } }],
    });
    expect(own).toMatchObject([
      { post: String(nine.id), dueAt: iso(back), releasedAt: iso(back) },
      { post: String(half.id), dueAt: iso(back + 30 * minute) },
    ]);
    expect(own.map(({ reason }) => (reason as { zh: string }).zh)).toEqual([
      expect.stringMatching(/09:00/),
      expect.stringMatching(/09:30|半小时/),
    ]);
    const expired = await load(eight);
    expect([expired.status, expired.statusReason]).toEqual([
      'expired',
      expect.stringMatching(/08:00.*09:00/),
    ]);
    const report = await catchUp(await contextFor(payload, team.manager, back + hour), at(9) - 5 * minute);
    expect(report?.late.map(({ post, at: out }) => [post, out])).toEqual([
      [String(nine.id), back],
      [String(half.id), back + 30 * minute],
    ]);
    expect(report?.expired.map(({ post }) => post)).toEqual([String(eight.id)]);
  });

  it('F9 a post scheduled in the past: refused with the reason after its grace, released at once within it', async () => {
    const past = noon - 3 * hour;
    const post = await writePost(payload, team, { scheduledAt: iso(past) });
    const id = String(post.id);
    const tooLate = await submit(await contextFor(payload, team.editor, noon), { id });
    expect(tooLate).toMatchObject({
      ok: false,
      status: 400,
      errors: [{ message: expect.stringMatching(/09:00.*120 分钟/) }],
    });
    // Submitted in time, approved after the grace.
    const inTime = await submit(await contextFor(payload, team.editor, past - hour), { id });
    if (!inTime.ok) throw new Error(JSON.stringify(inTime));
    const given = { id, contentHash: String(inTime.value.contentHash) };
    expect(await approve(await contextFor(payload, team.manager, noon), given)).toMatchObject({
      ok: false,
      status: 409,
      errors: [{ message: expect.stringMatching(/09:00.*120 分钟/) }],
    });
    expect((await load(post)).status).toBe('in-review');
    // Within it: the answer says that it goes out at once, and it does.
    const within = past + hour;
    const outcome = await approve(await contextFor(payload, team.manager, within), given);
    expect(outcome).toMatchObject({ ok: true });
    const [card] = (await load(post)).cards;
    expect([card?.plannedAt, card?.reason]).toEqual([
      iso(past),
      expect.stringMatching(/晚了 60 分钟.*09:00/),
    ]);
    await runPass({ payload, now: within });
    expect(await released(post)).toMatchObject([{ dueAt: iso(within) }]);
  });

  it.each(['before', 'after'] as const)(
    'F12 moved later right %s the insert at its old time: one release, in one of the two orders',
    async (when) => {
      const post = await approved({ scheduledAt: iso(noon) });
      const tries: unknown[] = [];
      const undo = atInsert(
        payload,
        when,
        ({ type }) => type === 'release' && tries.length === 0,
        async () => {
          tries.push(null);
          tries[0] = await payload
            .update({ collection: 'posts', id: post.id, data: { scheduledAt: iso(noon + hour) } })
            .then(() => 'moved')
            .catch(String);
        },
      );
      await runPass({ payload, now: noon });
      undo();
      if (when === 'before') {
        expect(tries).toEqual(['moved']);
        expect(await released(post)).toEqual([]);
      }
      await runPass({ payload, now: noon + hour - 1 });
      await runPass({ payload, now: noon + hour });
      const [release, ...more] = await released(post);
      expect(more).toEqual([]);
      expect(release?.dueAt).toBe(iso(when === 'before' ? noon + hour : noon));
      expect((await load(post)).status).toBe('released');
    },
  );

  const aTeamThatLeaves = async (): Promise<Team> => ({
    ...team,
    editor: await aPerson(payload, '离职小编', ['editor']),
    manager: await aPerson(payload, '离职主管', ['manager']),
  });
  /** Through the doors; a person who has decided anything is not deleted there. */
  const demote = async ({ editor, manager }: Team) => {
    await payload.update({ collection: 'users', id: editor.id, data: { roles: ['staff'] } });
    await payload.update({ collection: 'users', id: manager.id, data: { active: false } });
    await expect(payload.delete({ collection: 'users', id: editor.id })).rejects.toThrow();
  };
  /** Past every door: somebody in the database itself. */
  const erase = async ({ editor, manager }: Team) => {
    for (const { id } of [editor, manager])
      await payload.db.deleteMany({ collection: 'users', where: { id: { equals: id } } });
  };
  const trailOf = async (subject: string) =>
    (await decisionsOn(payload, subject)).map(({ n, decision, byName }) => [n, decision, byName]);
  const trail = [
    [1, 'submitted', '离职小编'],
    [2, 'approved', '离职主管'],
  ];

  it.each([
    ['the editor is demoted and the manager switched off', demote],
    ['the editor and the manager are gone', erase],
  ])('F16 %s: the post goes out, the trail names who approved', async (_, leave) => {
    const own = await aTeamThatLeaves();
    const post = await approved({ scheduledAt: iso(noon) }, morning, own);
    await leave(own);
    await runPass({ payload, now: noon });
    const [release] = await released(post);
    expect(await trailOf(`posts:${post.id}`)).toEqual(trail);
    expect(release?.approval).toBe(2);
  });

  it.each([
    ['the editor is demoted and the manager switched off', demote],
    ['the editor and the manager are gone', erase],
  ])('F16 %s: the exceptions of their launch hold, the trail names who approved', async (_, leave) => {
    const own = await aTeamThatLeaves();
    const rule = await aDayRule(payload, { limit: 1 });
    const days = { from: iso(firstDay), to: iso(firstDay + 24 * hour) };
    const data = aScript([anException(rule, { ...days, limit: 2 })], { launchAt: iso(noon) });
    const script = await approvedScript(payload, own, data, morning);
    const posts = [
      await approved({ scheduledAt: iso(noon - hour) }, morning, own),
      await approved({ scheduledAt: iso(noon), launchScript: script.id }, morning, own),
    ];
    await leave(own);
    for (const now of [noon - hour, noon]) await runPass({ payload, now });
    for (const post of posts) expect(await released(post)).toHaveLength(1);
    expect(await trailOf(`launch-scripts:${script.id}`)).toEqual(trail);
  });
});
