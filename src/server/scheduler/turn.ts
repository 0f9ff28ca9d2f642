import type { Payload } from 'payload';
import { type FileTurn, fileTurn } from '../database/sqlite/fileTurn';
import { retryBusy } from '../database/sqlite/retryBusy';

/** A process that hangs in its pass holds the others up for this long, and then no more. */
const patience = 20_000;

/**
 * Passes one after the other, over the processes of one SQLite file: it has one writer at a time, and what two
 * passes at once cost each other is more than they save. A courtesy only: what holds when two pass at once is the
 * log's order, and without the turn a pass goes on all the same. On MongoDB there are none.
 */
export interface Turns {
  /** @param isOver asked while it waits; once it is, nothing is done */
  inTurn(pass: () => Promise<unknown>, isOver?: () => boolean): Promise<void>;
  close(): void;
}

export function turnsOf({ db }: Payload, patienceMs = patience): Turns {
  const { path } = (db as unknown as { client?: { path?: string } }).client ?? {};
  const turn = path === undefined ? null : fileTurn(`${path}.turn`);
  return {
    async inTurn(pass, isOver = () => false) {
      const isHeld = turn !== null && (await hasTaken(turn, { patienceMs, isOver }));
      try {
        if (!isOver()) await pass();
      } finally {
        if (isHeld) turn?.giveBack();
      }
    },
    close: () => turn?.close(),
  };
}

async function hasTaken(
  turn: FileTurn,
  { patienceMs, isOver }: { patienceMs: number; isOver: () => boolean },
): Promise<boolean> {
  const attempt = (): boolean => {
    if (isOver()) return false;
    turn.take();
    return true;
  };
  try {
    return await retryBusy({ attempt, deadline: performance.now() + patienceMs });
  } catch {
    return false;
  }
}
