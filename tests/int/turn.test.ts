import { beforeAll, expect, it } from 'vitest';
import { filePathOf } from '@/server/database/sqlite/filePath';
import { type Turns, turnsOf } from '@/server/scheduler/turn';
import { bootPayload } from '../setup';
import type { Booted } from '../setup/boot';
import { type Child, startChild } from '../setup/child';

let booted: Booted;
let order: string[] = [];

/** Another process in its pass, for some milliseconds. */
async function another(milliseconds: number): Promise<Child> {
  const child = startChild('holdLock', `${filePathOf(booted.url)}.turn`, String(milliseconds));
  await child.line('locked');
  return child;
}

const pass = (turns: Turns, name: string): Promise<void> =>
  turns.inTurn(async () => {
    order.push(`${name} begins`);
    await new Promise((next) => setTimeout(next, 30));
    order.push(`${name} ends`);
  });

beforeAll(async () => {
  booted = await bootPayload({ database: 'sqlite' });
});

it('passes of one file come one after the other, and each comes', async () => {
  const crew = ['a', 'b', 'c'].map((name) => ({ name, turns: turnsOf(booted.payload) }));
  order = [];
  await Promise.all(crew.map(({ name, turns }) => pass(turns, name)));
  expect(order.filter((_, n) => n % 2 === 1)).toEqual(
    order.filter((_, n) => n % 2 === 0).map((begun) => begun.replace('begins', 'ends')),
  );
  expect([...order].sort()).toEqual(crew.flatMap(({ name }) => [`${name} begins`, `${name} ends`]));
  for (const { turns } of crew) turns.close();
});

it('the turn of a process that is killed is free at once', async () => {
  const turns = turnsOf(booted.payload);
  const child = await another(60_000);
  order = [];
  const passing = pass(turns, 'mine').then(() => order.push('over'));
  await new Promise((next) => setTimeout(next, 200));
  expect(order).toEqual([]);
  child.process.kill('SIGKILL');
  await passing;
  expect(order).toEqual(['mine begins', 'mine ends', 'over']);
  turns.close();
});

it('a process that hangs in its pass holds nobody up for longer than the patience', async () => {
  const turns = turnsOf(booted.payload, 300);
  const child = await another(60_000);
  order = [];
  const began = performance.now();
  await pass(turns, 'mine');
  expect(order).toEqual(['mine begins', 'mine ends']);
  expect(performance.now() - began).toBeGreaterThanOrEqual(300);
  // Nothing was taken, so nothing is given back: the other one has it still.
  await pass(turns, 'again');
  expect(performance.now() - began).toBeGreaterThanOrEqual(600);
  child.process.kill('SIGKILL');
  await child.exited;
  turns.close();
});

it('who is told to stop while it waits makes no pass', async () => {
  const turns = turnsOf(booted.payload);
  const child = await another(60_000);
  let isOver = false;
  order = [];
  const waiting = turns.inTurn(
    async () => {
      order.push('a pass');
    },
    () => isOver,
  );
  isOver = true;
  await waiting;
  expect(order).toEqual([]);
  child.process.kill('SIGKILL');
  await child.exited;
  turns.close();
});

it('a pass that fails gives its turn back', async () => {
  const [mine, other] = [turnsOf(booted.payload), turnsOf(booted.payload, 60_000)];
  await expect(mine.inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const began = performance.now();
  await pass(other, 'other');
  expect(performance.now() - began).toBeLessThan(5_000);
  mine.close();
  other.close();
});
