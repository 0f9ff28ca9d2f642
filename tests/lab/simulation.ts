import { oneOf, whole } from '../builders/random';

export type Instant = number;

/** What the seed lets happen to one call instead of an answer. */
export type Fault =
  /** Refused before it had an effect. */
  | 'busy'
  /** No answer came, and nothing had happened. */
  | 'lost'
  /** No answer came, but it had happened. */
  | 'unanswered'
  /** No answer came, and it happens later. */
  | 'overdue'
  /** The process dies, before the call or after it had its effect. */
  | 'die-before'
  | 'die-after'
  /** The process stands still for a while, and the call with it. */
  | 'sleep';

/** One call that a process waits for. */
export interface Call {
  process: Process;
  name: string;
  /** What it is about, for the trace. */
  about: () => string;
  /** What may befall it. */
  faults: readonly Fault[];
  /** For a timer: not before this instant. */
  at?: Instant;
  /** Somebody else holds what it needs. */
  blocked?: () => boolean;
  effect: () => unknown;
  /** The call that this one stands for. */
  original?: Call;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** One virtual process: it lives between two calls, has a clock of its own, and may die. */
export class Process {
  alive = true;
  asleepUntil: Instant = 0;
  /** What its wall clock is ahead of the true time. */
  skew: number;
  private readonly ends: (() => void)[] = [];

  constructor(
    readonly simulation: Simulation,
    readonly name: string,
    skew = 0,
  ) {
    this.skew = skew;
  }

  wall(): Instant {
    return this.simulation.now + this.skew;
  }

  call(call: Omit<Call, 'process' | 'resolve' | 'reject'>): Promise<unknown> {
    if (!this.alive) return new Promise(() => {});
    return new Promise((resolve, reject) => {
      this.simulation.park({ ...call, process: this, resolve, reject });
    });
  }

  sleepUntil(at: Instant): Promise<unknown> {
    return this.call({ name: 'sleep', about: () => '', faults: [], at, effect: () => undefined });
  }

  /** Done when the process dies: open transactions are rolled back. */
  onDeath(end: () => void): void {
    this.ends.push(end);
  }

  die(): void {
    if (!this.alive) return;
    this.alive = false;
    this.simulation.forget(this);
    for (const end of this.ends) end();
  }
}

/** Decides what happens next. */
export interface Course {
  pick: (runnable: readonly Call[]) => Call;
  fault: (call: Call) => Fault | null;
}

export interface Weather {
  /** Of a thousand calls, how many meet a fault. */
  faults: number;
  kinds: readonly Fault[];
}

/**
 * The course of a seed: any process that can go on may go on. Now and then one is overtaken by all others for a
 * while, wherever it stands just then.
 */
export const courseOf = (random: () => number, weather: () => Weather): Course => {
  let behind: Process | null = null;
  return {
    pick: (runnable) => {
      if (random() < 0.04) behind = random() < 0.3 ? null : oneOf(random, runnable).process;
      const others = runnable.filter(({ process }) => process !== behind);
      return oneOf(random, others.length > 0 ? others : runnable);
    },
    fault: (call) => {
      const { faults, kinds } = weather();
      if (faults === 0 || random() * 1000 >= faults) return null;
      const possible = kinds.filter((kind) => call.faults.includes(kind));
      return possible.length > 0 ? oneOf(random, possible) : null;
    },
  };
};

const busy = () => Object.assign(new Error('database is locked'), { code: 'DATABASE_BUSY' });
const lost = () =>
  Object.assign(new Error('connection to the server timed out'), { name: 'MongoNetworkTimeoutError' });

const giveUp = () => {
  throw busy();
};

/** How long a client waits for somebody else's lock. */
const patienceMs = 5_000;

/** Between two tries. */
const longestPauseMs = 400;

const setImmediateReal = setImmediate;
const settled = () => new Promise((resolve) => setImmediateReal(resolve));

/** A virtual world in which nothing happens but one call after the other, in the order that a course decides. */
export class Simulation {
  now: Instant;
  step = 0;
  /** How many calls met a fault, or somebody's lock for too long. */
  befallen = 0;
  /** How many calls each process has made that something could befall. */
  readonly calls = new Map<string, number>();
  /** What happened, for people; filled only where somebody wants to read it. */
  readonly trace: string[] = [];
  /** Called after every step. */
  afterStep: () => void = () => {};
  private parked: Call[] = [];
  private present: Process | null = null;
  private failure: unknown = null;

  constructor(
    start: Instant,
    private readonly course: Course,
    private readonly random: () => number,
    private readonly tracing = false,
  ) {
    this.now = start;
  }

  /** The clock that code reads while it runs: that of its process. */
  clock(): Instant {
    return this.present?.wall() ?? this.now;
  }

  park(call: Call): void {
    this.parked.push(call);
  }

  forget(process: Process): void {
    this.parked = this.parked.filter((call) => call.process !== process);
  }

  say(process: string, what: () => string): void {
    if (!this.tracing) return;
    const at = new Date(this.now).toISOString().slice(5, 23);
    this.trace.push(`${String(this.step).padStart(5)} ${at} ${process.padEnd(12)} ${what()}`);
  }

  /** Runs `main` in a process; what it throws is the end of the simulation. */
  start(process: Process, main: () => Promise<void>): void {
    const before = this.present;
    this.present = process;
    main().catch((error: unknown) => {
      this.failure ??= error;
    });
    this.present = before;
  }

  /** For code that waits for a moment: as long as retries do, by the seed and not by their own dice. */
  timer(fn: () => void): void {
    const process = this.present;
    if (!process) throw new Error('Nobody may wait outside of a process.');
    void process.sleepUntil(this.now + 1 + whole(this.random, longestPauseMs)).then(fn);
  }

  /** Until nobody waits for anything any more. */
  async run(): Promise<void> {
    await settled();
    for (;;) {
      if (this.failure) throw this.failure;
      const call = this.next();
      if (!call) return;
      this.step += 1;
      if (this.step > 50_000) throw new Error('The simulation does not come to an end.');
      this.take(call);
      await settled();
      this.present = null;
      this.afterStep();
    }
  }

  private next(): Call | null {
    for (;;) {
      const awake: Call[] = [];
      const runnable: Call[] = [];
      for (const call of this.parked) {
        if (call.process.asleepUntil > this.now || (call.at !== undefined && call.at > this.now)) continue;
        awake.push(call);
        if (!call.blocked?.()) runnable.push(call);
      }
      if (runnable.length > 0) return this.course.pick(runnable);
      const later = Math.min(
        ...this.parked
          .filter((call) => !awake.includes(call))
          .map((call) => Math.max(call.process.asleepUntil, call.at ?? 0)),
      );
      const [stuck] = awake;
      if (stuck && later > this.now + patienceMs) {
        // Who holds the lock is asleep: the client gives up.
        return { ...stuck, original: stuck, name: `gave up ${stuck.name}`, faults: [], effect: giveUp };
      }
      if (later === Number.POSITIVE_INFINITY) return null;
      this.now = later;
    }
  }

  private take(call: Call): void {
    const { process } = call;
    const timer = call.at !== undefined;
    if (!timer) this.now += whole(this.random, 20);
    if (call.faults.length > 0) this.calls.set(process.name, (this.calls.get(process.name) ?? 0) + 1);
    const fault = timer ? null : this.course.fault(call);
    this.say(process.name, () => `${call.name} ${call.about()}${fault ? ` ← ${fault}` : ''}`);
    if (fault !== null || call.original) this.befallen += 1;
    if (fault === 'sleep') {
      process.asleepUntil = this.now + (1 + whole(this.random, 40)) * 60_000;
      return;
    }
    this.parked.splice(this.parked.indexOf(call.original ?? call), 1);
    this.present = process;
    this.meet(call, fault);
  }

  private meet(call: Call, fault: Exclude<Fault, 'sleep'> | null): void {
    const { process } = call;
    switch (fault) {
      case null:
        this.answer(call, call.effect);
        break;
      case 'die-before':
        process.die();
        break;
      case 'die-after':
        this.quietly(call.effect);
        process.die();
        break;
      case 'busy':
        call.reject(busy());
        break;
      case 'lost':
        call.reject(lost());
        break;
      case 'unanswered':
        this.quietly(call.effect);
        call.reject(lost());
        break;
      case 'overdue':
        call.reject(lost());
        this.park({ ...call, process: this.ether, faults: [], resolve: () => {}, reject: () => {} });
        break;
    }
  }

  /** What is on its way in the network, and belongs to nobody any more. */
  private readonly ether = new Process(this, 'network');

  private answer(call: Call, effect: () => unknown): void {
    try {
      call.resolve(effect());
    } catch (error) {
      this.say(call.process.name, () => `  ${(error as Error).message}`);
      call.reject(error);
    }
  }

  private quietly(effect: () => unknown): void {
    try {
      effect();
    } catch {
      // Nobody is told.
    }
  }
}

const RealDate = Date;
const realSetTimeout = setTimeout;

/** While `work` runs, whoever asks for the time gets the simulation's, and waits there. */
export async function inVirtualTime<T>(simulation: Simulation, work: () => Promise<T>): Promise<T> {
  class VirtualDate extends RealDate {
    constructor(...args: [] | [number | string | Date]) {
      if (args.length === 0) super(simulation.clock());
      else super(...args);
    }
    static override now = () => simulation.clock();
  }
  globalThis.Date = VirtualDate as DateConstructor;
  globalThis.setTimeout = ((fn: () => void) => simulation.timer(fn)) as unknown as typeof setTimeout;
  try {
    return await work();
  } finally {
    globalThis.Date = RealDate;
    globalThis.setTimeout = realSetTimeout;
  }
}
