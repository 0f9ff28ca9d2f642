import { createInterface } from 'node:readline';
import { migrations } from '../../../src/server/database/migrations';
import { type Memory, runPass } from '../../../src/server/scheduler/pass';
import { whyNotReady } from '../../../src/server/scheduler/ready';
import { passByTheClock } from '../../../src/server/scheduler/tick';
import { aroundEntries } from '../aroundEntries';
import { boot } from '../boot';
import { dieAtCall } from '../dieAtCall';
import { type DiskFault, openOnFaultyDisk, setDisk } from '../faultyDisk';
import { passTime, stepClock, withServerClock } from './clock';

/**
 * A scheduler of its own on an existing database: `schedule URL RUN-DIRECTORY [anyway]`. Says `ready`, or
 * `refused WHY`; `anyway`: also where the product refuses to run. Then a line of input is an order:
 *
 * - `go NOW [calls|writes N before|after]` makes passes at that instant until one has nothing more to do; says
 *   `done NOW CALLS WRITES`. With the rest it kills itself, as the machine would, right before or after the
 *   Nth call of the database.
 * - `hold`: the next entry of a log is held back right before its insert; says `holding`, and goes on at `on`.
 * - `tick` makes one pass by the clock, as it is made every five seconds; says `ticked RELEASED PROBLEM`.
 * - `step MS` sets the wall clock, `pass MS` lets time go by, `disk none|full|…` spoils its disk; each says `ok`.
 */
const [url = '', runDirectory = '', anyway] = process.argv.slice(2);
const database = url.startsWith('file:') ? 'sqlite' : 'mongodb';
const { payload } = await boot({ database, runDirectory, url, sqlite: { open: openOnFaultyDisk } });
if (process.env.SERVER_CLOCK_MS !== undefined && database === 'mongodb') withServerClock(payload.db);
const problem = anyway === 'anyway' ? null : await whyNotReady(payload, migrations);
if (problem) {
  console.log(`refused ${problem}`);
  process.exit(1);
}

let held: { goOn: () => void; until: Promise<void> } | null = null;

/** Those are counted below, whether they come alone or together. */
const isEntry = (name: string, [args]: unknown[]): boolean =>
  name === 'create' && (args as { collection?: string }).collection === 'releases';

async function waitWhileHeld(): Promise<void> {
  if (!held) return;
  const { until } = held;
  console.log('holding');
  await until;
}

const { count, order, counted } = dieAtCall(payload, isEntry);
aroundEntries(payload, async (_, insert) => {
  await waitWhileHeld();
  return counted(true, insert);
});

const memory: Memory = new Map();

async function go(now: number, ...death: string[]): Promise<void> {
  order(...death);
  for (let pass = 0; pass < 20; pass += 1) {
    const { acted, failed, fences, already } = await runPass({ payload, now, memory });
    for (const card of already) console.log(`already ${card}`);
    for (const { log, error } of failed) console.log(`failed ${log} ${String(error)}`);
    if (acted.length + failed.length + fences === 0) break;
  }
  console.log(`done ${now} ${count.calls} ${count.writes}`);
}

async function tick(): Promise<void> {
  try {
    const result = await passByTheClock(payload, memory);
    if ('code' in result) console.log(`ticked 0 ${result.code}`);
    else console.log(`ticked ${result.acted.length} ${result.failed.length > 0 ? 'failed' : 'none'}`);
  } catch (error) {
    console.log(`ticked 0 ${String(error).replaceAll('\n', ' ')}`);
  }
}

async function obey(line: string): Promise<void> {
  const [word, first = '', ...rest] = line.split(' ');
  if (word === 'go') return go(Number(first), ...rest);
  if (word === 'tick') return tick();
  if (word === 'step') stepClock(Number(first));
  if (word === 'pass') passTime(Number(first));
  if (word === 'disk') setDisk(first as DiskFault);
  console.log('ok');
}

const hold = (): void => {
  let goOn = (): void => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  held = { goOn, until };
};

console.log('ready');
let orders = Promise.resolve();
const input = createInterface({ input: process.stdin });
// At once, while a pass waits; everything else in turn.
input.on('line', (line) => {
  if (line === 'hold') hold();
  else if (line === 'on') {
    held?.goOn();
    held = null;
  } else orders = orders.then(() => obey(line));
});
input.on('close', () => void orders.then(() => process.exit(0)));
