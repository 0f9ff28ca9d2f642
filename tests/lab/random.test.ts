import { describe, expect, it } from 'vitest';
import { explained, runLab } from './lab';

/** SOAK_RUNS makes it longer, SOAK_SEED repeats a run, LAB_SEED replays one seed with its trace. */
const one = process.env.LAB_SEED === undefined ? null : Number(process.env.LAB_SEED);
const runs = one === null ? Number(process.env.SOAK_RUNS ?? 1_000) : 1;
const first = one ?? Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));
const parts = one === null ? 10 : 1;

describe('schedulers and people at once, in any order, with any fault', () => {
  it.each(Array.from({ length: parts }, (_, n) => first + n * Math.ceil(runs / parts)))(
    'break no promise: from seed %i',
    { timeout: 60_000 + runs * 1_000 },
    async (from) => {
      console.info(`LAB_SEED=${from} and the ${Math.ceil(runs / parts) - 1} after it`);
      let released = 0;
      for (let seed = from; seed < from + Math.ceil(runs / parts); seed += 1) {
        const ending = await runLab({ seed });
        if (ending.findings.length > 0)
          expect.fail((await explained({ seed })) ?? `LAB_SEED=${seed} differs`);
        released += ending.released;
      }
      // The worlds were worth it.
      if (one === null) expect(released).toBeGreaterThan(runs / parts);
    },
  );

  it('happen the same way again from the same seed', async () => {
    const tracing = true;
    const [before, after] = [await runLab({ seed: first, tracing }), await runLab({ seed: first, tracing })];
    // Keys of fences and tokens of states are random, a pass really takes its time; nothing depends on them.
    const plain = (lines: readonly string[]) =>
      lines.map((line) => line.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|"milliseconds":\d+/g, '…'));
    expect(plain(after.trace)).toEqual(plain(before.trace));
  });
});
