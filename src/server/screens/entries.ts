import type { Entry } from '@/core/caps';
import type { Decision } from '@/core/plan';
import type { Snapshot } from '../scheduler/snapshot';

/** Every card of a log as the caps count it: what is released, and what the plan will release. */
export function entriesOf({ input }: Pick<Snapshot, 'input'>, decisions: readonly Decision[]): Entry[] {
  const cards = new Map(input.cards.map((card) => [card.key, card]));
  const placed = input.placed.map(({ dueAt, ...card }): Entry => ({ ...card, at: dueAt }));
  const going = decisions.flatMap(({ card: key, outcome, at }): Entry[] => {
    const card = outcome === 'release' || outcome === 'defer' ? cards.get(key) : undefined;
    if (!card) return [];
    const { post, feed, channel, kind, audience, daily, overlap, title } = card;
    return [{ card: key, post, feed, channel, kind, audience, daily, overlap, title, at }];
  });
  return [...placed, ...going];
}
