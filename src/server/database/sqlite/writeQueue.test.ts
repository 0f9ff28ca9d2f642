import { describe, expect, it } from 'vitest';
import { safeClientCodes } from './errors';
import { WriteQueue } from './writeQueue';

const limits = { stuckAfterMs: 60_000, waitLimitMs: 60_000 };

describe('the queue of writers', () => {
  it('lets one work at a time, in the order in which they came', async () => {
    const queue = new WriteQueue(limits);
    const seen: number[] = [];
    let working = 0;
    await Promise.all(
      [0, 1, 2, 3, 4].map(async (n) => {
        const turn = await queue.take();
        working += 1;
        expect(working).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5 - n));
        seen.push(n);
        working -= 1;
        turn.release();
      }),
    );
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  it('does not hand a turn on twice when it is released twice', async () => {
    const queue = new WriteQueue(limits);
    const first = await queue.take();
    const second = queue.take();
    const third = queue.take();
    first.release();
    first.release();
    await second;
    let thirdCame = false;
    void third.then(() => {
      thirdCame = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(thirdCame).toBe(false);
  });

  it('ends the wait for a writer that does nothing, of the one that waits longest alone', async () => {
    const queue = new WriteQueue({ stuckAfterMs: 80, waitLimitMs: 60_000 });
    const holder = await queue.take();
    const self = queue.take();
    const innocent = queue.take();
    await expect(self.finally(holder.release)).rejects.toMatchObject({
      code: safeClientCodes.waitedForItself,
    });
    await expect(innocent).resolves.toBeDefined();
  });

  it('waits on for a writer that works', async () => {
    const queue = new WriteQueue({ stuckAfterMs: 120, waitLimitMs: 60_000 });
    const holder = await queue.take();
    const next = queue.take();
    for (let n = 0; n < 12; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      holder.touch();
    }
    holder.release();
    await expect(next).resolves.toBeDefined();
  });

  it('lets nobody wait beyond the limit', async () => {
    const queue = new WriteQueue({ stuckAfterMs: 60, waitLimitMs: 100 });
    const holder = await queue.take();
    const next = queue.take().catch((error) => error.code);
    const working = setInterval(() => holder.touch(), 10);
    await expect(next).resolves.toBe(safeClientCodes.queueTooLong);
    clearInterval(working);
  });
});
