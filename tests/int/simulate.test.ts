import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { fatesOf, logged, runFrom, simulated } from '../builders/fates';
import { anyMonth } from '../builders/randomMonth';
import { wakesAt, writeMonth } from '../builders/writtenMonth';
import { describeEachDatabase } from '../setup';

const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));
const months = Math.max(1, Math.round(Number(process.env.SOAK_RUNS ?? 0) / 1000));

const soaking = process.env.SOAK_RUNS !== undefined;

// A long soak is not a hanging test, and the stand-in for MongoDB is slow: it gets a smaller month.
vi.setConfig({ testTimeout: 300_000 * months });

afterAll(() => {
  console.info(`SOAK_SEED=${seed}: ${months} month(s)`);
});

/** Its own time; or the waking, where approval put it off and there is room by then. */
const punctual = (scheduledAt: string | null) =>
  Date.parse(scheduledAt ?? '') < wakesAt ? [scheduledAt, new Date(wakesAt).toISOString()] : [scheduledAt];

describeEachDatabase('a simulated month', (app) => {
  it.each(Array.from({ length: months }, (_, n) => seed + n))(
    'is what the scheduler then does, card for card and instant for instant (SOAK_SEED=%i)',
    async (ofMonth) => {
      const { payload } = app;
      const posts = app.kind === 'sqlite' || soaking ? 60 : 20;
      const [month] = fc.sample(anyMonth(posts), { seed: ofMonth, numRuns: 1 });
      if (!month) throw new Error('There is no month.');
      await writeMonth(payload, month);
      const before = await simulated(payload, wakesAt);
      expect(before.decisions.filter(({ recorded }) => recorded)).toEqual([]);
      expect(before.decisions.length).toBeGreaterThanOrEqual(month.posts.length);
      const middle = Date.parse('2035-11-12T00:00:00+08:00');
      await runFrom(payload, wakesAt, middle);
      const halfway = await simulated(payload, middle);
      expect(fatesOf(halfway)).toEqual(fatesOf(before));
      await runFrom(payload, middle);
      const after = await logged(payload);
      expect(after).toEqual(fatesOf(before));
      const whole = await simulated(payload, middle + 60 * 24 * 3_600_000);
      expect(fatesOf(whole)).toEqual(after);
      expect(whole.decisions.every(({ recorded }) => recorded)).toBe(true);
      for (const { outcome, at, scheduledAt, late, explanation } of before.decisions) {
        if (outcome === 'defer') expect(at).not.toBe(scheduledAt);
        if (outcome !== 'release' || late) continue;
        expect(punctual(scheduledAt)).toContain(at);
        // Elsewhere than wanted without being late: put off by an earlier plan, and says so.
        if (at !== scheduledAt) expect(explanation).toMatch(/提前发|原定/);
      }
    },
  );
});
