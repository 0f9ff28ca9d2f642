import fc from 'fast-check';
import { afterAll, vi } from 'vitest';

const runs = Number(process.env.SOAK_RUNS ?? 300);
const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));

// A long soak is not a hanging test.
vi.setConfig({ testTimeout: 60_000 + runs * 1000 });

afterAll(() => {
  console.info(`SOAK_SEED=${seed} SOAK_RUNS=${runs}`);
});

/** Checks a property over random cases; SOAK_SEED repeats a run, SOAK_RUNS makes it longer. */
export const holdsFor = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns: runs });
};
