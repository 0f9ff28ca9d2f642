import type { Payload } from 'payload';
import { expect } from 'vitest';
import { catchUp } from '@/server/catchUp/report';
import { contextFor } from '../builders/team';
import type { Stored } from './stored';
import { day, type FaultWorld, firstDay } from './world';

const wallClock = (at: number): number => (at - firstDay) % day;

/** The report after an outage names every card that came late or did not come, and no other. */
export async function expectReport(
  payload: Payload,
  { team, cards }: FaultWorld,
  { rows }: Stored,
): Promise<void> {
  const scheduled = new Map(cards.map(({ key, scheduledAt }) => [key, scheduledAt]));
  const keysOf = (list: readonly { card: string }[]) => list.map(({ card }) => card).sort();
  // The rules are of days: what is deferred goes out at its own time of day, what is not at that time is late.
  const late = rows.filter(({ type, card, dueAt }) => {
    const at = scheduled.get(card) ?? dueAt;
    return type === 'release' && wallClock(dueAt) - wallClock(at) > 60_000;
  });
  const ended = (outcome: string) =>
    keysOf(rows.filter((row) => row.type === 'end' && row.outcome === outcome));
  const now = Math.max(...rows.map(({ dueAt }) => dueAt || 0)) + day;
  const report = await catchUp(await contextFor(payload, team.manager, now), firstDay);
  expect({
    late: keysOf(report?.late ?? []),
    expired: keysOf(report?.expired ?? []),
    waits: keysOf(report?.waits ?? []),
    skipped: keysOf(report?.skipped ?? []),
  }).toEqual({
    late: keysOf(late),
    expired: ended('expire'),
    waits: ended('hold'),
    skipped: ended('skip'),
  });
}
