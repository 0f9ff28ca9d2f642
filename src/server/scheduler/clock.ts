import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import { type ClockProblem, clockProblem } from '@/core/time/clockGuard';
import type { Context } from '../context';
import { serverNow } from '../database/serverNow';
import { newestWritten } from './heartbeat';
import { processName } from './processName';

const first = { wall: Date.now(), monotonic: performance.now() };

export interface ReleaseClock {
  now: Instant;
  /** Why nothing may be released by this process; null when its clock can be trusted. */
  problem: ClockProblem | null;
}

/**
 * The instant that decides what is released, the same for every door: the database server's where it has a
 * clock (MongoDB), else this process's own, unless it is seen to be wrong.
 */
export async function releaseClock(payload: Payload): Promise<ReleaseClock> {
  const server = await serverNow(payload);
  if (server !== null) return { now: server, problem: null };
  const present = { wall: Date.now(), monotonic: performance.now() };
  return {
    now: present.wall,
    problem: clockProblem(first, present, await newestWritten(payload, processName)),
  };
}

/** The clock of an act of a person. */
export const clockOf = ({ now, clockProblem }: Context): ReleaseClock => ({ now, problem: clockProblem });
