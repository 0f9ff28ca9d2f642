import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mentionsOf } from '@/server/comments/mentions';
import { type Thread, threadOn } from '@/server/comments/thread';
import { writeComment } from '@/server/comments/write';
import { requestChanges } from '@/server/posts/requestChanges';
import { submit } from '@/server/posts/submit';
import { aScript, writeScript } from '../builders/launch';
import { aTeam, clearWork, contextFor, type Made, type Team, writePost } from '../builders/team';
import { describeEachDatabase } from '../setup';
import { databaseKinds } from '../setup/boot';
import { type App, aSignedIn, aStoredDraft, openApp } from './access/app';

const now = Date.parse('2035-11-23T10:00:00+08:00');
const minute = 60_000;
const day = 24 * 60 * minute;

describeEachDatabase('comments', (app) => {
  let team: Team;
  let post: string;

  const as = (person: Made, instant = now) => contextFor(app.payload, person, instant);
  const about = () => ({ type: 'posts' as const, id: post });
  const say = async (person: Made, text: string, mentions: Made[] = [], instant = now) =>
    writeComment(await as(person, instant), {
      ...about(),
      text,
      mentions: mentions.map(({ id }) => String(id)),
    });
  const thread = async (person: Made): Promise<Thread> => {
    const read = await threadOn(await as(person), about());
    if (!read.ok) throw new Error(JSON.stringify(read));
    return read.value;
  };
  const mentioned = async (person: Made, instant = now) =>
    (await mentionsOf(await as(person, instant))).map(({ text, title, href }) => ({ text, title, href }));

  beforeEach(async () => {
    await clearWork(app.payload);
    team = await aTeam(app.payload);
    const scheduledAt = new Date(now + day).toISOString();
    post = String((await writePost(app.payload, team, { scheduledAt })).id);
  });

  it('stand beside the decisions in the order in which they came', async () => {
    await say(team.editor, '先看看', [], now - 2 * minute);
    await submit(await as(team.editor, now - minute), { id: post, comment: '请审' });
    await requestChanges(await as(team.manager), { id: post, comment: '换图' });
    await say(team.editor, '换好了', [], now + minute);
    const { comments, decisions } = await thread(team.manager);
    expect(comments.map(({ text, byName, at }) => [text, byName, at])).toEqual([
      ['先看看', '小编', new Date(now - 2 * minute).toISOString()],
      ['换好了', '小编', new Date(now + minute).toISOString()],
    ]);
    expect(decisions.map(({ n, decision, byName, comment }) => [n, decision, byName, comment])).toEqual([
      [1, 'submitted', '小编', '请审'],
      [2, 'changes-requested', '王主管', '换图'],
    ]);
    expect(decisions[0]).not.toHaveProperty('view');
  });

  it('keep who is mentioned by id, and show the name that the person has', async () => {
    const manager = String(team.manager.id);
    const said = await say(team.editor, `@[${manager}] 请看，还有李主管`, [team.otherManager]);
    expect(said).toMatchObject({
      ok: true,
      value: {
        text: `@[${manager}] 请看，还有李主管`,
        mentions: [
          { id: String(team.otherManager.id), name: '李主管' },
          { id: manager, name: '王主管' },
        ],
      },
    });
  });

  it('offer colleagues with their role and team, without oneself, who is told nothing either', async () => {
    const { people } = await thread(team.manager);
    expect(people.find(({ name }) => name === '小编')).toMatchObject({ roles: ['editor'], team: '' });
    expect(people.map(({ name }) => name)).not.toContain('王主管');
    expect(await say(team.manager, `@[${team.manager.id}] 记一下`)).toMatchObject({
      ok: true,
      value: { mentions: [{ name: '王主管' }] },
    });
    const { totalDocs } = await app.payload.db.find({
      collection: 'notices',
      where: { kind: { equals: 'mention' } },
    });
    expect(totalDocs).toBe(0);
  });

  it('do not mention staff, people who left, or nobody', async () => {
    const refusal = {
      ok: false,
      status: 400,
      errors: [{ message: '提到的人不在，或者看不到这条内容，请重新选。' }],
    };
    expect(await say(team.editor, '看看', [team.staff])).toMatchObject(refusal);
    expect(await say(team.editor, '看看 @[999999]')).toMatchObject(refusal);
    const { payload } = app;
    await payload.update({ collection: 'users', id: team.otherManager.id, data: { active: false } });
    expect(await say(team.editor, '看看', [team.otherManager])).toMatchObject(refusal);
    await payload.update({ collection: 'users', id: team.otherManager.id, data: { active: true } });
    expect(await say(team.editor, '   ')).toMatchObject({ ok: false, status: 400 });
    expect((await thread(team.editor)).comments).toEqual([]);
  });

  it('of a script stay with their step', async () => {
    const script = await writeScript(app.payload, team, aScript([]));
    const ofScript = { type: 'launch-scripts' as const, id: String(script.id) };
    await writeComment(await as(team.manager), { ...ofScript, text: '第一步', step: 's1' });
    await writeComment(await as(team.manager), { ...ofScript, text: '整体' });
    const read = await threadOn(await as(team.editor), ofScript);
    expect(read.ok && read.value.comments.map(({ step, text }) => [step, text])).toEqual([
      ['s1', '第一步'],
      ['', '整体'],
    ]);
    expect((await thread(team.editor)).comments).toEqual([]);
  });

  it('wait on the home page of who is mentioned, for a week, until they say or decide something', async () => {
    await say(team.editor, `@[${team.manager.id}] 能用吗`, [], now - 6 * day);
    const line = {
      text: '@王主管 能用吗',
      title: '新品燕麦',
      href: `/admin/collections/posts/${post}`,
    };
    expect(await mentioned(team.manager)).toEqual([line]);
    expect(await mentioned(team.editor)).toEqual([]);
    expect(await mentioned(team.manager, now + 2 * day)).toEqual([]);
    await say(team.manager, '可以', [team.editor], now - 5 * day);
    expect(await mentioned(team.manager)).toEqual([]);
    expect(await mentioned(team.editor)).toHaveLength(1);
    await submit(await as(team.editor, now - minute), { id: post });
    expect(await mentioned(team.editor), 'a decision answers too').toEqual([]);
    await say(team.editor, '再看看', [team.manager], now);
    expect(await mentioned(team.manager)).toEqual([
      { text: '再看看', title: '新品燕麦', href: `/admin/approvals?post=${post}` },
    ]);
  });
});

/** RULES.md 6, 11, 24 of the abilities: which doors there are, and how far a team reaches. */
describe.each(databaseKinds)('who reads and writes comments (%s)', (kind) => {
  let app: App;
  let own: string;
  let foreign: string;
  const person: Record<string, { id: string | number; token: string }> = {};

  beforeAll(async () => {
    app = await openApp(kind);
    const create = async (collection: string, data: Record<string, unknown>) =>
      (await app.payload.db.create({ collection: collection as 'teams', data })).id;
    const north = await create('teams', { name: 'North' });
    const south = await create('teams', { name: 'South' });
    const feed = {
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      overlap: 1,
      leadMinutes: 0,
      active: true,
    };
    const northFeed = await create('feeds', { ...feed, name: 'N', teams: [north] });
    const southFeed = await create('feeds', { ...feed, name: 'S', teams: [south] });
    own = String(await create('posts', aStoredDraft('North', [northFeed])));
    foreign = String(await create('posts', aStoredDraft('South', [southFeed])));
    for (const [name, team] of [
      ['north', north],
      ['south', south],
      ['free', null],
    ] as const) {
      person[name] = await aSignedIn(app, { name, roles: ['manager'], team });
    }
  });

  const post = (id: string, as: string | undefined, body: unknown) =>
    app.rest('POST', `/posts/${id}/comments`, { ...(as ? { as } : {}), body });
  const tokenOf = (name: string): string => person[name]?.token ?? '';

  it('a team says and reads what concerns its feeds, and mentions who may read it', async () => {
    const mention = [String(person.free?.id)];
    const said = await post(own, tokenOf('north'), { text: '请看', mentions: mention });
    expect(said.status, said.text).toBe(200);
    expect((await post(foreign, tokenOf('north'), { text: '请看' })).status).toBe(404);
    const refused = await post(own, tokenOf('north'), { text: '请看', mentions: [person.south?.id] });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('看不到这条内容');
    for (const [name, count] of [
      ['north', 1],
      ['free', 1],
      ['south', 0],
    ] as const) {
      const answer = await app.rest('GET', '/comments?depth=0', { as: tokenOf(name) });
      expect(answer.body.totalDocs, name).toBe(count);
    }
    expect((await app.rest('GET', `/posts/${own}/comments`, { as: tokenOf('south') })).status).toBe(404);
    const read = await app.rest('GET', `/posts/${own}/comments`, { as: tokenOf('free') });
    expect(read.body).toMatchObject({ comments: [{ text: '请看', byName: 'north' }], decisions: [] });
    const names = (read.body.people as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['north', 'Person editor', 'Person admin']));
    expect(names).not.toContain('free');
    expect(read.body.people).toContainEqual(
      expect.objectContaining({ name: 'north', roles: ['manager'], team: 'North' }),
    );
    expect(names).not.toEqual(expect.arrayContaining(['south']));
    expect(names).not.toEqual(expect.arrayContaining(['Person staff']));
    expect(names).not.toEqual(expect.arrayContaining(['Person inactive']));
  });

  it('editors and admins too; staff, people who left and strangers neither read nor write', async () => {
    for (const who of ['editor', 'admin'] as const) {
      expect((await post(own, app.tokens[who], { text: who })).status, who).toBe(200);
    }
    for (const [who, token, status] of [
      ['staff', app.tokens.staff, 403],
      ['inactive', app.tokens.inactive, 401],
      ['anonymous', undefined, 401],
    ] as const) {
      expect((await post(own, token, { text: 'x' })).status, who).toBe(status);
      expect((await app.rest('GET', `/posts/${own}/comments`, token ? { as: token } : {})).status, who).toBe(
        status,
      );
    }
  });

  it('nobody writes, changes or deletes one past that door', async () => {
    const { docs } = await app.payload.find({ collection: 'comments', limit: 1, depth: 0 });
    const id = docs[0]?.id;
    const data = { subject: `posts:${own}`, text: 'x', by: '1', at: new Date().toISOString() };
    for (const token of [app.tokens.admin, app.tokens.manager]) {
      expect((await app.rest('POST', '/comments', { as: token, body: data })).status).toBe(403);
      expect((await app.rest('PATCH', `/comments/${id}`, { as: token, body: { text: 'y' } })).status).toBe(
        403,
      );
      expect((await app.rest('DELETE', `/comments/${id}`, { as: token })).status).toBe(403);
    }
  });

  it.each([
    ['no words', {}],
    ['too many', { text: '好'.repeat(2001) }],
    ['what no database stores', { text: 'a\u0000b' }],
    ['half a sign', { text: '\ud83d' }],
    ['mentions of another shape', { text: 'x', mentions: [{ id: 1 }] }],
    ['blank ones', { text: '  \n ' }],
  ])('%s: refused with a sentence', async (_, body) => {
    const answer = await post(own, tokenOf('north'), body);
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { message: string }[])[0]?.message).toMatch(/\p{Script=Han}/u);
  });
});
