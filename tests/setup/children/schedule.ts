import { createInterface } from 'node:readline';
import { migrations } from '../../../src/server/database/migrations';
import { type Memory, runPass } from '../../../src/server/scheduler/pass';
import { whyNotReady } from '../../../src/server/scheduler/ready';
import { boot } from '../boot';

/**
 * A scheduler of its own on an existing SQLite file: `schedule URL RUN-DIRECTORY [anyway]`. Says `ready`; then a
 * line `go NOW [KINDS N before|after]` makes passes at that instant until one has nothing more to do, and it
 * says `done NOW CALLS WRITES`. With KINDS (`calls` or `writes`) it kills itself, as the machine would, right
 * before or after the Nth one of them. `anyway`: also where the product refuses to run.
 */
const [url = '', runDirectory = '', anyway] = process.argv.slice(2);
const { payload } = await boot({ database: 'sqlite', runDirectory, url });
const problem = await whyNotReady(payload, migrations);
if (problem && anyway !== 'anyway') {
  console.log(`refused ${problem}`);
  process.exit(1);
}

type Call = (...args: unknown[]) => Promise<unknown>;
const writes = new Set(['create', 'updateOne', 'commitTransaction']);
const count = { calls: 0, writes: 0 };
let death: { kinds: 'calls' | 'writes'; n: number; when: string } | null = null;

const dieAt = (when: string, isWrite: boolean): void => {
  if (!death || death.when !== when || (death.kinds === 'writes' && !isWrite)) return;
  if (count[death.kinds] === death.n) process.kill(process.pid, 'SIGKILL');
};

const adapter = payload.db as unknown as Record<string, Call>;
for (const name of ['find', 'findOne', 'findGlobal', 'count', ...writes]) {
  const call = adapter[name]?.bind(payload.db);
  if (!call) continue;
  adapter[name] = async (...args) => {
    const isWrite = writes.has(name);
    count.calls += 1;
    if (isWrite) count.writes += 1;
    dieAt('before', isWrite);
    const answer = await call(...args);
    dieAt('after', isWrite);
    return answer;
  };
}

const memory: Memory = new Map();

async function go(now: number): Promise<void> {
  for (let pass = 0; pass < 20; pass += 1) {
    const { acted, failed, fences } = await runPass({ payload, now, memory });
    for (const { log, error } of failed) console.log(`failed ${log} ${String(error)}`);
    if (acted.length + failed.length + fences === 0) break;
  }
  console.log(`done ${now} ${count.calls} ${count.writes}`);
}

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [, now = '', kinds, n = '0', when = ''] = line.split(' ');
  Object.assign(count, { calls: 0, writes: 0 });
  death = kinds === 'calls' || kinds === 'writes' ? { kinds, n: Number(n), when } : null;
  await go(Number(now));
}
process.exit(0);
