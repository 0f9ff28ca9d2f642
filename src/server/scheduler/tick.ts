import { scheduleJob } from 'node-schedule';
import type { Payload } from 'payload';
import type { ClockProblem } from '@/core/time/clockGuard';
import { releaseClock } from './clock';
import { beat } from './heartbeat';
import { type Memory, type PassResult, runPass } from './pass';
import { processName } from './processName';

const everyFiveSeconds = '*/5 * * * * *';

export interface Ticking {
  /** Stops ticking; resolves when a pass under way has ended. */
  stop: () => Promise<void>;
}

/** A pass at the instant that decides releases, with its heartbeat; none where the clock cannot be trusted. */
export async function passByTheClock(payload: Payload, memory?: Memory): Promise<PassResult | ClockProblem> {
  const started = performance.now();
  const { now, problem } = await releaseClock(payload);
  if (problem) {
    payload.logger.error({
      msg: 'The clock of this process is wrong; nothing is released by it.',
      problem,
    });
    await beat(payload, { process: processName, now, milliseconds: 0, problem: problem.code });
    return problem;
  }
  const result = await runPass({ payload, now, ...(memory ? { memory } : {}) });
  const { acted, failed } = result;
  for (const { log, error } of failed)
    payload.logger.error({ err: error, msg: `The pass of ${log} failed.` });
  await beat(payload, {
    process: processName,
    now,
    milliseconds: Math.round(performance.now() - started),
    released: acted.filter(({ outcome }) => outcome === 'release' || outcome === 'defer').length,
    ended: acted.filter(({ outcome }) => outcome !== 'release' && outcome !== 'defer').length,
    problem: failed.length > 0 ? 'pass-failed' : null,
  });
  return result;
}

/**
 * Wakes a pass every five seconds; a tick that comes while one is under way is dropped. The tick may come
 * late, twice or never: what is due is read from the database.
 */
export function startTicking(payload: Payload): Ticking {
  const memory: Memory = new Map();
  let running: Promise<void> | null = null;

  const tick = (): void => {
    running ??= passByTheClock(payload, memory)
      .then(() => undefined)
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'A scheduler pass failed.' }))
      .finally(() => {
        running = null;
      });
  };

  const job = scheduleJob(everyFiveSeconds, tick);
  tick();
  return {
    stop: async () => {
      job.cancel();
      await running;
    },
  };
}
