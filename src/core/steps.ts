/**
 * A long computation that can be left between two steps and taken up again: whoever runs it lets others have
 * their turn, or gives it up. The core itself knows neither the time nor who else waits.
 */
export type Steps<T> = Generator<undefined, T>;

/** Runs it without a pause. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
