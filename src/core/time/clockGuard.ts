import type { Instant } from '../model';

export interface ClockReading {
  /** The wall clock, and a clock that only moves forward (milliseconds since any start). */
  wall: Instant;
  monotonic: number;
}

export type ClockProblem = { code: 'clock-stepped'; byMs: number } | { code: 'clock-behind'; byMs: number };

const stepMs = 2_000;
const behindMs = 60_000;

/**
 * Where no server's clock decides (SQLite), a process must notice that its own is wrong: it parts from
 * the monotonic one by more than 2 s since the first reading, or lies more than 60 s behind what is
 * written already. Null: nothing is wrong.
 */
export function clockProblem(
  first: ClockReading,
  present: ClockReading,
  newestWritten: Instant | null,
): ClockProblem | null {
  const step = present.wall - first.wall - (present.monotonic - first.monotonic);
  if (Math.abs(step) > stepMs) return { code: 'clock-stepped', byMs: step };
  const behind = newestWritten === null ? 0 : newestWritten - present.wall;
  return behind > behindMs ? { code: 'clock-behind', byMs: behind } : null;
}
