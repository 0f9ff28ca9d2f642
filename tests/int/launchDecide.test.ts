import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { loadExceptions } from '@/server/launches/exceptions';
import { requestScriptChanges } from '@/server/launches/requestChanges';
import { reviewOfScript, type ScriptReview } from '@/server/launches/review';
import { submitScript } from '@/server/launches/submit';
import { withdrawScript } from '@/server/launches/withdraw';
import type { Outcome } from '@/server/outcome';
import { reviewOf } from '@/server/posts/review';
import { runPass } from '@/server/scheduler/pass';
import { launchScreenOf } from '@/server/screens/launch';
import { launchesOf } from '@/server/screens/launches';
import { scriptScreen } from '@/server/screens/script';
import { aDayRule, anException, aScript, writeScript } from '../builders/launch';
import {
  aTeam,
  clearWork,
  contextFor,
  type Made,
  make,
  releasesOf,
  type Team,
  writePost,
} from '../builders/team';
import { describeEachDatabase } from '../setup';

const at = (wall: string): number => Date.parse(`2035-11-${wall}:00+08:00`);
const now = at('01T10:00');

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
};
const said = (outcome: Outcome<unknown>): string =>
  outcome.ok ? 'done' : `${outcome.status} ${outcome.errors.map(({ message }) => message).join(' / ')}`;

describeEachDatabase('the decision on a whole launch script', (app) => {
  let payload: Payload;
  let team: Team;
  let rule: Made;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    rule = await aDayRule(payload);
  });

  const as = (person: Made, when = now) => contextFor(payload, person, when);

  /** A script with posts at these times, submitted by the editor. */
  const submitted = async (
    times: Readonly<Record<string, string>> = { 预告: '10T20:00', 开售: '11T20:00', 谢谢: '12T20:00' },
    when = now,
  ): Promise<Made> => {
    const script = await writeScript(payload, team, aScript([anException(rule)]));
    for (const [title, wall] of Object.entries(times)) {
      await writePost(payload, team, {
        title,
        body: `${title}的文案`,
        scheduledAt: new Date(at(wall)).toISOString(),
        launchScript: script.id,
      });
    }
    return value(await submitScript(await as(team.editor, when), { id: String(script.id) })) as Made;
  };
  const review = async ({ id }: Made, when = now, person = team.manager): Promise<ScriptReview> =>
    value(await reviewOfScript(await as(person, when), String(id)));
  const givenBy = ({ id, contentHash, posts }: ScriptReview) => ({
    id: String(id),
    contentHash,
    posts: posts.map(({ post, contentHash: hash, waits }) => ({ post, contentHash: hash, waits })),
  });
  const approve = async (shown: ScriptReview, person = team.manager, when = now) =>
    approveScript(await as(person, when), givenBy(shown));
  const edit = async (
    collection: 'posts' | 'launch-scripts' | 'products',
    id: unknown,
    data: object,
    who = team.editor,
  ) => {
    const { req } = await as(who);
    return payload.update({
      collection,
      id: String(id),
      data: data as never,
      overrideAccess: false,
      user: req.user,
      req,
      depth: 0,
    });
  };
  const postOf = ({ posts }: ScriptReview, title: string) => {
    const found = posts.find((post) => post.title === title);
    if (!found) throw new Error(title);
    return found;
  };
  const statuses = async (script: Made) =>
    Object.fromEntries((await review(script)).posts.map(({ title, status }) => [title, status]));
  const stored = async (id: unknown) =>
    (await payload.findByID({ collection: 'posts', id: String(id), depth: 0 })) as unknown as Made;

  it('approves the script and every post of it as they were shown, each bound to its own hash', async () => {
    const script = await submitted();
    const shown = await review(script);
    expect(said(await approve(shown))).toBe('done');
    const { docs } = await payload.find({
      collection: 'approvals',
      where: { decision: { equals: 'approved' } },
      pagination: false,
      depth: 0,
    });
    expect(new Map(docs.map(({ subject, contentHash }) => [subject, contentHash]))).toEqual(
      new Map<string, string>([
        [`launch-scripts:${script.id}`, shown.contentHash],
        ...shown.posts.map(({ post, contentHash }) => [`posts:${post}`, contentHash] as const),
      ]),
    );
    expect(await statuses(script)).toEqual({ 预告: 'approved', 开售: 'approved', 谢谢: 'approved' });
  });

  describe('what changed between looking and approving is refused and named', () => {
    it.each<[string, (shown: ScriptReview, script: Made) => Promise<unknown>, RegExp]>([
      [
        'the words of a post',
        (shown) => edit('posts', postOf(shown, '开售').post, { body: '改了' }),
        /：「开售」改过，/,
      ],
      [
        'the time of a post',
        (shown) =>
          edit('posts', postOf(shown, '谢谢').post, { scheduledAt: new Date(at('13T20:00')).toISOString() }),
        /：「谢谢」改过，/,
      ],
      [
        'two posts',
        async (shown) => {
          await edit('posts', postOf(shown, '预告').post, { body: '一' });
          await edit('posts', postOf(shown, '谢谢').post, { body: '二' });
        },
        /：「预告」改过、「谢谢」改过，/,
      ],
      [
        'a post that was taken out',
        (shown) => edit('posts', postOf(shown, '谢谢').post, { launchScript: null }),
        /：「谢谢」拿掉了，/,
      ],
      [
        'a post that was added',
        (_, script) =>
          writePost(payload, team, {
            title: '加的',
            launchScript: script.id,
            scheduledAt: new Date(at('13T09:00')).toISOString(),
          }),
        /：「加的」新加的，/,
      ],
      [
        'an exception',
        (shown) => edit('launch-scripts', shown.id, aScript([anException(rule, { limit: 9 })])),
        /有改动：剧本本身，/,
      ],
      [
        'the name, which every post shows',
        (shown) => edit('launch-scripts', shown.id, { name: '坚果上市' }),
        /：剧本本身、「预告」改过、「开售」改过、「谢谢」改过，/,
      ],
    ])('%s', async (_, change, message) => {
      const script = await submitted();
      const shown = await review(script);
      await change(shown, script);
      const outcome = await approve(shown);
      expect(outcome).toMatchObject({ ok: false, status: 409 });
      expect(said(outcome)).toMatch(message);
      expect(Object.values(await statuses(script))).not.toContain('approved');
      expect(await loadExceptions(payload)).toEqual([]);
    });

    it('a product whose price the copy says', async () => {
      const product = await make(payload, 'products', { name: '燕麦', price: 39 });
      const script = await submitted({ 开售: '11T20:00' });
      await edit('posts', (await review(script)).posts[0]?.post, {
        product: product.id,
        body: '{{product.price}} 元',
      });
      const shown = await review(script);
      await edit('products', product.id, { price: 49 });
      expect(said(await approve(shown))).toMatch(/^409 .*：「开售」改过，/);
    });
  });

  it('two managers at once: one decides, the other is told that it is decided', async () => {
    const script = await submitted();
    const shown = await review(script);
    const given = givenBy(shown);
    const [one, other] = [await as(team.manager), await as(team.otherManager)];
    const outcomes = await Promise.all([approveScript(one, given), approveScript(other, given)]);
    expect(outcomes.map(said).sort()).toEqual([
      '409 这个剧本现在是「已通过」，不能通过。请刷新后再看。',
      'done',
    ]);
    const decided = (await review(script)).decisions.map(({ n, decision }) => [n, decision]);
    expect(decided).toEqual([
      [2, 'approved'],
      [1, 'submitted'],
    ]);
  });

  it('one approves while the other sends it back: one decision, and the other is refused', async () => {
    const script = await submitted();
    const shown = await review(script);
    const [one, other] = [await as(team.manager), await as(team.otherManager)];
    const outcomes = await Promise.all([
      approveScript(one, givenBy(shown)),
      requestScriptChanges(other, { id: String(script.id), comment: '再想想' }),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ status: 409 });
    expect((await review(script)).decisions).toHaveLength(2);
  });

  it('F13 F15 an edit during an approval: before it, the approval is refused; after it, the post is out of the plan', async () => {
    const script = await submitted();
    const shown = await review(script);
    const { post } = postOf(shown, '开售');
    const ctx = await as(team.manager);
    const [outcome] = await Promise.all([
      approveScript(ctx, givenBy(shown)),
      edit('posts', post, { body: '同时改的' }),
    ]);
    // One order or the other: never is what was not shown approved.
    if (outcome.ok) expect((await stored(post)).status).toBe('draft');
    else expect(said(outcome)).toMatch(/^409 .*「开售」改过/);
    const pass = await runPass({ payload, now: at('11T20:00') + 1000 });
    expect(pass.acted.map(({ card }) => String(card).split(':')[0])).not.toContain(post);
    expect(await releasesOf(payload, post)).toEqual([]);
  });

  it.each([
    ['edit first', true],
    ['approval first', false],
  ])('F13 in either order nothing unseen is approved: %s', async (_, editFirst) => {
    const script = await submitted();
    const shown = await review(script);
    const { post } = postOf(shown, '开售');
    const change = () => edit('posts', post, { body: '改了一句' });
    if (editFirst) await change();
    const outcome = await approve(shown);
    if (!editFirst) await change();
    expect(outcome.ok).toBe(!editFirst);
    expect((await stored(post)).status).toBe(editFirst ? 'in-review' : 'draft');
    await runPass({ payload, now: at('11T20:00') + 1000 });
    expect(await releasesOf(payload, post)).toEqual([]);
  });

  it('F14 two who save a step of the script from one version: what the manager saw is the first, and is refused', async () => {
    const script = await submitted();
    const shown = await review(script);
    const { post } = postOf(shown, '开售');
    await edit('posts', post, { body: '第一位改的' });
    const second = await review(script);
    await edit('posts', post, { body: '第二位改的' }, team.otherManager);
    expect(said(await approve(shown))).toMatch(/^409/);
    expect(said(await approve(second))).toMatch(/^409 .*「开售」改过/);
    expect(said(await approve(await review(script)))).toBe('done');
  });

  it('after the grace or the expiry of a step it is refused by the step’s name', async () => {
    const script = await submitted({ 预告: '10T20:00', 开售: '11T20:00' });
    const late = at('10T22:30');
    const shown = await review(script, late);
    expect(shown.gaps.filter(({ stop }) => stop).map(({ say }) => say)).toEqual([
      expect.stringMatching(/^「预告」计划时间 2035-11-10 20:00 已过去超过 120 分钟/),
    ]);
    expect(said(await approve(shown, team.manager, late))).toMatch(/^409 「预告」计划时间.*不能再下发/);
    await edit('posts', postOf(shown, '预告').post, {
      expiresAt: new Date(at('10T21:00')).toISOString(),
    });
    const expired = await review(script, at('10T21:30'));
    expect(said(await approve(expired, team.manager, at('10T21:30')))).toMatch(
      /^409 「预告」已过「过期时间」/,
    );
  });

  it('within the grace it says that it goes out at once, and it does', async () => {
    const script = await submitted({ 预告: '10T20:00', 开售: '11T20:00' });
    const when = at('10T21:00');
    expect((await review(script, at('10T19:00'))).atOnce).toBe(false);
    const shown = await review(script, when);
    expect(shown.atOnce).toBe(true);
    value(await approve(shown, team.manager, when));
    await runPass({ payload, now: when + 5000 });
    expect(await releasesOf(payload, postOf(shown, '预告').post)).toHaveLength(1);
    expect(await releasesOf(payload, postOf(shown, '开售').post)).toEqual([]);
  });

  it('who changed one step of it does not approve it', async () => {
    const script = await submitted();
    await edit('posts', postOf(await review(script), '谢谢').post, { body: '主管改的' }, team.manager);
    const shown = await review(script);
    expect(shown.mayNotApprove).toEqual(['这次的剧本是您自己改的，需要另一位主管来通过。']);
    expect(said(await approve(shown))).toBe('403 这次的剧本是您自己改的，需要另一位主管来通过。');
    expect(said(await approve(await review(script, now, team.otherManager), team.otherManager))).toBe('done');
  });

  it.each([
    ['took a step out of it', { launchScript: null }],
    ['gave a step to another script', 'other'],
  ] as const)('nor does who %s', async (_, change) => {
    const script = await submitted();
    const other = await writeScript(payload, team, aScript([], { name: '另一场' }));
    const data = change === 'other' ? { launchScript: other.id } : change;
    await edit('posts', postOf(await review(script), '谢谢').post, data, team.manager);
    const shown = await review(script);
    expect(said(await approve(shown))).toBe('403 这次的剧本是您自己改的，需要另一位主管来通过。');
    value(await approve(await review(script, now, team.otherManager), team.otherManager));
    // From then on it is another's: of a later change the first decides again.
    await edit('posts', postOf(await review(script), '预告').post, { body: '编辑改的' });
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    expect(said(await approve(await review(script)))).toBe('done');
  });

  it('a comment on a single step stays with it, on its own page too, until it is approved', async () => {
    const script = await submitted();
    const { post } = postOf(await review(script), '开售');
    const sent = {
      id: String(script.id),
      comment: '差一点',
      steps: [{ post, comment: '价格写清楚' }],
    };
    value(await requestScriptChanges(await as(team.manager), sent));
    expect(await statuses(script)).toEqual({ 预告: 'draft', 开售: 'changes-requested', 谢谢: 'draft' });
    expect(await stored(post)).toMatchObject({ statusReason: '王主管：价格写清楚' });
    const own = value(await reviewOf(await as(team.editor), post));
    expect(own.decisions[0]).toMatchObject({ decision: 'changes-requested', comment: '价格写清楚' });
    const returned = await review(script);
    expect(returned.decisions[0]).toMatchObject({ comment: '差一点', steps: { [post]: '价格写清楚' } });
    await edit('posts', post, { body: '39.9 元' });
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const again = await review(script);
    expect(again.posts.map(({ title, returned: one }) => [title, one?.comment ?? null])).toEqual([
      ['预告', null],
      ['开售', '价格写清楚'],
      ['谢谢', null],
    ]);
    const alone = async () => value(await reviewOf(await as(team.manager), post)).lastReturned;
    expect((await alone())?.versions[0]?.text).toBe('开售的文案');
    value(await approve(again));
    expect(await alone()).toBeNull();
    expect((await review(script)).posts.map(({ returned: one }) => one)).toEqual([null, null, null]);
  });

  describe('27: what was sent back', () => {
    const back = async () => {
      const script = await submitted();
      const { post } = postOf(await review(script), '开售');
      const sent = { id: String(script.id), comment: '差一点', steps: [{ post, comment: '价格写清楚' }] };
      value(await requestScriptChanges(await as(team.manager, now + 1000), sent));
      return { script, post };
    };
    const page = async (script: Made) =>
      value(await launchScreenOf(await as(team.editor), String(script.id))).returned;

    it('leads the page until it is submitted again, each step with what was asked and whether it was changed', async () => {
      const { script, post } = await back();
      const said = { byName: '王主管', at: new Date(now + 1000).toISOString() };
      const step = { ...said, post, title: '开售', comment: '价格写清楚', changed: false };
      expect(await page(script)).toEqual({ whole: { ...said, comment: '差一点' }, steps: [step] });
      await edit('posts', post, { body: '39.9 元' });
      expect(await page(script)).toMatchObject({ steps: [{ post, changed: true }] });
      value(await submitScript(await as(team.editor), { id: String(script.id) }));
      expect(await page(script)).toBeNull();
    });

    it('stays where what is approved of it lapses meanwhile', async () => {
      const { script, post } = await back();
      const id = String(script.id);
      value(await submitScript(await as(team.editor), { id }));
      const { contentHash } = await review(script);
      value(await approveScript(await as(team.manager), { id, contentHash }));
      await edit('posts', post, { body: '39.9 元' });
      value(await submitScript(await as(team.editor), { id }));
      value(await requestScriptChanges(await as(team.manager), { id, comment: '价格不对' }));
      await edit('launch-scripts', script.id, { name: '换个名字' });
      expect((await page(script))?.whole?.comment).toBe('价格不对');
    });

    it('is compared with what it was then, what nothing was said of too, until it is approved', async () => {
      const { script, post } = await back();
      const id = String(script.id);
      const other = postOf(await review(script), '预告').post;
      await edit('posts', post, { body: '39.9 元' });
      await edit('posts', other, { scheduledAt: new Date(at('09T20:00')).toISOString() });
      await edit('launch-scripts', script.id, aScript([anException(rule, { limit: 9 })]));
      await edit('posts', postOf(await review(script), '谢谢').post, { launchScript: null });
      await writePost(payload, team, {
        title: '返场',
        launchScript: script.id,
        scheduledAt: new Date(at('13T09:00')).toISOString(),
      });
      value(await submitScript(await as(team.editor), { id }));
      const screen = async () => value(await scriptScreen(await as(team.manager), id));
      const steps = ({ phases }: Awaited<ReturnType<typeof screen>>) =>
        phases.flatMap(({ days }) => days.flatMap((day) => day.steps));
      const shown = await screen();
      expect(
        steps(shown).map(({ title, lastReturned, lastApproved }) => [
          title,
          lastReturned?.versions[0]?.text,
          lastReturned?.when[0]?.at,
          lastApproved,
        ]),
      ).toEqual([
        ['预告', '预告的文案', at('10T20:00'), null],
        ['开售', '开售的文案', at('11T20:00'), null],
        ['返场', undefined, undefined, null],
      ]);
      expect(shown.isKnown).toBe(false);
      expect(shown.sinceReturn).toMatchObject({ byName: '王主管', comment: '差一点' });
      expect(shown.sinceReturn?.changes.map(({ label }) => label)).toEqual(['例外']);
      expect(shown.sinceReturn).toMatchObject({ added: ['返场'], removed: ['谢谢'] });
      value(await approve(await review(script)));
      expect(await screen()).toMatchObject({ isKnown: true, sinceReturn: null });
      expect(steps(await screen()).map(({ lastReturned }) => lastReturned)).toEqual([null, null, null]);
    });

    it('by the minute, as is what was approved: an hour within the approved day is told too', async () => {
      const { script } = await back();
      const id = String(script.id);
      const { post } = postOf(await review(script), '预告');
      const shown = async () => {
        const { phases } = value(await scriptScreen(await as(team.manager), id));
        const step = phases
          .flatMap(({ days }) => days.flatMap((day) => day.steps))
          .find((one) => one.post === post);
        return [step?.lastReturned?.when[0]?.at ?? null, step?.lastApproved?.when[0]?.at ?? null];
      };
      expect(await shown()).toEqual([null, null]);
      await edit('posts', post, { scheduledAt: new Date(at('10T20:20')).toISOString() });
      expect(postOf(await review(script), '预告').changedSince).toBe(true);
      expect(await shown()).toEqual([at('10T20:00'), null]);
      value(await submitScript(await as(team.editor), { id }));
      value(await approve(await review(script)));
      expect(await shown()).toEqual([null, null]);
      await edit('posts', post, { scheduledAt: new Date(at('10T20:40')).toISOString() });
      expect(postOf(await review(script), '预告').status).toBe('approved');
      expect(await shown()).toEqual([null, at('10T20:20')]);
    });

    it('is not what an editor took back', async () => {
      const script = await submitted();
      const id = String(script.id);
      value(await withdrawScript(await as(team.editor), { id }));
      await edit('posts', postOf(await review(script), '预告').post, { body: '改了' });
      value(await submitScript(await as(team.editor), { id }));
      expect((await review(script)).posts.map(({ lastReturned }) => lastReturned)).toEqual([
        null,
        null,
        null,
      ]);
    });
  });

  it('28: it is called approved alone only while nothing of it waits or is to be submitted', async () => {
    const script = await submitted();
    const id = String(script.id);
    const row = async () => (await launchesOf(await as(team.editor))).upcoming[0]?.short;
    value(await approve(await review(script)));
    expect([(await review(script)).short, await row()]).toEqual([{ code: 'approved' }, { code: 'approved' }]);
    for (const title of ['预告', '谢谢'])
      await edit('posts', postOf(await review(script), title).post, { body: '改了' });
    const drafts = { code: 'approved-changed', waiting: 0, drafts: 2 };
    expect([(await review(script)).short, await row()]).toEqual([drafts, drafts]);
    value(await submitScript(await as(team.editor), { id }));
    const waiting = { code: 'approved-changed', waiting: 2, drafts: 0 };
    expect([(await review(script)).short, await row()]).toEqual([waiting, waiting]);
  });

  it('who called it off, when and why, is said on its page and in the list', async () => {
    const script = await submitted();
    const id = String(script.id);
    expect((await review(script)).cancelled).toBeNull();
    value(await cancelScript(await as(team.otherManager, now + 1000), { id, reason: '断货' }));
    const { cancelled, name } = await review(script);
    const said = { comment: '断货', at: new Date(now + 1000).toISOString() };
    expect(cancelled).toMatchObject(said);
    const list = (await launchesOf(await as(team.editor))).cancelled;
    expect(list).toMatchObject([{ name, cancelled: { ...said, byName: cancelled?.byName } }]);
  });

  it('F15 a post changed after the approval is alone out of the plan; the exceptions stay; it is approved by itself', async () => {
    const script = await submitted();
    value(await approve(await review(script)));
    const { post } = postOf(await review(script), '开售');
    await edit('posts', post, { body: '通过之后改的' });
    expect(await statuses(script)).toEqual({ 预告: 'approved', 开售: 'draft', 谢谢: 'approved' });
    expect(await loadExceptions(payload)).toHaveLength(1);
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const shown = value(await scriptScreen(await as(team.manager), String(script.id)));
    const steps = shown.phases.flatMap(({ days }) => days.flatMap((day) => day.steps));
    expect(
      steps.map(({ title, waits, lastApproved }) => [title, waits, lastApproved?.versions[0]?.text]),
    ).toEqual([
      ['预告', false, undefined],
      ['开售', true, '开售的文案'],
      ['谢谢', false, undefined],
    ]);
    expect(shown).toMatchObject({ isKnown: true, changes: [], added: [], removed: [], due: { post } });
    value(await approve(await review(script)));
    expect(await statuses(script)).toEqual({ 预告: 'approved', 开售: 'approved', 谢谢: 'approved' });
  });

  it('the page tells what changed of the script, and which posts came and went', async () => {
    const script = await submitted();
    const first = value(await scriptScreen(await as(team.manager), String(script.id)));
    expect(first).toMatchObject({ isKnown: false, changes: [], added: [], removed: [] });
    expect(first.phases.map(({ name, days }) => [name, days.map(({ date }) => date)])).toEqual([
      ['开售', []],
      ['', ['2035-11-10', '2035-11-11', '2035-11-12']],
    ]);
    value(await approve(await review(script)));
    const { post } = postOf(await review(script), '谢谢');
    await edit('posts', post, { launchScript: null });
    await writePost(payload, team, {
      title: '返场',
      launchScript: script.id,
      scheduledAt: new Date(at('13T09:00')).toISOString(),
    });
    await edit('launch-scripts', script.id, aScript([anException(rule, { limit: 9 })]));
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const shown = value(await scriptScreen(await as(team.manager), String(script.id)));
    expect(shown).toMatchObject({ isKnown: true, added: ['返场'], removed: ['谢谢'] });
    expect(shown.changes).toEqual([
      {
        label: '例外',
        before: '11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：双十一',
        after: '11月11日 0:00–24:00，每天卖货最多 9 条（原来 3 条）：双十一',
      },
    ]);
  });
});
