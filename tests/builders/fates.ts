import type { Payload } from 'payload';
import { expect } from 'vitest';
import type { Change } from '@/server/plan/question';
import { simulateFor } from '@/server/plan/simulate';
import { type Memory, runPass } from '@/server/scheduler/pass';

/** Every card with what became of it, or would; a deferral is a release at another instant than its own. */
export type Fate = readonly [card: string, outcome: string, at: string];

const sorted = (fates: Iterable<Fate>): Fate[] => [...fates].sort(([a], [b]) => (a < b ? -1 : 1));

const iso = (value: unknown): string => new Date(String(value)).toISOString();

/** What the product says of a month, and of the days around it in which cards are deferred. */
export async function simulated(payload: Payload, now: number, changes: readonly Change[] = []) {
  const period = { from: '2035-10-20', to: '2035-12-20' };
  const answer = await simulateFor({ payload, actor: null, locale: 'zh', now }, { ...period, changes });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

export const fatesOf = ({ decisions }: Awaited<ReturnType<typeof simulated>>): Fate[] =>
  sorted(decisions.map(({ card, outcome, at }) => [card, outcome === 'defer' ? 'release' : outcome, at]));

/** What is in the log: of a card that ended, was approved again and went on, the last. */
export async function logged(payload: Payload): Promise<Fate[]> {
  const where = { type: { in: ['release', 'end'] } };
  const { docs } = await payload.find({
    collection: 'releases',
    where,
    depth: 0,
    pagination: false,
    sort: 'seq',
  });
  const fates = docs.map((entry): Fate => {
    const outcome = entry.type === 'end' ? String(entry.outcome) : 'release';
    return [String(entry.card), outcome, iso(entry.dueAt)];
  });
  return sorted(new Map(fates.map((fate) => [fate[0], fate])).values());
}

/**
 * The real scheduler on a test clock, from wake to wake until nothing is planned any more or `until`.
 *
 * @returns the instant of the last pass
 */
export async function runFrom(
  payload: Payload,
  start: number,
  until = Number.POSITIVE_INFINITY,
): Promise<number> {
  const memory: Memory = new Map();
  let now = start;
  for (;;) {
    const { failed } = await runPass({ payload, now, memory });
    expect(failed).toEqual([]);
    const wakes = [...memory.values()].flatMap(({ wake }) => wake ?? []);
    const next = Math.min(...wakes);
    if (wakes.length === 0 || next >= until) return now;
    now = Math.max(next, now);
  }
}
