/**
 * Puts this process's clocks under the test's hand. child.ts loads it before all else, so that whoever reads a
 * clock while it is loaded reads the moved one. SHIFT_CLOCK_MS is how far the wall clock is off from the beginning.
 */
const Real = globalThis.Date;
const realNow = Real.now.bind(Real);
const realMonotonic = performance.now.bind(performance);
const moved = { wall: Number(process.env.SHIFT_CLOCK_MS ?? 0), passed: 0 };

class MovedDate extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(MovedDate.now());
    else super(...(given as [number]));
  }

  static override now(): number {
    return realNow() + moved.wall + moved.passed;
  }
}

// Libraries ask a type for its name.
Object.defineProperty(MovedDate, 'name', { value: 'Date' });
globalThis.Date = MovedDate as DateConstructor;
performance.now = () => realMonotonic() + moved.passed;

/** Somebody sets the wall clock by this much: no time passes. */
export const stepClock = (ms: number): void => {
  moved.wall += ms;
};

/** Time passes for this process, on the wall and by the monotonic clock. */
export const passTime = (ms: number): void => {
  moved.passed += ms;
};

interface Admin {
  command: (command: object) => Promise<object>;
}

/**
 * Gives the stand-in the clock of a server that nobody steps: SERVER_CLOCK_MS off, and time passes for it as for
 * this process. It leaves out `localTime`, which every mongod puts into its answer to `hello`.
 */
export function withServerClock(adapter: object): void {
  const { connection } = adapter as { connection: { db: { admin: () => Admin } } };
  const admin = connection.db.admin.bind(connection.db);
  const localTime = () => new Date(realNow() + Number(process.env.SERVER_CLOCK_MS ?? 0) + moved.passed);
  connection.db.admin = () => ({
    command: async (command) => ({ ...(await admin().command(command)), localTime: localTime() }),
  });
}
