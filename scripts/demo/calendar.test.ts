import { describe, expect, it } from 'vitest';
import { addDays, dayBounds, localDateOf, minuteMs, wallTimeOf } from '../../src/core/time';
import { type DemoPost, demoCalendar } from './calendar';
import { brand, people } from './content/brand';
import { pictureKeys } from './pictures/specs';
import { type Played, playCalendar } from './playCalendar';

const zone = brand.timezone;
const at = (local: string): number => Date.parse(`${local}+08:00`);

/** Every weekday, month ends, the 7th, 8th and 9th, at the hours that are hard. */
const days = [
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2026-12-07',
  '2026-12-08',
  '2026-12-09',
  '2026-12-31',
  '2027-02-17',
  '2027-02-28',
  '2027-03-08',
  '2027-09-08',
  '2028-02-29',
];
const hours = [
  '00:00:00',
  '00:01:00',
  '03:00:20',
  '07:46:00',
  '12:00:00',
  '19:59:40',
  '20:12:00',
  '20:29:00',
  '23:20:00',
  '23:50:00',
  '23:58:40',
  '23:59:45',
];
/** All hours for a few days; the others take turns, so that each hour meets every kind of day. */
const starts = days.flatMap((day, d) =>
  hours.filter((_, h) => d < 3 || h % 3 === d % 3).map((hour) => ({ day, now: at(`${day}T${hour}`) })),
);

const cases = starts.map(({ day, now }) => {
  const posts = demoCalendar(localDateOf(now, zone), now, zone);
  let played: Played | undefined;
  const play = (): Played => {
    played ??= playCalendar(posts, now);
    return played;
  };
  return { day, now, posts, play };
});

const eachStart = (test: (posts: DemoPost[], now: number, day: string, play: () => Played) => void): void => {
  for (const { day, now, posts, play } of cases) {
    try {
      test(posts, now, day, play);
    } catch (error) {
      throw new Error(
        `started at ${new Date(now).toISOString()}: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
};

const one = (posts: readonly DemoPost[], key: string): DemoPost => {
  const found = posts.find((post) => post.key === key);
  if (!found) throw new Error(`no post ${key}`);
  return found;
};

describe('the calendar of the demo, at whatever hour it is first started', () => {
  it('has at least 64 posts over 30 days, no two with one key or one text', () => {
    eachStart((posts, _now, day) => {
      expect(posts.length).toBeGreaterThanOrEqual(64);
      expect(new Set(posts.map(({ key }) => key)).size).toBe(posts.length);
      const texts = posts.flatMap(({ body, variants }) => [
        body,
        ...(variants ?? []).map((variant) => variant.body),
      ]);
      expect(new Set(texts).size).toBe(texts.length);
      expect(posts.some((post) => post.date <= addDays(day, -9))).toBe(true);
      expect(posts.some((post) => post.date >= addDays(day, 19))).toBe(true);
    });
  });

  it('is decided by the plan exactly as it says', () => {
    eachStart((posts, _now, _day, play) => {
      const { statuses } = play();
      expect(Object.fromEntries(statuses)).toEqual(
        Object.fromEntries(posts.map(({ key, expected }) => [key, expected])),
      );
    });
  });

  it('has a card ready now that is of today and can still be copied', () => {
    eachStart((posts, now, day) => {
      const ready = one(posts, 'today-ready');
      expect(ready.scheduledAt).toBeLessThanOrEqual(now);
      expect(now - ready.scheduledAt).toBeLessThan(9 * minuteMs);
      expect(ready.date).toBe(day);
      expect(ready.expected).toBe('released');
    });
  });

  it('has a card due in about two minutes', () => {
    eachStart((posts, now) => {
      const soon = one(posts, 'today-soon');
      expect(soon.scheduledAt - now).toBeGreaterThanOrEqual(1.5 * minuteMs);
      expect(soon.scheduledAt - now).toBeLessThanOrEqual(2.5 * minuteMs);
      expect(soon.kind).not.toBe('sales');
    });
  });

  it('has an approval waiting whose time is still to come', () => {
    eachStart((posts, now) => {
      const waiting = posts.filter(({ fate }) => fate === 'in-review');
      expect(waiting.length).toBeGreaterThan(1);
      expect(waiting.every(({ scheduledAt }) => scheduledAt > now)).toBe(true);
      expect(Math.min(...waiting.map(({ scheduledAt }) => scheduledAt)) - now).toBeLessThan(
        36 * 60 * minuteMs,
      );
    });
  });

  it('has four sales posts today, and the plan moves the fourth to tomorrow because three are there', () => {
    eachStart((posts, _now, day, play) => {
      const sales = posts.filter((post) => post.kind === 'sales' && post.date === day);
      expect(sales.map(({ key }) => key).at(-1)).toBe('today-fourth');
      expect(sales).toHaveLength(4);
      expect(
        sales.every(({ scheduledAt }, i) => i === 3 || scheduledAt < one(posts, 'today-fourth').scheduledAt),
      ).toBe(true);
      const [card] = play().cards.get('today-fourth') ?? [];
      expect(card?.decision.outcome).toBe('defer');
      expect(localDateOf(card?.decision.at ?? 0, zone)).toBe(addDays(day, 1));
      const [reason] = card?.decision.reasons ?? [];
      expect(reason).toMatchObject({ code: 'cap', count: 3, limit: 3 });
    });
  });

  it('has a post that was wanted in the quiet hours and waits until they end', () => {
    eachStart((posts, now, _day, play) => {
      const early = one(posts, 'ahead-early');
      expect(early.scheduledAt).toBeGreaterThan(now);
      const [card] = play().cards.get('ahead-early') ?? [];
      expect(card?.decision).toMatchObject({
        outcome: 'defer',
        at: at(`${early.date}T07:30:00`),
        reasons: [{ code: 'quiet-hours' }],
      });
    });
  });

  it('has a post with two versions and an `except` audience on the desk as three cards', () => {
    eachStart((posts, _now, day, play) => {
      const post = one(posts, 'today-three');
      expect(post.date).toBe(day);
      const cards = play().cards.get('today-three') ?? [];
      expect(cards.map(({ audience }) => audience)).toEqual([
        { visibility: 'except', segments: ['dormant', 'new', 'returning'] },
        { visibility: 'only', segments: ['new'] },
        { visibility: 'only', segments: ['returning'] },
      ]);
      expect(cards.every(({ decision }) => decision.due && decision.outcome === 'release')).toBe(true);
    });
  });

  it('shows every status that the work can leave behind', () => {
    eachStart((posts) => {
      const statuses = new Set(posts.map(({ expected }) => expected));
      for (const status of [
        'draft',
        'in-review',
        'changes-requested',
        'approved',
        'released',
        'deferred',
        'held',
        'skipped',
        'expired',
      ] as const)
        expect(statuses).toContain(status);
      expect(posts.filter(({ fate }) => fate === 'changes-requested').every(({ comment }) => comment)).toBe(
        true,
      );
    });
  });

  it('has days ahead on which the cap bites', () => {
    eachStart((posts, _now, day) => {
      const deferred = posts.filter((post) => post.expected === 'deferred' && post.date > day);
      expect(new Set(deferred.map(({ date }) => date)).size).toBeGreaterThanOrEqual(2);
    });
  });

  it('keeps to its week: new on Monday, live on Wednesday, stories on Friday, flash at 20:00, the 8th for members', () => {
    eachStart((posts) => {
      const weekday = (post: DemoPost) => new Date(`${post.date}T00:00:00Z`).getUTCDay();
      const those = (prefix: string) => posts.filter(({ key }) => key.startsWith(prefix));
      expect(those('new-').every((post) => weekday(post) === 1)).toBe(true);
      expect(those('live-').every((post) => weekday(post) === 3)).toBe(true);
      expect(those('story-').every((post) => weekday(post) === 5)).toBe(true);
      expect(those('flash-').every((post) => wallTimeOf(post.scheduledAt, zone).startsWith('20:00'))).toBe(
        true,
      );
      expect(those('member-day-').every((post) => post.date.endsWith('-08'))).toBe(true);
      for (const prefix of [
        'new-',
        'live-',
        'story-',
        'flash-',
        'member-day-',
        'persona-',
        'know-',
        'ask-',
        'notice-',
      ])
        expect(those(prefix).length, prefix).toBeGreaterThan(0);
    });
  });

  it('takes nothing to people after the fact: what is past was approved before its time', () => {
    eachStart((posts, now) => {
      for (const post of posts.filter(({ fate }) => fate === 'approved')) {
        expect(post.decidedAt, post.key).toBeLessThan(Math.min(post.scheduledAt, now));
        expect(post.submittedAt).toBeLessThan(post.decidedAt ?? 0);
      }
    });
  });

  it('gives every post a time inside its day and an end after it', () => {
    eachStart((posts) => {
      for (const post of posts) {
        const [from, to] = dayBounds(post.date, zone);
        expect(post.scheduledAt >= from && post.scheduledAt < to).toBe(true);
        if (post.expiresAt) expect(post.expiresAt, post.key).toBeGreaterThan(post.scheduledAt);
      }
    });
  });

  it('is the same for the same question', () => {
    const now = at('2026-11-22T15:00:00');
    expect(demoCalendar('2026-11-22', now, zone)).toEqual(demoCalendar('2026-11-22', now, zone));
  });
});

describe('the people of the demo', () => {
  it('are twelve staff in three shops, with one editor, manager and admin', () => {
    const staff = people.filter(({ roles }) => roles.includes('staff'));
    expect(staff).toHaveLength(12);
    expect(new Set(staff.map(({ team }) => team)).size).toBe(3);
    expect(new Set(people.map(({ username }) => username)).size).toBe(people.length);
    for (const role of ['admin', 'editor', 'manager', 'staff'])
      expect(people.some(({ email }) => email === `${role}@demo.test`)).toBe(true);
  });

  it('signs nobody in by a mobile that could be real', () => {
    const mobiles = people.map(({ username }) => username).filter((username) => /^\d+$/.test(username));
    expect(mobiles.length).toBeGreaterThan(0);
    expect(mobiles.every((mobile) => /^120\d{8}$/.test(mobile))).toBe(true);
  });
});

it('every picture of the demo is on some post of some start', () => {
  const used = new Set<string>();
  eachStart((posts) => {
    for (const post of posts)
      for (const key of [
        ...(post.pictures ?? []),
        ...(post.variants ?? []).flatMap(({ pictures }) => pictures ?? []),
      ])
        used.add(key);
  });
  expect(pictureKeys.filter((key) => !used.has(key))).toEqual([]);
});
