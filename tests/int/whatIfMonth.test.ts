import fc from 'fast-check';
import type { Payload } from 'payload';
import { afterAll, expect, it, vi } from 'vitest';
import { type Fate, fatesOf, logged, runFrom, simulated } from '../builders/fates';
import { anyMonth } from '../builders/randomMonth';
import type { Made } from '../builders/team';
import {
  type AnyWhatIf,
  anyWhatIf,
  asChange,
  type Given,
  really,
  type WhatIf,
  whatIfOf,
} from '../builders/whatIf';
import { type WrittenMonth, wakesAt, writeMonth } from '../builders/writtenMonth';
import { describeEachDatabase } from '../setup';

const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));
const months = Math.max(1, Math.round(Number(process.env.SOAK_RUNS ?? 0) / 500));
const soaking = process.env.SOAK_RUNS !== undefined;

vi.setConfig({ testTimeout: 300_000 });

afterAll(() => {
  console.info(`SOAK_SEED=${seed}: ${months} month(s)`);
});

/** One change at each, in the middle of a month that goes on meanwhile. */
const steps = [
  new Date(wakesAt).toISOString(),
  '2035-11-03T21:10:00+08:00',
  '2035-11-09T09:00:00+08:00',
  '2035-11-11T07:00:00+08:00',
  '2035-11-11T20:00:00+08:00',
].map((text) => Date.parse(text));

const all = async (payload: Payload, collection: 'posts' | 'cap-rules', where = {}): Promise<Made[]> =>
  (await payload.find({ collection, where, depth: 0, pagination: false, sort: 'id' }))
    .docs as unknown as Made[];

/** What can be tried at an instant: posts that are approved, in time, and of which nothing is out. */
async function givenAt(payload: Payload, month: WrittenMonth, now: number): Promise<Given> {
  const out = new Set((await logged(payload)).map(([card]) => card.split(':')[0]));
  const posts = (await all(payload, 'posts', { inFlight: { equals: true } })).filter(
    ({ id, scheduledAt }) => Date.parse(String(scheduledAt)) > now && !out.has(String(id)),
  );
  return { month, posts, rules: await all(payload, 'cap-rules', { enabled: { equals: true } }), now };
}

/** Of some changes that can be made, the one that moves most: what moves nothing shows little. */
async function mostMoving(payload: Payload, some: readonly AnyWhatIf[], given: Given) {
  const found: { tried: WhatIf; said: Awaited<ReturnType<typeof simulated>>; moves: number }[] = [];
  for (const any of some) {
    const tried = whatIfOf(any, given);
    if (!tried) continue;
    const said = await simulated(payload, given.now, [asChange(tried)]);
    if (said.problems.length === 0) found.push({ tried, said, moves: said.moved?.length ?? 0 });
  }
  return found.sort((a, b) => b.moves - a.moves)[0];
}

/**
 * While an approval that lapsed is not given again, others are planned without its post: a card that then found
 * another place, and is held after all, is held where it last stood. So a change that takes a new approval says
 * of what is held (by a rule, or since its time is over) that it is, and not when.
 */
const toHold = (fates: readonly Fate[]): Fate[] =>
  fates.map(([card, outcome, at]) => [card, outcome, outcome === 'hold' ? '' : at]);

describeEachDatabase(
  'a change that is tried',
  (app) => {
    it.each(Array.from({ length: months }, (_, n) => seed + n))(
      'moves what it moves when it is really made, to the end of the month (SOAK_SEED=%i)',
      async (ofMonth) => {
        const { payload } = app;
        const [sample] = fc.sample(anyMonth(24), { seed: ofMonth, numRuns: 1 });
        if (!sample) throw new Error('There is no month.');
        const month = await writeMonth(payload, sample);
        let expected: Fate[] | null = null;
        for (const [n, now] of steps.entries()) {
          const before = fatesOf(await simulated(payload, now));
          if (expected) expect(before).toEqual(expected);
          expected = before;
          const given = await givenAt(payload, month, now);
          const found = await mostMoving(
            payload,
            fc.sample(anyWhatIf, { seed: ofMonth + n, numRuns: 3 }),
            given,
          );
          if (found) {
            const { tried, said } = found;
            const { added, lapsed } = await really(payload, tried, { team: month.team, now });
            expected = fatesOf(await simulated(payload, now));
            const named = fatesOf(said)
              .map(([card, ...fate]): Fate => [card.replace(/^new-1:/, `${added}:`), ...fate])
              .sort(([a], [b]) => (a < b ? -1 : 1));
            const compared = lapsed ? toHold : (fates: Fate[]) => fates;
            expect(compared(expected), JSON.stringify(tried)).toEqual(compared(named));
          }
          await runFrom(payload, now, steps[n + 1]);
        }
        expect(await logged(payload)).toEqual(expected);
      },
    );
  },
  // The stand-in for MongoDB is slow, and simulate.test.ts compares a month on it.
  soaking ? {} : { on: ['sqlite'] },
);
