import type { Payload } from 'payload';
import { releaseClock } from '../scheduler/clock';
import { deliverNotices } from './deliver';
import { makeRound } from './makeRound';
import { tellUrgent } from './tellUrgent';
import { setNotifier } from './wake';

export interface Notifier {
  /** Looks what is to be told, beside what the caller does; one look at a time. */
  wake(): void;
  /** Resolves when a look under way has ended, or after five seconds: what it had claimed is sent by another. */
  stop(): Promise<void>;
}

const patienceMs = 5_000;

/** One look: what became urgent, the digests that are due, and then what waits to be sent. */
export async function lookOnce(payload: Payload, now: number, isOver?: () => boolean): Promise<void> {
  // One that fails keeps nothing from the others.
  for (const step of [tellUrgent, makeRound]) {
    try {
      await step(payload, now);
    } catch (error) {
      payload.logger.error({ err: error, msg: 'What is to be told could not be worked out.' });
    }
  }
  await deliverNotices({ payload, now, ...(isOver ? { isOver } : {}) });
}

export function startNotifier(payload: Payload): Notifier {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopping = false;

  const look = async (): Promise<void> => {
    const { now, problem } = await releaseClock(payload);
    // The pass says so already; with a wrong clock nobody can say what is urgent.
    if (!problem) await lookOnce(payload, now, () => isStopping);
  };
  const wake = (): void => {
    if (isStopping) return;
    if (running) {
      isAskedAgain = true;
      return;
    }
    running = look()
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'Sending notices failed.' }))
      .finally(() => {
        running = null;
        if (!isAskedAgain) return;
        isAskedAgain = false;
        wake();
      });
  };
  setNotifier(payload, wake);
  return {
    wake,
    stop: async () => {
      isStopping = true;
      setNotifier(payload, undefined);
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      await Promise.race([running, enough]);
      clearTimeout(timer);
    },
  };
}
