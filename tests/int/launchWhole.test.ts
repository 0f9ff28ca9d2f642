import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Words } from '@/core/notices';
import { readToday } from '@/server/desk/today';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { requestScriptChanges } from '@/server/launches/requestChanges';
import { reviewOfScript } from '@/server/launches/review';
import { submitScript } from '@/server/launches/submit';
import { loadReturned } from '@/server/notices/returned';
import { tellUrgent } from '@/server/notices/tellUrgent';
import { approve } from '@/server/posts/approve';
import { requestChanges } from '@/server/posts/requestChanges';
import { submit } from '@/server/posts/submit';
import { runPass } from '@/server/scheduler/pass';
import { launchesOf } from '@/server/screens/launches';
import { approvalQueue, queueCount, scriptQueue } from '@/server/screens/queue';
import { approveTemplate } from '@/server/templates/approve';
import { actsIn, at, now, type SmallLaunch, smallLaunch, value } from '../builders/smallLaunch';
import { aPerson, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

describeEachDatabase('a launch as a whole', (app) => {
  let payload: Payload;
  let team: Team;
  let world: SmallLaunch;

  beforeEach(async () => {
    world = await smallLaunch(app.payload);
    ({ payload, team } = world);
  });

  const { as, made, review, postsOf, approved } = actsIn(() => world);

  describe('approval of the whole', () => {
    it('approves exactly the posts that it shows, and they go out', async () => {
      const script = await approved(await made());
      expect(script.status).toBe('approved');
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'approved',
        'approved',
        'approved',
        'approved',
      ]);
      await runPass({ payload, now: at('2035-11-04T20:00:01') });
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'released',
        'approved',
        'approved',
        'approved',
      ]);
      value(
        await cancelScript(await as(team.manager, at('2035-11-04T21:00:00')), {
          id: String(script.id),
          reason: '断货',
        }),
      );
      const after = await postsOf(script);
      expect(after.map(({ status }) => status)).toEqual(['released', 'archived', 'archived', 'archived']);
      expect(after[1]).toMatchObject({ statusReason: '发售「燕麦能量棒 · 小发售」已取消：断货' });
      const { acted } = await runPass({ payload, now: at('2035-11-10T20:30:01') });
      expect(acted).toEqual([]);
    });

    it('cancelling is told to whoever was to post it and to who wrote it, once, and struck on the desk', async () => {
      const script = await approved(await made());
      const when = at('2035-11-04T19:00:00');
      await runPass({ payload, now: when });
      const ctx = await as(team.manager, when);
      value(await cancelScript(ctx, { id: String(script.id), reason: '断货' }));
      const { docs } = await payload.db.find<{ to: string; words: { zh: { subject: string } } }>({
        collection: 'notices',
        where: { kind: { equals: 'cancelled' } },
        pagination: false,
      });
      expect(docs.map(({ to }) => to).sort()).toEqual([team.staff.id, team.editor.id].map(String).sort());
      expect(docs[0]?.words.zh.subject).toBe('发售取消：燕麦能量棒 · 小发售');
      const desk = await readToday({ payload, user: { id: team.staff.id, name: '小林' }, now: when });
      expect(desk.day).toMatchObject({
        upcoming: [],
        cancelled: [{ dueAt: at('2035-11-04T20:00:00'), kind: 'interaction' }],
      });
      expect(await cancelScript(ctx, { id: String(script.id), reason: '再来' })).toMatchObject({
        ok: false,
        status: 409,
      });
    });

    it('a step that is changed is the only one to wait; the rest stays approved, with the script', async () => {
      const script = await approved(await made());
      const [, eve] = await postsOf(script);
      const { req } = await as(team.editor);
      await payload.update({
        collection: 'posts',
        id: eve?.id as never,
        data: { body: '改过了，{{launch.time}}' } as never,
        overrideAccess: false,
        user: req.user,
        req,
      });
      const shown = await review(script);
      expect(shown.status).toBe('approved');
      expect(shown.posts.map(({ status }) => status)).toEqual(['approved', 'draft', 'approved', 'approved']);
      const again = await approved(script);
      expect(again.status).toBe('approved');
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'approved',
        'approved',
        'approved',
        'approved',
      ]);
      value(await cancelScript(await as(team.editor), { id: String(script.id), reason: '试验' }));
    });

    it('what an approved template says already is known as unchanged, and no longer once it is not', async () => {
      const template = await world.aTemplate();
      value(
        await approveTemplate(await as(team.manager), {
          id: String(template.id),
          contentHash: String(template.contentHash),
        }),
      );
      const script = await made({}, template);
      expect((await review(script)).posts.map(({ unchanged }) => unchanged)).toEqual([
        'as-approved',
        'as-approved',
        'as-approved',
        'as-approved',
      ]);
      const [hint, , sale] = await postsOf(script);
      await payload.update({ collection: 'posts', id: hint?.id as never, data: { body: '别的' } as never });
      await payload.update({ collection: 'posts', id: sale?.id as never, data: { priority: 5 } as never });
      expect((await review(script)).posts.map(({ unchanged }) => unchanged)).toEqual([
        null,
        'as-approved',
        null,
        'as-approved',
      ]);
    });
  });

  it('posts of a script that waits are decided on with it: the queue has the script, and not each of them', async () => {
    const script = await made();
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const ctx = await as(team.manager);
    expect(await approvalQueue(ctx)).toEqual([]);
    expect((await scriptQueue(ctx)).map(({ id }) => id)).toEqual([String(script.id)]);
    expect(await queueCount(ctx)).toBe(1);
  });

  describe('steps of an approved script that were changed', () => {
    const when = at('2035-11-10T19:30:00');
    /** Three of its four posts; the first of them is to go out at 20:30. */
    const changed = async (script: Made, by: 'script' | 'posts' = 'script') => {
      for (const { id } of (await postsOf(script)).slice(1)) await world.edit(id, { body: '改了' });
      const editor = await as(team.editor, when);
      if (by === 'script') value(await submitScript(editor, { id: String(script.id) }));
      else
        for (const { id } of (await postsOf(script)).slice(1))
          value(await submit(editor, { id: String(id) }));
    };
    const told = async (kind: string, to: Made) =>
      (
        await payload.db.find<{ topic: string; link: string; words: Words }>({
          collection: 'notices',
          where: { and: [{ kind: { equals: kind } }, { to: { equals: String(to.id) } }] },
          pagination: false,
        })
      ).docs;

    it.each(['script', 'posts'] as const)(
      'are one thing to decide, submitted as %s: one row, told once',
      async (by) => {
        const script = await approved(await made());
        await changed(script, by);
        const ctx = await as(team.manager, when);
        expect(await approvalQueue(ctx)).toEqual([]);
        expect(await scriptQueue(ctx)).toMatchObject([
          { id: String(script.id), changed: 3, by: '小编', submittedAt: when },
        ]);
        expect(await queueCount(ctx)).toBe(1);
        await tellUrgent(payload, when);
        await tellUrgent(payload, when + 60_000);
        const notices = await told('urgent', team.manager);
        expect(notices).toHaveLength(1);
        expect(notices[0]?.link).toBe(`/admin/approvals?script=${script.id}`);
        expect(notices[0]?.words.zh.subject).toBe(
          '请尽快审批：剧本「燕麦能量棒 · 小发售」通过后改过的 3 步今天 20:30 要发',
        );
        const { contentHash } = await review(script, team.manager);
        value(await approveScript(ctx, { id: String(script.id), contentHash }));
        expect(await scriptQueue(ctx)).toEqual([]);
      },
    );

    it('stay posts to a manager of some of its feeds', async () => {
      const { a, feedA, feedB } = await world.twoTeams();
      const script = await approved(await made({ feeds: [feedA, feedB].map(({ id }) => String(id)) }));
      const [hint] = await postsOf(script);
      await world.edit(hint?.id, { body: '改了', feeds: [feedA.id] });
      value(await submitScript(await as(team.editor), { id: String(script.id) }));
      const own = await world.memberOf(a, 'manager');
      expect((await approvalQueue(own)).map(({ id }) => id)).toEqual([String(hint?.id)]);
      expect(await scriptQueue(own)).toEqual([]);
      expect(await queueCount(own)).toBe(1);
      expect(await approvalQueue(await as(team.manager))).toEqual([]);
    });

    it('and sent back are one line for who submitted them', async () => {
      const script = await made();
      const id = String(script.id);
      value(await submitScript(await as(team.editor), { id }));
      const steps = (await postsOf(script))
        .slice(0, 3)
        .map((post) => ({ post: String(post.id), comment: '改' }));
      value(await requestScriptChanges(await as(team.manager, now + 1000), { id, steps }));
      expect(
        (await loadReturned(payload, now)).map(({ subject, to }) => [subject.type, subject.id, to]),
      ).toEqual([['script', id, String(team.editor.id)]]);
      value(await submitScript(await as(team.editor), { id }));
      const { contentHash } = await review(script, team.manager);
      value(await approveScript(await as(team.manager), { id, contentHash }));
      await changed(script);
      const again = (await postsOf(script))
        .slice(1, 3)
        .map((post) => ({ post: String(post.id), comment: '改' }));
      value(await requestScriptChanges(await as(team.manager, when), { id, steps: again }));
      expect((await loadReturned(payload, when - 1)).map(({ subject }) => subject.type)).toEqual(['script']);
    });
  });

  describe('a changed step of an approved script', () => {
    /** Submitted by itself; of the editor, where nobody else wrote it. */
    const send = async (post: Made | undefined, { by = team.editor, when = now } = {}) => {
      await world.edit(post?.id, { guidance: `${when}` }, { person: by });
      value(
        await submit(await as(by.id === team.manager.id ? team.editor : by, when), { id: String(post?.id) }),
      );
    };
    const linksFor = async (person: Made) =>
      (
        await payload.db.find<{ link: string }>({
          collection: 'notices',
          where: { and: [{ kind: { equals: 'urgent' } }, { to: { equals: String(person.id) } }] },
          sort: 'at',
          pagination: false,
        })
      ).docs.map(({ link }) => link);
    const linkOf = (post: Made | undefined) => `/admin/approvals?post=${post?.id}`;
    const listed = async (person: Made, when: number) => {
      const ctx = await as(person, when);
      const scripts = (await scriptQueue(ctx)).map(() => 'script');
      const all = [...(await approvalQueue(ctx)).map(({ title }) => title), ...scripts];
      expect(await queueCount(ctx)).toBe(all.length);
      return all;
    };

    it('is decided on by itself by who wrote another one, and told to them', async () => {
      const script = await approved(await made());
      const [hint, , , after] = await postsOf(script);
      await send(hint);
      await send(after, { by: team.manager });
      const when = at('2035-11-04T19:00:00');
      expect(await listed(team.manager, when)).toEqual(['猜猜看', '谢谢']);
      expect(await listed(team.otherManager, when)).toEqual(['script']);
      expect(await listed(team.editor, when)).toEqual(['script']);
      await tellUrgent(payload, when);
      await tellUrgent(payload, when + 60_000);
      expect(await linksFor(team.manager)).toEqual([linkOf(hint)]);
      expect(await linksFor(team.otherManager)).toEqual([`/admin/approvals?script=${script.id}`]);
      const { contentHash } = await payload.findByID({
        collection: 'posts',
        id: hint?.id as never,
        depth: 0,
      });
      const asked = { id: String(hint?.id), contentHash: String(contentHash) };
      value(await approve(await as(team.manager, when), asked));
    });

    it('stays with its script to who took another one out, and they are not told of it', async () => {
      const script = await approved(await made());
      const [hint, eve] = await postsOf(script);
      await world.edit(eve?.id, { launchScript: null }, { person: team.manager });
      await send(hint);
      const when = at('2035-11-04T19:00:00');
      expect(await listed(team.manager, when)).toEqual(['script']);
      await tellUrgent(payload, when);
      expect(await linksFor(team.manager)).toEqual([]);
      expect(await linksFor(team.otherManager)).toHaveLength(1);
    });

    it('stays with its script to them, where another one can no longer go out too', async () => {
      const script = await approved(await made());
      const [hint, eve, , after] = await postsOf(script);
      await world.edit(after?.id, { launchScript: null }, { person: team.manager });
      await send(hint);
      await send(eve);
      const when = at('2035-11-10T19:00:00');
      expect(await listed(team.manager, when)).toEqual(['script']);
      expect(await listed(team.otherManager, when)).toEqual(['猜猜看', '明天开售']);
      await tellUrgent(payload, when);
      expect(await linksFor(team.manager)).toEqual([]);
      expect(await linksFor(team.otherManager)).toEqual([linkOf(eve)]);
    });

    it('or of one that is not approved, is neither listed nor told to who changed the script itself', async () => {
      const script = await made();
      const [hint] = await postsOf(script);
      await world.edit(script.id, { name: '改了名' }, { person: team.manager, collection: 'launch-scripts' });
      await send(hint);
      const when = at('2035-11-04T19:00:00');
      expect(await listed(team.manager, when)).toEqual([]);
      expect(await listed(team.otherManager, when)).toEqual(['猜猜看']);
      expect(await listed(team.editor, when)).toEqual(['猜猜看']);
      await tellUrgent(payload, when);
      expect(await linksFor(team.manager)).toEqual([]);
      expect(await linksFor(team.otherManager)).toEqual([linkOf(hint)]);
    });

    it('is decided on by itself where another one can no longer go out', async () => {
      const script = await approved(await made());
      const [hint, eve] = await postsOf(script);
      await send(hint);
      await send(eve);
      expect(await listed(team.manager, at('2035-11-04T22:00:00'))).toEqual(['script']);
      const when = at('2035-11-10T19:00:00');
      expect(await listed(team.manager, when)).toEqual(['猜猜看', '明天开售']);
      await tellUrgent(payload, when);
      expect(await linksFor(team.manager)).toEqual([linkOf(eve)]);
    });

    it('is told of when it comes into the two hours, though one that was submitted with it went back', async () => {
      const script = await approved(await made());
      const [hint, eve] = await postsOf(script);
      await send(hint);
      await send(eve);
      await tellUrgent(payload, at('2035-11-04T19:00:00'));
      expect(await linksFor(team.manager)).toHaveLength(1);
      const back = { id: String(hint?.id), comment: '换图' };
      value(await requestChanges(await as(team.manager, at('2035-11-04T19:10:00')), back));
      await tellUrgent(payload, at('2035-11-10T19:00:00'));
      await tellUrgent(payload, at('2035-11-10T19:01:00'));
      expect(await linksFor(team.manager)).toHaveLength(2);
    });

    it('is not told of once more when a later one comes into the two hours beside it', async () => {
      const script = await approved(await made());
      const [, , sale, after] = await postsOf(script);
      await world.edit(after?.id, { scheduledAt: '2035-11-11T21:00:00+08:00' });
      await send(sale);
      await send(after, { when: now + 1000 });
      await tellUrgent(payload, at('2035-11-11T18:00:00'));
      await tellUrgent(payload, at('2035-11-11T19:00:00'));
      expect(await linksFor(team.manager)).toHaveLength(1);
    });

    it('is told of to who wrote the one before it, when it comes into the two hours itself', async () => {
      const script = await approved(await made());
      const [, , sale, after] = await postsOf(script);
      await world.edit(after?.id, { scheduledAt: '2035-11-11T21:00:00+08:00' });
      await send(sale, { by: team.manager });
      await send(after);
      await tellUrgent(payload, at('2035-11-11T18:00:00'));
      expect(await linksFor(team.manager)).toEqual([]);
      await tellUrgent(payload, at('2035-11-11T19:00:00'));
      expect(await linksFor(team.manager)).toEqual([linkOf(after)]);
    });

    it('is told as a post to who may not decide on all that its script goes to by now', async () => {
      const { a, feedA, feedB } = await world.twoTeams();
      const script = await approved(await made({ feeds: [String(feedA.id)] }));
      const [hint, eve] = await postsOf(script);
      const own = await world.memberOf(a, 'manager');
      await world.edit(hint?.id, { feeds: [feedB.id] });
      const when = at('2035-11-10T19:30:00');
      await send(eve);
      await tellUrgent(payload, when);
      expect((await approvalQueue({ ...own, now: when })).map(({ id }) => id)).toEqual([String(eve?.id)]);
      expect(await linksFor({ id: own.actor.id })).toEqual([linkOf(eve)]);
    });

    it('that went back with a word on the whole alone is told to who submitted it', async () => {
      const script = await approved(await made());
      const id = String(script.id);
      const [hint] = await postsOf(script);
      await world.edit(hint?.id, { body: '改过' });
      value(await submitScript(await as(team.editor), { id }));
      value(await requestScriptChanges(await as(team.manager, now + 1000), { id, comment: '价格不对' }));
      const told = async () => (await loadReturned(payload, now)).map(({ subject, to }) => [subject.id, to]);
      expect(await told()).toEqual([[id, String(team.editor.id)]]);
      value(await submitScript(await as(team.editor, now + 2000), { id }));
      expect(await told()).toEqual([]);
    });

    it.each([true, false])(
      'that went back is told to each who submitted of it (named: %s)',
      async (named) => {
        const script = await approved(await made());
        const id = String(script.id);
        const [hint] = await postsOf(script);
        const second = await aPerson(payload, '二号编辑', ['editor']);
        await send(hint, { by: second });
        const steps = named ? [{ post: String(hint?.id), comment: '价格不对' }] : [];
        const comment = named ? null : '价格不对';
        value(await requestScriptChanges(await as(team.manager, now + 1000), { id, steps, comment }));
        const told = (await loadReturned(payload, now)).map(({ subject, to }) => [subject.type, to]);
        expect(told.sort()).toEqual([team.editor, second].map((one) => ['script', String(one.id)]).sort());
      },
    );
  });

  it('who has another team reads the script, and of its posts those of the own feeds alone', async () => {
    const teams = [
      await make(payload, 'teams', { name: '甲' }),
      await make(payload, 'teams', { name: '乙' }),
    ];
    const feeds = [];
    for (const one of teams)
      feeds.push(
        await make(payload, 'feeds', {
          name: `${one.name}群`,
          channel: 'group',
          timezone: 'Asia/Shanghai',
          teams: [one.id],
        }),
      );
    const script = await made({ feeds: [team.feed, ...feeds].map(({ id }) => String(id)) });
    const manager = await aPerson(payload, '乙主管', ['manager']);
    const [, own] = feeds;
    const ctx = {
      ...(await as(manager)),
      actor: {
        id: String(manager.id),
        roles: ['manager'],
        active: true,
        team: String(teams[1]?.id),
        feeds: [String(own?.id)],
      },
    } as never;
    const shown = value(await reviewOfScript(ctx, String(script.id)));
    expect(shown.posts.map(({ step }) => step)).toEqual(['sale', 'hour']);
    expect([shown.hidden, shown.actions]).toEqual([3, []]);
    // What goes out next is another team's.
    const [listed] = (await launchesOf(ctx)).upcoming;
    expect(listed?.standing?.next?.title).toBe('开售');
    const approve = await approveScript(ctx, { id: String(script.id), contentHash: shown.contentHash });
    expect(approve).toMatchObject({ ok: false, status: 403 });
  });
});
