import type { Payload } from 'payload';

type Call = (...args: unknown[]) => Promise<unknown>;
type Kinds = 'calls' | 'writes';

const writes = new Set(['create', 'updateOne', 'commitTransaction']);

export interface Deaths {
  count: Record<Kinds, number>;
  /** Counts from zero, and dies right before or after the Nth; without an order it lives. */
  order: (kinds?: string, n?: string, when?: string) => void;
  /** One more call of the database. */
  counted: (isWrite: boolean, call: () => Promise<unknown>) => Promise<unknown>;
}

/**
 * Counts the calls of the database of this process, which kills itself at one of them as the machine would.
 * @param apart calls that are counted elsewhere
 */
export function dieAtCall(
  payload: Payload,
  apart: (name: string, args: unknown[]) => boolean = () => false,
): Deaths {
  const count = { calls: 0, writes: 0 };
  let death: { kinds: Kinds; n: number; when: string } | null = null;
  const dieAt = (when: string, isWrite: boolean): void => {
    if (!death || death.when !== when || (death.kinds === 'writes' && !isWrite)) return;
    if (count[death.kinds] === death.n) process.kill(process.pid, 'SIGKILL');
  };
  const counted: Deaths['counted'] = async (isWrite, call) => {
    count.calls += 1;
    if (isWrite) count.writes += 1;
    dieAt('before', isWrite);
    const answer = await call();
    dieAt('after', isWrite);
    return answer;
  };
  const adapter = payload.db as unknown as Record<string, Call>;
  for (const name of ['find', 'findOne', 'findGlobal', 'count', ...writes]) {
    const call = adapter[name]?.bind(payload.db);
    if (!call) continue;
    adapter[name] = (...args) =>
      apart(name, args) ? call(...args) : counted(writes.has(name), () => call(...args));
  }
  return {
    count,
    order: (kinds, n = '0', when = '') => {
      Object.assign(count, { calls: 0, writes: 0 });
      death = kinds === 'calls' || kinds === 'writes' ? { kinds, n: Number(n), when } : null;
    },
    counted,
  };
}
