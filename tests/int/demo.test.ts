import { beforeAll, expect, test } from 'vitest';
import { demoCalendar } from '../../scripts/demo/calendar';
import { brand } from '../../scripts/demo/content/brand';
import { type Seeded, seedDemo } from '../../scripts/demo/seedDemo';
import { localDateOf, minuteMs } from '../../src/core/time';
import { scriptFromTemplate } from '../../src/server/launches/fromTemplate';
import { reviewOfScript } from '../../src/server/launches/review';
import { submitScript } from '../../src/server/launches/submit';
import { contextFor, type Made } from '../builders/team';
import { type DatabaseKind, describeEachDatabase, type EachDatabase } from '../setup';

const now = Date.parse('2026-11-25T15:20:40+08:00');
const password = 'a long passphrase 42';

interface Post {
  id: string | number;
  title: string;
  status: string;
  statusReason?: string | null;
  cards?: { variantKey: string; state: string; reason: string | null }[];
}

type Row = Record<string, unknown> & { id: string | number };

/** The texts of a post without the blanks that a template leaves to the editor. */
const filled = ({ body, firstComments, variants }: Row): Record<string, unknown> => {
  const blanks = /【填[:：][^】]*】/g;
  return JSON.parse(JSON.stringify({ body, firstComments, variants }).replace(blanks, '写好了'));
};

// A minute on the stand-in for MongoDB: there in the soak alone.
const on: readonly DatabaseKind[] = process.env.SOAK_RUNS ? ['sqlite', 'mongodb'] : ['sqlite'];

const suite = (app: EachDatabase) => {
  let seeded: Seeded;
  const all = async (): Promise<Map<string, Post>> => {
    const { docs } = await app.payload.find({ collection: 'posts', limit: 0, pagination: false, depth: 0 });
    return new Map((docs as unknown as Post[]).map((post) => [post.title, post]));
  };
  const expectAsPlanned = async (at: number): Promise<void> => {
    const stored = await all();
    const posts = demoCalendar(localDateOf(at, brand.timezone), at, brand.timezone);
    expect(stored.size).toBe(posts.length);
    expect(Object.fromEntries(posts.map(({ title }) => [title, stored.get(title)?.status]))).toEqual(
      Object.fromEntries(posts.map(({ title, expected }) => [title, expected])),
    );
  };

  // Ninety posts with all that people did with them: seconds on an idle machine, more on a busy one.
  beforeAll(async () => {
    seeded = await seedDemo(app.payload, { now, password });
  }, 300_000);

  test('is in the database as its calendar says, decided by the real scheduler', async () => {
    await expectAsPlanned(now);
  });

  test('says in words why the fourth sales post of today goes out tomorrow', async () => {
    const fourth = (await all()).get('囤一罐：陈皮白茶');
    expect(fourth?.statusReason).toContain('3/3');
  });

  test('puts the post with versions on the desk as three released cards', async () => {
    const cards = (await all()).get('早餐箱换新搭配卡')?.cards ?? [];
    expect(cards.map(({ variantKey, state }) => [variantKey, state]).sort()).toEqual([
      ['base', 'released'],
      ['new', 'released'],
      ['returning', 'released'],
    ]);
  });

  test('has releases handed out at their own time and receipts of the staff, none by the one who signs in for today', async () => {
    expect(seeded.releases).toBeGreaterThan(25);
    expect(seeded.receipts).toBeGreaterThan(150);
    const { docs } = await app.payload.find({
      collection: 'releases',
      limit: 0,
      pagination: false,
      depth: 0,
    });
    const releases = (docs as unknown as { type: string; dueAt: string; releasedAt: string }[]).filter(
      ({ type }) => type === 'release',
    );
    for (const { dueAt, releasedAt } of releases) expect(Date.parse(releasedAt) - Date.parse(dueAt)).toBe(0);
  });

  test('lets every account in with the password', async () => {
    for (const email of ['admin@demo.test', 'editor@demo.test', 'manager@demo.test', 'staff@demo.test']) {
      const { user } = await app.payload.login({ collection: 'users', data: { email, password } as never });
      expect(user?.email).toBe(email);
    }
  });

  test('has what every ready-made template needs: feeds, goods, and nothing lacks but blanks and pictures', async () => {
    const { payload } = app;
    const found = async (collection: string, where = {}): Promise<Row[]> =>
      (await payload.find({ collection: collection as never, where, pagination: false, depth: 0 }))
        .docs as unknown as Row[];
    const [editor] = await found('users', { email: { equals: 'editor@demo.test' } });
    const ctx = await contextFor(payload, editor as Made, now);
    const [picture] = await found('media');
    const [product] = await found('products', { name: { contains: '桂花乌龙' } });
    const [offer] = await found('offers', { code: { equals: 'HUI8' } });
    const feeds = (await found('feeds')).map(({ id }) => String(id));
    const templates = await found('launch-templates');
    expect(templates).toHaveLength(4);
    for (const { id: template, name } of templates) {
      const made = await scriptFromTemplate(ctx, {
        template: String(template),
        product: String(product?.id),
        offer: String(offer?.id),
        launchAt: Date.parse('2026-12-20T20:00:00+08:00'),
        timezone: brand.timezone,
        feeds,
        segments: null,
      });
      const id = made.ok ? String(made.value.id) : '';
      const shown = await reviewOfScript(ctx, id);
      const review = shown.ok ? shown.value : null;
      expect(review?.gaps.filter(({ code }) => code === 'step-without-feed')).toEqual([]);
      const wanted = new Map(
        review?.view.phases.flatMap(({ steps }) =>
          steps.map(({ key, pictures }) => [key, pictures] as const),
        ),
      );
      for (const post of await found('posts', { launchScript: { equals: id } })) {
        await payload.update({
          collection: 'posts',
          id: post.id,
          data: {
            ...filled(post),
            images: Array.from({ length: wanted.get(String(post.launchStep)) ?? 0 }, () => picture?.id),
          } as never,
        });
      }
      const submitted = await submitScript(ctx, { id });
      expect(submitted.ok ? [] : submitted.errors.map(({ message }) => message), String(name)).toEqual([]);
    }
  }, 120_000);

  // The most expensive step, and the same code on both: once is enough.
  if (app.kind === 'sqlite') {
    test('moves to another day when it is refreshed, with the same people and pictures', async () => {
      const later = now + 3 * 24 * 60 * minuteMs + 8 * 60 * minuteMs;
      const people = await app.payload.count({ collection: 'users' });
      await seedDemo(app.payload, { now: later, password: 'another passphrase 7', refresh: true });
      await expectAsPlanned(later);
      expect(await app.payload.count({ collection: 'users' })).toEqual(people);
    }, 300_000);
  }

  test('is not refreshed where somebody else works', async () => {
    await app.payload.create({
      collection: 'users',
      data: { email: 'real@shop.test', name: '真人', roles: ['editor'], locale: 'zh', password } as never,
    });
    const before = (await all()).size;
    await expect(seedDemo(app.payload, { now, password, refresh: true })).rejects.toThrow(
      'not of the demo team',
    );
    expect((await all()).size).toBe(before);
  });
};

describeEachDatabase('the demo team', suite, { on });
