import { describe, expect, it } from 'vitest';
import { aPhase, aStep } from '../../../tests/builders/launchParts';
import type { FeedId, RuleId } from '../model';
import { launchChanges } from './changes';
import type { ExceptionView, LaunchView } from './view';

const launchAt = Date.parse('2026-11-11T20:00:00+08:00');
const day = 86_400_000;

const exception = (more: Partial<ExceptionView> = {}): ExceptionView => ({
  rule: { id: '1' as RuleId, name: '每天卖货' },
  feeds: [],
  from: launchAt,
  to: launchAt + day,
  limit: 6,
  minGapMinutes: null,
  quietHours: false,
  reason: '双十一',
  ...more,
});

const view = (more: Partial<LaunchView> = {}): LaunchView => ({
  format: 1,
  name: '燕麦上市',
  product: { id: 'p1', name: '燕麦' },
  offer: null,
  launchAt,
  timezone: 'Asia/Shanghai',
  phases: [
    aPhase<ExceptionView>({ key: 'tease', steps: [aStep({ key: 's1', title: '猜猜看' })] }),
    aPhase<ExceptionView>({
      exceptions: [exception()],
      steps: [aStep({ key: 's2' }), aStep({ key: 's3', title: '一小时后', offsetMinutes: 60 })],
    }),
  ],
  ...more,
});

/** The script with one of its phases changed. */
const withPhase = (n: number, more: Partial<LaunchView['phases'][number]>): LaunchView => {
  const before = view();
  return view({ phases: before.phases.map((phase, at) => (at === n ? { ...phase, ...more } : phase)) });
};

const told = (before: LaunchView, after: LaunchView): string[] =>
  launchChanges(before, after).map((change) =>
    change.of === 'order' ? 'order' : `${change.of} ${change.field}`,
  );

describe('what changed of a script itself', () => {
  it('24 nothing when it is the same', () => {
    expect(launchChanges(view(), view())).toEqual([]);
  });

  it.each([
    ['script name', { name: '坚果上市' }],
    ['script product', { product: null }],
    ['script offer', { offer: { id: 'o1', name: '会员日' } }],
    ['script launchAt', { launchAt: launchAt + day }],
    ['script timezone', { timezone: 'America/New_York' }],
  ] as const)('24 %s', (what, more) => {
    expect(told(view(), view(more))).toEqual([what]);
  });

  it('24 phases by key and turn: added, removed, their rules', () => {
    const more = view({ phases: [...view().phases, aPhase<ExceptionView>({ key: 'review' })] });
    expect(told(view(), more)).toEqual(['phase added']);
    expect(told(more, view())).toEqual(['phase removed']);
    expect(told(view(), withPhase(1, { maxSales: 2, name: '开抢' }))).toEqual([
      'phase name',
      'phase maxSales',
    ]);
    const twice = view({ phases: [...view().phases, aPhase<ExceptionView>({ name: '再开一次' })] });
    expect(launchChanges(view(), twice)).toMatchObject([
      { of: 'phase', field: 'added', after: { name: '再开一次' } },
    ]);
  });

  it('24 steps by their key: added, removed, moved to another phase, each part of them', () => {
    const [, sale] = view().phases;
    const steps = sale?.steps ?? [];
    expect(told(view(), withPhase(1, { steps: [...steps, aStep({ key: 's4' })] }))).toEqual(['step added']);
    expect(told(view(), withPhase(1, { steps: steps.slice(1) }))).toEqual(['step removed']);
    const [first, ...rest] = steps;
    const changed = {
      ...aStep({ key: 's2' }),
      ...first,
      offsetMinutes: 30,
      feeds: ['f1' as FeedId],
      body: '快来',
    };
    expect(told(view(), withPhase(1, { steps: [changed, ...rest] }))).toEqual([
      'step when',
      'step feeds',
      'step copy',
    ]);
    const moved = view({
      phases: view().phases.map((phase, n) => ({
        ...phase,
        steps: n === 0 ? [...phase.steps, ...steps.slice(0, 1)] : rest,
      })),
    });
    expect(launchChanges(view(), moved)).toMatchObject([
      {
        of: 'step',
        field: 'phase',
        before: { phase: { key: 'on-sale' } },
        after: { phase: { key: 'tease' } },
      },
    ]);
  });

  it('24 an exception with other values stands beside what it was; another one is added or removed', () => {
    expect(launchChanges(view(), withPhase(1, { exceptions: [exception({ limit: 9 })] }))).toMatchObject([
      { of: 'exception', field: 'changed', before: { limit: 6 }, after: { limit: 9 } },
    ]);
    const quiet = exception({ rule: null, limit: null, quietHours: true });
    expect(told(view(), withPhase(1, { exceptions: [exception(), quiet] }))).toEqual(['exception added']);
    expect(told(view(), withPhase(1, { exceptions: [quiet] }))).toEqual([
      'exception added',
      'exception removed',
    ]);
    expect(told(view(), withPhase(1, { exceptions: [] }))).toEqual(['exception removed']);
    // Two alike: taking one out is a change.
    expect(told(withPhase(1, { exceptions: [exception(), exception()] }), view())).toEqual([
      'exception removed',
    ]);
  });

  it('24 an exception that moves to another phase relaxes what it did', () => {
    const [tease, sale] = view().phases;
    const moved = view({
      phases: [
        aPhase<ExceptionView>({ ...tease, exceptions: [exception()] }),
        aPhase<ExceptionView>({ ...sale, exceptions: [] }),
      ],
    });
    expect(told(view(), moved)).toEqual([]);
  });

  it('24 order alone is told once', () => {
    const turned = view({ phases: [...view().phases].reverse() });
    expect(told(view(), turned)).toEqual(['order']);
    const steps = [...(view().phases[1]?.steps ?? [])].reverse();
    expect(told(view(), withPhase(1, { steps }))).toEqual(['order']);
  });

  it('24 what an earlier approval was not bound to is not compared', () => {
    const old = view({
      phases: view().phases.map(
        ({ kinds: _, required: __, ...phase }) => phase as LaunchView['phases'][number],
      ),
    });
    expect(told(old, view())).toEqual([]);
  });
});
