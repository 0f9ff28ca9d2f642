import type { Payload } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/server/context';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { requestScriptChanges } from '@/server/launches/requestChanges';
import { rescheduleScript } from '@/server/launches/reschedule';
import { reviewOfScript } from '@/server/launches/review';
import { saveAsTemplate } from '@/server/launches/saveAsTemplate';
import { submitScript } from '@/server/launches/submit';
import { tryReschedule } from '@/server/launches/tryReschedule';
import { approve } from '@/server/posts/approve';
import { approveAll } from '@/server/posts/approveAll';
import { correctPost } from '@/server/posts/correct';
import { reviewOf } from '@/server/posts/review';
import { submit } from '@/server/posts/submit';
import { runPass } from '@/server/scheduler/pass';
import { scriptScreen } from '@/server/screens/script';
import {
  actsIn,
  at,
  day,
  launchAt,
  now,
  type SmallLaunch,
  smallLaunch,
  value,
} from '../builders/smallLaunch';
import { approvedPost, type Made, make, releasesOf, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

// The rules are the same on every database; those that race are tried on both elsewhere.
describeEachDatabase(
  'a launch that people pull at',
  (app) => {
    let payload: Payload;
    let team: Team;
    let world: SmallLaunch;

    beforeEach(async () => {
      world = await smallLaunch(app.payload);
      ({ payload, team } = world);
    });

    const { as, made, review, postsOf, approved } = actsIn(() => world);

    describe('teams', () => {
      it('nobody of another team joins a script and keeps its own manager from cancelling it', async () => {
        const { a, b, feedA, feedB } = await world.twoTeams();
        const script = await approved(await made({ feeds: [String(feedA.id)] }));
        const stranger = await world.memberOf(b, 'editor');
        await payload
          .create({
            collection: 'posts',
            data: {
              title: '蹭',
              kind: 'sales',
              body: '蹭',
              feeds: [feedB.id],
              audience: { visibility: 'everyone' },
              launchScript: script.id,
            } as never,
            overrideAccess: false,
            user: stranger.req.user,
            req: stranger.req,
            depth: 0,
          })
          .catch(() => undefined);
        const own = await world.memberOf(a, 'manager');
        expect(await cancelScript(own, { id: String(script.id), reason: '断货' })).toMatchObject({
          ok: true,
        });
      });

      it('nor takes what was granted to that launch', async () => {
        const { b, feedA, feedB } = await world.twoTeams();
        await make(payload, 'cap-rules', {
          name: '每天卖货',
          kinds: ['sales'],
          counts: 'all',
          scope: 'customer',
          window: { unit: 'day' },
          limit: 1,
        });
        await make(payload, 'cap-rules', {
          name: '日常',
          kinds: ['sales'],
          counts: 'daily',
          scope: 'customer',
          window: { unit: 'day' },
          limit: 1,
        });
        const rule = (
          await payload.find({ collection: 'cap-rules', where: { name: { equals: '每天卖货' } } })
        ).docs[0];
        const one = await made({ feeds: [String(feedA.id)] });
        await world.edit(
          one.id,
          {
            phases: (one.phases as Record<string, unknown>[]).map((phase, n) =>
              n
                ? phase
                : {
                    ...phase,
                    exceptions: [
                      {
                        rule: rule?.id,
                        feeds: [],
                        from: '2035-11-09T00:00:00+08:00',
                        to: '2035-11-12T00:00:00+08:00',
                        limit: 6,
                        reason: '开售',
                      },
                    ],
                  },
            ),
          },
          { collection: 'launch-scripts' },
        );
        await approved(one);
        const {
          docs: [script],
        } = await payload.find({ collection: 'launch-scripts', where: { status: { equals: 'approved' } } });
        const [editor, manager] = [await world.memberOf(b, 'editor'), await world.memberOf(b, 'manager')];
        const post = (await payload
          .create({
            collection: 'posts',
            data: {
              title: '蹭',
              kind: 'sales',
              body: '蹭',
              feeds: [feedB.id],
              audience: { visibility: 'everyone' },
              launchScript: script?.id,
              scheduledAt: '2035-11-09T12:00:00+08:00',
            } as never,
            overrideAccess: false,
            user: editor.req.user,
            req: editor.req,
            depth: 0,
          })
          .catch(() => null)) as Made | null;
        if (!post) return;
        await approvedPost(
          payload,
          team,
          { feeds: [feedB.id], scheduledAt: '2035-11-09T10:00:00+08:00', body: '日常' },
          now,
        );
        await runPass({ payload, now: at('2035-11-09T10:00:01') });
        const submitted = value(await submit(editor, { id: String(post.id) })) as Made;
        await approve(manager, { id: String(post.id), contentHash: String(submitted.contentHash) });
        await runPass({ payload, now: at('2035-11-09T12:00:01') });
        expect(await releasesOf(payload, post.id)).toEqual([]);
      });

      it('a refusal tells no title of a post that is another team’s', async () => {
        const { a, feedA, feedB } = await world.twoTeams();
        const secret = await world.add({ title: '乙队的秘密新品', feeds: [feedB.id] });
        const script = await made({ feeds: [String(feedA.id)] });
        value(await submitScript(await as(team.editor), { id: String(script.id) }));
        const own = await world.memberOf(a, 'manager');
        const refused = await approveScript(own, {
          id: String(script.id),
          contentHash: '0'.repeat(64),
          posts: [{ post: String(secret.id), contentHash: '0'.repeat(64), waits: true }],
        });
        expect(JSON.stringify(refused)).not.toContain('乙队的秘密新品');
      });

      it('nor does a step that comes too soon after it', async () => {
        const { a, feedA, feedB } = await world.twoTeams();
        const script = await made({ feeds: [feedA, feedB].map(({ id }) => String(id)) });
        const eve = (await postsOf(script)).find(({ launchStep }) => launchStep === 'eve');
        // Ten minutes before the launch it meets the step of both feeds in the one of the other team.
        const scheduledAt = new Date(launchAt - 600_000).toISOString();
        await world.edit(eve?.id, { feeds: [feedB.id], title: '乙队机密', scheduledAt });
        const said = async (reader: Context) =>
          value(await reviewOfScript(reader, String(script.id)))
            .gaps.filter(({ code }) => code === 'phase-gap')
            .map(({ say }) => say);
        const least = '只有 10 分钟，这个阶段要隔 30 分钟';
        expect(await said(await as(team.manager))).toEqual([`「开售」离「乙队机密」${least}`]);
        const own = await world.memberOf(a, 'manager');
        expect(await said(own)).toEqual([`「开售」离其他团队的一条${least}`]);
        expect(JSON.stringify(await reviewOfScript(own, String(script.id)))).not.toContain('乙队机密');
      });

      it('nor do the review and the record of its approvals', async () => {
        const { b, feedA, feedB } = await world.twoTeams();
        const script = await approved(await made({ feeds: [feedA, feedB].map(({ id }) => String(id)) }));
        const [hint] = await postsOf(script);
        const id = String(script.id);
        await world.edit(hint?.id, { feeds: [feedA.id], title: '甲队机密' });
        value(await submitScript(await as(team.editor), { id }));
        const steps = [{ post: String(hint?.id), comment: '甲队机密的价格' }];
        value(await requestScriptChanges(await as(team.manager), { id, comment: '再改', steps }));
        await approved(script);
        const all = await review(script, team.manager);
        expect(JSON.stringify(all)).toContain('甲队机密');
        const stranger = await world.memberOf(b, 'manager');
        const shown = value(await reviewOfScript(stranger, id));
        expect(shown.hidden).toBe(1);
        expect(shown.feeds.map(({ name }) => name)).toEqual(['乙圈']);
        expect(shown.lastPosts.map(({ post }) => post)).not.toContain(String(hint?.id));
        expect(shown.gaps.filter(({ code }) => code === 'step-without-post')).toEqual([]);
        expect(JSON.stringify(shown)).not.toContain('甲队机密');
        expect(value(await scriptScreen(stranger, id)).removed).toEqual([]);
        const records = async ({ req }: Context, where = {}) =>
          (
            await payload.find({
              ...({ collection: 'approvals', where, pagination: false, overrideAccess: false } as const),
              user: req.user,
              req,
            })
          ).docs;
        const own = await records(stranger);
        expect(own.map(({ subject }) => subject)).toContain(`launch-scripts:${id}`);
        expect(JSON.stringify(own)).not.toContain('甲队机密');
        expect(own.filter(({ evidence }) => evidence !== undefined)).toEqual([]);
        // Nor can one search by what one cannot read.
        await expect(records(stranger, { evidence: { exists: true } })).rejects.toThrow();
        const every = await records(await as(team.manager));
        expect(every.some(({ evidence }) => evidence)).toBe(true);
      });

      it('who may not move a launch moves it through no other door', async () => {
        const { b, feedA } = await world.twoTeams();
        const { req } = await as(team.editor);
        const script = (await payload.create({
          collection: 'launch-scripts',
          data: {
            name: '甲的发售',
            launchAt: new Date(launchAt).toISOString(),
            timezone: 'Asia/Shanghai',
            phases: [
              { key: 'on-sale', steps: [{ key: 's1', title: '开售', kind: 'sales', offsetMinutes: 0 }] },
            ],
          } as never,
          overrideAccess: false,
          user: req.user,
          req,
          depth: 0,
        })) as unknown as Made;
        await world.add({
          feeds: [feedA.id],
          launchScript: script.id,
          launchStep: 's1',
          body: '{{launch.time}}见',
          scheduledAt: new Date(launchAt).toISOString(),
        });
        await approved(script);
        const stranger = await world.memberOf(b, 'editor');
        expect(
          await rescheduleScript(stranger, { id: String(script.id), launchAt: launchAt + day }),
        ).toMatchObject({ ok: false, status: 403 });
        await expect(
          payload.update({
            collection: 'launch-scripts',
            id: script.id,
            data: { launchAt: new Date(launchAt + day).toISOString() } as never,
            overrideAccess: false,
            user: stranger.req.user,
            req: stranger.req,
          }),
        ).rejects.toMatchObject({ status: 403 });
      });
    });

    describe('a launch does not move', () => {
      it('not to the last days of the calendar', async () => {
        const script = await made();
        const to = { id: String(script.id), launchAt: Date.parse('9999-12-29T20:00:00+08:00') };
        await expect(tryReschedule(await as(team.editor), to)).resolves.toBeTruthy();
        await expect(rescheduleScript(await as(team.editor), to)).resolves.toMatchObject({
          ok: false,
          status: 400,
        });
      });

      it('nor, by a slip, to another century', async () => {
        const script = await made();
        const to = { id: String(script.id), launchAt: Date.parse('2305-11-11T20:00:00+08:00') };
        expect(await rescheduleScript(await as(team.editor), to)).toMatchObject({ ok: false, status: 400 });
      });
    });

    describe('moving', () => {
      /** One step at ten, and nobody there until one. */
      const passedBy = async () => {
        const early = at('2035-11-11T10:00:00');
        const template = await world.aTemplate({
          phases: [
            {
              key: 'on-sale',
              steps: [
                {
                  key: 's',
                  title: '开售',
                  kind: 'persona',
                  offsetMinutes: 0,
                  channels: ['wechat-moments'],
                  body: '开售了',
                },
              ],
            },
          ],
        });
        const script = await approved(await made({ launchAt: early }, template));
        await runPass({ payload, now: at('2035-11-11T13:00:00') });
        return script;
      };

      it('an expired post whose launch moves to later the same day waits again', async () => {
        const script = await passedBy();
        expect((await postsOf(script))[0]?.status).toBe('expired');
        const ctx = await as(team.editor, at('2035-11-11T13:05:00'));
        value(await rescheduleScript(ctx, { id: String(script.id), launchAt: at('2035-11-11T18:00:00') }));
        await runPass({ payload, now: at('2035-11-11T18:00:01') });
        const [post] = await postsOf(script);
        // Either it goes out, or somebody is asked again; not “expired” with a time to come.
        expect(post?.status).not.toBe('expired');
      });

      it('so it does by hand', async () => {
        const script = await passedBy();
        await world.edit((await postsOf(script))[0]?.id, { scheduledAt: '2035-11-11T18:00:00+08:00' });
        await runPass({ payload, now: at('2035-11-11T18:00:01') });
        expect((await postsOf(script))[0]?.status).toBe('released');
      });

      it('the card of a post that is partly out does not go out before a launch that has moved', async () => {
        await make(payload, 'cap-rules', {
          name: '每小时一条',
          kinds: [],
          feeds: [],
          channels: ['group'],
          counts: 'all',
          scope: 'feed',
          window: { unit: 'day' },
          limit: 1,
        });
        const group = await make(payload, 'feeds', {
          name: '群',
          channel: 'group',
          timezone: 'Asia/Shanghai',
          quietHours: { from: null, to: null },
        });
        await approvedPost(
          payload,
          team,
          { feeds: [group.id], body: '占位', scheduledAt: '2035-11-11T10:00:00+08:00' },
          now,
        );
        const script = await approved(await made({ feeds: [team.feed, group].map(({ id }) => String(id)) }));
        const passes = [
          '2035-11-04T20:00:01',
          '2035-11-10T20:30:01',
          '2035-11-11T10:00:01',
          '2035-11-11T20:00:01',
        ];
        for (const when of passes) await runPass({ payload, now: at(when) });
        const sale = (await postsOf(script)).find(({ launchStep }) => launchStep === 'sale');
        expect((await releasesOf(payload, sale?.id as never)).map(({ feed }) => feed)).toEqual([
          String(team.feed.id),
        ]);
        value(
          await rescheduleScript(await as(team.editor, at('2035-11-11T21:00:00')), {
            id: String(script.id),
            launchAt: launchAt + 7 * day,
          }),
        );
        for (const when of ['2035-11-12T00:00:01', '2035-11-12T20:00:01'])
          await runPass({ payload, now: at(when) });
        expect((await releasesOf(payload, sale?.id as never)).map(({ feed }) => feed)).toEqual([
          String(team.feed.id),
        ]);
      });
    });

    describe('cancelling', () => {
      it('says how many do not go out, without those that are out', async () => {
        const script = await approved(await made());
        await runPass({ payload, now: at('2035-11-04T20:00:01') });
        value(
          await cancelScript(await as(team.manager, at('2035-11-04T21:00:00')), {
            id: String(script.id),
            reason: '断货',
          }),
        );
        const { docs } = await payload.db.find<{ to: string; link: string; words: { zh: { text: string } } }>(
          { collection: 'notices', where: { kind: { equals: 'cancelled' } }, pagination: false },
        );
        expect(docs[0]?.words.zh.text).toContain('还没下发的 3 条');
      });

      it('does not send staff to a page that is closed to them', async () => {
        const script = await approved(await made());
        await runPass({ payload, now: at('2035-11-04T19:00:00') });
        value(
          await cancelScript(await as(team.manager, at('2035-11-04T19:10:00')), {
            id: String(script.id),
            reason: '断货',
          }),
        );
        const { docs } = await payload.db.find<{ to: string; link: string }>({
          collection: 'notices',
          where: { and: [{ kind: { equals: 'cancelled' } }, { to: { equals: String(team.staff.id) } }] },
          pagination: false,
        });
        expect(docs.map(({ link }) => link)).not.toContain(`/admin/launches/${script.id}`);
      });

      it('a launch that came to have too many posts to be looked at can still be cancelled', async () => {
        const script = await approved(await made());
        const rows = {
          kind: 'persona',
          status: 'draft',
          audience: { visibility: 'everyone' },
          copyMode: 'exact',
          onConflict: 'defer',
          onLate: 'release',
          priority: 0,
          launchScript: script.id,
        };
        for (let n = 0; n < 297; n += 1)
          await payload.db.create({
            collection: 'posts',
            data: { ...rows, title: `多 ${n}` } as never,
            returning: false,
          });
        expect(
          await cancelScript(await as(team.manager), { id: String(script.id), reason: '断货' }),
        ).toMatchObject({ ok: true });
      });
    });

    it('a script of a saved template, with one more post, can be saved again', async () => {
      const extra = (script: Made) =>
        world.add({ launchScript: script.id, scheduledAt: '2035-11-09T12:00:00+08:00' });
      const first = await made();
      await extra(first);
      const saved = value(
        await saveAsTemplate(await as(team.editor), { id: String(first.id), name: '一' }),
      ) as Made;
      const second = await made({}, saved);
      await extra(second);
      await expect(
        saveAsTemplate(await as(team.editor), { id: String(second.id), name: '二' }),
      ).resolves.toMatchObject({ ok: true });
    });

    it('who deletes a post of a script does not approve what is left', async () => {
      const script = await made();
      const id = String(script.id);
      value(await submitScript(await as(team.editor), { id }));
      const extra = await world.add({ launchScript: script.id });
      const { req } = await as(team.manager);
      await payload.delete({ collection: 'posts', id: extra.id, overrideAccess: false, user: req.user, req });
      const { contentHash } = await review(script, team.manager);
      const refused = await approveScript(await as(team.manager), { id, contentHash });
      expect(refused).toMatchObject({ ok: false, status: 403 });
    });

    it('nor does who took a post out, neither one by one nor several at once', async () => {
      const script = await made();
      const [hint, eve] = await postsOf(script);
      const { req } = await as(team.manager);
      const id = hint?.id as never;
      await payload.delete({ collection: 'posts', id, overrideAccess: false, user: req.user, req });
      value(await submitScript(await as(team.editor), { id: String(script.id) }));
      await world.edit(eve?.id, { launchScript: null }, { person: team.manager });
      const asked = (await review(script, team.manager)).posts.map(({ post, contentHash }) => ({
        post,
        contentHash,
      }));
      expect(asked.length).toBeGreaterThan(1);
      const answers = await approveAll(await as(team.manager), asked);
      expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(asked.map(() => 403));
      for (const { post, contentHash } of asked) {
        const outcome = await approve(await as(team.manager), { id: post, contentHash });
        expect(outcome).toMatchObject({
          ok: false,
          status: 403,
          errors: [{ data: { code: 'own-script-change' } }],
        });
        expect(value(await reviewOf(await as(team.manager), post)).mayNotApprove).toHaveLength(1);
      }
      expect((await approveAll(await as(team.otherManager), asked)).every(({ ok }) => ok)).toBe(true);
    });

    it('a correction of a launch post can be submitted', async () => {
      const script = await approved(await made());
      await runPass({ payload, now: at('2035-11-04T20:00:01') });
      const [hint] = await postsOf(script);
      const when = at('2035-11-04T20:10:00');
      const fixed = value(await correctPost(await as(team.editor, when), { id: String(hint?.id) })) as Made;
      await world.edit(fixed.id, { scheduledAt: '2035-11-04T21:00:00+08:00' });
      expect(await submit(await as(team.editor, when), { id: String(fixed.id) })).toMatchObject({ ok: true });
    });

    it('a name that is too long is cut between characters', async () => {
      const long = await make(payload, 'products', { name: 'a'.repeat(76), price: 1 });
      const template = await world.aTemplate();
      await payload.update({
        collection: 'launch-templates',
        id: template.id,
        data: { name: '😀😀' } as never,
      });
      const script = await made({ product: String(long.id) }, template);
      expect(script.name).not.toMatch(/\p{Surrogate}|\uFFFD/u);
    });
  },
  { on: ['sqlite'] },
);
