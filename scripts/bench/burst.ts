import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Child, startChild } from './child';
import { type Asked, askDuring, type Desk, openDesk } from './desk';
import { type Figure, p99Of } from './report';
import { nineToday, ownDatabase, reader } from './world';

const feeds = 20;
const minute = 60_000;

interface Pass {
  released: number;
}

interface Burst {
  seconds: number;
  cards: number;
  /** What somebody got who asked for the own desk all along. */
  asked: Asked | null;
}

/**
 * How long it takes until everything that is due at once is released, by so many processes. `read`: while a member
 * of staff, who has ten cards since two minutes, asks another process for the desk.
 */
async function burst(cards: number, processes: number, { read = false } = {}): Promise<Burst> {
  const directory = ownDatabase('burst');
  const nine = nineToday();
  const schedulers = await Promise.all(Array.from({ length: processes }, () => startChild()));
  let desk: Desk | null = null;
  try {
    await schedulers[0]?.ask(`burst ${cards / feeds} ${nine}`);
    if (read) await schedulers[0]?.ask(`reader 10 ${nine - 2 * minute}`);
    // As on any other day, they have looked at the plan before.
    for (const one of schedulers) await one.ask(`pass ${nine - minute}`);
    desk = read ? await openDesk(reader) : null;
    const began = performance.now();
    let seconds = 0;
    const passOf = async (one: Child): Promise<number> => {
      const { released } = await one.ask<Pass>(`pass ${nine}`);
      // Who finds everything out already makes nobody wait.
      if (released > 0) seconds = (performance.now() - began) / 1000;
      return released;
    };
    const passing = Promise.all(schedulers.map(passOf));
    const reading = desk && askDuring(desk, passing);
    const released = await passing;
    const asked = await reading;
    return { seconds, cards: released.reduce((sum, count) => sum + count, 0), asked };
  } finally {
    await desk?.end();
    for (const one of schedulers) one.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same number of documents as a team would write it first: counted by query, then released. */
async function naive(cards: number): Promise<number> {
  const directory = ownDatabase('naive');
  try {
    const child = await startChild();
    await child.ask(`burst 1 ${nineToday()}`);
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

/**
 * What is asked of the desk while ten thousand cards go out (F27 in tests/fault/README.md). Alone it answers in some
 * 15 ms; a core less and a database that is being written to may cost it some of those, but nobody should notice. The
 * one client asks without a pause, more often than 200 open desks, of which each asks every seven seconds.
 */
const deskTarget = 100;

const meanwhile = ({ times, errors }: Asked): Figure[] => [
  p99Of('the desk’s answer meanwhile, 99th percentile', times, { target: deskTarget }),
  { name: 'other answers of the desk meanwhile', value: errors, unit: '', target: 1, note: 'none may be' },
];

const middleOf = (bursts: readonly Burst[]): Burst =>
  [...bursts].sort((a, b) => a.seconds - b.seconds)[Math.floor(bursts.length / 2)] as Burst;

/** 1,000 cards by one process and by two, in turn: where the machine is slower for a while, it is so for both. */
async function byOneAndTwo(): Promise<[Burst, Burst]> {
  const one: Burst[] = [];
  const two: Burst[] = [];
  for (let run = 0; run < 5; run += 1) {
    one.push(await burst(1_000, 1));
    two.push(await burst(1_000, 2));
  }
  return [middleOf(one), middleOf(two)];
}

/**
 * 1,000 cards due at the same instant in 20 feeds; the same by two processes; 10,000 at nine o'clock while the desk
 * is asked.
 */
export async function bursts(): Promise<Figure[]> {
  const [one, two] = await byOneAndTwo();
  const many = await burst(10_000, 1, { read: true });
  const beside = { naive: await naive(1_000), queue: await jobsQueue(1_000) };
  const ratio = (seconds: number) => ({ value: seconds / one.seconds, unit: '×' as const, target: null });
  const took = ({ seconds, cards }: Burst) => `${cards} released in ${seconds.toFixed(2)} s`;
  return [
    { name: '1,000 cards at once in 20 feeds', value: one.seconds, unit: 's', target: 4, note: took(one) },
    {
      name: 'the same by two processes, of the time of one',
      value: two.seconds / one.seconds,
      unit: '×',
      target: 1,
      note: took(two),
    },
    {
      name: 'counted by query for each card, of the time of the log',
      ...ratio(beside.naive),
      // What it leaves out is why it may be quicker: three counts and an insert are all that it does.
      note: `1000 in ${beside.naive.toFixed(2)} s, without log, approval, content, plan or state of the post`,
    },
    {
      name: 'Payload’s jobs queue, of the time of the log',
      ...ratio(beside.queue),
      note: `1000 in ${beside.queue.toFixed(2)} s, without any of that and without counting`,
    },
    { name: '10,000 cards at nine o’clock', value: many.seconds, unit: 's', target: 30, note: took(many) },
    ...(many.asked ? meanwhile(many.asked) : []),
  ];
}
