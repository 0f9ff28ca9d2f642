import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { unfoldedBy } from '@/core/launch/folding';
import { rescheduleScript } from '@/server/launches/reschedule';
import { submitScript } from '@/server/launches/submit';
import { type ScriptStep, scriptScreen } from '@/server/screens/script';
import { approveTemplate } from '@/server/templates/approve';
import { day, launchAt, type SmallLaunch, smallLaunch, steps, value } from '../builders/smallLaunch';
import type { Made } from '../builders/team';
import { describeEachDatabase } from '../setup';

describeEachDatabase('what is folded in the approval of a script', (app) => {
  let world: SmallLaunch;

  beforeEach(async () => {
    world = await smallLaunch(app.payload);
  });

  const approveIt = async (template: Made): Promise<Made> => {
    const { id, contentHash } = await app.payload.findByID({
      collection: 'launch-templates',
      id: template.id,
      depth: 0,
    });
    const asked = { id: String(id), contentHash: String(contentHash) };
    return value(await approveTemplate(await world.as(world.team.manager), asked)) as Made;
  };
  const fromApproved = async (template?: Made): Promise<Made> =>
    world.made({}, await approveIt(template ?? (await world.aTemplate())));
  const submitIt = async (script: Made) =>
    value(await submitScript(await world.as(world.team.editor), { id: String(script.id) }));
  const shownOf = async (script: Made) =>
    value(await scriptScreen(await world.as(world.team.manager), String(script.id)));
  /** As a manager comes to it who has read nothing yet. */
  const why = (step: ScriptStep | undefined) =>
    step &&
    unfoldedBy({
      ...step,
      allShown: true,
      gaps: step.gaps.length,
      findings: step.findings.length,
      returned: step.returned !== null,
      unsubmitted: false,
      fresh: false,
      marked: false,
      opened: false,
    });
  const stepsOf = async (script: Made): Promise<Record<string, ScriptStep | undefined>> =>
    Object.fromEntries(
      (await shownOf(script)).phases.flatMap(({ days }) =>
        days.flatMap((one) => one.steps.map((step) => [step.step, step] as const)),
      ),
    );

  it('20 says what its placeholders stand for where every step is folded, and no more than its copy has', async () => {
    const offer = await world.write(world.team.editor, 'offers', { name: '双十一', code: 'OAT11' });
    const script = await fromApproved();
    const [, , , after] = await world.postsOf(script);
    await submitIt(script);
    expect(Object.values(await stepsOf(script)).flatMap(why)).toEqual([]);
    const filled = [
      { token: 'product.name', value: '燕麦能量棒' },
      { token: 'product.price', value: '39.9' },
      { token: 'product.link', value: 'https://shop.test/1' },
    ];
    expect((await shownOf(script)).filledIn).toEqual(filled);
    await world.edit(after?.id, { body: '谢谢，{{offer.code}} 还能用', offer: offer.id });
    expect((await shownOf(script)).filledIn).toEqual([...filled, { token: 'offer.code', value: 'OAT11' }]);
  });

  it('20 a picture of the template with another description is not what was approved', async () => {
    const create = { width: 60, height: 60, channels: 3, background: 'red' } as const;
    const data = await sharp({ create }).jpeg().toBuffer();
    const picture = await app.payload.create({
      collection: 'media',
      data: { alt: '红色' },
      file: { data, mimetype: 'image/jpeg', name: 'red.jpg', size: data.length },
    });
    const phases = [{ key: 'tease', name: '引发兴趣', steps: [{ ...steps[0], images: [picture.id] }] }];
    const template = await world.aTemplate({ phases });
    const script = await fromApproved(template);
    await submitIt(script);
    expect(why((await stepsOf(script)).hint)).toEqual([]);
    await world.edit(picture.id, { alt: '全网最低 0.01 元' }, { collection: 'media' });
    expect(why((await stepsOf(script)).hint)).toEqual(['changed']);
    const again = await world.made({}, template);
    await submitIt(again);
    expect(why((await stepsOf(again)).hint)).toEqual(['changed']);
  });

  describe('20: a template that changes after a script was made from it', () => {
    const saying = (body: string) => ({
      phases: [{ key: 'tease', name: '引发兴趣', steps: [{ ...steps[0], body }, ...steps.slice(1)] }],
    });
    const write = (template: Made, body: string) =>
      world.edit(template.id, saying(body), { collection: 'launch-templates' });
    const hintOf = async (script: Made) => why((await stepsOf(script)).hint);

    it('takes nothing back while an editor writes into it: a manager has read what was approved', async () => {
      const template = await world.aTemplate();
      const script = await fromApproved(template);
      await submitIt(script);
      await write(template, '编辑改的');
      expect(await hintOf(script)).toEqual([]);
    });

    it('unfolds what a manager has approved otherwise since, and that alone', async () => {
      const template = await world.aTemplate();
      const script = await fromApproved(template);
      await submitIt(script);
      await write(template, '改好了的');
      await approveIt(template);
      const shown = await stepsOf(script);
      expect([why(shown.hint), why(shown.after)]).toEqual([['changed'], []]);
    });

    it('vouches for nothing once it is deleted', async () => {
      const template = await world.aTemplate();
      const script = await fromApproved(template);
      await submitIt(script);
      await app.payload.delete({ collection: 'launch-templates', where: { id: { equals: template.id } } });
      expect(await hintOf(script)).toEqual(['changed']);
    });
  });

  describe('20: what was approved before', () => {
    it.each([
      ['another price', { price: 3.99 }],
      ['another link', { link: 'https://elsewhere.test/' }],
    ])('is not folded with %s in its copy', async (_, change) => {
      const script = await world.approved(await fromApproved());
      await world.edit(world.product.id, change, { collection: 'products' });
      await submitIt(script);
      const { sale } = await stepsOf(script);
      expect(sale).toMatchObject({ waits: true, unchanged: 'as-approved' });
      expect(why(sale)).toEqual(['changed']);
    });

    it('is not folded when it was set back to the words of the template', async () => {
      const script = await world.approved(await fromApproved());
      const [hint] = await world.postsOf(script);
      await world.edit(hint?.id, { body: '通过了的另一句' });
      await world.approved(script);
      await world.edit(hint?.id, { body: steps[0]?.body });
      await submitIt(script);
      const shown = await stepsOf(script);
      expect(shown.hint?.lastApproved?.versions[0]?.text).toBe('通过了的另一句');
      expect(why(shown.hint)).toEqual(['changed']);
    });

    it('stays folded when its launch alone was moved and renamed, which the script says', async () => {
      const script = await world.approved(await fromApproved());
      const id = String(script.id);
      const asked = { id, launchAt: launchAt + 3 * day };
      value(await rescheduleScript(await world.as(world.team.editor), asked));
      await world.edit(id, { name: '改了名字' }, { collection: 'launch-scripts' });
      await submitIt(script);
      const shown = await stepsOf(script);
      expect(shown.hint?.lastApproved?.versions).not.toEqual(shown.hint?.view.versions);
      expect(Object.values(shown).map((step) => [step?.waits, why(step)])).toEqual(
        Object.values(shown).map(() => [true, []]),
      );
    });
  });
});
