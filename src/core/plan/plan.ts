import { type Constraint, type Constraints, type CountedCard, constraintsOf } from '../caps';
import type { CardKey } from '../model';
import { atOnce, type Steps } from '../steps';
import { decide } from './decide';
import { inOrder } from './order';
import { pushersOf } from './pushedBy';
import { timingOf } from './timing';
import type { Decision, PlanCard, PlanInput } from './types';

/**
 * One pass over a pool: every approved, unreleased card takes the earliest instant at which every rule
 * holds, high priority first; what is placed stays. Calendar, simulation and release ask this same function.
 * Decisions come in the order of deciding. Cut them to a period afterwards, never the input.
 */
export const plan = (input: PlanInput): Decision[] => atOnce(planInSteps(input));

/** The same, a card at each step. */
export function* planInSteps(input: PlanInput): Steps<Decision[]> {
  const constraints = constraintsOf(input.rules, input);
  const { all } = constraints;
  const released = new Set<CardKey>();
  for (const entry of input.placed) {
    released.add(entry.card);
    place(all, entry, entry.dueAt);
  }
  const pushers = pushersOf((entry) => released.has(entry.card));
  const open = input.cards.filter((card) => !card.ended && !released.has(card.card));
  const decisions: Decision[] = [];
  for (const card of inOrder(open)) {
    const made = decideAlone(card, input, constraints);
    if (made.outcome === 'release' || made.outcome === 'defer') place(all, card, made.at);
    if (made.reasons.length > 0) made.pushedBy = pushers(made.reasons);
    decisions.push(made);
    yield;
  }
  return decisions;
}

const place = (constraints: readonly Constraint[], card: CountedCard, at: number): void => {
  for (const constraint of constraints) constraint.place(card, at);
};

/** A card whose data is broken is held where people see it; the others go on. */
const decideAlone = (
  card: PlanCard,
  input: PlanInput,
  { all, quiet }: Pick<Constraints, 'all' | 'quiet'>,
): Decision => {
  const { now, settings } = input;
  try {
    return decide({
      card,
      timing: timingOf(card, now, settings),
      now,
      deferDays: settings.deferDays,
      constraints: all,
      quiet,
    });
  } catch (error) {
    return {
      card: card.card,
      post: card.post,
      variantKey: card.variantKey,
      feed: card.feed,
      outcome: 'hold',
      at: card.scheduledAt,
      actAt: card.scheduledAt,
      // No entry is made of it: once the data is mended, the card goes on.
      due: false,
      late: false,
      reasons: [{ code: 'cannot-plan', message: error instanceof Error ? error.message : String(error) }],
      pushedBy: [],
    };
  }
};
