import type { Payload } from 'payload';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scriptFromTemplate } from '@/server/launches/fromTemplate';
import { loadWhole } from '@/server/launches/whole';
import { launchAt, type SmallLaunch, smallLaunch, value } from '../builders/smallLaunch';
import { aPerson } from '../builders/team';
import { describeEachDatabase } from '../setup';

describeEachDatabase('posts of a script that are made together', (app) => {
  let payload: Payload;
  let world: SmallLaunch;

  beforeEach(async () => {
    world = await smallLaunch(app.payload);
    ({ payload } = world);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const days = (count: number, writer = world.team.editor) =>
    world.aTemplate(
      {
        phases: [
          {
            key: 'tease',
            steps: Array.from({ length: count }, (_, n) => ({
              title: `第 ${n + 1} 天`,
              kind: 'persona',
              offsetDays: n - 9,
              time: '20:00',
              channels: ['wechat-moments'],
              body: '{{launch.time}}见',
              variants: [{ key: 'regular', body: '老客先买' }],
            })),
          },
        ],
      },
      writer,
    );

  it('have the hashes of what is stored, as has their script, and know who wrote them', async () => {
    const writer = await aPerson(payload, '另一位编辑', ['editor']);
    const { id } = await world.made({}, await days(3, writer));
    const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'launch-scripts',
      where: { id: { equals: id } },
    });
    const whole = await loadWhole(payload, row ?? {});
    expect(whole.posts).toHaveLength(3);
    expect(row?.contentHash).toBe(whole.hash);
    for (const { bound } of whole.posts) {
      expect(bound.row.contentHash).toBe(bound.hash);
      expect(bound.row.changedBy).toEqual([world.team.editor, writer].map((person) => String(person.id)));
    }
  });

  it('read what they share once, however many they are', async () => {
    const readsOf = async (steps: number) => {
      const template = await days(steps);
      const find = vi.spyOn(payload.db, 'find');
      await world.made({}, template);
      const reads = find.mock.calls.map(([{ collection }]) => String(collection));
      find.mockRestore();
      return ['segment-dimensions', 'cap-rules', 'pools', 'posts'].map(
        (slug) => reads.filter((read) => read === slug).length,
      );
    };
    expect(await readsOf(8)).toEqual(await readsOf(2));
  });

  it('leave nothing behind for what the same request makes later', async () => {
    const ctx = await world.as(world.team.editor);
    const { id: template } = await days(2);
    const feeds = [String(world.team.feed.id)];
    const asked = { product: null, offer: null, launchAt, timezone: 'Asia/Shanghai', feeds, segments: null };
    value(await scriptFromTemplate(ctx, { template: String(template), ...asked }));
    const later = await payload.create({
      collection: 'posts',
      data: { title: '后来的一条', kind: 'persona', body: '早', feeds: [world.team.feed.id] } as never,
      req: ctx.req,
      depth: 0,
    });
    expect(later.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
