import { describe, expect, it } from 'vitest';
import { aPhase, aStep } from '../../../tests/builders/launchParts';
import { aRule } from '../../../tests/builders/plan';
import type { FeedId, LaunchId, RuleId } from '../model';
import type { ExceptionContent, KnownRule, LaunchContent, LaunchRefs } from './content';
import { feedsOfScript } from './content';
import { exceptionProblems } from './exceptionProblems';
import { exceptionsOf } from './exceptionsOf';
import { resolveLaunch } from './view';
import { checkScriptApproval, checkScriptStatus, scriptProblems } from './workflow';

const hour = 3_600_000;
const day = 24 * hour;
const launchAt = Date.parse('2026-11-11T20:00:00+08:00');
const from = Date.parse('2026-11-11T00:00:00+08:00');
const feed = (id: string) => id as FeedId;

const known = (id: string, more: Partial<KnownRule> = {}): KnownRule => ({
  ...aRule({ id: id as RuleId, ...more }),
  enabled: true,
  ...more,
});

const refs: LaunchRefs = {
  rules: new Map(
    [
      known('1'),
      known('2', { name: '隔开', minGapMinutes: 30 }),
      known('3', { name: '停用的', enabled: false }),
      known('4', { name: '只计日常', counts: 'daily' }),
    ].map((rule) => [rule.id, rule]),
  ),
  feeds: new Map(['f1', 'f2'].map((id) => [feed(id), { id: feed(id), name: `账号组${id}` }])),
  products: new Map([['p1', { id: 'p1', name: '燕麦' }]]),
  offers: new Map([['o1', { id: 'o1', name: '会员日' }]]),
};

const exception = (more: Partial<ExceptionContent> = {}): ExceptionContent => ({
  row: 'r1',
  rule: '1' as RuleId,
  feeds: [],
  from,
  to: from + day,
  limit: 6,
  minGapMinutes: null,
  quietHours: false,
  reason: '双十一',
  ...more,
});

const script = (
  exceptions: readonly ExceptionContent[] = [exception()],
  more: Partial<LaunchContent> = {},
): LaunchContent => ({
  id: '7' as LaunchId,
  name: '燕麦上市',
  product: 'p1',
  offer: 'o1',
  template: null,
  templateHash: '',
  launchAt,
  timezone: 'Asia/Shanghai',
  status: 'draft',
  phases: [aPhase({ exceptions, steps: [aStep()] })],
  ...more,
});

const viewOf = (content: LaunchContent, more: Partial<LaunchRefs> = {}) =>
  JSON.stringify(resolveLaunch(content, { ...refs, ...more }));
const codes = (more: Partial<ExceptionContent>, of: Partial<LaunchContent> = {}) =>
  exceptionProblems(script([exception(more)], of), refs).map(
    ({ field, reason }) => `${field}: ${reason.code}`,
  );

describe('what an approval of a script is bound to', () => {
  const [phase] = script().phases;
  if (!phase) throw new Error();
  const step = { ...phase, steps: [{ ...phase.steps[0], body: '改了' }] } as typeof phase;
  const seen: [string, LaunchContent, Partial<LaunchRefs>?][] = [
    ['name', script(undefined, { name: '别的' })],
    ['product', script(undefined, { product: null })],
    ['instant', script(undefined, { launchAt: launchAt + 1 })],
    ['zone', script(undefined, { timezone: 'UTC' })],
    ['text of a step', script(undefined, { phases: [step] })],
    ['rule', script([exception({ rule: '2' as RuleId })])],
    ['feeds', script([exception({ feeds: [feed('f1')] })])],
    ['from', script([exception({ from: from + 1 })])],
    ['to', script([exception({ to: from + 1 })])],
    ['limit', script([exception({ limit: 7 })])],
    ['gap', script([exception({ minGapMinutes: 5 })])],
    ['quiet hours', script([exception({ quietHours: true })])],
    ['reason', script([exception({ reason: '' })])],
    ['one exception less', script([])],
    ['name of the rule', script(), { rules: new Map([['1' as RuleId, known('1', { name: '改名' })]]) }],
    ['rule that is gone', script(), { rules: new Map() }],
    ['name of the product', script(), { products: new Map() }],
  ];
  it.each(seen)('1: changes with %s', (_, content, more) => {
    expect(viewOf(content, more)).not.toBe(viewOf(script()));
  });

  it('2: does not change with order, rows and status', () => {
    const [a, b] = [exception({ feeds: [feed('f1'), feed('f2')] }), exception({ row: 'r2', limit: 9 })];
    const other = script(
      [
        { ...b, row: 'x' },
        { ...a, feeds: [...a.feeds].reverse() },
      ],
      { status: 'approved' },
    );
    expect(viewOf(other)).toBe(viewOf(script([a, b])));
  });
});

describe('exceptions that cannot be', () => {
  it('3: relax something, under a rule that holds', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ limit: null })).toEqual(['limit: exception-empty']);
    expect(codes({ limit: null, rule: null, quietHours: true })).toEqual([]);
    expect(codes({ rule: null })).toEqual(['rule: exception-without-rule']);
    expect(codes({ rule: null, limit: null, minGapMinutes: 5 })).toEqual(['rule: exception-without-rule']);
    expect(codes({ rule: '9' as RuleId })).toEqual(['rule: exception-rule-gone']);
    expect(codes({ rule: '3' as RuleId })).toEqual(['rule: exception-rule-off']);
    expect(codes({ rule: '4' as RuleId })).toEqual(['rule: exception-rule-daily']);
  });

  it('4: raise the limit, shorten the gap', () => {
    expect(codes({ limit: 4 })).toEqual([]);
    expect(codes({ limit: 3 })).toEqual(['limit: exception-limit-not-higher']);
    expect(codes({ limit: 0 })).toEqual(['limit: exception-limit-not-higher']);
    const gap = { rule: '2' as RuleId, limit: null };
    expect(codes({ ...gap, minGapMinutes: 29 })).toEqual([]);
    expect(codes({ ...gap, minGapMinutes: 0 })).toEqual([]);
    expect(codes({ ...gap, minGapMinutes: 30 })).toEqual(['minGapMinutes: exception-gap-not-smaller']);
    expect(codes({ limit: null, minGapMinutes: 5 })).toEqual(['minGapMinutes: exception-no-gap-to-shorten']);
  });

  it('5: last 31 days at most, near the launch', () => {
    expect(codes({ to: from + 1 })).toEqual([]);
    expect(codes({ to: from })).toEqual(['to: exception-ends-before-start']);
    expect(codes({ from: null })).toEqual(['from: exception-without-time']);
    expect(codes({ to: from + 31 * day + hour })).toEqual([]);
    expect(codes({ to: from + 31 * day + hour + 1 })).toEqual(['to: exception-too-long']);
    const near = launchAt + 180 * day;
    expect(codes({ from: near - day, to: near })).toEqual([]);
    expect(codes({ from: near - day, to: near + 1 })).toEqual(['from: exception-far']);
    const year = 365 * day;
    expect(codes({ from: from - year, to: from - year + day })).toEqual(['from: exception-far']);
    expect(codes({ from: from - year, to: from - year + day }, { launchAt: null })).toEqual([]);
  });

  it('6: give a reason, for feeds that exist', () => {
    expect(codes({ reason: ' ' })).toEqual(['reason: exception-without-reason']);
    expect(codes({ feeds: [feed('f1')] })).toEqual([]);
    expect(codes({ feeds: [feed('f1'), feed('f9')] })).toEqual(['feeds: exception-feed-gone']);
  });

  it('7: are asked about again, with where they stand', () => {
    const content = script([exception(), exception({ limit: 2 })]);
    expect(scriptProblems(content, refs, launchAt)).toMatchObject([
      { code: 'script-exception', phase: 0, exception: 1, reason: { code: 'exception-limit-not-higher' } },
    ]);
    expect(scriptProblems(script([], { launchAt: null }), refs, launchAt)).toMatchObject([
      { code: 'script-without-time' },
    ]);
    expect(scriptProblems(script([]), refs, Date.parse('2024-01-01'))).toMatchObject([
      { code: 'script-time-out-of-range' },
    ]);
    expect(scriptProblems(script([], { timezone: 'Mars/Base' }), refs, launchAt)).toMatchObject([
      { code: 'script-timezone' },
    ]);
  });
});

describe('the workflow of scripts', () => {
  it('8: steps are possible from their states alone', () => {
    const from = (action: Parameters<typeof checkScriptStatus>[0]) =>
      (['draft', 'in-review', 'changes-requested', 'approved', 'cancelled'] as const).filter(
        (status) => checkScriptStatus(action, { status, drafts: 0, waiting: 0 }).length === 0,
      );
    expect(from('submit')).toEqual(['draft', 'changes-requested']);
    expect(from('approve')).toEqual(['in-review']);
    expect(from('request-changes')).toEqual(['in-review']);
    expect(from('withdraw')).toEqual(['in-review', 'approved']);
    expect(from('cancel')).toEqual(['draft', 'in-review', 'changes-requested', 'approved']);
  });

  it('12: an approved one is submitted and decided on again for the posts that were changed since', () => {
    const can = (action: Parameters<typeof checkScriptStatus>[0], drafts: number, waiting: number) =>
      checkScriptStatus(action, { status: 'approved', drafts, waiting }).length === 0;
    expect([can('submit', 1, 0), can('submit', 0, 1)]).toEqual([true, false]);
    expect([can('approve', 0, 1), can('approve', 1, 0)]).toEqual([true, false]);
    expect([can('request-changes', 0, 1), can('request-changes', 1, 0)]).toEqual([true, false]);
  });

  it('9: status, content, then who', () => {
    const question = {
      state: { status: 'in-review' as const, drafts: 0, waiting: 0 },
      changed: { posts: [], frame: false },
      given: 'h1',
      present: 'h1',
      approver: 'boss',
      changedBy: ['boss'],
      approverMustDiffer: true,
    };
    const code = (more: object) => checkScriptApproval({ ...question, ...more }).map((reason) => reason.code);
    expect(code({ state: { status: 'draft', drafts: 0, waiting: 0 }, present: 'h2' })).toEqual([
      'script-status',
    ]);
    expect(code({ present: 'h2' })).toEqual(['script-changed']);
    expect(code({})).toEqual(['script-own-change']);
    expect(code({ approverMustDiffer: false })).toEqual([]);
    expect(code({ changedBy: ['editor'] })).toEqual([]);
  });

  it('10: is about the feeds that it names, or all of them', () => {
    expect(feedsOfScript(script())).toBe('all');
    expect(feedsOfScript(script([exception({ feeds: [feed('f1')] })]))).toEqual(['f1']);
    expect(feedsOfScript(script([]))).toEqual([]);
  });
});

it('what the caps are given names script and row', () => {
  expect(exceptionsOf(script([exception(), exception({ from: null })]))).toEqual([
    {
      id: '7:r1',
      launch: '7',
      launchName: '燕麦上市',
      rule: '1',
      feeds: [],
      from,
      to: from + day,
      limit: 6,
      minGapMinutes: null,
      quietHours: false,
      reason: '双十一',
    },
  ]);
});
