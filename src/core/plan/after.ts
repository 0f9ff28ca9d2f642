import type { Entry } from '../caps';
import type { Instant } from '../model';
import type { Decision, PlanInput } from './types';

/** The earliest instant, now or later, at which a pass would do something; null when nothing is planned. */
export const nextWake = (decisions: readonly Decision[], now: Instant): Instant | null => {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { due, actAt } of decisions) {
    if (due) return now;
    if (actAt > now && actAt < earliest) earliest = actAt;
  }
  return earliest === Number.POSITIVE_INFINITY ? null : earliest;
};

/** What is released and what will be, as `usage` and `prove` count it. */
export const entriesOf = (
  input: Pick<PlanInput, 'cards' | 'placed'>,
  decisions: readonly Decision[],
): Entry[] => {
  const cards = new Map(input.cards.map((one) => [one.card, one]));
  const planned = decisions.flatMap(({ card, outcome, at }): Entry[] => {
    const known = cards.get(card);
    const goes = outcome === 'release' || outcome === 'defer';
    return known && goes ? [{ ...known, at }] : [];
  });
  return [...input.placed.map((entry): Entry => ({ ...entry, at: entry.dueAt })), ...planned];
};
