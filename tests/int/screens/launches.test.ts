import type { Payload } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { cancelScript } from '@/server/launches/cancel';
import { scriptFromTemplate } from '@/server/launches/fromTemplate';
import { launchScreenOf } from '@/server/screens/launch';
import { launchesOf } from '@/server/screens/launches';
import { launchFormOf } from '@/server/screens/launchForm';
import { templateScreen } from '@/server/screens/template';
import { approveTemplate } from '@/server/templates/approve';
import { aDayRule, aScript, writeScript } from '../../builders/launch';
import { aTeam, contextFor, make, type Team } from '../../builders/team';
import { describeEachDatabase } from '../../setup';

const now = Date.parse('2035-11-10T10:00:00+08:00');
const launchAt = Date.parse('2035-11-20T20:00:00+08:00');

describeEachDatabase('the pages of launches', (app) => {
  let payload: Payload;
  let team: Team;

  beforeEach(async () => {
    payload = app.payload;
    for (const collection of [
      'posts',
      'approvals',
      'fences',
      'cap-rules',
      'launch-scripts',
      'launch-templates',
      'segments',
      'segment-dimensions',
      'feeds',
    ]) {
      await payload.db.deleteMany({ collection: collection as never, where: {} });
    }
    team = await aTeam(payload);
  });

  const editor = () => contextFor(payload, team.editor, now);
  const template = async (steps: Record<string, unknown>[]) =>
    String(
      (
        await make(payload, 'launch-templates', {
          name: '新品',
          description: '一样新品',
          phases: [{ key: 'on-sale', name: '开售', steps }],
        })
      ).id,
    );
  const steps = [
    {
      key: 'sale',
      offsetMinutes: 0,
      kind: 'sales',
      channels: ['wechat-moments'],
      title: '开售',
      body: '开抢',
      pictures: 2,
    },
    {
      key: 'after',
      offsetDays: 1,
      time: '12:00',
      kind: 'persona',
      channels: ['wechat-moments'],
      title: '谢谢',
      body: '谢谢',
    },
    {
      key: 'group',
      offsetDays: 1,
      time: '13:00',
      kind: 'sales',
      channels: ['group'],
      title: '群里',
      body: '群里说',
    },
  ];
  const made = async (): Promise<string> => {
    const outcome = await scriptFromTemplate(await editor(), {
      template: await template(steps),
      product: null,
      offer: null,
      launchAt,
      timezone: 'Asia/Shanghai',
      feeds: [String(team.feed.id)],
      segments: null,
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return String(outcome.value.id);
  };

  it('list: the next first, what is over and what is cancelled apart, with what each lacks', async () => {
    const id = await made();
    const write = async (name: string, at: string) =>
      String((await writeScript(payload, team, aScript([], { name, launchAt: at }))).id);
    const soon = await write('近的', '2035-11-11T20:00:00+08:00');
    const old = await write('去年', '2034-11-11T20:00:00+08:00');
    const gone = await write('不办了', '2035-11-12T20:00:00+08:00');
    const cancelled = await cancelScript(await editor(), { id: gone, reason: '缺货' });
    expect(cancelled.ok).toBe(true);
    const list = await launchesOf(await editor());
    expect(list.upcoming.map((row) => row.id)).toEqual([soon, id]);
    expect(list.past.map((row) => row.id)).toEqual([old]);
    expect(list.cancelled.map((row) => row.id)).toEqual([gone]);
    expect(list.upcoming[1]?.standing).toEqual({
      ready: 1,
      lacking: 1,
      out: 0,
      unsent: 1,
      next: { title: '开售', at: launchAt },
    });
    expect(list.templates).toMatchObject([
      {
        name: '新品',
        days: { from: 0, to: 1 },
        channels: [
          { channel: 'wechat-moments', steps: 2 },
          { channel: 'group', steps: 1 },
        ],
        shared: 0,
      },
    ]);
    expect(list.mayMake).toBe(true);
  });

  it('list: a step that goes to two channels is one of the steps, and said to be at both', async () => {
    const [sale, after] = steps;
    await template([{ ...sale, channels: ['wechat-moments', 'group'] }, { ...after }]);
    const [row] = (await launchesOf(await editor())).templates;
    expect(row?.phases.map((phase) => phase.steps)).toEqual([2]);
    expect([row?.channels.map((one) => one.steps), row?.shared]).toEqual([[2, 1], 1]);
  });

  it('template: every text that its approval is bound to stands on its page, under the hash that is approved', async () => {
    const id = await template([
      {
        ...steps[0],
        body: '{{product.name}}开抢',
        firstComments: [{ text: '链接在首评' }],
        guidance: '写写口感',
        staffGuidance: '先发图一',
        copyMode: 'example',
        variants: [
          { key: team.segments.regular.key, body: '老客先买', firstComments: [{ text: '老客的链接' }] },
        ],
      },
      ...steps.slice(1),
    ]);
    const manager = await contextFor(payload, team.manager, now);
    const read = async () => {
      const found = await templateScreen(manager, id);
      if (!found.ok) throw new Error(JSON.stringify(found));
      return found.value;
    };
    const shown = await read();
    const said = JSON.stringify(shown.phases);
    const own = ['〔商品名〕开抢', '链接在首评', '写写口感', '先发图一', '老客先买', '老客的链接'];
    for (const text of [...own, '开售', '谢谢', '群里说']) expect(said).toContain(text);
    const [sale] = shown.phases[0]?.steps ?? [];
    expect(sale?.versions.map(({ audience }) => audience)).toMatchObject([
      { visibility: 'except', segments: [{ name: team.segments.regular.name }] },
      { visibility: 'only', segments: [{ name: team.segments.regular.name }] },
    ]);
    expect([shown.mayApprove, shown.against]).toEqual([true, []]);
    const { contentHash } = shown;
    await payload.update({
      collection: 'launch-templates',
      id,
      data: { phases: [{ key: 'on-sale', name: '开售', steps: steps.slice(0, 1) }] } as never,
    });
    expect((await read()).contentHash).not.toBe(contentHash);
    expect(await approveTemplate(manager, { id, contentHash })).toMatchObject({ ok: false, status: 409 });
    expect(await approveTemplate(manager, { id, contentHash: (await read()).contentHash })).toMatchObject({
      ok: true,
    });
    expect((await read()).mayApprove).toBe(false);
  });

  it('template: who wrote it is told that somebody else approves it', async () => {
    const { req } = await contextFor(payload, team.manager, now);
    const written = await payload.create({
      collection: 'launch-templates',
      data: { name: '自己写的', phases: [{ key: 'on-sale', name: '开售', steps }] } as never,
      overrideAccess: false,
      user: req.user,
      req,
    });
    const found = await templateScreen(await contextFor(payload, team.manager, now), String(written.id));
    expect(found).toMatchObject({ ok: true, value: { mayApprove: true, against: [expect.any(String)] } });
    const editors = await templateScreen(await editor(), String(written.id));
    expect(editors).toMatchObject({ ok: true, value: { mayApprove: false, against: [] } });
  });

  it('form: offers what the person plans for, and templates without their copy', async () => {
    await template(steps);
    const form = await launchFormOf(await editor());
    expect(form.feeds.map(({ id }) => id)).toEqual([String(team.feed.id)]);
    expect(form.templates[0]?.steps[0]?.steps.map(({ body }) => body)).toEqual(['', '', '']);
    expect(form.day).toBe('2035-11-24');
    expect(form.mayMake).toBe(true);
  });

  it('timeline: each post in the row of its channel, with its versions, what it lacks and how full its day is', async () => {
    await aDayRule(payload);
    const found = await launchScreenOf(await editor(), await made());
    if (!found.ok) throw new Error(JSON.stringify(found));
    const { steps: shown, unsent, days, actions, gaps } = found.value;
    expect(shown.map(({ title, channel, at }) => [title, channel, at])).toEqual([
      ['开售', 'wechat-moments', launchAt],
      ['谢谢', 'wechat-moments', Date.parse('2035-11-21T12:00:00+08:00')],
    ]);
    expect(shown[0]?.versions.map(({ text }) => text)).toEqual(['开抢']);
    expect(unsent).toEqual(['群里']);
    expect(gaps.filter(({ stop }) => stop).map(({ say }) => say)).toEqual(['「开售」还没有图片，要 2 张']);
    expect(
      days.map(({ date, meters }) => [date, meters.map(({ count, limit }) => `${count}/${limit}`)]),
    ).toEqual([
      ['2035-11-20', ['1/3']],
      ['2035-11-21', []],
    ]);
    expect(actions[0]).toBe('submit');
  });

  it('timeline: somebody else’s address is no page', async () => {
    const found = await launchScreenOf(await editor(), '999999');
    expect(found).toMatchObject({ ok: false, status: 404 });
  });
});
