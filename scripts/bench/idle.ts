import { rmSync } from 'node:fs';
import { startChild } from './child';
import type { Figure } from './report';
import { ownDatabase } from './world';

interface Idle {
  /** CPU time of one pass. */
  ms: number;
  /** After a collection: early, and at the end. */
  before: InUse;
  after: InUse;
}

/** In MB: JavaScript's heap, and all that the process holds, what the database's library took of it too. */
interface InUse {
  heap: number;
  rss: number;
}

/** A pass comes every five seconds. */
const tickMs = 5_000;

/** A scheduler that has nothing to do: its share of a core, and what it keeps. */
export async function idle(passes: number): Promise<Figure[]> {
  const directory = ownDatabase('idle');
  try {
    const child = await startChild(['--expose-gc']);
    await child.ask('burst 2 4102444800000');
    const { ms, before, after } = await child.ask<Idle>(`idle ${passes}`);
    child.end();
    const share = (ms / tickMs) * 100;
    return [
      {
        name: 'a scheduler with nothing to do, of a core',
        value: share,
        unit: '%',
        target: 1,
        note: `20 feeds, ${ms.toFixed(2)} ms of CPU a pass`,
      },
      {
        name: 'what its heap grew by',
        value: after.heap - before.heap,
        unit: 'MB',
        target: 5,
        note: `${passes} passes, from ${before.heap.toFixed(1)} MB`,
      },
      {
        name: 'what the process grew by',
        value: after.rss - before.rss,
        unit: 'MB',
        // The allocator gives back what it likes; 100,000 passes that each kept a kilobyte would be 100 MB.
        target: 50,
        note: `${passes} passes, from ${before.rss.toFixed(0)} MB`,
      },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
