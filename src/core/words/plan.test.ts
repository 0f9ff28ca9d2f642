import { describe, expect, it } from 'vitest';
import {
  aCard,
  aPlanInput,
  aRule,
  at,
  aWorld,
  newYork,
  only,
  released,
  teaWorld,
} from '../../../tests/builders/plan';
import { cardsOf } from '../audience';
import { type CapRule, prove, usage } from '../caps';
import { checkForChannel } from '../channels';
import type { Channel, FeedId, Locale, LogId, RuleId } from '../model';
import { entriesOf, type PlanCard, plan } from '../plan';
import type { Reason } from '../reasons';
import { assumptionWords, proofWords, usageWords } from './caps';
import { explain, type WordsContext } from './plan';
import { ruleWords } from './rules';

const locales: readonly Locale[] = ['zh', 'en'];
const day = '2026-11-22';
const context: WordsContext = {
  zone: 'Asia/Shanghai',
  segments: teaWorld.segments,
  dimensions: teaWorld.dimensions,
  feeds: new Map(),
};
const placed = [
  released(aCard('1', { title: '新品燕麦', audience: only('new') }), at(day, '08:00')),
  released(aCard('2', { title: '母婴坚果', audience: only('baby') }), at(day, '12:00')),
  released(aCard('3', { title: '会员日' }), at(day, '17:30')),
];
const reasonsFor = (changes: Partial<PlanCard> = {}, rule: Partial<CapRule> = {}): readonly Reason[] =>
  plan(aPlanInput({ placed, cards: [aCard('4', changes)], rules: [aRule(rule)] }))[0]?.reasons ?? [];

describe('reasons in words', () => {
  it('W1 a full day names the customer, the cards, and when there is room', () => {
    expect(explain(reasonsFor(), context, 'zh')).toBe(
      '11月22日 卖货已满 3/3（新用户 × 母婴）：《新品燕麦》08:00、《母婴坚果》12:00、《会员日》17:30 占了名额；最早 11月23日 20:00 可发',
    );
    expect(explain(reasonsFor(), context, 'en')).toBe(
      'Nov 22 is full for sales posts, 3/3 (新用户 × 母婴): the places are taken by “新品燕麦” 08:00, “母婴坚果” 12:00, “会员日” 17:30; the earliest it can go out is Nov 23, 20:00.',
    );
  });

  it('W2 says what follows from the editor’s choice', () => {
    expect(explain(reasonsFor({ onConflict: 'skip' }), context, 'zh')).toMatch(
      /可发。这条设的是「排不下就跳过」/,
    );
    expect(explain(reasonsFor({ dayBound: true }), context, 'zh')).toMatch(
      /这条只能在 11月22日 发，当天排不下/,
    );
  });

  it('W3 a limit of none and an overlap above the limit are not called full', () => {
    expect(explain(reasonsFor({}, { limit: 0 }), context, 'zh')).toMatch(/上限是 0/);
    expect(explain(reasonsFor({ overlap: 4 }), context, 'zh')).toMatch(/会看到这条 4 次/);
    expect(explain(reasonsFor({ overlap: 2 }, { limit: 4 }), context, 'zh')).toMatch(
      /已有 3\/4（.*），这条要算 2 条/,
    );
    expect(explain(reasonsFor({}, { limit: 2 }), context, 'zh')).toMatch(/已有 3 条，超过了上限 2/);
  });

  it('W4 times are said in the feed’s zone, and the pool’s zone is named where it differs', () => {
    const words = explain(reasonsFor(), { ...context, zone: newYork }, 'zh');
    expect(words).toContain('(Asia/Shanghai)');
    expect(words).toContain('《新品燕麦》11月21日 19:00');
    expect(words).toContain('最早 11月23日 07:00 可发');
  });

  it('W5 a bound says that it is one', () => {
    const [cap] = reasonsFor().filter(({ code }) => code === 'cap');
    const bound = { ...cap, profile: null, bound: true } as Reason;
    expect(explain([bound], context, 'zh')).toContain('估算');
    expect(explain([bound], context, 'en')).toContain('upper bound');
  });

  it('W6 long lists are cut and counted', () => {
    const [cap] = reasonsFor();
    if (cap?.code !== 'cap') throw new Error('no cap');
    const [first] = cap.filledBy as [(typeof cap.filledBy)[number]];
    const filledBy = Array.from({ length: 9 }, (_, n) => ({ ...first, title: `第 ${n} 条` }));
    expect(explain([{ ...cap, filledBy }], context, 'zh')).toContain('等 9 条 占了名额');
    expect(explain([{ ...cap, filledBy }], context, 'en')).toContain('and 5 more');
  });

  it('W6 a post in two feeds is named once, with the places that it fills', () => {
    const [cap] = reasonsFor();
    if (cap?.code !== 'cap') throw new Error('no cap');
    const [first] = cap.filledBy as [(typeof cap.filledBy)[number]];
    const words = explain([{ ...cap, filledBy: [first, first] }], context, 'zh');
    expect(words.split(`《${first.title}》`)).toHaveLength(2);
    expect(words).toContain(`×${2 * first.weight}`);
  });

  it('W7 no reasons, no words; the same sentence is said once', () => {
    expect(explain([], context, 'zh')).toBe('');
    const [cap] = reasonsFor() as [Reason];
    expect(explain([cap, cap], context, 'zh')).toBe(explain([cap], context, 'zh'));
  });

  it('W8 every code has a sentence in both languages, without codes or raw values in it', () => {
    for (const reason of samples()) {
      for (const locale of locales) {
        const words = explain([reason], context, locale);
        expect(words.length).toBeGreaterThan(8);
        expect(words).not.toMatch(/undefined|null|NaN|\[object|17\d{11}|[a-z]-[a-z]+-[a-z]+/);
        if (locale === 'zh') expect(words).toMatch(/[\u4e00-\u9fff]/);
        if (locale === 'en') expect(words.replace(/“[^”]*”|\([^)]*\)/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });
});

describe('caps in words', () => {
  const input = aPlanInput({ placed, cards: [] });
  const period = { from: at(day, '00:00'), to: at('2026-11-23', '00:00') };
  const given = { ...input, ...period, entries: entriesOf(input, []) };

  it('W9 a meter says how full a day is and for whom', () => {
    const words = (rule: CapRule, locale: Locale) =>
      usage({ ...given, rule }).map((one) => usageWords(one, context, locale))[0];
    expect(words(aRule(), 'zh')).toBe('已满 3/3（新用户 × 母婴）');
    expect(words(aRule({ limit: 4 }), 'en')).toBe('3/4 (新用户 × 母婴)');
    expect(words(aRule({ limit: 2 }), 'zh')).toBe('已超 3/2（新用户 × 母婴）');
    expect(words(aRule({ kinds: ['notice'] }), 'zh')).toBe('0/3');
    expect(words(aRule({ scope: 'feed' }), 'zh')).toBe('已满 3/3（f1）');
  });

  it('W10 a proof says its rule, or who would see too much', () => {
    const rules = [aRule()];
    const proof = prove({ ...given, rules, log: 'pool:1' as LogId });
    expect(proofWords(proof, rules, context, 'zh')).toBe('任何一位客户当天最多 3 条卖货（按下发计）');
    const tight = [aRule({ limit: 2 })];
    const broken = prove({ ...given, rules: tight, log: 'pool:1' as LogId });
    expect(proofWords(broken, tight, context, 'zh')).toBe(
      '11月22日 新用户 × 母婴 会看到 3 条卖货，上限 2：《新品燕麦》08:00、《母婴坚果》12:00、《会员日》17:30',
    );
    const tighter = [aRule({ limit: 1 })];
    const few = prove({ ...given, rules: tighter, log: 'pool:1' as LogId });
    expect(proofWords(few, tighter, context, 'zh')).toBe(
      '11月22日 新用户 × 母婴 会看到 3 条卖货，上限 1，光这 2 条就超了：《新品燕麦》08:00、《母婴坚果》12:00',
    );
    const byFeed = [aRule({ scope: 'feed', limit: 2 })];
    const handedOut = prove({ ...given, rules: byFeed, log: 'pool:1' as LogId });
    expect(proofWords(handedOut, byFeed, context, 'zh')).toContain('f1 会下发 3 条卖货，上限 2：');
    const ours = [aRule({ feeds: ['f1' as FeedId] })];
    const named = { ...context, feeds: new Map([['f1' as FeedId, { name: '总店' }]]) };
    expect(proofWords(prove({ ...given, rules: ours, log: 'pool:1' as LogId }), ours, named, 'zh')).toBe(
      '任何一位客户当天最多 3 条卖货（按下发计）（只管总店）',
    );
    const two = [aRule(), aRule({ id: '2' as RuleId, limit: 9 })];
    expect(proofWords(prove({ ...given, rules: two, log: 'pool:1' as LogId }), two, context, 'en')).toBe(
      'At most 3 sales posts a day for any customer (as handed out). At most 9 sales posts a day for any customer (as handed out)',
    );
    for (const locale of locales) {
      expect(proof.assumptions.every((one) => assumptionWords(one, context, locale).length > 5)).toBe(true);
    }
    expect(ruleWords(aRule({ counts: 'daily', scope: 'feed' }), 'en')).toBe(
      'At most 3 ordinary sales posts a day for each feed (as handed out)',
    );
  });

  it('W12 says of how many staff a customer is taken to know, also when it is one', () => {
    const said = (overlaps: Record<string, number>, locale: Locale) =>
      assumptionWords(
        {
          code: 'overlap',
          feeds: Object.entries(overlaps).map(([feed, overlap]) => ({ feed: feed as FeedId, overlap })),
        },
        context,
        locale,
      );
    expect(said({ 总店: 1 }, 'zh')).toBe('每位客户只加了本组 1 位员工');
    expect(said({ 总店: 1, 二店: 1 }, 'zh')).toBe('每位客户在每个账号组只加了 1 位员工');
    expect(said({ 总店: 2 }, 'zh')).toBe('一位客户可能加了同组几位员工，每条按多次计：总店 ×2');
    expect(said({ 总店: 2, 二店: 1 }, 'zh')).toBe(
      '一位客户可能加了同组几位员工，每条按多次计：总店 ×2；其他账号组只加了 1 位',
    );
    expect(said({ 总店: 1 }, 'en')).toBe('Each customer knows 1 of the staff of this feed');
    expect(said({ 总店: 2, 二店: 1 }, 'en')).toBe(
      'A customer may know several staff of a feed, so each post counts several times: 总店 ×2; 1 of every other feed',
    );
  });
});

/** One of each code, made by the functions that make them where that is simple. */
function samples(): Reason[] {
  const when = at(day, '20:00');
  const variants = (list: Record<string, string[]>, audience = only('new')) => {
    const made = cardsOf({
      audience,
      variants: Object.entries(list).map(([key, segments]) => ({ key, segments: segments as never })),
      ...teaWorld,
    });
    return made.ok ? [] : made.reasons;
  };
  const channel = (name: Channel, changes: object) =>
    checkForChannel(
      {
        text: '',
        images: 0,
        video: false,
        link: false,
        firstComments: [],
        audience: only('new'),
        ...changes,
      },
      name,
    );
  const week = plan(aPlanInput({ cards: [aCard('1')], rules: [aRule({ window: { unit: 'week' } })] }));
  const found: Reason[] = [
    ...reasonsFor(),
    ...reasonsFor({ dayBound: true }),
    ...reasonsFor({ onConflict: 'hold' }),
    ...reasonsFor({ onConflict: 'skip' }),
    { code: 'on-late', action: 'skip' },
    { code: 'on-late', action: 'hold' },
    {
      code: 'gap',
      rule: '1' as never,
      ruleName: '间隔',
      kinds: [],
      scope: 'customer',
      feed: null,
      minutes: 30,
      profile: ['new' as never],
      cards: ['1:base:f1' as never],
      filledBy: [
        {
          card: '1:base:f1' as never,
          post: '1' as never,
          feed: 'f1' as never,
          title: '新品燕麦',
          at: when,
          weight: 1,
        },
      ],
      freeAt: when,
    },
    { code: 'quiet-hours', feed: 'f1' as never, from: '22:00', to: '07:30', until: when, freeAt: null },
    ...(week[0]?.reasons ?? []),
    {
      code: 'unsupported-rule',
      rule: '1' as never,
      ruleName: '间隔',
      part: 'gap',
    },
    { code: 'expired', planned: when, deadline: when, by: 'grace' },
    { code: 'expired', planned: when, deadline: when, by: 'expires-at' },
    { code: 'ends-before-start', planned: when, deadline: when },
    { code: 'late', planned: when, minutes: 35 },
    { code: 'deferred-before', scheduled: when },
    { code: 'brought-forward', planned: when },
    { code: 'no-room', until: day, by: 'expires-at' },
    { code: 'day-bound', day, over: true },
    { code: 'cannot-plan', message: 'x' },
    ...variants({ a: ['old'], base: ['new'], 'b:': ['new'], c: [], d: ['x'] }),
    ...variants({ a: ['new'], b: ['new'] }),
    ...variants({ a: ['oats'] }, only('oats')),
    ...variants({ a: ['new'] }, only('new', 'baby')),
    ...variants({ a: ['new'] }, { visibility: 'except', segments: [] as never }),
    ...variants({}, only('new', 'new')),
    ...variants({}, only()),
    { code: 'variant-key-twice', key: 'a' },
    { code: 'variant-outside-audience', key: 'a', visibility: 'except', segments: ['new' as never] },
    ...channel('group', { images: 10, link: true }),
    ...channel('wecom-moments', { text: '好'.repeat(2001), firstComments: Array(9).fill('x') }),
    ...channel('group', {}),
    { code: 'channel-medium', channel: 'group', medium: 'video' },
  ];
  expect(new Set(found.map(({ code }) => code)).size).toBe(32);
  return found;
}

describe('worlds', () => {
  it('W11 a tag that nobody knows any more is said by its id', () => {
    const words = explain(reasonsFor(), { ...context, segments: aWorld().segments }, 'zh');
    expect(words).toContain('baby × new');
  });
});
