import { isBusy, safeClientCodes, safeClientError } from './errors';

export interface RetryBusy<T> {
  /** Runs synchronously; a busy error must leave nothing behind. */
  attempt: () => T;
  /** On performance.now()'s clock. At least one attempt is made. */
  deadline: number;
  /** Called before each pause. */
  onBusy?: () => void;
}

/** Longest pause between two attempts; short, so that a lock that is free only briefly is caught. */
const longestPauseMs = 40;

/**
 * Tries again while another process holds the lock. Waits with timers and jitter, never inside SQLite,
 * because SQLite waits on the event loop's thread.
 */
export async function retryBusy<T>({ attempt, deadline, onBusy }: RetryBusy<T>): Promise<T> {
  const began = performance.now();
  for (let pause = 2; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() >= deadline) throw gaveUp(performance.now() - began, error);
    }
    onBusy?.();
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}

const gaveUp = (ms: number, cause: unknown) =>
  safeClientError(
    safeClientCodes.busy,
    `Another process has kept the database locked; gave up after ${Math.round(ms / 100) / 10} s. Nothing was written.`,
    cause,
  );
