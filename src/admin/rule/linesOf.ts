import type { SimulatedMove } from '@/server/plan/answer';

/** The versions of a post in one feed that share a fate are one line. */
export const linesOf = (moved: readonly SimulatedMove[]): SimulatedMove[] => [
  ...new Map(
    moved.map((move) => [JSON.stringify([move.post, move.feedName, move.before, move.after]), move]),
  ).values(),
];
