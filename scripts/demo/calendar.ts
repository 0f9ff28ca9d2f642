import type { Instant, LocalDate, OnConflict, PostStatus, TimeZone } from '../../src/core/model';
import { addDays, dayBounds, localDateOf, minuteMs, resolveWall, wallTimeOf } from '../../src/core/time';
import {
  mondayKnowledge,
  sundayKnowledge,
  thursdayKnowledge,
  tuesdayKnowledge,
} from './content/posts/knowledge';
import {
  fridayInteractions,
  liveNotices,
  memberNotices,
  stories,
  sundayInteractions,
} from './content/posts/others';
import { mondayPersona, saturdayPersona, wednesdayPersona } from './content/posts/persona';
import {
  doubles,
  extraSales,
  flashSales,
  lives,
  memberDays,
  narrow,
  newProducts,
  overflow,
  weekendSales,
} from './content/posts/sales';
import { todayCopies } from './content/posts/today';
import type { DemoCopy, FeedKey } from './content/types';

/*
 * The demo's calendar, from ten days back to twenty ahead, right at whatever hour it is first started.
 *
 * Most posts stand at fixed wall times by weekday, at least half an hour apart on the feeds that share their
 * customers, as the default rules ask. What a newcomer must see at once is placed relative to `now`, inside today:
 *
 *   ready         now −  7 min   released      never before 00:00; in the group where the shops' feeds have no room
 *   three cards   now − 40 min   released      or the latest time before that which is half an hour from the others
 *   soon          now +  2 min   approved      in the group, to the nearest minute; at 23:59 that is tomorrow
 *   fourth        the later of 20:30 and now + 20 min, at most 23:59
 *
 * Today's sales are the three-card post, two more at their wall times (09:00 to 20:00), and the fourth. The
 * plan serves cards of one priority by their time; the fourth is the latest of the four at any hour (20:30 is
 * after every wall time, now + 20 after now − 40, and 23:59 is after both), so the other three have their
 * place, whether they went out already or are only planned, and the fourth goes to tomorrow, where a day
 * holds two sales at most. A pass of the scheduler at each past instant makes the past; nothing is released
 * after the fact. Yesterday and the day before are filled to three as well: their fourth was held and skipped.
 * Ahead a Saturday is full through a post on two feeds of one pool, and a Thursday holds six sales posts of
 * which five fit, because three of them are for one segment each.
 *
 * Nobody looks at an empty desk: where the first start is close to the night, the feeds in which something stands
 * relative to `now` have no quiet hours. The stewards' feed always has them: one of its posts is wanted too early on
 * a morning to come, and waits until 07:30.
 */

export type Fate = 'draft' | 'in-review' | 'changes-requested' | 'approved';

export interface DemoPost extends DemoCopy {
  /** Days from today. */
  day: number;
  date: LocalDate;
  feeds: readonly FeedKey[];
  scheduledAt: Instant;
  expiresAt?: Instant;
  onConflict: OnConflict;
  dayBound: boolean;
  /** How far people took it. */
  fate: Fate;
  submittedAt?: Instant;
  decidedAt?: Instant;
  /** What the manager wrote when asking for changes. */
  comment?: string;
  /** The scheduler did not run at its time, nor within its grace. */
  missed: boolean;
  /** Its status once the passes up to `now` have run. */
  expected: PostStatus;
}

export const daysBack = 10;
export const daysAhead = 20;

interface Slot {
  time: string;
  feeds: readonly FeedKey[];
  copies: readonly DemoCopy[];
  /** True on its day only, until this wall time. */
  until?: string;
}

const guides = ['guides'] as const;
const stewards = ['stewards'] as const;
const club = ['club'] as const;

/** Monday first. Each list has a text for each time the weekday can occur in the calendar: five. */
const week: readonly (readonly Slot[])[] = [
  [
    { time: '07:45', feeds: guides, copies: mondayPersona },
    { time: '10:00', feeds: guides, copies: newProducts },
    { time: '12:20', feeds: stewards, copies: mondayKnowledge },
  ],
  [{ time: '12:15', feeds: guides, copies: tuesdayKnowledge }],
  [
    { time: '07:45', feeds: guides, copies: wednesdayPersona },
    { time: '11:40', feeds: ['guides', 'club'], copies: liveNotices, until: '20:00' },
    { time: '19:50', feeds: guides, copies: lives, until: '22:00' },
  ],
  [
    { time: '12:10', feeds: guides, copies: thursdayKnowledge },
    { time: '20:00', feeds: guides, copies: flashSales, until: '23:59' },
  ],
  [
    { time: '12:00', feeds: ['guides', 'stewards'], copies: stories },
    { time: '18:10', feeds: guides, copies: fridayInteractions },
  ],
  [
    { time: '08:20', feeds: guides, copies: saturdayPersona },
    { time: '10:30', feeds: stewards, copies: weekendSales },
  ],
  [
    { time: '10:00', feeds: stewards, copies: sundayKnowledge },
    { time: '16:00', feeds: ['club'], copies: sundayInteractions },
  ],
];

/** 0 is Monday. */
const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const isMemberDay = (date: LocalDate): boolean => date.endsWith('-08');

/** Whether a feed has the usual quiet hours: not when what stands there relative to `now` would meet them. */
export const keepsQuietHours = (feed: FeedKey, now: Instant, zone: TimeZone): boolean => {
  if (feed === 'stewards') return true;
  const wall = wallTimeOf(now, zone);
  return wall >= '09:00' && wall < '21:00';
};

interface Draft {
  copy: DemoCopy;
  day: number;
  feeds: readonly FeedKey[];
  at: string | Instant;
  until?: string;
  fate?: Fate;
  comment?: string;
  missed?: boolean;
  expected?: PostStatus;
}

export function demoCalendar(today: LocalDate, now: Instant, zone: TimeZone): DemoPost[] {
  const dateOf = (day: number): LocalDate => addDays(today, day);
  const instantOf = (day: number, at: string | Instant): Instant =>
    typeof at === 'number' ? at : resolveWall(dateOf(day), at, zone);

  const regular = weekly(dateOf);
  const ordinary = regular.filter((draft) => draft.day !== 0 || draft.copy.kind !== 'sales');
  const todaysSales = regular.filter((draft) => draft.day === 0 && draft.copy.kind === 'sales');
  const drafts = [
    ...ordinary,
    ...todays({ sales: todaysSales, there: ordinary }, { today, now, zone }),
    ...fullDaysBack(regular),
    ...fullDaysAhead(dateOf),
    {
      copy: todayCopies.early,
      day: firstQuietMorning(dateOf),
      feeds: stewards,
      at: '06:50',
      fate: 'approved',
      expected: 'deferred',
    } as const,
    {
      copy: todayCopies.expired,
      day: -4,
      feeds: guides,
      at: '21:40',
      missed: true,
      expected: 'expired',
    } as const,
  ];

  return reviewed(drafts)
    .map((draft) => {
      const scheduledAt = instantOf(draft.day, draft.at);
      const fate = draft.fate ?? 'approved';
      const past = scheduledAt <= now;
      return {
        ...draft.copy,
        day: draft.day,
        date: localDateOf(scheduledAt, zone),
        feeds: draft.feeds,
        scheduledAt,
        ...(draft.until ? { expiresAt: instantOf(draft.day, draft.until) } : {}),
        onConflict: draft.copy.onConflict ?? 'defer',
        dayBound: draft.copy.dayBound ?? draft.until !== undefined,
        fate,
        ...handling(fate, scheduledAt, now),
        ...(draft.comment ? { comment: draft.comment } : {}),
        missed: draft.missed ?? false,
        expected: draft.expected ?? (fate === 'approved' ? (past ? 'released' : 'approved') : fate),
      } satisfies DemoPost;
    })
    .sort((a, b) => a.scheduledAt - b.scheduledAt || (a.key < b.key ? -1 : 1));
}

/** Submitted two days ahead and decided half a day later, or shortly before now. */
const handling = (fate: Fate, scheduledAt: Instant, now: Instant): Partial<DemoPost> => {
  if (fate === 'draft') return {};
  const submittedAt = Math.min(scheduledAt - 2 * 24 * 60 * minuteMs, now - 90 * minuteMs);
  return fate === 'in-review' ? { submittedAt } : { submittedAt, decidedAt: submittedAt + 47 * minuteMs };
};

/** The wall times of every week, and the member day on the 8th with its notice the evening before. */
function weekly(dateOf: (day: number) => LocalDate): Draft[] {
  const used = new Map<readonly DemoCopy[], number>();
  const next = (copies: readonly DemoCopy[]): DemoCopy => {
    const n = used.get(copies) ?? 0;
    used.set(copies, n + 1);
    const copy = copies[n];
    if (!copy) throw new Error(`The demo has no ${n + 1}th text after ${copies[0]?.key}`);
    return copy;
  };
  const drafts: Draft[] = [];
  for (let day = -daysBack; day <= daysAhead; day += 1) {
    const date = dateOf(day);
    for (const { copies, ...slot } of week[weekdayOf(date)] ?? [])
      drafts.push({ copy: next(copies), day, feeds: slot.feeds, at: slot.time, until: slot.until });
    if (isMemberDay(dateOf(day + 1)) && day < daysAhead)
      drafts.push({ copy: next(memberNotices), day, feeds: ['guides', 'club'], at: '19:00', until: '23:00' });
    if (isMemberDay(date))
      drafts.push({ copy: next(memberDays), day, feeds: guides, at: '09:00', until: '23:59' });
  }
  return drafts;
}

/** What the default rule asks for between two posts that one customer can see. */
const gapMinutes = 30;

/** What a newcomer sees: see the head of this file. `there` stands at its wall times already. */
function todays(
  { sales, there }: { sales: readonly Draft[]; there: readonly Draft[] },
  { today, now, zone }: { today: LocalDate; now: Instant; zone: TimeZone },
): Draft[] {
  const start = dayBounds(today, zone)[0];
  const minute = (at: Instant, round: (n: number) => number): Instant => round(at / minuteMs) * minuteMs;
  const back = (minutes: number): Instant => Math.max(start, minute(now - minutes * minuteMs, Math.floor));
  const fourthAt = Math.min(
    Math.max(
      resolveWall(today, '20:30', zone),
      Math.ceil((now + 20 * minuteMs) / (5 * minuteMs)) * 5 * minuteMs,
    ),
    resolveWall(today, '23:59', zone),
  );
  const spare: Draft[] = [
    ...(sales.some(({ at }) => at >= '19:30')
      ? []
      : [{ copy: todayCopies.flash, day: 0, feeds: guides, at: '20:00', until: '23:59' }]),
    { copy: todayCopies.filler, day: 0, feeds: guides, at: '10:40' },
  ];
  const atWallTimes = [...sales, ...spare].slice(0, 2);
  const taken = [...there, ...atWallTimes]
    .filter(({ day, feeds }) => day === 0 && feeds.some((feed) => feed !== 'club'))
    .map(({ at }) => (typeof at === 'number' ? at : resolveWall(today, at, zone)));
  const isFree = (at: Instant): boolean =>
    taken.every((other) => Math.abs(other - at) >= gapMinutes * minuteMs);
  let threeAt = back(40);
  while (!isFree(threeAt) && threeAt > start) threeAt -= minuteMs;
  taken.push(threeAt);
  const soonAt = minute(now + 2 * minuteMs, Math.round);
  return [
    ...atWallTimes,
    { copy: todayCopies.threeCards, day: 0, feeds: guides, at: threeAt },
    { copy: todayCopies.ready, day: 0, feeds: isFree(back(7)) ? guides : club, at: back(7) },
    { copy: todayCopies.soon, day: localDateOf(soonAt, zone) === today ? 0 : 1, feeds: club, at: soonAt },
    { copy: todayCopies.fourth, day: 0, feeds: guides, at: fourthAt, expected: 'deferred' },
    { copy: todayCopies.waiting, day: 1, feeds: guides, at: '11:05', fate: 'in-review' },
  ];
}

/** Yesterday and the day before: filled to three, and one more that found no room. */
function fullDaysBack(regular: readonly Draft[]): Draft[] {
  const extras = extraSales.slice(0, 5);
  const times = ['09:10', '14:20', '17:30'];
  const drafts: Draft[] = [];
  for (const [day, copy, expected] of [
    [-2, overflow.pastSkip, 'skipped'],
    [-1, overflow.pastHold, 'held'],
  ] as const) {
    const there = regular.filter((draft) => draft.day === day && draft.copy.kind === 'sales').length;
    for (let n = there; n < 3; n += 1) {
      const extra = extras.shift();
      if (!extra) throw new Error('The demo has too few texts to fill its past days');
      drafts.push({ copy: extra, day, feeds: n % 2 === 0 ? guides : stewards, at: times[n] ?? '15:00' });
    }
    drafts.push({ copy, day, feeds: guides, at: '20:40', expected });
  }
  return drafts;
}

/** The next day on which no other post is near 07:30, in feeds that share their customers. */
function firstQuietMorning(dateOf: (day: number) => LocalDate): number {
  let day = 1;
  while ((week[weekdayOf(dateOf(day))] ?? []).some(({ time }) => time < '08:00')) day += 1;
  return day;
}

const saturday = 5;
const thursday = 3;

/** The first such weekday from `from` days ahead that is no member day. */
const ahead = (dateOf: (day: number) => LocalDate, weekday: number, from: number): number => {
  let day = from;
  while (weekdayOf(dateOf(day)) !== weekday || isMemberDay(dateOf(day))) day += 1;
  return day;
};

function fullDaysAhead(dateOf: (day: number) => LocalDate): Draft[] {
  const twice = ahead(dateOf, saturday, 3);
  const split = ahead(dateOf, thursday, 2);
  const extra = (key: string): DemoCopy => {
    const copy = extraSales.find((candidate) => candidate.key === key);
    if (!copy) throw new Error(`The demo has no text ${key}`);
    return copy;
  };
  return [
    ...doubles.map(
      (copy, i): Draft => ({
        copy,
        day: twice,
        feeds: ['guides', 'stewards'],
        at: ['12:30', '13:30'][i] ?? '14:30',
        fate: 'approved',
      }),
    ),
    {
      copy: overflow.aheadDefer,
      day: twice,
      feeds: guides,
      at: '20:20',
      fate: 'approved',
      expected: 'deferred',
    },
    // Approving this one would push another: the manager sees the counter-example first.
    { copy: extra('extra-6'), day: twice, feeds: guides, at: '16:00', fate: 'in-review' },
    ...narrow.map(
      (copy, i): Draft => ({
        copy,
        day: split,
        feeds: guides,
        at: ['10:15', '10:45', '11:15'][i] ?? '11:30',
        fate: 'approved',
      }),
    ),
    { copy: extra('extra-7'), day: split, feeds: stewards, at: '14:30', fate: 'approved' },
    {
      copy: overflow.aheadSecond,
      day: split,
      feeds: guides,
      at: '21:10',
      fate: 'approved',
      expected: 'deferred',
    },
  ];
}

const comments = [
  '中间那句再短一点，手机上会被折叠；另外换一张亮一些的图。',
  '这条和上周的有点像，开头换个说法，写一件店里真实发生的事。',
];

/**
 * How far people took each post: everything is approved for the coming week, the week after is in part still
 * in review, the rest is being written. Sales of the next twelve days are approved, so that the caps show.
 */
function reviewed(drafts: readonly Draft[]): Draft[] {
  const wanted = [...comments];
  let n = 0;
  return [...drafts]
    .sort((a, b) => a.day - b.day)
    .map((draft) => {
      if (draft.fate || draft.day <= 1) return draft;
      n += 1;
      const sales = draft.copy.kind === 'sales';
      const sendBack = !sales && draft.copy.kind !== 'notice' && (wanted.length === 2 || draft.day >= 8);
      const comment = sendBack ? wanted.shift() : undefined;
      if (comment) return { ...draft, fate: 'changes-requested' as const, comment };
      if (draft.day <= 6 || (sales && draft.day <= 16)) return draft;
      const inReview = n % 3 === 0;
      if (draft.day <= 12) return inReview ? { ...draft, fate: 'in-review' as const } : draft;
      return { ...draft, fate: inReview ? ('in-review' as const) : ('draft' as const) };
    });
}
