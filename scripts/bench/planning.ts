import { type PlanInput, plan } from '../../src/core/plan';
import { type Month, monthOf } from './plans';
import { type Figure, medianOf } from './report';

/** 20 feeds in pools of four, and segments in three exclusive and two open dimensions. */
const month: Month = {
  posts: 300,
  feeds: 20,
  each: 4,
  pools: 5,
  exclusive: [6, 6, 6],
  open: [6, 6],
  days: 30,
  named: 3,
  seed: 11,
};

/** The 7 × 9 × 8 profiles that a window can have. */
const years: Month = { ...month, posts: 10_000, days: 1_000, exclusive: [6, 8], open: [3], named: 2 };

const cardsOf = (inputs: readonly PlanInput[]): number =>
  inputs.reduce((sum, { cards }) => sum + cards.length, 0);

function timesOf(inputs: readonly PlanInput[], runs: number): number[] {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    for (const input of inputs) plan(input);
    times.push(performance.now() - began);
  }
  return times;
}

function figureOf(name: string, given: Month, { target, runs }: { target: number; runs: number }): Figure {
  const inputs = monthOf(given);
  timesOf(inputs, Math.ceil(runs / 4));
  return medianOf(name, timesOf(inputs, runs), { target, note: `${cardsOf(inputs)} cards` });
}

/**
 * How the time grows with the posts, as the slope of a line through the logarithms: 1 is linear, and n log n is
 * 1.11 over this range.
 */
function growth(): Figure[] {
  const sizes = [1_000, 3_000, 10_000, 30_000, 100_000];
  const points = sizes.map((posts) => {
    const inputs = monthOf({ ...month, posts, days: posts / 10 });
    const [time = 0] = timesOf(inputs, posts < 10_000 ? 3 : 1).sort((a, b) => a - b);
    return { posts, time };
  });
  const x = points.map(({ posts }) => Math.log(posts));
  const y = points.map(({ time }) => Math.log(time));
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope =
    x.reduce((sum, one, i) => sum + (one - mx) * ((y[i] ?? 0) - my), 0) /
    x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
  const note = points.map(({ posts, time }) => `${posts}: ${time.toFixed(0)} ms`).join(', ');
  return [{ name: 'exponent of the time over the posts', value: slope, unit: '', target: 1.15, note }];
}

/** The plan alone: no database. */
export const planning = (): Figure[] => [
  figureOf('a month: 300 posts, 20 feeds, 30 segments', month, { target: 100, runs: 20 }),
  figureOf('10,000 posts of one feed each, 500 profiles', { ...years, each: 1 }, { target: 1_000, runs: 5 }),
  figureOf('10,000 posts of four feeds each, 500 profiles', years, { target: 1_000, runs: 5 }),
  figureOf(
    '1,000 posts, 65,536 profiles',
    { ...month, posts: 1_000, days: 100, exclusive: [3], open: [14], named: 4 },
    { target: 2_000, runs: 3 },
  ),
  ...growth(),
];
