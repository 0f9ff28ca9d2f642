import { expect, it } from 'vitest';
import { inTurns, TooMuchWork } from './turns';

/** Each step takes ten milliseconds of a clock that nothing else moves. */
const working = (steps: number) => {
  let now = 0;
  let done = 0;
  function* work() {
    for (; done < steps; done += 1) {
      now += 10;
      yield;
    }
    return done;
  }
  const restart = () => {
    done = 0;
  };
  return { work, clock: () => now, done: () => done, restart };
};

it('lets others have their turn, so that a long computation keeps nobody waiting', async () => {
  const { work, clock, done } = working(100);
  const seen: number[] = [];
  const running = inTurns({ turn: 200, clock })(work());
  const look = () => {
    seen.push(done());
    if (done() < 100) setImmediate(look);
  };
  setImmediate(look);
  expect(await running).toBe(100);
  expect(seen.length).toBeGreaterThanOrEqual(4);
});

it('gives up once all computations of a question have taken longer than they may', async () => {
  const { work, clock, done } = working(150);
  const run = inTurns({ most: 1000, turn: 200, clock });
  await expect(run(work())).rejects.toThrow(TooMuchWork);
  expect(done()).toBeLessThan(125);

  const short = working(15);
  const again = inTurns({ most: 1000, turn: 200, clock: short.clock });
  const asked: number[] = [];
  const askOn = async () => {
    for (;;) {
      asked.push(await again(short.work()));
      short.restart();
    }
  };
  await expect(askOn()).rejects.toThrow(TooMuchWork);
  expect(asked).toHaveLength(6);
});
