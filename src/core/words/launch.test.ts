import { describe, expect, it } from 'vitest';
import { anException, aRule } from '../../../tests/builders/plan';
import type { CapException, CapRule } from '../caps';
import type { FeedId } from '../model';
import { exceptionWords } from './launch';

const at = (text: string) => Date.parse(`${text}+08:00`);

const exception = anException({ launchName: '燕麦上市', reason: '双十一' });

const context = {
  zone: 'Asia/Shanghai',
  segments: new Map(),
  feeds: new Map([['f1' as FeedId, { name: '总店' }]]),
};

const both = (more: Partial<CapException>, rule: CapRule | null = aRule(), zone = context.zone) =>
  (['zh', 'en'] as const).map((locale) =>
    exceptionWords({ ...exception, ...more }, rule, { ...context, zone }, locale),
  );

describe('an exception in words (core/launch/RULES.md 11)', () => {
  const cases: [string, string[], string[]][] = [
    [
      '11: a whole day, with what was allowed before',
      both({}),
      [
        '11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：双十一',
        'Nov 11, 0:00–24:00: at most 6 sales posts a day instead of 3 (双十一)',
      ],
    ],
    [
      '11: one alone',
      both({ limit: 1 }, aRule({ counts: 'daily' })),
      [
        '11月11日 0:00–24:00，每天日常卖货最多 1 条（原来 3 条）：双十一',
        'Nov 11, 0:00–24:00: at most 1 daily sales post a day instead of 3 (双十一)',
      ],
    ],
    [
      '11: an evening, in one feed',
      both({ from: at('2026-11-11T19:00:00'), to: at('2026-11-11T22:30:00'), feeds: ['f1' as FeedId] }),
      [
        '11月11日 19:00–22:30，账号组「总店」，每天卖货最多 6 条（原来 3 条）：双十一',
        'Nov 11, 19:00–22:30: in “总店”, at most 6 sales posts a day instead of 3 (双十一)',
      ],
    ],
    [
      '11: several days',
      both({ from: at('2026-11-10T20:00:00'), to: at('2026-11-13T00:00:00') }),
      [
        '11月10日 20:00 到 11月12日 24:00，每天卖货最多 6 条（原来 3 条）：双十一',
        'Nov 10, 20:00 to Nov 12, 24:00: at most 6 sales posts a day instead of 3 (双十一)',
      ],
    ],
    [
      '11: a gap, and quiet hours',
      both({ limit: null, minGapMinutes: 10, quietHours: true }, aRule({ minGapMinutes: 30, kinds: [] })),
      [
        '11月11日 0:00–24:00，两条内容之间最少隔 10 分钟（原来 30 分钟），免打扰时段照发：双十一',
        'Nov 11, 0:00–24:00: at least 10 min between posts instead of 30 min, also in quiet hours (双十一)',
      ],
    ],
    [
      '11: no gap at all',
      both({ limit: null, minGapMinutes: 0 }, aRule({ minGapMinutes: 30 })),
      [
        '11月11日 0:00–24:00，两条卖货之间不用隔开（原来 30 分钟）：双十一',
        'Nov 11, 0:00–24:00: no gap between sales posts instead of 30 min (双十一)',
      ],
    ],
    [
      '11: other windows, daily posts, a feed',
      both({ limit: 40 }, aRule({ window: { unit: 'month' }, counts: 'daily', scope: 'feed', limit: 20 })),
      [
        '11月11日 0:00–24:00，每个账号组每月日常卖货最多 40 条（原来 20 条）：双十一',
        'Nov 11, 0:00–24:00: at most 40 daily sales posts a month for each feed instead of 20 (双十一)',
      ],
    ],
    [
      '11: rolling hours',
      both({}, aRule({ window: { unit: 'rolling-hours', hours: 48 } })),
      [
        '11月11日 0:00–24:00，每 48 小时卖货最多 6 条（原来 3 条）：双十一',
        'Nov 11, 0:00–24:00: at most 6 sales posts in any 48 hours instead of 3 (双十一)',
      ],
    ],
    [
      '11: without its rule, and in a zone that nobody knows',
      both({}, null, 'Mars/Base'),
      [
        '11月10日 16:00 到 11月11日 16:00，内容最多 6 条：双十一',
        'Nov 10, 16:00 to Nov 11, 16:00: at most 6 posts (双十一)',
      ],
    ],
  ];
  it.each(cases)('%s', (_, said, expected) => {
    expect(said).toEqual(expected);
  });
});
