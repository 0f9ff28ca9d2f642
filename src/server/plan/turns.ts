import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Steps } from '@/core/steps';

/** The question would take longer than one question may. */
export class TooMuchWork extends Error {}

/** Runs a computation; the rest of the process has its turn in between. */
export type Turns = <T>(steps: Steps<T>) => Promise<T>;

export interface Bounds {
  /** Of work, in milliseconds, all computations together; the others' turns do not count. */
  most?: number;
  /** As long as nobody notices that an answer waits for it. */
  turn?: number;
  /** Milliseconds that only ever grow. */
  clock?: () => number;
}

/**
 * Runs computations in short turns, so that the desk answers while somebody plans a year.
 *
 * @throws TooMuchWork once they have taken longer than they may
 */
export const inTurns = ({
  most = Number.POSITIVE_INFINITY,
  turn = 20,
  clock = () => performance.now(),
}: Bounds = {}): Turns => {
  let spent = 0;
  return async (steps) => {
    for (;;) {
      const began = clock();
      let step = steps.next();
      while (!step.done && clock() - began < turn) step = steps.next();
      spent += clock() - began;
      if (spent > most) throw new TooMuchWork();
      if (step.done) return step.value;
      await othersTurn();
    }
  };
};
