import type { Payload } from 'payload';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { loadExceptions } from '@/server/launches/exceptions';
import { makeMissingPosts } from '@/server/launches/makePosts';
import { saveAsTemplate } from '@/server/launches/saveAsTemplate';
import { submitScript } from '@/server/launches/submit';
import { withdrawScript } from '@/server/launches/withdraw';
import { approve } from '@/server/posts/approve';
import { submit } from '@/server/posts/submit';
import { withdraw } from '@/server/posts/withdraw';
import { runPass } from '@/server/scheduler/pass';
import { scriptScreen } from '@/server/screens/script';
import { approveTemplate } from '@/server/templates/approve';
import { aDayRule, anException, approvedScript, aScript } from '../builders/launch';
import { actsIn, at, launchAt, type SmallLaunch, smallLaunch, steps, value } from '../builders/smallLaunch';
import { type Made, make, releasesOf, type Team } from '../builders/team';
import { describeEachDatabase } from '../setup';

// The rules are the same on every database; those that race are tried on both elsewhere.
describeEachDatabase(
  'what a launch is approved for',
  (app) => {
    let payload: Payload;
    let team: Team;
    let world: SmallLaunch;

    beforeEach(async () => {
      world = await smallLaunch(app.payload);
      ({ payload, team } = world);
    });

    const { as, made, review, postsOf, approved } = actsIn(() => world);

    it('a copy of a step’s post is looked at as the post itself: neither is approved with a blank', async () => {
      const script = await made();
      const [hint] = await postsOf(script);
      await world.duplicate(hint?.id);
      await world.edit(hint?.id, { body: '{{launch.nope}} 【填：价格】' });
      await approved(script).catch(() => undefined);
      await runPass({ payload, now: at('2035-11-04T20:00:01') });
      const out = await releasesOf(payload, hint?.id as never);
      expect(out.map(({ content }) => JSON.stringify(content).includes('launch.nope'))).toEqual([]);
    });

    it('what did not wait when it was shown is not approved with the hash that was shown', async () => {
      const script = await made();
      const id = String(script.id);
      value(await submitScript(await as(team.editor), { id }));
      const extra = await world.add({
        launchScript: script.id,
        scheduledAt: '2035-11-09T12:00:00+08:00',
        kind: 'sales',
      });
      const shown = await review(script, team.manager);
      // Folded to a line with those that were decided before: nobody is asked about it.
      expect(shown.posts.find(({ post }) => post === String(extra.id))?.waits).toBe(false);
      value(await submit(await as(team.editor), { id: String(extra.id) }));
      await approveScript(await as(team.manager), {
        id,
        contentHash: shown.contentHash,
        posts: shown.posts.map(({ post, contentHash, waits }) => ({ post, contentHash, waits })),
      });
      expect((await payload.findByID({ collection: 'posts', id: extra.id, depth: 0 })).status).not.toBe(
        'approved',
      );
    });

    it('nor a changed step of an approved script that was submitted behind the manager’s back', async () => {
      const script = await approved(await made());
      const id = String(script.id);
      const [, eve, sale] = await postsOf(script);
      await world.edit(eve?.id, { body: '改一' });
      await world.edit(sale?.id, { body: '改二，没给主管看过' });
      value(await submit(await as(team.editor), { id: String(eve?.id) }));
      const shown = await review(script, team.manager);
      expect(shown.posts.map(({ waits }) => waits)).toEqual([false, true, false, false]);
      value(await submit(await as(team.editor), { id: String(sale?.id) }));
      await approveScript(await as(team.manager), { id, contentHash: shown.contentHash });
      expect((await payload.findByID({ collection: 'posts', id: sale?.id as never, depth: 0 })).status).toBe(
        'in-review',
      );
    });

    it('one post that is taken back changes what is approved', async () => {
      const script = await made();
      const id = String(script.id);
      value(await submitScript(await as(team.editor), { id }));
      const shown = await review(script, team.manager);
      const [hint] = await postsOf(script);
      value(await withdraw(await as(team.editor), { id: String(hint?.id) }));
      expect(
        await approveScript(await as(team.manager), { id, contentHash: shown.contentHash }),
      ).toMatchObject({ ok: false, status: 409 });
    });

    it('an exception to a monthly rule does not become one to a daily rule', async () => {
      const rule = await aDayRule(payload, { name: '卖货上限', window: { unit: 'month' }, limit: 20 });
      await approvedScript(
        payload,
        team,
        aScript([anException(rule, { limit: 30 })]),
        at('2035-11-01T10:00:00'),
      );
      expect(await loadExceptions(payload)).toHaveLength(1);
      const { req } = await as(team.otherManager);
      await payload.update({
        collection: 'cap-rules',
        id: rule.id,
        data: { window: { unit: 'day' }, limit: 3 } as never,
        overrideAccess: false,
        user: req.user,
        req,
      });
      expect(await loadExceptions(payload)).toEqual([]);
    });

    it('nothing new goes out for a launch that was cancelled', async () => {
      const script = await approved(await made());
      value(await cancelScript(await as(team.manager), { id: String(script.id), reason: '断货' }));
      const extra = await world.add({
        launchScript: script.id,
        body: '{{launch.time}}开售！',
        scheduledAt: '2035-11-11T12:00:00+08:00',
      });
      const submitted = await submit(await as(team.editor), { id: String(extra.id) });
      if (submitted.ok)
        await approve(await as(team.manager), {
          id: String(extra.id),
          contentHash: String((submitted.value as Made).contentHash),
        });
      await runPass({ payload, now: at('2035-11-11T12:00:01') });
      expect(await releasesOf(payload, extra.id)).toEqual([]);
    });

    it('cancelled and approved at once: one of the two orders', async () => {
      const script = await made();
      const id = String(script.id);
      value(await submitScript(await as(team.editor), { id }));
      const { contentHash } = await review(script, team.manager);
      await Promise.allSettled([
        approveScript(await as(team.manager), { id, contentHash }),
        cancelScript(await as(team.otherManager), { id, reason: '断货' }),
        cancelScript(await as(team.otherManager), { id, reason: '断货二' }),
      ]);
      const { status } = (await payload.findByID({
        collection: 'launch-scripts',
        id,
        depth: 0,
      })) as unknown as Made;
      const posts = (await postsOf(script)).map((post) => post.status);
      expect([status, posts]).toEqual(['cancelled', ['archived', 'archived', 'archived', 'archived']]);
    });

    it('withdrawn with one out, submitted and approved again: the rest goes out once', async () => {
      const script = await approved(await made());
      await runPass({ payload, now: at('2035-11-04T20:00:01') });
      value(
        await withdrawScript(await as(team.editor, at('2035-11-04T21:00:00')), { id: String(script.id) }),
      );
      const when = at('2035-11-05T10:00:00');
      value(await submitScript(await as(team.editor, when), { id: String(script.id) }));
      const { contentHash } = await review(script, team.manager, when);
      value(await approveScript(await as(team.manager, when), { id: String(script.id), contentHash }));
      for (const one of ['2035-11-10T20:30:01', '2035-11-11T20:00:01', '2035-11-14T12:00:01'])
        await runPass({ payload, now: at(one) });
      expect((await postsOf(script)).map(({ status }) => status)).toEqual([
        'released',
        'released',
        'released',
        'released',
      ]);
    });

    it('who wrote the copy of a step does not approve the post that somebody else made of it', async () => {
      const { req } = await as(team.manager);
      const script = (await payload.create({
        collection: 'launch-scripts',
        data: {
          name: '主管写的',
          launchAt: new Date(launchAt).toISOString(),
          timezone: 'Asia/Shanghai',
          phases: [
            {
              key: 'on-sale',
              steps: [
                {
                  key: 's1',
                  title: '开售',
                  kind: 'sales',
                  offsetMinutes: 0,
                  body: '主管自己写的话',
                  feeds: [team.feed.id],
                },
              ],
            },
          ],
        } as never,
        overrideAccess: false,
        user: req.user,
        req,
        depth: 0,
      })) as unknown as Made;
      value(await makeMissingPosts(await as(team.editor), { id: String(script.id) }));
      const [post] = await postsOf(script);
      const submitted = value(await submit(await as(team.editor), { id: String(post?.id) })) as Made;
      expect(
        await approve(await as(team.manager), {
          id: String(post?.id),
          contentHash: String(submitted.contentHash),
        }),
      ).toMatchObject({ ok: false, status: 403 });
    });

    it('who wrote a template that nobody approved does not approve a script of it', async () => {
      const script = await made({}, await world.aTemplate({}, team.manager));
      value(await submitScript(await as(team.editor), { id: String(script.id) }));
      const { contentHash } = await review(script, team.manager);
      expect(
        await approveScript(await as(team.manager), { id: String(script.id), contentHash }),
      ).toMatchObject({ ok: false, status: 403 });
    });

    it('who wrote a post of a script does not approve the template that somebody else saved of it', async () => {
      const script = await made();
      const [hint] = await postsOf(script);
      await world.edit(hint?.id, { body: '王主管写的' }, { person: team.manager });
      const saved = await saveAsTemplate(await as(team.editor), { id: String(script.id), name: '再来' });
      const { id, contentHash } = value(saved) as Made;
      const asked = { id: String(id), contentHash: String(contentHash) };
      expect(await approveTemplate(await as(team.manager), asked)).toMatchObject({ ok: false, status: 403 });
      expect(await approveTemplate(await as(team.otherManager), asked)).toMatchObject({ ok: true });
    });

    it('who wrote a post, a script or a template does not approve the copy that somebody else made of it', async () => {
      const manager = await as(team.manager);
      const post = await world.add(
        { body: '主管自己写的', scheduledAt: '2035-11-09T12:00:00+08:00' },
        team.manager,
      );
      const copy = await world.duplicate(post.id);
      const { contentHash } = value(await submit(await as(team.editor), { id: String(copy.id) })) as Made;
      const asked = { id: String(copy.id), contentHash: String(contentHash) };
      expect(await approve(manager, asked)).toMatchObject({ ok: false, status: 403 });
      expect(await approve(await as(team.otherManager), asked)).toMatchObject({ ok: true });

      const template = await world.aTemplate({}, team.manager);
      const copied = await world.duplicate(template.id, 'launch-templates');
      const shown = { id: String(copied.id), contentHash: String(copied.contentHash) };
      expect(await approveTemplate(manager, shown)).toMatchObject({ ok: false, status: 403 });

      const script = await made();
      await world.edit(
        script.id,
        { name: '主管起的名' },
        { person: team.manager, collection: 'launch-scripts' },
      );
      const again = await world.duplicate(script.id, 'launch-scripts');
      await world.add({ launchScript: again.id, scheduledAt: '2035-11-09T13:00:00+08:00' });
      value(await submitScript(await as(team.editor), { id: String(again.id) }));
      expect((await review(again, team.manager)).mayNotApprove).not.toEqual([]);
      expect((await review(again, team.otherManager)).mayNotApprove).toEqual([]);
    });

    it('two managers on one template at once: one decides, the other is told that it is decided', async () => {
      const template = await world.aTemplate();
      const asked = { id: String(template.id), contentHash: String(template.contentHash) };
      const people = await Promise.all([team.manager, team.otherManager].map((person) => as(person)));
      const answers = await Promise.all(people.map((person) => approveTemplate(person, asked)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({
        status: 409,
        errors: [{ message: expect.stringContaining('已经通过了') }],
      });
      const subject = { equals: `launch-templates:${template.id}` };
      expect((await payload.count({ collection: 'approvals', where: { subject } })).totalDocs).toBe(1);
    });

    const stepsShown = async (script: Made) => {
      const shown = value(await scriptScreen(await as(team.manager), String(script.id)));
      return shown.phases.flatMap(({ days }) => days.flatMap((one) => one.steps));
    };

    it('19 a day with a name stands at its step, which lacks nothing by it', async () => {
      await make(payload, 'occasions', { name: '光棍节前夜', kind: 'own', date: '2035-11-10T12:00:00.000Z' });
      const shown = await stepsShown(await made());
      expect(shown.map(({ step, holidays }) => [step, holidays])).toEqual([
        ['hint', []],
        ['eve', ['光棍节前夜']],
        ['sale', []],
        ['after', []],
      ]);
      expect(shown.flatMap(({ gaps }) => gaps)).toEqual([]);
    });

    it('22 a fate that was approved is known as such until it is another', async () => {
      const rule = await aDayRule(payload, { limit: null, kinds: [], minGapMinutes: 30 });
      const script = await made();
      const scheduledAt = new Date(launchAt + 10 * 60_000).toISOString();
      const extra = await world.add({ launchScript: script.id, scheduledAt });
      const fate = async () => {
        const step = (await stepsShown(script)).find(({ post }) => post === String(extra.id));
        return [step?.waits, step?.forecast.map(({ outcome }) => outcome), step?.fateKnown];
      };
      expect(await fate()).toEqual([false, ['defer'], false]);
      await approved(script);
      expect(await fate()).toEqual([false, ['defer'], true]);
      await world.edit(extra.id, { body: '改过' });
      value(await submitScript(await as(team.editor), { id: String(script.id) }));
      expect(await fate()).toEqual([true, ['defer'], true]);
      await payload.update({ collection: 'cap-rules', id: rule.id, data: { minGapMinutes: 60 } as never });
      expect(await fate()).toEqual([true, ['defer'], false]);
    });

    describe('a step is folded as unchanged', () => {
      const approvedFrom = async (template: Made) => {
        value(
          await approveTemplate(await as(team.manager), {
            id: String(template.id),
            contentHash: String(template.contentHash),
          }),
        );
        return made({}, template);
      };
      const fromApproved = async () => {
        const script = await approvedFrom(await world.aTemplate());
        const [, eve] = await postsOf(script);
        return { script, eve };
      };
      const aPicture = async (color: string) => {
        const data = await sharp({ create: { width: 60, height: 60, channels: 3, background: color } })
          .jpeg()
          .toBuffer();
        const file = { data, mimetype: 'image/jpeg', name: `${color}.jpg`, size: data.length };
        return payload.create({ collection: 'media', data: { alt: color }, file });
      };
      /** Of the template of the small launch, with as many pictures asked for at its second step. */
      const asksForPictures = async () => {
        const [eve] = steps.slice(1, 2);
        return world.aTemplate({
          phases: [{ key: 'on-sale', name: '开售', steps: [{ ...eve, pictures: 1 }] }],
        });
      };
      const unchangedOf = async (script: Made, step: string) =>
        (await review(script)).posts.find((post) => post.step === step)?.unchanged;

      it('not when the copy for members goes to new customers', async () => {
        const { script, eve } = await fromApproved();
        const variants = ((eve?.variants ?? []) as { key: string }[]).map((one) =>
          one.key === 'member' ? { ...one, segments: [team.segments.fresh.id] } : one,
        );
        await world.edit(eve?.id, { variants });
        expect(await unchangedOf(script, 'eve')).toBeNull();
      });

      it('not when its versions are gone: everybody gets the base', async () => {
        const { script, eve } = await fromApproved();
        await world.edit(eve?.id, { variants: [] });
        expect(await unchangedOf(script, 'eve')).toBeNull();
      });

      it('not when it goes to a feed of another channel', async () => {
        const group = await make(payload, 'feeds', {
          name: '群',
          channel: 'group',
          timezone: 'Asia/Shanghai',
        });
        const { script } = await fromApproved();
        const [hint] = await postsOf(script);
        await world.edit(hint?.id, { feeds: [group.id] });
        expect(await unchangedOf(script, 'hint')).toBeNull();
      });

      it('not when it sells another product than the script', async () => {
        const other = await make(payload, 'products', { name: '减肥药', price: 1 });
        const { script, eve } = await fromApproved();
        await world.edit(eve?.id, { product: other.id });
        expect(await unchangedOf(script, 'eve')).toBeNull();
      });

      it('also with pictures that the template leaves open, each on the page by what is approved', async () => {
        const script = await approvedFrom(await asksForPictures());
        const [eve] = await postsOf(script);
        const [base, own] = [await aPicture('red'), await aPicture('blue')];
        const variants = ((eve?.variants ?? []) as { key: string }[]).map((one) =>
          one.key === 'member' ? { ...one, images: [own.id] } : one,
        );
        expect(await unchangedOf(script, 'eve')).toBe('as-approved');
        await world.edit(eve?.id, { images: [base.id], variants });
        expect(await unchangedOf(script, 'eve')).toBe('pictures-added');
        const shown = value(await scriptScreen(await as(team.manager), String(script.id)));
        const [step] = await stepsShown(script);
        const bound = new Set(step?.view.versions.flatMap(({ images }) => images));
        expect(bound).toEqual(new Set([base.sha256, own.sha256]));
        for (const { sha256, filename } of [base, own])
          expect(shown.pictures[String(sha256)]?.src).toContain(String(filename));
        await world.edit(eve?.id, { body: '都来' });
        expect(await unchangedOf(script, 'eve')).toBeNull();
      });

      it('not with pictures that its template did not ask for', async () => {
        const { script, eve } = await fromApproved();
        await world.edit(eve?.id, { images: [(await aPicture('red')).id] });
        expect(await unchangedOf(script, 'eve')).toBeNull();
      });

      it('not when it stands twice', async () => {
        const { script, eve } = await fromApproved();
        await world.duplicate(eve?.id);
        expect(
          (await review(script)).posts.filter(({ step }) => step === 'eve').map(({ unchanged }) => unchanged),
        ).not.toContain('as-approved');
      });
    });
  },
  { on: ['sqlite'] },
);
