import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { approveAll } from '@/server/posts/approveAll';
import { outlookOf } from '@/server/posts/outlookOf';
import { submit } from '@/server/posts/submit';
import { reviewOfPeriod } from '@/server/screens/period';
import { unsubmitted } from '@/server/screens/queue';
import { aTeam, clearWork, contextFor, type Made, make, type Team, writePost } from '../builders/team';
import { describeEachDatabase } from '../setup';

const now = Date.parse('2035-11-23T06:00:00+08:00');
const zone = 'Asia/Shanghai';
const at = (wall: string, day = 23) => new Date(`2035-11-${day}T${wall}:00+08:00`).toISOString();

describeEachDatabase('approving a day in one act', (app) => {
  let payload: Payload;
  let team: Team;

  const as = (person: Made, instant = now) => contextFor(payload, person, instant);
  const waiting = async (more: Record<string, unknown>, person = team.editor): Promise<string> => {
    const id = String((await writePost(payload, team, more)).id);
    if (person !== team.editor) await edit(id, { body: '主管自己改的' }, person);
    const submitted = await submit(await as(team.editor), { id });
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    return id;
  };
  const edit = async (id: string, data: Record<string, unknown>, person = team.editor) => {
    const { req } = await as(person);
    await payload.update({
      collection: 'posts',
      id,
      data: data as never,
      overrideAccess: false,
      user: req.user,
      req,
    });
  };
  const stored = async (id: string): Promise<Made> =>
    (await payload.findByID({ collection: 'posts', id, depth: 0 })) as unknown as Made;
  const approvals = async (id: string) =>
    (
      await payload.find({
        collection: 'approvals',
        where: { subject: { equals: `posts:${id}` } },
        sort: 'n',
      })
    ).docs;
  const dayOf = async (person = team.manager, instant = now) =>
    reviewOfPeriod(await as(person, instant), { unit: 'day', first: '2035-11-23' }, zone);
  const itemsOf = ({ posts }: Awaited<ReturnType<typeof dayOf>>) =>
    posts.map(({ id, contentHash }) => ({ post: id, contentHash }));

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
  });

  it('shows what waits of that day in due order, and of a week all of its days', async () => {
    const late = await waiting({ title: '晚', scheduledAt: at('23:59') });
    const early = await waiting({ title: '早', scheduledAt: at('00:00', 24) });
    const first = await waiting({ title: '先', scheduledAt: at('08:00') });
    await writePost(payload, team, { title: '草稿', scheduledAt: at('09:00') });
    const day = await dayOf();
    expect(day.posts.map(({ id }) => id)).toEqual([first, late]);
    expect(day.posts[0]).toMatchObject({ urgency: 'soon', against: [], forecast: [{ outcome: 'release' }] });
    expect(day).toMatchObject({ more: 0, shared: 0, decides: true });
    const week = await reviewOfPeriod(await as(team.manager), { unit: 'week', first: '2035-11-19' }, zone);
    expect(week.posts.map(({ id }) => id)).toEqual([first, late, early]);
    expect((await dayOf(team.editor)).decides).toBe(false);
  });

  it('plans them together: the second of two that share one place is deferred, and without the first it is not', async () => {
    await make(payload, 'cap-rules', {
      name: '卖货',
      kinds: ['sales'],
      scope: 'customer',
      counts: 'all',
      window: { unit: 'day' },
      limit: 1,
    });
    const one = await waiting({ title: '一', scheduledAt: at('12:00') });
    const two = await waiting({ title: '二', scheduledAt: at('20:00') });
    const outcomes = (cards: readonly { outcome: string }[] | undefined) =>
      cards?.map(({ outcome }) => outcome);
    const day = await dayOf();
    expect(day.posts.map(({ forecast }) => outcomes(forecast))).toEqual([['release'], ['defer']]);
    expect(day.proofs).toHaveLength(1);
    expect(day.proofs[0]).toMatchObject({ holds: true, fullest: { zh: expect.stringContaining('1/1') } });
    const alone = await outlookOf(await as(team.manager), [two]);
    if (!alone.ok) throw new Error();
    expect(outcomes(alone.value.forecasts[two])).toEqual(['release']);
    expect(alone.value.forecasts[one]).toBeUndefined();
    const answers = await approveAll(await as(team.manager), itemsOf(day));
    expect(answers).toEqual([
      { post: one, ok: true, status: 'approved' },
      { post: two, ok: true, status: 'deferred' },
    ]);
  });

  it('leaves out what changed meanwhile, and approves the others', async () => {
    const ids = [
      await waiting({ title: '一', scheduledAt: at('08:00') }),
      await waiting({ title: '二', scheduledAt: at('12:00') }),
      await waiting({ title: '三', scheduledAt: at('20:00') }),
    ];
    const shown = itemsOf(await dayOf());
    await edit(ids[1] ?? '', { body: '改过的文案' });
    const answers = await approveAll(await as(team.manager), shown);
    expect(answers).toMatchObject([
      { post: ids[0], ok: true, status: 'approved' },
      { post: ids[1], ok: false, code: 409, errors: [{ data: { code: 'content-changed' } }] },
      { post: ids[2], ok: true, status: 'approved' },
    ]);
    expect(await stored(ids[1] ?? '')).toMatchObject({ status: 'in-review' });
    const [submitted, approved] = await approvals(ids[0] ?? '');
    expect(submitted).toMatchObject({ decision: 'submitted' });
    expect(approved).toMatchObject({
      n: 2,
      decision: 'approved',
      by: String(team.manager.id),
      contentHash: shown[0]?.contentHash,
      view: { versions: [{ text: '早安，{{staff.name}} 今天推荐新品燕麦。' }] },
      evidence: { forecast: [{ outcome: 'release', at: Date.parse(at('08:00')) }] },
    });
    expect(await approvals(ids[1] ?? '')).toHaveLength(1);
  });

  it('leaves out the manager’s own change and what is too late, with the reasons that the page had', async () => {
    const own = await waiting({ title: '自己改的', scheduledAt: at('12:00') }, team.manager);
    const late = await waiting({ title: '太晚', scheduledAt: at('07:00') });
    const good = await waiting({ title: '好的', scheduledAt: at('20:00') });
    const later = now + 4 * 3_600_000;
    const day = await dayOf(team.manager, later);
    const against = Object.fromEntries(day.posts.map(({ id, against }) => [id, against]));
    expect(against).toEqual({
      [own]: ['这次的内容是您自己改的，需要另一位主管来通过。'],
      [late]: [expect.stringContaining('不能再下发')],
      [good]: [],
    });
    const answers = await approveAll(await as(team.manager, later), itemsOf(day));
    expect(answers).toMatchObject([
      { post: late, ok: false, code: 409, errors: [{ data: { code: 'too-late' } }] },
      { post: own, ok: false, code: 403, errors: [{ data: { code: 'own-change' } }] },
      { post: good, ok: true },
    ]);
    const other = await dayOf(team.otherManager, later);
    expect(other.posts.find(({ id }) => id === own)?.against).toEqual([]);
  });

  it('decides the same post once, and knows nothing of what is not there', async () => {
    const id = await waiting({ scheduledAt: at('12:00') });
    const [item] = itemsOf(await dayOf());
    if (!item) throw new Error();
    const nobody = { post: 'nonsense', contentHash: item.contentHash };
    expect(await approveAll(await as(team.manager), [item, nobody, item])).toMatchObject([
      { post: id, ok: true },
      { post: 'nonsense', ok: false, code: 404 },
      { post: id, ok: false, code: 409, errors: [{ data: { code: 'wrong-status' } }] },
    ]);
    expect(await approvals(id)).toHaveLength(2);
    expect(await approveAll(await as(team.editor), [item])).toMatchObject([{ ok: false, code: 403 }]);
  });

  it('puts its void into the log, so that a decision made before fails', async () => {
    await waiting({ title: '一', scheduledAt: at('12:00') });
    await waiting({ title: '二', scheduledAt: at('20:00') });
    const voids = () => payload.count({ collection: 'releases', where: { type: { equals: 'void' } } });
    const before = (await voids()).totalDocs;
    await approveAll(await as(team.manager), itemsOf(await dayOf()));
    expect((await voids()).totalDocs).toBe(before + 1);
    const open = await payload.count({ collection: 'fences', where: { done: { equals: false } } });
    expect(open.totalDocs).toBe(0);
  });

  it('names drafts and returned posts that are due within a day, and nothing else', async () => {
    await waiting({ title: '已提交', scheduledAt: at('12:00') });
    const soon = await writePost(payload, team, { title: '快到了', scheduledAt: at('20:00') });
    await writePost(payload, team, { title: '还早', scheduledAt: at('06:01', 24) });
    await writePost(payload, team, { title: '已过', scheduledAt: at('05:59') });
    const first = await writePost(payload, team, { title: '先', scheduledAt: at('06:00') });
    expect((await unsubmitted(await as(team.manager))).map(({ id, status }) => [id, status])).toEqual([
      [String(first.id), 'draft'],
      [String(soon.id), 'draft'],
    ]);
  });
});

describeEachDatabase(
  'a hundred posts',
  (app) => {
    it('are approved by the hashes that were shown in under five seconds', async () => {
      const { payload } = app;
      await clearWork(payload);
      const team = await aTeam(payload);
      await make(payload, 'cap-rules', {
        name: '间隔',
        kinds: [],
        scope: 'customer',
        counts: 'all',
        window: { unit: 'day' },
        minGapMinutes: 5,
      });
      const items: { post: string; contentHash: string }[] = [];
      for (let n = 0; n < 100; n += 1) {
        const scheduledAt = new Date(now + (60 + n * 9) * 60_000).toISOString();
        const id = String(
          (await writePost(payload, team, { title: `第 ${n} 条`, kind: 'knowledge', scheduledAt })).id,
        );
        const submitted = await submit(await contextFor(payload, team.editor, now), { id });
        if (!submitted.ok) throw new Error(JSON.stringify(submitted));
        items.push({ post: id, contentHash: String(submitted.value.contentHash) });
      }
      const ctx = await contextFor(payload, team.manager, now);
      const began = performance.now();
      const answers = await approveAll(ctx, items);
      const took = performance.now() - began;
      expect(answers.filter(({ ok }) => ok)).toHaveLength(100);
      expect(took).toBeLessThan(5000);
    });
  },
  { on: ['sqlite'] },
);
