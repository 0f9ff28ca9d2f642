import { describe, expect, it } from 'vitest';
import { labWith } from './bundle';
import { mutants } from './mutants';

/** How many seeds a mutant gets; most fall within the first few. */
const seeds = 1_000;

describe('a slip of the pen in the product is noticed by the laboratory', () => {
  it.each(mutants)('$name', async ({ name, words, scenario, ...mutation }) => {
    const { runLab } = await labWith(name, mutation);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { findings } = await runLab({ seed, ...scenario });
      const found = findings.find(({ word }) => words.includes(word));
      if (found) {
        console.info(`${name}: seed ${seed}, ${found.word}: ${found.what}`);
        return;
      }
    }
    expect.fail(`${seeds} seeds and nothing noticed`);
  });
});
