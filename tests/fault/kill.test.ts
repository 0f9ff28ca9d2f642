import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runPass } from '@/server/scheduler/pass';
import { bootPayload } from '../setup';
import { type Booted, databaseKinds } from '../setup/boot';
import { checkLog, type Question } from './checkLog';
import { firstSeed, times } from './counts';
import { killAll, type Scheduler, startScheduler } from './crew';
import { expectReport } from './report';
import { readStored } from './stored';
import { aFaultWorld, instants, randomFrom, whole } from './world';

/** Two hundred on each database in a soak; KILLS says another number. */
const kills = Number(process.env.KILLS ?? times({ few: 5, full: 200 }));
const killsOfWorld = 8;
const worlds = Array.from({ length: Math.ceil(kills / killsOfWorld) }, (_, n) => ({
  seed: firstSeed + n,
  kills: Math.min(killsOfWorld, kills - n * killsOfWorld),
}));

/**
 * SABOTAGE=key or seq takes one of the two unique indexes away, SABOTAGE=both both: the test has to fail then.
 * With a `!` behind it the schedulers run all the same, which the product refuses.
 */
const sabotage = process.env.SABOTAGE ?? '';

async function takeIndexesAway({ payload }: Booted): Promise<void> {
  const { client } = payload.db as unknown as { client: { execute: (sql: string) => Promise<unknown> } };
  if (/key|both/.test(sabotage)) await client.execute('DROP INDEX releases_key_idx');
  if (/seq|both/.test(sabotage)) await client.execute('DROP INDEX log_seq_idx');
}

const start = (url: string) => startScheduler(url, { anyway: sabotage.endsWith('!') });

/** A line that says it came to the end of its passes at `now`; undefined when it died before. */
const doneAt = async ({ child }: Scheduler, now: number): Promise<string | undefined> => {
  const line = await Promise.race([
    child.line(`done ${now} `).catch(() => undefined),
    child.exited.then(() => undefined),
  ]);
  // Passes of one instant may be asked for twice.
  child.lines.length = 0;
  return line;
};

/** Orders to one scheduler: die inside a pass by itself, or be killed from outside after some time. */
interface Doom {
  order: string;
  afterMs: number | null;
}

function doomFrom(random: () => number, seen: { calls: number; writes: number; ms: number }): Doom {
  const way = random();
  const where = random();
  const when = random() < 0.5 ? 'before' : 'after';
  if (way < 0.4)
    return { order: ` writes ${1 + Math.floor(where * Math.max(1, seen.writes))} ${when}`, afterMs: null };
  if (way < 0.7)
    return { order: ` calls ${1 + Math.floor(where * Math.max(1, seen.calls))} ${when}`, afterMs: null };
  return { order: '', afterMs: where * seen.ms };
}

async function killSchedulers(
  url: string,
  random: () => number,
  toKill: number,
): Promise<{ passes: number[]; killed: number; failures: string[] }> {
  const clock = instants(2);
  const passes = new Set<number>();
  const failures: string[] = [];
  // Boots take longest: four are always on their way, and one round uses one to four of them.
  const waiting = Array.from({ length: 4 }, () => start(url));
  const seen = { calls: 60, writes: 12, ms: 150 };
  let at = 0;
  let skippedOne = false;
  let killed = 0;
  try {
    while (killed < toKill) {
      const now = clock[at] ?? 0;
      const crew = waiting.slice(0, Math.min(1 + whole(random, 4), toKill - killed + 1, waiting.length));
      await Promise.all(crew.map(({ ready }) => ready));
      // At least one dies; now and then all of them.
      const dying = random() < 0.25 ? Math.min(crew.length, toKill - killed) : 1;
      const began = performance.now();
      await Promise.all(
        crew.map(async (scheduler, n) => {
          const doom = n < dying ? doomFrom(random, seen) : null;
          scheduler.child.say(`go ${now}${doom?.order ?? ''}`);
          const done = doneAt(scheduler, now);
          if (doom && doom.afterMs !== null) {
            await sleep(doom.afterMs);
            scheduler.child.process.kill('SIGKILL');
          }
          const line = await done;
          failures.push(...scheduler.child.lines.filter((said) => said.startsWith('failed')));
          if (line) {
            passes.add(now);
            const [, , calls = 0, writes = 0] = line.split(' ').map(Number);
            Object.assign(seen, { calls: Math.max(calls, 30), writes: Math.max(writes, 6) });
            seen.ms = Math.max(50, performance.now() - began);
          }
          if (!doom) return;
          // It had less to do than it was to die after.
          scheduler.child.process.kill('SIGKILL');
          await scheduler.child.exited;
          waiting.splice(waiting.indexOf(scheduler), 1);
          killed += 1;
          if (killed < toKill) waiting.push(start(url));
        }),
      );
      // Never two instants without anybody: what is late then is still within its grace.
      if (passes.has(now)) {
        at = Math.min(at + 1, clock.length - 1);
        skippedOne = false;
      } else if (!skippedOne) {
        at = Math.min(at + 1, clock.length - 1);
        skippedOne = true;
      }
    }
  } finally {
    await killAll(waiting);
  }
  return { passes: [...passes], killed, failures };
}

/** Brings what was left to its end: every slot of the days on which something can still be planned. */
async function finish({ payload }: Booted, passes: number[]): Promise<number[]> {
  const memory = new Map();
  const last = Math.max(0, ...passes);
  const rest = instants(5).filter((at) => at >= last);
  for (const now of rest) {
    const { failed } = await runPass({ payload, now, memory });
    expect(failed).toEqual([]);
  }
  return [...passes, ...rest];
}

describe.each(databaseKinds)('F3 schedulers that are killed and started again (%s)', (database) => {
  it.each(worlds)(
    'lose nothing and release nothing twice: seed $seed, $kills kills',
    {
      timeout: 900_000,
    },
    async ({ seed, kills: toKill }) => {
      console.info(`${database} SOAK_SEED=${seed} KILLS=${toKill}`);
      const random = randomFrom(seed);
      const booted = await bootPayload({ database });
      const world = await aFaultWorld(booted.payload, random, 24);
      const { cards, rules, customers } = world;
      await takeIndexesAway(booted);
      const { passes, killed } = await killSchedulers(booted.url, random, toKill);
      const early = await readStored(booted);
      const all = await finish(booted, passes);
      const stored = await readStored(booted);

      const question: Question = {
        ...stored,
        cards,
        rules,
        customers,
        graceMinutes: 120,
        deferDays: 2,
        passes: all,
      };
      expect(checkLog(question)).toEqual([]);
      await expectReport(booted.payload, world, stored);
      await booted.stop();
      expect(killed).toBe(toKill);
      // The world was worth it: something went out before the last kill, something met a cap, two were missed.
      const ended = stored.rows.filter(({ type }) => type === 'end');
      expect(early.rows.some(({ type }) => type === 'release')).toBe(true);
      expect(ended.filter(({ outcome }) => outcome === 'expire').length).toBeGreaterThan(0);
      expect(ended.some(({ outcome }) => outcome !== 'expire')).toBe(true);
    },
  );
});
