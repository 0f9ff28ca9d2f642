import { describe, expect, it } from 'vitest';
import { aCard, aPlanInput, aRule, at, released } from '../../../tests/builders/plan';
import { plan } from '../plan';
import { operationWords } from '../words/operation';
import { instantOfPlan, lateMinutesOf, plannedWhat, saysTheSame, slotsOf, whats } from '.';

const full = (...posts: string[]) =>
  posts.map((post, n) => released(aCard(post), at('2026-11-22', `0${n + 6}:30`)));

describe('decisions for people', () => {
  it('names the cards that hold the places, each once, the earliest first', () => {
    const input = aPlanInput({
      cards: [aCard('9')],
      placed: full('1', '2', '3'),
      rules: [aRule(), aRule({ id: '2' as never, name: '每个账号组', scope: 'feed' })],
    });
    const [decision] = plan(input);
    expect(slotsOf(decision?.reasons ?? []).map(({ post }) => post)).toEqual(['1', '2', '3']);
    expect(decision && plannedWhat(decision)).toBe('deferred');
  });

  it.each(['skip', 'hold'] as const)('a forecast of %s has no instant of its own', (onConflict) => {
    const input = aPlanInput({ cards: [aCard('9', { onConflict })], placed: full('1', '2', '3') });
    const [decision] = plan(input);
    expect(decision && [plannedWhat(decision), instantOfPlan(decision)]).toEqual([
      `will-${onConflict}`,
      null,
    ]);
  });

  it('the same is: the same end, or the same instant, under the same approval', () => {
    const one = { what: 'planned', approval: 1, plannedAt: '2026-11-22T12:00:00.000Z' } as const;
    expect(saysTheSame(one, { ...one, what: 'brought-forward', plannedAt: '2026-11-22T12:00:00Z' })).toBe(
      true,
    );
    expect(saysTheSame(one, { ...one, plannedAt: '2026-11-22T12:01:00Z' })).toBe(false);
    expect(saysTheSame(one, { ...one, what: 'deferred' })).toBe(false);
    expect(saysTheSame(one, { ...one, approval: 2 })).toBe(false);
    expect(saysTheSame({ what: 'will-hold' }, { what: 'will-hold', plannedAt: null })).toBe(true);
  });

  it('late begins where a tick may no longer be', () => {
    expect(lateMinutesOf(0, 59_999)).toBeNull();
    expect(lateMinutesOf(0, 100 * 60_000)).toBe(100);
    expect(lateMinutesOf(60_000, 0)).toBeNull();
  });

  it('has words for each in both languages', () => {
    for (const { said, whats: names } of Object.values(operationWords)) {
      for (const what of whats) expect([names[what], said(what, '20:00')]).not.toContain('');
    }
  });
});
