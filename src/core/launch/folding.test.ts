import { describe, expect, it } from 'vitest';
import {
  countFolding,
  type FoldingQuestion,
  goesAtItsTime,
  isSameFate,
  isToRead,
  unfoldedBy,
} from './folding';

const at = Date.parse('2026-11-11T20:00:00+08:00');

/** As in the template, and going out at its time. */
const step = (more: Partial<FoldingQuestion> = {}): FoldingQuestion => ({
  waits: true,
  unsubmitted: false,
  unchanged: 'as-approved',
  differs: false,
  allShown: true,
  gaps: 0,
  findings: 0,
  scheduledAt: at,
  forecast: [
    { card: '1:base', outcome: 'release', at },
    { card: '1:new', outcome: 'release', at },
  ],
  fateKnown: false,
  returned: false,
  fresh: false,
  marked: false,
  opened: false,
  ...more,
});

describe('folding', () => {
  it('20 a step that is as in the approved template and goes out at its time is folded', () => {
    expect(unfoldedBy(step())).toEqual([]);
  });

  it.each([
    ['changed', { unchanged: null }],
    ['changed', { differs: true }],
    ['gap', { gaps: 1 }],
    ['finding', { findings: 1 }],
    ['unsubmitted', { waits: false, unsubmitted: true }],
    ['returned', { returned: true }],
    ['fresh', { fresh: true }],
    ['marked', { marked: true }],
    ['opened', { opened: true }],
  ] as const)('20 one thing is enough not to be: %s', (why, more) => {
    expect(unfoldedBy(step(more))).toEqual([why]);
  });

  it('20 pictures that the template left open are judged on the line, where all of them are on it', () => {
    const pictures = step({ unchanged: 'pictures-added' });
    expect(unfoldedBy(pictures)).toEqual([]);
    expect(unfoldedBy({ ...pictures, allShown: false })).toEqual(['changed']);
    expect(unfoldedBy(step({ allShown: false }))).toEqual([]);
    expect(countFolding([step(), pictures, { ...pictures, waits: false }])).toMatchObject({
      asTemplate: 2,
      withPictures: 1,
    });
  });

  it.each([
    ['deferred', [{ card: '1:base', outcome: 'defer', at: at + 60_000 }]],
    ['skipped', [{ card: '1:base', outcome: 'skip', at }]],
    ['held', [{ card: '1:base', outcome: 'hold', at }]],
    ['expired', [{ card: '1:base', outcome: 'expire', at }]],
    ['at once, because its time has passed', [{ card: '1:base', outcome: 'release', at: at + 1 }]],
    ['one card of many', [...step().forecast, { card: '1:base', outcome: 'defer', at: at + 1 }]],
    ['nothing is known', []],
  ] as const)('21 any other fate than going out at its time unfolds it: %s', (_, forecast) => {
    expect(unfoldedBy(step({ forecast }))).toEqual(['fate']);
    expect(goesAtItsTime(step({ forecast }))).toBe(false);
  });

  it('22 what does not wait for the decision is folded although it differs from the template', () => {
    const decided = { waits: false, unchanged: null };
    expect(unfoldedBy(step(decided))).toEqual([]);
    expect(unfoldedBy(step({ ...decided, forecast: [] }))).toEqual([]);
    expect(unfoldedBy(step({ ...decided, forecast: [{ card: '1:base', outcome: 'hold', at }] }))).toEqual([
      'fate',
    ]);
    expect(unfoldedBy(step({ ...decided, findings: 2 }))).toEqual(['finding']);
  });

  it('22 nor does a fate that it was approved with; what waits is decided on with it once more', () => {
    const deferred = { forecast: [{ card: '1:base', outcome: 'defer', at: at + 60_000 }] } as const;
    const known = { ...deferred, fateKnown: true };
    expect(unfoldedBy(step({ waits: false, ...known }))).toEqual([]);
    expect(unfoldedBy(step({ waits: false, ...deferred }))).toEqual(['fate']);
    expect(unfoldedBy(step(known))).toEqual(['fate']);
  });

  it('22 a fate is the same where each card has it at the same time; cards that are out are not asked about', () => {
    const [base, own] = [
      { card: '1:base', outcome: 'defer', at },
      { card: '1:new', outcome: 'release', at },
    ] as const;
    expect(isSameFate([base, own], [own, base])).toBe(true);
    expect(isSameFate([base, own], [own])).toBe(true);
    expect(isSameFate([base], [base, own])).toBe(false);
    expect(isSameFate([base], [{ ...base, at: at + 1 }])).toBe(false);
    expect(isSameFate([base], [{ ...base, outcome: 'hold' }])).toBe(false);
  });

  it('23 reasons come most urgent first; what the reader opened alone is not counted as to be read', () => {
    const all = { gaps: 1, findings: 1, forecast: [], returned: true, fresh: true, unchanged: null };
    const why = unfoldedBy(step({ ...all, marked: true, opened: true }));
    expect(why).toEqual(['gap', 'finding', 'fate', 'returned', 'fresh', 'changed', 'marked', 'opened']);
    expect(isToRead(why)).toBe(true);
    expect(isToRead(['marked', 'opened'])).toBe(false);
    const steps = [
      step(),
      step({ opened: true }),
      step({ unchanged: null }),
      step({ unchanged: null, marked: true }),
      step({ waits: false, unchanged: null, forecast: [] }),
    ];
    expect(countFolding(steps)).toEqual({ steps: 5, asTemplate: 2, withPictures: 0, decided: 1, toRead: 2 });
  });
});
