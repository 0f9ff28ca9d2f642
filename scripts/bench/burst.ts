import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { startChild } from './child';
import type { Figure } from './report';
import { ownDatabase } from './world';

const nine = Date.parse('2035-06-01T09:00:00+08:00');
const feeds = 20;

interface Pass {
  released: number;
  ms: number;
}

interface Burst {
  seconds: number;
  cards: number;
}

/** How long it takes until everything that is due at once is released, by so many processes. */
async function burst(cards: number, processes: number): Promise<Burst> {
  const directory = ownDatabase('burst');
  try {
    const schedulers = await Promise.all(Array.from({ length: processes }, startChild));
    await schedulers[0]?.ask(`burst ${cards / feeds} ${nine}`);
    // As on any other day, they have looked at the plan before.
    for (const one of schedulers) await one.ask(`pass ${nine - 60_000}`);
    const began = performance.now();
    const passes = await Promise.all(schedulers.map((one) => one.ask<Pass>(`pass ${nine}`)));
    const seconds = (performance.now() - began) / 1000;
    for (const one of schedulers) one.end();
    return { seconds, cards: passes.reduce((sum, { released }) => sum + released, 0) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same number of documents as a team would write it first: counted by query, then released. */
async function naive(cards: number): Promise<number> {
  const directory = ownDatabase('naive');
  try {
    const child = await startChild();
    await child.ask(`burst 1 ${nine}`);
    const { ms } = await child.ask<{ ms: number }>(`naive ${cards}`);
    child.end();
    return ms / 1000;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** By Payload's own jobs queue. */
async function jobsQueue(cards: number): Promise<number> {
  const directory = ownDatabase('jobs');
  try {
    const args = ['--import', 'tsx', resolve('scripts/bench/jobs.ts'), directory, String(cards)];
    // In production the adapter makes no tables of itself.
    const env = { ...process.env, NODE_ENV: 'development' as const };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const said = stdout.split('\n').find((line) => line.startsWith('{')) ?? '{}';
    const { ms, done } = JSON.parse(said) as { ms: number; done: number };
    if (done !== cards) throw new Error(`The jobs queue made ${done} of ${cards}.`);
    return ms / 1000;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** 1,000 cards due at the same instant in 20 feeds; the same by two processes; 10,000 at nine o'clock. */
export async function bursts(): Promise<Figure[]> {
  const one = await burst(1_000, 1);
  const two = await burst(1_000, 2);
  const many = await burst(10_000, 1);
  const beside = { naive: await naive(1_000), queue: await jobsQueue(1_000) };
  const ratio = (seconds: number) => ({ value: seconds / one.seconds, unit: '×' as const, target: null });
  const took = ({ seconds, cards }: Burst) => `${cards} released in ${seconds.toFixed(2)} s`;
  return [
    { name: '1,000 cards at once in 20 feeds', value: one.seconds, unit: 's', target: 4, note: took(one) },
    {
      name: 'the same by two processes, of the time of one',
      value: two.seconds / one.seconds,
      unit: '×',
      target: 1.1,
      note: took(two),
    },
    {
      name: 'counted by query for each card, of the time of the log',
      ...ratio(beside.naive),
      note: `1000 in ${beside.naive.toFixed(2)} s`,
    },
    {
      name: 'Payload’s jobs queue, of the time of the log',
      ...ratio(beside.queue),
      note: `1000 in ${beside.queue.toFixed(2)} s`,
    },
    { name: '10,000 cards at nine o’clock', value: many.seconds, unit: 's', target: 30, note: took(many) },
  ];
}
