import { beforeAll, expect, test } from 'vitest';
import { demoCalendar } from '../../scripts/demo/calendar';
import { brand } from '../../scripts/demo/content/brand';
import { type Seeded, seedDemo } from '../../scripts/demo/seedDemo';
import { localDateOf, minuteMs } from '../../src/core/time';
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
