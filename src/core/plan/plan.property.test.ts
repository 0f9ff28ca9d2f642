import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlanInput } from '../../../tests/builders/plan';
import { afterMidnight, anyNow, anyPlanInput, earlyNow } from '../../../tests/builders/randomPlan';
import { holdsFor } from '../../../tests/builders/soak';
import { type Broken, brokenBy } from '../../../tests/builders/twin';
import { twinPlan } from '../../../tests/builders/twinPlan';
import type { Decision, PlanCard, PlanInput } from '.';
import { entriesOf, nextWake, plan } from '.';

/** What the fullest had before the card, under the lowest limit of each rule that is broken. */
const onePerRule = (broken: readonly Broken[]): number[] =>
  [
    ...new Map(
      broken
        .filter(({ what }) => what === 'limit')
        .reverse()
        .map(({ rule, count }) => [rule, count]),
    ).values(),
  ].reverse();

const sight = ({ card, outcome, at, due, late }: Decision) => ({ card, outcome, at, due, late });

const goes = ({ outcome }: Decision): boolean => outcome === 'release' || outcome === 'defer';

interface Event {
  card: string;
  what: 'release' | 'skip' | 'hold' | 'expire';
  at: number;
}

const asEvent = ({ card, outcome, at }: Decision): Event => ({
  card,
  what: outcome === 'defer' ? 'release' : outcome,
  at,
});

/** Steps the clock from wake to wake, releases and ends what is due, stores what the plan found. */
const run = (input: PlanInput): Event[] => {
  const events: Event[] = [];
  let { now, cards, placed } = input;
  for (let step = 0; step < 500; step += 1) {
    const decisions = plan({ ...input, now, cards, placed });
    const due = new Map(decisions.filter((made) => made.due).map((made) => [made.card, made]));
    const found = new Map(decisions.map((made) => [made.card, made]));
    for (const made of due.values()) events.push(asEvent(made));
    const went = cards.filter((card) => due.has(card.card) && goes(due.get(card.card) as Decision));
    placed = [...placed, ...went.map((card) => ({ ...card, dueAt: (due.get(card.card) as Decision).at }))];
    cards = cards.map((card): PlanCard => {
      const made = found.get(card.card);
      if (due.has(card.card)) return { ...card, ended: true };
      return made?.outcome === 'defer' ? { ...card, plannedAt: made.at } : card;
    });
    const wake = nextWake(
      decisions.filter((made) => !made.due),
      now,
    );
    if (wake === null) return events;
    now = wake;
  }
  throw new Error('never came to an end');
};

/** An instant that no pass found is no part of a run from the beginning. */
const neverPlanned = (input: PlanInput): PlanInput => ({
  ...input,
  cards: input.cards.map((card) => ({ ...card, plannedAt: null })),
});

const sorted = (events: Event[]): Event[] => [...events].sort((a, b) => (a.card < b.card ? -1 : 1));

describe('the plan, against its obvious twin', () => {
  it('P1 decides what walking every customer and every quarter of an hour decides', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      const mine = plan(input);
      const twin = twinPlan(input);
      expect(mine.map(({ card, outcome, at, late }) => ({ card, outcome, at, late }))).toEqual(
        twin.map(({ card, outcome, at, late }) => ({ card, outcome, at, late })),
      );
      mine.forEach((made, i) => {
        const counts = made.reasons.flatMap((reason) => (reason.code === 'cap' ? [reason.count] : []));
        const limits = onePerRule(twin[i]?.broken ?? []);
        // A card that waits for its wall time names the refusal of its own time, which the twin does not.
        if (made.outcome !== 'hold' && limits.length > 0) expect(counts).toEqual(limits);
      });
    });
  });

  it('P2 answers the same whatever the order of cards, entries, rules, segments and dimensions', () => {
    const cases = anyPlanInput(anyNow).chain((input) =>
      fc.record({
        input: fc.constant(input),
        cards: fc.shuffledSubarray([...input.cards], { minLength: input.cards.length }),
        placed: fc.shuffledSubarray([...input.placed], { minLength: input.placed.length }),
        segments: fc.shuffledSubarray([...input.segments], { minLength: input.segments.size }),
      }),
    );
    holdsFor(cases, ({ input, cards, placed, segments }) => {
      const other = {
        ...input,
        cards,
        placed,
        segments: new Map(segments),
        dimensions: new Map([...input.dimensions].reverse()),
        rules: [...input.rules].reverse(),
      };
      expect(plan(other).map(sight)).toEqual(plan(input).map(sight));
    });
  });

  it('P3 what is simulated is what happens when the clock goes from wake to wake', () => {
    holdsFor(anyPlanInput(earlyNow), (given) => {
      const input = neverPlanned(given);
      expect(sorted(run(input))).toEqual(sorted(plan(input).map(asEvent)));
    });
  });

  it('P3 also when nobody was there for a while and much is late', () => {
    holdsFor(anyPlanInput(fc.oneof(anyNow, afterMidnight)), (given) => {
      const input = neverPlanned(given);
      expect(sorted(run(input))).toEqual(sorted(plan(input).map(asEvent)));
    });
  });

  it('P4 also where profiles are too many to walk and a bound is used', () => {
    const cases = fc.record({ input: anyPlanInput(earlyNow), most: fc.integer({ min: 1, max: 20 }) });
    holdsFor(cases, ({ input: given, most }) => {
      const input = neverPlanned(given);
      const bounded = { ...input, mostProfiles: most };
      expect(sorted(run(bounded))).toEqual(sorted(plan(bounded).map(asEvent)));
    });
  });

  it('P5 no possible customer ever gets more than a rule allows, when it began so', () => {
    holdsFor(anyPlanInput(earlyNow), (begun) => {
      const input = { ...begun, placed: [] };
      const entries = entriesOf(input, plan(input));
      for (const entry of entries) {
        const others = entries.filter(({ card }) => card !== entry.card);
        expect(brokenBy(entry, others, input)).toEqual([]);
      }
    });
  });

  it('P6 a card of higher priority decides as if the lower ones were not there', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      const high = input.cards.filter((card) => card.priority > 0);
      const alone = plan({ ...input, cards: high });
      expect(plan(input).slice(0, high.length).map(sight)).toEqual(alone.map(sight));
    });
  });

  it('P7 nothing is lost: each card that is neither released nor ended has exactly one decision', () => {
    holdsFor(anyPlanInput(anyNow), (input) => {
      expect(
        plan(input)
          .map(({ card }) => card)
          .sort(),
      ).toEqual(input.cards.map(({ card }) => card).sort());
    });
  });

  it('P8 an empty pool plans nothing', () => {
    expect(plan(aPlanInput())).toEqual([]);
  });
});
