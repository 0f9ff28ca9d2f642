import { createLocalReq, type Payload } from 'payload';
import type { CardState } from '@/core/approval/cardState';
import { clockProblem } from '@/core/time/clockGuard';
import { newestWritten } from '@/server/scheduler/heartbeat';
import type { Memory } from '@/server/scheduler/pass';
import { passAt } from '@/server/scheduler/tick';
import { oneOf, randomFrom, whole } from '../builders/random';
import { modelPayload, uniqueIndexes } from './model/payload';
import { type Id, type Isolation, Store } from './model/store';
import { type Acting, type CommandName, commands } from './people';
import { type Finding, Promises } from './promises';
import type { Recorded } from './record';
import {
  type Call,
  type Course,
  courseOf,
  type Fault,
  inVirtualTime,
  Process,
  Simulation,
  type Weather,
} from './simulation';
import { aLabWorld, hour, type LabWorld, minute, momentsOf } from './world';

export interface Order {
  at: number;
  what: CommandName;
  post: number;
}

/** One scenario. What is left out is drawn from the seed. */
export interface Scenario {
  seed: number;
  isolation?: Isolation;
  schedulers?: number;
  /** What each editor does, one after the other. */
  editors?: readonly (readonly Order[])[];
  /** What people do, where it is not said one by one; anything when it is left out. */
  only?: readonly CommandName[];
  /** Fills an empty database. */
  world?: (store: Store, random: () => number) => LabWorld;
  /** What befalls a call; drawn from the seed where it is left out. */
  fault?: () => Course['fault'];
  faults?: number;
  tracing?: boolean;
  /** For a comparison with a real database: ids that cannot be mistaken, and what is told of each call. */
  idOf?: (n: number) => Id;
  begun?: (store: Store) => void;
  recorded?: (call: Recorded) => void;
}

export interface Ending {
  findings: Finding[];
  trace: readonly string[];
  steps: number;
  /** How many calls each process made before all came to rest. */
  calls: ReadonlyMap<string, number>;
  /** What the product logged as errors; some belong to faults. */
  logged: string[];
  released: number;
  ended: number;
}

const allFaults: readonly Fault[] = [
  'busy',
  'lost',
  'unanswered',
  'overdue',
  'die-before',
  'die-after',
  'sleep',
];

const commandNames = Object.keys(commands) as CommandName[];

/** Close to when a post goes out, mostly. */
const someOrders = (random: () => number, world: LabWorld, names: readonly CommandName[]): Order[] =>
  Array.from({ length: 1 + whole(random, 3) }, () => {
    const post = whole(random, world.posts.length);
    const own = Date.parse(String(world.posts[post]?.scheduledAt));
    const moment = random() < 0.8 ? own : oneOf(random, world.moments);
    const distance = oneOf(random, [-hour, -minute, 0, 20 * minute]) + whole(random, oneOf(random, spreads));
    return { at: moment + distance, what: oneOf(random, names), post };
  }).sort((a, b) => a.at - b.at);

/** A pass of one process takes some hundred milliseconds: to meet, others must come as close. */
const spreads = [300, 300, 800, 2_000, 40_000];

let prepared: Promise<unknown> | null = null;

/** Payload loads its words once, from files: that must not happen inside a simulation. */
const prepare = (payload: Payload) => {
  prepared ??= createLocalReq({}, payload);
  return prepared;
};

/** A scheduler that can go on by itself, with what it remembers. */
interface Heir {
  process: Process;
  pass: (now: number) => Promise<void>;
}

class Lab {
  readonly random: () => number;
  readonly store: Store;
  readonly simulation: Simulation;
  readonly world: LabWorld;
  readonly promises: Promises;
  readonly logged: string[] = [];
  private weather: Weather;
  private people = 0;
  private calls: ReadonlyMap<string, number> = new Map();
  private readonly tampered = new Set<string>();
  private readonly ends: number;
  /** At the end one of those that are still alive goes on alone. */
  private restful = false;

  constructor(private readonly scenario: Scenario) {
    this.random = randomFrom(scenario.seed);
    const { random } = this;
    const isolation = scenario.isolation ?? oneOf(random, ['one-writer', 'snapshots'] as const);
    this.store = new Store(isolation, uniqueIndexes, () => random() < 0.5, scenario.idOf);
    this.world =
      scenario.world?.(this.store, random) ??
      aLabWorld(this.store, random, { posts: 3 + whole(random, 4), inReview: whole(random, 2) });
    scenario.begun?.(this.store);
    this.weather = { faults: scenario.faults ?? oneOf(random, [0, 3, 10, 25]), kinds: allFaults };
    const drawn = courseOf(random, () => this.weather);
    const fault = scenario.fault?.() ?? drawn.fault;
    const course = { ...drawn, fault: (call: Call) => (this.restful ? null : fault(call)) };
    this.simulation = new Simulation(this.world.begins + 8 * hour, course, random, scenario.tracing);
    this.promises = new Promises(this.store, this.world);
    this.ends = (this.world.moments.at(-1) ?? 0) + 30 * minute;
  }

  private payloadOf(process: Process): Payload {
    const { random, store, logged, simulation } = this;
    return modelPayload({
      store,
      process,
      clock: () => (store.isolation === 'snapshots' ? simulation.now : process.wall()),
      ...(this.scenario.recorded ? { recorded: this.scenario.recorded } : {}),
      staleness: () => (random() < 0.1 ? 1 + whole(random, 4) : 0),
      logged: (message, error) => {
        const line = `${message} ${error instanceof Error ? error.message : ''}`;
        logged.push(line);
        simulation.say(process.name, () => `! ${line}`);
      },
    });
  }

  async run(): Promise<Ending> {
    const { scenario, random, simulation, world } = this;
    await prepare(this.payloadOf(new Process(simulation, 'nobody')));
    await inVirtualTime(simulation, async () => {
      const schedulers = scenario.schedulers ?? 2 + whole(random, 2);
      for (let n = 1; n <= schedulers; n += 1) this.startScheduler(`scheduler ${n}`);
      const editors =
        scenario.editors ??
        Array.from({ length: scenario.only ? 2 : whole(random, 3) }, () =>
          someOrders(random, world, scenario.only ?? commandNames),
        );
      for (const orders of editors) this.startEditor(orders);
      await simulation.run();
      this.calls = new Map(simulation.calls);
      await this.rest();
    });
    const { findings } = this.promises;
    const entries = this.store.find('releases', {});
    const count = (type: string) => entries.filter((entry) => entry.type === type).length;
    return {
      findings,
      trace: simulation.trace,
      steps: simulation.step,
      calls: this.calls,
      logged: this.logged,
      released: count('release'),
      ended: count('end'),
    };
  }

  /** The one that goes on when all is quiet keeps what it remembers: it must not be blinded by it. */
  private heirs: Heir[] = [];

  private startScheduler(name: string): void {
    const { simulation, random } = this;
    const skews = [0, 0, 20_000, -20_000, 3 * minute, -3 * minute];
    const process = new Process(simulation, name, oneOf(random, skews));
    const payload = this.payloadOf(process);
    const memory: Memory = new Map();
    const first = { wall: process.wall(), monotonic: simulation.now };
    const stepsAt = random() < 0.1 ? simulation.now + whole(random, 12) * hour : Number.POSITIVE_INFINITY;
    // Not what the number of this process makes of it: a seed is to be the same everywhere.
    const beginsAt = random();
    const pass = (now: number) => this.pass({ payload, process, memory, now, beginsAt });
    const heir: Heir = { process, pass };
    this.heirs.push(heir);
    process.onDeath(() => {
      this.heirs = this.heirs.filter((one) => one !== heir);
      if (simulation.now < this.ends) this.startScheduler(name);
    });
    simulation.start(process, async () => {
      for (;;) {
        await process.sleepUntil(this.nextTick());
        if (simulation.now > this.ends) return;
        if (simulation.now >= stepsAt) process.skew += hour;
        try {
          const now = await this.clockOf(payload, process, first);
          if (now === null) continue;
          await pass(now);
        } catch (error) {
          simulation.say(name, () => `the pass failed: ${(error as Error).message}`);
        }
      }
    });
  }

  /** As `releaseClock`: the server's clock where there is one, else the own one unless it is seen to be wrong. */
  private async clockOf(
    payload: Payload,
    process: Process,
    first: { wall: number; monotonic: number },
  ): Promise<number | null> {
    const { simulation } = this;
    if (this.store.isolation === 'snapshots') return simulation.now;
    const newest = await newestWritten(payload, process.name);
    const present = { wall: process.wall(), monotonic: simulation.now };
    return clockProblem(first, present, newest) ? null : present.wall;
  }

  private async pass(question: {
    payload: Payload;
    process: Process;
    memory: Memory;
    now: number;
    beginsAt: number;
  }): Promise<void> {
    const { promises } = this;
    const { process, ...input } = question;
    const before = new Map(promises.logNames.map((log) => [log, promises.lengthOf(log)]));
    const { failed, stopped } = await passAt(input);
    // In fair weather nothing excuses a pass that fails.
    const [first] = failed;
    if (first && this.simulation.befallen === 0)
      promises.find('missing', `the pass of ${first.log} failed: ${(first.error as Error).message}`);
    for (const { log, error } of failed)
      this.simulation.say(process.name, () => `${log} failed: ${(error as Error).message}`);
    for (const [log, from] of before)
      if (!failed.some((one) => one.log === log))
        promises.passes.push({ log, now: question.now, from, stopped });
  }

  /** The first instant after one at which something comes due: as posts want it, or where a plan has put a card. */
  private nextMoment(moments: readonly number[], after: number): number | null {
    const planned = this.store
      .find('posts', { where: { inFlight: { equals: true } } })
      .flatMap(({ cardStates }) => (cardStates ?? []) as CardState[])
      .filter(({ state }) => state === 'planned' || state === 'deferred')
      // What will be held or skipped becomes an entry where it last had a place.
      .flatMap(({ plannedAt, lastPlannedAt }) => plannedAt ?? lastPlannedAt ?? [])
      .map((at) => Date.parse(at));
    const later = [...moments, ...planned].filter((moment) => moment > after);
    return later.length > 0 ? Math.min(...later) : null;
  }

  /** Soon after something comes due, mostly; sometimes later, sometimes much later. */
  private nextTick(): number {
    const { random, simulation, world, ends } = this;
    const next = this.nextMoment(world.moments, simulation.now) ?? ends + 1;
    const way = random();
    if (way < 0.3) return simulation.now + 5_000 + whole(random, 5 * minute);
    if (way < 0.9) return next + whole(random, oneOf(random, spreads));
    return next + whole(random, 4 * hour);
  }

  private startEditor(orders: readonly Order[]): void {
    const { simulation, world, promises, random } = this;
    this.people += 1;
    const process = new Process(simulation, `editor ${this.people}`);
    const acting: Acting = { payload: this.payloadOf(process), process, world, promises, random };
    simulation.start(process, async () => {
      for (const { at, what, post } of orders) {
        await process.sleepUntil(at);
        const id = String(world.posts[post % world.posts.length]?.id);
        simulation.say(process.name, () => `» ${what} ${id}`);
        if (what === 'tamper') this.tampered.add(id);
        try {
          const answer = await commands[what](acting, id);
          simulation.say(
            process.name,
            () => `« ${what} ${id}: ${JSON.stringify(answer ?? null).slice(0, 160)}`,
          );
        } catch (error) {
          simulation.say(process.name, () => `« ${what} ${id} failed: ${(error as Error).message}`);
        }
      }
    });
  }

  /** No more faults: whoever is left goes on to the end, then somebody who remembers nothing looks again. */
  private async rest(): Promise<void> {
    const { simulation, random, promises, store } = this;
    if (this.restful || promises.findings.length > 0) return;
    this.restful = true;
    this.weather = { faults: 0, kinds: [] };
    // What was in a network, or stopped by somebody who died, is over by now.
    if (store.find('settings', {})[0]?.stopped === true) await this.resume();
    const fresh = this.newcomer('newcomer');
    const heir = this.heirs.length > 0 ? oneOf(random, this.heirs) : fresh;
    const passAt = (moment: number) =>
      this.alone(heir.process, async () => {
        await heir.process.sleepUntil(moment);
        await heir.pass(moment);
      });
    const moments = momentsOf(store.find('posts', {}));
    let next = this.nextMoment(moments, simulation.now - 1_000);
    let last = Math.max(simulation.now, ...moments);
    while (next !== null) {
      last = Math.max(last, next);
      await passAt(next + 1_000);
      next = this.nextMoment(moments, next);
    }
    last += 3 * hour;
    await passAt(last);
    await passAt(last + minute);
    promises.atRest();
    // What went past every door is noticed when it would go out, or by who looks for the first time: then it lapses.
    const isOfTampered = ({ type, reason }: Record<string, unknown>): boolean =>
      type === 'void' && this.tampered.has(String(reason).replace('posts:', ''));
    const entries = () => store.find('releases', {}).filter((row) => !isOfTampered(row)).length;
    const left = entries();
    const shown = () =>
      store.find('posts', {}).map(({ id, status, inFlight, cardStates }) => ({
        id: String(id),
        said: JSON.stringify([status, inFlight, cardStates]),
      }));
    const before = shown();
    const late = this.newcomer('late comer');
    await this.alone(late.process, () => late.pass(last + minute));
    if (entries() > left)
      promises.find('missing', 'who remembers nothing finds more to do than who was there all the time');
    for (const [at, { id, said }] of shown().entries())
      if (said !== before[at]?.said && !this.tampered.has(id))
        promises.find(
          'status',
          `who remembers nothing writes ${said} on post ${id}, not ${before[at]?.said}`,
        );
  }

  private newcomer(name: string): Heir {
    const process = new Process(this.simulation, name);
    const payload = this.payloadOf(process);
    const memory: Memory = new Map();
    return { process, pass: (now) => this.pass({ payload, process, memory, now, beginsAt: 0 }) };
  }

  private async resume(): Promise<void> {
    const process = new Process(this.simulation, 'manager');
    const { world, promises, random } = this;
    const acting: Acting = { payload: this.payloadOf(process), process, world, promises, random };
    await this.alone(process, () => commands.resume(acting));
  }

  private async alone(process: Process, work: () => Promise<unknown>): Promise<void> {
    this.simulation.start(process, async () => {
      await work();
    });
    await this.simulation.run();
  }
}

/** Nothing befalls anybody but this one call of one process, counted from 1. */
export const befalling = (process: string, n: number, fault: Fault): Course['fault'] => {
  let count = 0;
  return (call) => {
    if (call.process.name !== process || call.faults.length === 0) return null;
    count += 1;
    return count === n && call.faults.includes(fault) ? fault : null;
  };
};

/** Runs one scenario to its end. */
export const runLab = (scenario: Scenario): Promise<Ending> => new Lab(scenario).run();

/** Runs it, and where something is wrong once more, to tell what happened. */
export async function explained(scenario: Scenario): Promise<string | null> {
  const { findings } = await runLab(scenario);
  if (findings.length === 0) return null;
  const again = await runLab({ ...scenario, tracing: true });
  const said = again.findings.map(({ word, what }) => `${word}: ${what}`).join('\n');
  return `LAB_SEED=${scenario.seed}\n${again.trace.join('\n')}\n${said}`;
}
