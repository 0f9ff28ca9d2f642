import { scheduleJob } from 'node-schedule';
import type { Payload } from 'payload';
import type { Decision } from '@/core/plan';
import type { ClockProblem } from '@/core/time/clockGuard';
import { noteOutage } from '../catchUp/outage';
import { sweepDecisions } from '../decisions/keep';
import { startNotifier } from '../notices/notifier';
import { releaseClock } from './clock';
import { beat } from './heartbeat';
import { type Memory, type PassInput, type PassResult, runPass } from './pass';
import { processName } from './processName';
import { turnsOf } from './turn';

const everyFiveSeconds = '*/5 * * * * *';

export interface Ticking {
  /** Stops ticking; resolves when a pass under way has ended. */
  stop: () => Promise<void>;
}

/** A pass at the instant that decides releases, with its heartbeat; none where the clock cannot be trusted. */
export async function passByTheClock(payload: Payload, memory?: Memory): Promise<PassResult | ClockProblem> {
  const { now, problem } = await releaseClock(payload);
  if (problem) {
    payload.logger.error({
      msg: 'The clock of this process is wrong; nothing is released by it.',
      problem,
    });
    await beat(payload, { process: processName, now, milliseconds: 0, problem: problem.code });
    return problem;
  }
  return passAt({ payload, now, ...(memory ? { memory } : {}) });
}

/** Processes of one machine seldom have the same: each begins with other logs. */
const beginsAt = (process.pid % 16) / 16;

const decided = (acted: readonly Decision[], ...outcomes: readonly Decision['outcome'][]): number =>
  acted.filter(({ outcome }) => outcomes.includes(outcome)).length;

/** A pass at an instant that can be trusted: notes first how long nobody made one, and leaves its heartbeat. */
export async function passAt(input: PassInput): Promise<PassResult> {
  const { payload, now } = input;
  const started = performance.now();
  await noteOutage(payload, now);
  const result = await runPass({ beginsAt, ...input });
  const { acted, failed, deferred } = result;
  for (const { log, error } of failed)
    payload.logger.error({ err: error, msg: `The pass of ${log} failed.` });
  await beat(payload, {
    process: processName,
    now,
    milliseconds: Math.round(performance.now() - started),
    released: decided(acted, 'release', 'defer'),
    deferred,
    held: decided(acted, 'hold'),
    ended: decided(acted, 'skip', 'expire'),
    problem: failed.length > 0 ? 'pass-failed' : null,
  });
  await sweepDecisions(payload, now);
  return result;
}

/**
 * Wakes a pass every five seconds; a tick that comes while one is under way is dropped. The tick may come
 * late, twice or never: what is due is read from the database.
 */
export function startTicking(payload: Payload): Ticking {
  const memory: Memory = new Map();
  const turns = turnsOf(payload);
  const notifier = startNotifier(payload);
  let running: Promise<void> | null = null;
  let isStopping = false;

  const tick = (): void => {
    running ??= turns
      .inTurn(
        () => passByTheClock(payload, memory),
        () => isStopping,
      )
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'A scheduler pass failed.' }))
      .finally(() => {
        running = null;
        // Beside the next pass, never before it: a mail server may take its time.
        notifier.wake();
      });
  };

  const job = scheduleJob(everyFiveSeconds, tick);
  tick();
  return {
    stop: async () => {
      job.cancel();
      isStopping = true;
      await running;
      await notifier.stop();
      turns.close();
    },
  };
}
