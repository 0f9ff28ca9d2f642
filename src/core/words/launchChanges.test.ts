import { describe, expect, it } from 'vitest';
import { aPhase, aStep } from '../../../tests/builders/launchParts';
import { aRule } from '../../../tests/builders/plan';
import { launchChanges } from '../launch/changes';
import type { ExceptionView, LaunchView } from '../launch/view';
import type { FeedId, Locale, RuleId } from '../model';
import { launchChangeWords } from './launchChanges';

const launchAt = Date.parse('2026-11-11T20:00:00+08:00');
const rule = aRule({ id: '1' as RuleId });

const exception = (more: Partial<ExceptionView> = {}): ExceptionView => ({
  rule: { id: rule.id, name: rule.name },
  feeds: [],
  from: Date.parse('2026-11-11T00:00:00+08:00'),
  to: Date.parse('2026-11-12T00:00:00+08:00'),
  limit: 6,
  minGapMinutes: null,
  quietHours: false,
  reason: '双十一',
  ...more,
});

const view = (
  more: Partial<LaunchView> = {},
  phase: Partial<LaunchView['phases'][number]> = {},
): LaunchView => ({
  format: 1,
  name: '燕麦上市',
  product: null,
  offer: null,
  launchAt,
  timezone: 'Asia/Shanghai',
  phases: [
    aPhase<ExceptionView>({
      name: '',
      exceptions: [exception()],
      steps: [aStep({ title: '开抢', titleEn: 'Go' })],
      ...phase,
    }),
  ],
  ...more,
});

const told = (after: LaunchView, locale: Locale = 'zh') =>
  launchChanges(view(), after).map((change) => {
    const {
      label,
      before,
      after: now,
    } = launchChangeWords(change, 'Asia/Shanghai', {
      now: launchAt - 3_600_000,
      rules: new Map([[rule.id, rule]]),
      feeds: new Map([['f1' as FeedId, { name: '总店' }]]),
      locale,
    });
    return [label, before, now];
  });

describe('what changed of a script, in words (core/launch/RULES.md 24)', () => {
  it('24 the launch time, in its zone', () => {
    expect(told(view({ launchAt: launchAt + 86_400_000 }))).toEqual([
      ['开售时间', '今天 20:00', '明天 20:00'],
    ]);
    expect(told(view({ launchAt: null, name: '坚果' }), 'en')).toEqual([
      ['Name', '燕麦上市', '坚果'],
      ['Launch', 'today 20:00', '(empty)'],
    ]);
  });

  it('24 an exception as the sentence that managers agree to', () => {
    expect(told(view({}, { exceptions: [exception({ limit: 9 })] }))).toEqual([
      [
        '例外',
        '11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：双十一',
        '11月11日 0:00–24:00，每天卖货最多 9 条（原来 3 条）：双十一',
      ],
    ]);
    expect(told(view({}, { exceptions: [] }), 'en')).toEqual([
      ['Exception', 'Nov 11, 0:00–24:00: at most 6 sales posts a day instead of 3 (双十一)', null],
    ]);
  });

  it('24 phases and steps by name', () => {
    expect(told(view({}, { maxSales: 2, kinds: ['sales', 'persona'] }))).toEqual([
      ['阶段「商品开售」 · 允许的类型', '不限', '卖货、人设'],
      ['阶段「商品开售」 · 最多几条卖货', '不限', '2'],
    ]);
    const step = aStep({
      title: '开抢',
      titleEn: 'Go',
      offsetMinutes: 30,
      feeds: ['f1' as FeedId],
      body: '快',
    });
    expect(told(view({}, { steps: [step, aStep({ key: 's2', title: '谢谢' })] }))).toEqual([
      ['步骤', null, '谢谢'],
      ['步骤「开抢」 · 时间', 'T', 'T+30 分钟'],
      ['步骤「开抢」 · 发到哪里', '（空）', '总店'],
      ['步骤「开抢」 · 文案', null, '步骤里的文案有改动'],
    ]);
    expect(told(view({}, { steps: [] }), 'en')).toEqual([['Step', 'Go', null]]);
  });
});
