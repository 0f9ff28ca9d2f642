import { describe, expect, inject, it } from 'vitest';
import { runPass } from '@/server/scheduler/pass';
import { bootPayload } from '../setup';
import { type Booted, type DatabaseKind, databaseKinds } from '../setup/boot';
import { withDatabase } from '../setup/mongoServer';
import { checkLog } from './checkLog';
import { firstSeed, times } from './counts';
import { killAll, order, type Scheduler, startScheduler } from './crew';
import { behindProxy, type Detour } from './detour';
import { expectReport } from './report';
import { readStored } from './stored';
import { aFaultWorld, hour, instants, randomFrom, whole } from './world';

const minute = 60_000;
const graceMinutes = 120;
const deferDays = 2;

/** A world for each; every one goes through every trouble, with a kill in between. */
const worlds = Array.from({ length: times({ few: 1, full: 12 }) }, (_, n) => firstSeed + n);

type Trouble = 'none' | 'full' | 'gone' | 'killed' | 'step forth' | 'step back' | 'apart';

const troubles: readonly Trouble[] = ['full', 'gone', 'step forth', 'step back', 'killed', 'apart'];

/** Each once, with quiet between, so that never two instants pass without anybody. */
const courseOf = (random: () => number): Trouble[] => {
  const left = [...troubles];
  const course: Trouble[] = [];
  while (left.length > 0) {
    course.push(...left.splice(whole(random, left.length), 1));
    course.push(random() < 0.5 ? 'none' : 'killed');
  }
  return course;
};

/** Schedulers that pass by the clock, in the year of the world. */
class Crew {
  readonly members: Scheduler[] = [];
  /** How far their time is ahead of the real one. */
  #ahead: number;

  constructor(
    private readonly url: string,
    at: number,
  ) {
    this.#ahead = at - Date.now();
  }

  get now(): number {
    return Date.now() + this.#ahead;
  }

  async hire(offBy = 0): Promise<void> {
    const env = { SHIFT_CLOCK_MS: String(this.#ahead + offBy), SERVER_CLOCK_MS: String(this.#ahead) };
    const one = startScheduler(this.url, { env });
    this.members.push(one);
    await one.ready;
  }

  async dismiss(n: number): Promise<void> {
    await killAll(this.members.splice(n, 1));
  }

  async passUntil(at: number): Promise<void> {
    const ms = at - this.now;
    if (ms <= 0) return;
    await this.tell(`pass ${ms}`);
    this.#ahead += ms;
  }

  tell(line: string): Promise<string[]> {
    return Promise.all(this.members.map((one) => order(one, line, 'ok')));
  }

  /** Passes of all at once until nothing more is done. @returns whether anybody came to the end of one */
  async work(): Promise<boolean> {
    let anybody = false;
    for (let n = 0; n < 10; n += 1) {
      const said = await Promise.all(this.members.map((one) => order(one, 'tick', 'ticked')));
      const results = said.map((line) => line.split(' '));
      anybody ||= results.some(([, , problem]) => problem === 'none');
      if (results.every(([, acted]) => acted === '0')) break;
    }
    return anybody;
  }
}

interface Place {
  booted: Booted;
  /** By which the schedulers come to the database. */
  url: string;
  proxy: Detour | null;
}

async function aPlace(database: DatabaseKind, seed: number): Promise<Place> {
  const booted = await bootPayload({
    database,
    ...(database === 'mongodb'
      ? { url: withDatabase(inject('mongoUrl'), `troubles${seed}x${process.pid}`) }
      : {}),
  });
  if (database === 'sqlite') return { booted, url: booted.url, proxy: null };
  const { url, proxy } = await behindProxy(booted.url);
  return { booted, url, proxy };
}

/** Brings a trouble over the crew for one round of passes, and takes it away. */
async function workUnder(trouble: Trouble, crew: Crew, { proxy }: Place): Promise<boolean> {
  switch (trouble) {
    case 'none':
      return crew.work();
    case 'full':
    case 'gone': {
      if (proxy && trouble === 'full') return crew.work();
      if (proxy) await proxy.cut();
      else await crew.tell(`disk ${trouble}`);
      const worked = await crew.work();
      if (proxy) await proxy.open();
      else await crew.tell('disk none');
      return worked;
    }
    case 'step forth':
    case 'step back': {
      const by = trouble === 'step forth' ? hour : -hour;
      await crew.tell(`step ${by}`);
      const worked = await crew.work();
      await crew.tell(`step ${-by}`);
      return worked;
    }
    case 'killed': {
      const working = crew.work().catch(() => false);
      const dismissed = crew.dismiss(0);
      await Promise.all([working, dismissed]);
      await crew.hire();
      return crew.work();
    }
    case 'apart': {
      await crew.dismiss(0);
      await crew.hire(3 * minute);
      return crew.work();
    }
  }
}

describe.each(databaseKinds)('troubles of a machine, one after the other (%s)', (database) => {
  it.each(worlds)(
    'F10 F18 nothing twice, nothing lost, nothing over a cap, no hole, every late card says so: seed %i',
    { timeout: 600_000 },
    async (seed) => {
      console.info(`${database} SOAK_SEED=${seed}`);
      const random = randomFrom(seed);
      const place = await aPlace(database, seed);
      const world = await aFaultWorld(place.booted.payload, random, 16);
      const { cards, rules, customers } = world;
      const slots = instants(2);
      const crew = new Crew(place.url, (slots[0] ?? 0) - 10 * minute);
      await Promise.all([crew.hire(), crew.hire()]);
      const passes: number[] = [];
      const idle: Trouble[] = [];
      try {
        for (const [n, trouble] of courseOf(random).entries()) {
          const at = slots[n] ?? 0;
          await crew.passUntil(at);
          const now = crew.now;
          if (await workUnder(trouble, crew, place)) passes.push(now);
          else idle.push(trouble);
        }
      } finally {
        await killAll(crew.members);
        await place.proxy?.cut();
      }
      const { payload } = place.booted;
      const memory = new Map();
      for (const now of instants(5).filter((at) => at > crew.now)) {
        const { failed } = await runPass({ payload, now, memory });
        expect(failed).toEqual([]);
        passes.push(now);
      }
      const stored = await readStored(place.booted);
      expect(checkLog({ ...stored, cards, rules, customers, graceMinutes, deferDays, passes })).toEqual([]);
      await expectReport(payload, world, stored);
      // Each trouble was one: nobody got through a pass meanwhile. A server has its own clock; on a full disk what
      // needs no new page may still be written.
      expect(idle.filter((trouble) => trouble !== 'full').sort()).toEqual(
        database === 'sqlite' ? ['gone', 'step back', 'step forth'] : ['gone'],
      );
    },
  );
});
