import { safeClientCodes, safeClientError } from './errors';

/** The right to write. `touch` says "still working"; `release` may be called more than once. */
export interface WriteTurn {
  touch(): void;
  release(): void;
}

export interface WriteQueueLimits {
  /** A writer that has done nothing for so long is held to wait for the one behind it. */
  stuckAfterMs: number;
  /** Nobody waits longer than this, however busy the writers ahead are. */
  waitLimitMs: number;
}

interface Waiter {
  since: number;
  start(turn: WriteTurn): void;
  fail(error: Error): void;
}

/**
 * One writer at a time in this process, first come, first served.
 *
 * libsql runs every statement on the event loop's thread. A second writer that let SQLite wait for the
 * first one's lock would stop the very loop on which the first has to finish, so writers wait here instead.
 */
export class WriteQueue {
  readonly #limits: WriteQueueLimits;
  readonly #waiting: Waiter[] = [];
  #busy = false;
  #lastActivity = performance.now();
  #watch: NodeJS.Timeout | undefined;

  constructor(limits: WriteQueueLimits) {
    this.#limits = limits;
  }

  take(): Promise<WriteTurn> {
    if (!this.#busy) return Promise.resolve(this.#turn());
    return new Promise<WriteTurn>((start, fail) => {
      this.#waiting.push({ since: performance.now(), start, fail });
      this.#watchWaiters();
    });
  }

  #turn(): WriteTurn {
    this.#busy = true;
    this.#lastActivity = performance.now();
    let over = false;
    return {
      touch: () => {
        if (!over) this.#lastActivity = performance.now();
      },
      release: () => {
        if (over) return;
        over = true;
        this.#next();
      },
    };
  }

  #next(): void {
    this.#lastActivity = performance.now();
    const waiter = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#stopWatching();
    if (!waiter) this.#busy = false;
    // By way of the event loop: a long queue must not keep it from everything else.
    else setImmediate(() => waiter.start(this.#turn()));
  }

  /** One timer for all waiters. It keeps the process alive: somebody is owed an answer. */
  #watchWaiters(): void {
    const every = Math.max(10, Math.min(200, this.#limits.stuckAfterMs / 4));
    this.#watch ??= setInterval(() => this.#failOverdue(performance.now()), every);
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /**
   * The one that has waited longest goes first and alone: when it was what the writer waited for, its
   * failure sets the writer free, and those behind it need not fail too.
   */
  #failOverdue(now: number): void {
    const [first] = this.#waiting;
    if (first && now - Math.max(first.since, this.#lastActivity) > this.#limits.stuckAfterMs) {
      this.#waiting.shift();
      first.fail(waitedForItself(this.#limits.stuckAfterMs));
      return;
    }
    while (this.#waiting[0] && now - this.#waiting[0].since > this.#limits.waitLimitMs) {
      this.#waiting.shift()?.fail(queueTooLong(this.#limits.waitLimitMs));
    }
  }
}

const waitedForItself = (ms: number) =>
  safeClientError(
    safeClientCodes.waitedForItself,
    `A write waited ${seconds(ms)} for another write of this process that did nothing meanwhile. ` +
      'Most likely it was made inside a transaction but without its `req`, so that each waits for the other. ' +
      'Nothing of the waiting write was stored.',
  );

const queueTooLong = (ms: number) =>
  safeClientError(
    safeClientCodes.queueTooLong,
    `A write waited ${seconds(ms)} for the writes ahead of it and was given up. Nothing of it was stored.`,
  );

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;
