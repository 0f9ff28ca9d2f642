import type { BaseDatabaseAdapter, PayloadRequest } from 'payload';
import { OutcomeUnknown, TransactionLost } from './errors';

export type AfterCommit = (req: PayloadRequest) => Promise<void> | void;

interface Pending {
  run: () => Promise<void> | void;
}

type Outcome = 'committed' | 'rolled-back' | 'unknown';

/** What is known of an adapter's transactions. Lives on the adapter, because Next bundles modules twice. */
export interface TransactionRegistry {
  /** Work that waits for the commit, by transaction, in order. Present for each open transaction. */
  readonly waiting: Map<string, Pending[]>;
  /** How the last transactions ended. */
  readonly outcomes: Map<string, Outcome>;
}

/** What differs between the databases. */
export interface TransactionDriver {
  begin(original: () => Promise<string | number | null>): Promise<string | number | null>;
  /** Resolves only when the commit is certain. Throws OutcomeUnknown when nobody can say. */
  commit(id: string, original: () => Promise<void>): Promise<void>;
  /** False when the database has ended it already, whatever the adapter believes. */
  isOpen(id: string): boolean;
  /** Forgets what it kept for a transaction. */
  forget(id: string): void;
}

const registryKey = Symbol.for('moments-desk.transactions');
const rememberedOutcomes = 1_000;

type WithRegistry = { [registryKey]?: TransactionRegistry & { isOpen(id: string): boolean } };

export function registryOf(
  adapter: object,
): (TransactionRegistry & { isOpen(id: string): boolean }) | undefined {
  return (adapter as WithRegistry)[registryKey];
}

/**
 * Wraps the three transaction methods of an adapter: a commit that failed throws (the SQL adapters swallow
 * it), one that was rolled back by somebody within is not reported as success, and work registered for after
 * the commit runs after it.
 */
export function trackTransactions(adapter: BaseDatabaseAdapter, driver: TransactionDriver): void {
  const registry = {
    waiting: new Map<string, Pending[]>(),
    outcomes: new Map<string, Outcome>(),
    isOpen: (id: string) => registry.waiting.has(id) && driver.isOpen(id),
  };
  (adapter as WithRegistry)[registryKey] = registry;

  const original = {
    begin: adapter.beginTransaction,
    commit: adapter.commitTransaction,
    rollback: adapter.rollbackTransaction,
  };

  const finish = (id: string, outcome: Outcome): Pending[] => {
    const waiting = registry.waiting.get(id) ?? [];
    registry.waiting.delete(id);
    registry.outcomes.set(id, outcome);
    driver.forget(id);
    for (const oldest of registry.outcomes.keys()) {
      if (registry.outcomes.size <= rememberedOutcomes) break;
      registry.outcomes.delete(oldest);
    }
    return waiting;
  };

  adapter.beginTransaction = async (options) => {
    const id = await driver.begin(() => original.begin.call(adapter, options));
    if (id !== null) registry.waiting.set(String(id), []);
    return id;
  };

  adapter.commitTransaction = async (incoming) => {
    const id = await incoming;
    // Payload commits "no transaction" where none could be begun.
    if (id === null || id === undefined || id === '') return;
    const key = String(id);
    if (!registry.waiting.has(key)) {
      if (registry.outcomes.get(key) === 'committed') return;
      throw new TransactionLost();
    }
    if (!driver.isOpen(key)) {
      await original.rollback.call(adapter, id);
      finish(key, 'rolled-back');
      throw new TransactionLost();
    }
    try {
      await driver.commit(key, () => original.commit.call(adapter, id));
    } catch (error) {
      finish(key, error instanceof OutcomeUnknown ? 'unknown' : 'rolled-back');
      throw error;
    }
    for (const { run } of finish(key, 'committed')) await runLogged(adapter, run);
  };

  adapter.rollbackTransaction = async (incoming) => {
    const id = await incoming;
    if (id === null || id === undefined || id === '') return;
    const key = String(id);
    if (registry.waiting.has(key)) finish(key, 'rolled-back');
    await original.rollback.call(adapter, id);
  };
}

/** The commit stands, so an error here is for the log; what was not done is repaired from the data. */
export async function runLogged(
  adapter: Pick<BaseDatabaseAdapter, 'payload'>,
  run: () => Promise<void> | void,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    adapter.payload.logger.error({
      err: error,
      msg: 'Work after a commit failed; what it wrote stays committed.',
    });
  }
}
