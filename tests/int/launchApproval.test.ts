import type { Payload, ValidationError } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { approveScript } from '@/server/launches/approve';
import { loadExceptions } from '@/server/launches/exceptions';
import { requestScriptChanges } from '@/server/launches/requestChanges';
import { reviewOfScript } from '@/server/launches/review';
import { submitScript } from '@/server/launches/submit';
import { withdrawScript } from '@/server/launches/withdraw';
import { aDayRule, anException, approvedScript, aScript, writeScript } from '../builders/launch';
import { aTeam, clearWork, contextFor, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

const now = Date.parse('2035-11-01T10:00:00+08:00');

describeEachDatabase('the approval of a launch script', (app) => {
  let payload: Payload;
  let team: Team;
  let rule: Made;

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    rule = await aDayRule(payload);
  });

  const as = (person: Made) => contextFor(payload, person, now);
  const script = (exceptions = [anException(rule)]) => writeScript(payload, team, aScript(exceptions));
  const stored = async (id: unknown): Promise<Made> =>
    (await payload.findByID({
      collection: 'launch-scripts',
      id: String(id),
      depth: 0,
    })) as unknown as Made;
  const edit = async (id: unknown, data: Record<string, unknown>, person = team.editor) => {
    const { req } = await as(person);
    return payload.update({
      collection: 'launch-scripts',
      id: String(id),
      data: data as never,
      overrideAccess: false,
      user: req.user,
      req,
    });
  };
  const decisions = async (id: unknown) =>
    (
      await payload.find({
        collection: 'approvals',
        where: { subject: { equals: `launch-scripts:${id}` } },
        sort: 'n',
        depth: 0,
      })
    ).docs;
  const voids = async (): Promise<number> =>
    (
      await payload.count({
        collection: 'releases',
        where: { type: { equals: 'void' }, log: { equals: `feed:${team.feed.id}` } },
      })
    ).totalDocs;

  it('goes the way of posts: submitted, sent back with a comment, approved; each step in the trail', async () => {
    const { id } = await script();
    const key = { id: String(id) };
    expect(await submitScript(await as(team.editor), key)).toMatchObject({
      ok: true,
      value: { status: 'in-review' },
    });
    expect(await requestScriptChanges(await as(team.manager), key)).toMatchObject({
      ok: false,
      status: 400,
      errors: [{ message: '请写明要改什么。' }],
    });
    expect(
      await requestScriptChanges(await as(team.manager), { ...key, comment: '理由再具体些' }),
    ).toMatchObject({ ok: true, value: { status: 'changes-requested' } });
    const again = await submitScript(await as(team.editor), key);
    if (!again.ok) throw new Error(JSON.stringify(again));
    const contentHash = String(again.value.contentHash);
    expect(await approveScript(await as(team.manager), { ...key, contentHash })).toMatchObject({
      ok: true,
      value: { status: 'approved', contentHash },
    });
    expect(
      (await decisions(id)).map(({ n, decision, byName, comment }) => [n, decision, byName, comment]),
    ).toEqual([
      [1, 'submitted', '小编', null],
      [2, 'changes-requested', '王主管', '理由再具体些'],
      [3, 'submitted', '小编', null],
      [4, 'approved', '王主管', null],
    ]);
    const [, , , approved] = await decisions(id);
    expect(approved).toMatchObject({
      view: {
        script: {
          phases: [
            { exceptions: [{ rule: { id: String(rule.id), name: '每天卖货' }, limit: 6, reason: '双十一' }] },
          ],
        },
      },
      evidence: { exceptions: [{ zh: '11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：双十一' }] },
    });
  });

  it('lets an exception hold only while it is approved, and voids what was decided before', async () => {
    const { id } = await script();
    expect(await loadExceptions(payload)).toEqual([]);
    const before = await voids();
    await submitScript(await as(team.editor), { id: String(id) });
    expect(await loadExceptions(payload)).toEqual([]);
    expect(await voids()).toBe(before);
    const { contentHash } = await stored(id);
    await approveScript(await as(team.manager), { id: String(id), contentHash: String(contentHash) });
    expect(await loadExceptions(payload)).toMatchObject([
      {
        launch: String(id),
        launchName: '燕麦上市',
        rule: String(rule.id),
        feeds: [],
        from: Date.parse('2035-11-11T00:00:00+08:00'),
        to: Date.parse('2035-11-12T00:00:00+08:00'),
        limit: 6,
        minGapMinutes: null,
        quietHours: false,
        reason: '双十一',
      },
    ]);
    const [exception] = await loadExceptions(payload);
    expect(exception?.id).toMatch(new RegExp(`^${id}:[0-9a-f]{24}$`));
    expect(await voids()).toBe(before + 1);
    expect(await withdrawScript(await as(team.editor), { id: String(id) })).toMatchObject({
      ok: true,
      value: { status: 'draft' },
    });
    expect(await loadExceptions(payload)).toEqual([]);
    expect(await voids()).toBe(before + 2);
  });

  it('is bound to what was shown: another hash, another’s change in between, one’s own change', async () => {
    const { id } = await script();
    const key = { id: String(id) };
    await submitScript(await as(team.editor), key);
    const shown = await reviewOfScript(await as(team.manager), key.id);
    if (!shown.ok) throw new Error();
    const { contentHash, exceptions, actions } = shown.value;
    expect(exceptions).toEqual(['11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：双十一']);
    expect(actions.slice(0, 3)).toEqual(['approve', 'request-changes', 'withdraw']);
    await edit(id, aScript([anException(rule, { limit: 9 })]), team.manager);
    expect(await approveScript(await as(team.manager), { ...key, contentHash })).toMatchObject({
      ok: false,
      status: 409,
    });
    const present = String((await stored(id)).contentHash);
    expect(await approveScript(await as(team.manager), { ...key, contentHash: present })).toMatchObject({
      ok: false,
      status: 403,
      errors: [{ message: '这次的剧本是您自己改的，需要另一位主管来通过。' }],
    });
    await payload.updateGlobal({ slug: 'settings', data: { approverMustDiffer: false } });
    const own = await reviewOfScript(await as(team.manager), key.id);
    expect(own).toMatchObject({ ok: true, value: { mayNotApprove: [] } });
    await payload.updateGlobal({ slug: 'settings', data: { approverMustDiffer: true } });
    expect(await approveScript(await as(team.otherManager), { ...key, contentHash: present })).toMatchObject({
      ok: true,
    });
    expect(await loadExceptions(payload)).toMatchObject([{ limit: 9 }]);
  });

  it('is the manager’s: an editor does not approve, staff do not even see it', async () => {
    const { id, contentHash } = await script();
    await submitScript(await as(team.editor), { id: String(id) });
    const given = { id: String(id), contentHash: String(contentHash) };
    expect(await approveScript(await as(team.editor), given)).toMatchObject({ ok: false, status: 403 });
    await expect(approveScript(await as(team.staff), given)).rejects.toMatchObject({ status: 403 });
    expect(await stored(id)).toMatchObject({ status: 'in-review' });
  });

  it.each([
    ['an exception', () => aScript([anException(rule, { limit: 9 })])],
    [
      'one more exception',
      () => aScript([anException(rule), anException(null, { limit: null, quietHours: true })]),
    ],
    ['a reason', () => aScript([anException(rule, { reason: '另一个理由' })])],
    ['the name', () => ({ name: '坚果上市' })],
    ['the instant', () => ({ launchAt: '2035-11-11T21:00:00+08:00' })],
  ])('lapses when %s changes, and decisions made before fail', async (_, change) => {
    const { id } = await approvedScript(payload, team, aScript([anException(rule)]), now);
    const before = await voids();
    const saved = await edit(id, change());
    expect(saved).toMatchObject({ status: 'draft' });
    expect(await stored(id)).toMatchObject({ status: 'draft' });
    expect(await loadExceptions(payload)).toEqual([]);
    expect((await decisions(id)).at(-1)).toMatchObject({ decision: 'lapsed', byName: '小编' });
    expect(await voids()).toBeGreaterThan(before);
  });

  it('stands when it is saved unchanged', async () => {
    const { id } = await approvedScript(payload, team, aScript([anException(rule)]), now);
    const { name, phases } = await stored(id);
    expect(await edit(id, { name, phases })).toMatchObject({ status: 'approved' });
    expect(await loadExceptions(payload)).toHaveLength(1);
  });

  it('lapses when its rule is renamed or deleted, and not when the rule’s limit changes', async () => {
    const { id } = await approvedScript(payload, team, aScript([anException(rule)]), now);
    await payload.update({ collection: 'cap-rules', id: rule.id, data: { limit: 2 } });
    expect(await stored(id)).toMatchObject({ status: 'approved' });
    await payload.update({ collection: 'cap-rules', id: rule.id, data: { name: '每日卖货上限' } });
    expect(await stored(id)).toMatchObject({ status: 'draft' });
    const other = await approvedScript(payload, team, aScript([anException(rule)]), now);
    expect(await loadExceptions(payload)).toHaveLength(1);
    if (app.kind === 'sqlite') {
      await payload.delete({ collection: 'cap-rules', id: rule.id });
      expect(await stored(other.id)).toMatchObject({ status: 'draft' });
    } else {
      // The stand-in for MongoDB cannot delete one document and return it.
      await payload.db.deleteMany({ collection: 'cap-rules', where: {} });
    }
    expect(await loadExceptions(payload)).toEqual([]);
  });

  it('is never taken from a field: what is stored past the doors does not hold', async () => {
    const { id, contentHash } = await script();
    const write = (data: Record<string, unknown>) =>
      payload.db.updateOne({ collection: 'launch-scripts', id, data: data as never });
    await write({ status: 'approved', contentHash });
    expect(await loadExceptions(payload), 'never decided').toEqual([]);
    await write({ status: 'draft' });
    await submitScript(await as(team.editor), { id: String(id) });
    await approveScript(await as(team.manager), { id: String(id), contentHash: String(contentHash) });
    expect(await loadExceptions(payload)).toHaveLength(1);
    const { phases } = await stored(id);
    const [phase] = phases as { exceptions: Record<string, unknown>[] }[];
    await write({ phases: [{ ...phase, exceptions: [{ ...phase?.exceptions[0], limit: 99 }] }] });
    expect(await loadExceptions(payload), 'not what was approved').toEqual([]);
  });

  it('is not reached by writing the status through a door', async () => {
    const { id } = await script();
    await payload.update({ collection: 'launch-scripts', id, data: { status: 'approved' } as never });
    expect(await stored(id)).toMatchObject({ status: 'draft' });
    const made = await make(payload, 'launch-scripts', { ...aScript([]), status: 'approved' });
    expect(await stored(made.id)).toMatchObject({ status: 'draft' });
  });

  it('is for scripts that exist, in the state that fits', async () => {
    const { id } = await script();
    const ctx = await as(team.manager);
    expect(await submitScript(ctx, { id: 'nonsense' })).toMatchObject({ ok: false, status: 404 });
    expect(await withdrawScript(ctx, { id: String(id) })).toMatchObject({
      ok: false,
      status: 409,
      errors: [{ message: '这个剧本现在是「草稿」，不能撤回。请刷新后再看。' }],
    });
  });

  describe('what cannot be is refused while writing, at its field', () => {
    const refusal = async (exception: Record<string, unknown>) => {
      const error = (await script([exception as never]).catch(
        (caught: unknown) => caught,
      )) as ValidationError;
      return (error.data?.errors ?? []).map(({ path, message }) => [path, message]);
    };
    const field = (name: string) => `phases.0.exceptions.0.${name}`;

    it.each([
      ['nothing is relaxed', { limit: null }, 'limit', /^这条例外什么都没放宽/],
      ['no rule', { rule: null }, 'rule', /^请选要放宽哪一条/],
      ['no higher', { limit: 3 }, 'limit', /^「每天卖货」本来就允许 3 条，例外要比它高，现在填的是 3。/],
      ['no gap to shorten', { limit: null, minGapMinutes: 5 }, 'minGapMinutes', /没有最少间隔/],
      ['the end before the start', { to: '2035-11-10T00:00:00+08:00' }, 'to', /^「到」要晚于「从」/],
      ['too long', { to: '2035-12-20T00:00:00+08:00' }, 'to', /^一条例外最长 31 天，这条有 39 天/],
      [
        'another year',
        { from: '2036-11-11T00:00:00+08:00', to: '2036-11-12T00:00:00+08:00' },
        'from',
        /请检查年份和月份/,
      ],
      ['a blank reason', { reason: '  ' }, 'reason', /./],
    ])('%s', async (_, change, name, message) => {
      expect(await refusal(anException(rule, change))).toEqual([
        [field(name), expect.stringMatching(message)],
      ]);
    });

    it('says where it stands, for whoever does not see the field', async () => {
      const error = await script([anException(rule, { limit: 2 })]).catch((caught: Error) => caught);
      expect(String((error as Error).message)).toContain('第 1 个阶段的第 1 条例外');
    });

    it('a rule that is off, or gone', async () => {
      await payload.update({ collection: 'cap-rules', id: rule.id, data: { enabled: false } });
      expect(await refusal(anException(rule))).toEqual([
        [field('rule'), expect.stringContaining('「每天卖货」没有启用')],
      ]);
      await payload.db.deleteMany({ collection: 'cap-rules', where: {} });
      expect(await refusal(anException(rule))).toEqual([[field('rule'), expect.stringContaining('找不到')]]);
    });

    it('a year that no clock has', async () => {
      expect(await refusal(anException(rule, { to: '9999-11-12T00:00:00+08:00' }))).toEqual([
        [field('to'), expect.stringContaining('1900 到 2999')],
      ]);
    });

    it('again when it is submitted, because the rule may have changed since', async () => {
      const { id } = await script();
      await payload.update({ collection: 'cap-rules', id: rule.id, data: { limit: 8 } });
      expect(await submitScript(await as(team.editor), { id: String(id) })).toMatchObject({
        ok: false,
        status: 400,
        errors: [
          { message: expect.stringMatching(/^第 1 个阶段的第 1 条例外：「每天卖货」本来就允许 8 条/) },
        ],
      });
    });
  });

  describe('for people of a team', () => {
    let north: Made;
    let editor: Made;
    let manager: Made;
    let own: Made;

    beforeEach(async () => {
      north = await make(payload, 'teams', { name: `北区 ${Math.random()}` });
      own = await make(payload, 'feeds', {
        name: '北区朋友圈',
        channel: 'wechat-moments',
        timezone: 'Asia/Shanghai',
        teams: [north.id],
      });
      editor = { ...team.editor };
      manager = { ...team.manager };
      for (const { id } of [editor, manager]) {
        await payload.db.updateOne({ collection: 'users', id, data: { team: north.id } as never });
      }
      return async () => {
        for (const { id } of [editor, manager]) {
          await payload.db.updateOne({ collection: 'users', id, data: { team: null } as never });
        }
      };
    });

    const inTeam = async (person: Made) => {
      const ctx = await as(person);
      return { ...ctx, actor: { ...ctx.actor, feeds: [String(own.id) as never] } };
    };

    it('only scripts of the team’s feeds are written, submitted and approved', async () => {
      const mine = await writeScript(payload, { editor }, aScript([anException(rule, { feeds: [own.id] })]));
      await expect(
        writeScript(payload, { editor }, aScript([anException(rule, { feeds: [team.feed.id] })])),
      ).rejects.toThrow(/只写自己团队的账号组/);
      await expect(writeScript(payload, { editor }, aScript([anException(rule)]))).rejects.toThrow(
        /例外不能留空/,
      );
      const others = await make(payload, 'launch-scripts', aScript([anException(rule)]));
      await expect(edit(others.id, { name: '改名' }, editor)).rejects.toThrow(/只写自己团队的账号组/);
      expect(await submitScript(await inTeam(editor), { id: String(others.id) })).toMatchObject({
        ok: false,
        status: 403,
      });
      const submitted = await submitScript(await inTeam(editor), { id: String(mine.id) });
      if (!submitted.ok) throw new Error(JSON.stringify(submitted));
      const given = { id: String(mine.id), contentHash: String(submitted.value.contentHash) };
      expect(await approveScript(await inTeam(manager), given)).toMatchObject({ ok: true });
    });

    it('everybody who plans reads all scripts and what was decided on them', async () => {
      const { id } = await make(payload, 'launch-scripts', aScript([anException(rule)]));
      const ctx = await inTeam(editor);
      expect(await reviewOfScript(ctx, String(id))).toMatchObject({ ok: true, value: { actions: [] } });
      await payload.db.updateOne({ collection: 'users', id: manager.id, data: { team: null } as never });
      await submitScript(await as(manager), { id: String(id) });
      const { docs } = await payload.find({
        collection: 'approvals',
        overrideAccess: false,
        user: ctx.req.user,
        req: ctx.req,
      });
      expect(docs.map(({ subject }) => subject)).toEqual([`launch-scripts:${id}`]);
    });
  });
});
