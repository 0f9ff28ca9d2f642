/**
 * `npm run soak`: the random, crash and race tests with their full counts. SOAK_RUNS says how many runs
 * each property gets, SOAK_SEED repeats a run.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const runs = process.env.SOAK_RUNS || '10000';
const seed = process.env.SOAK_SEED || String(randomInt(2 ** 31));
console.log(`SOAK_RUNS=${runs} SOAK_SEED=${seed}: the same seed repeats this run.`);

const args = [
  'run',
  '--project',
  'unit',
  '--project',
  'lab',
  '--project',
  'fault',
  '--project',
  'int',
  'src/core',
  'tests/lab',
  'tests/fault',
  'tests/int/demo',
  'tests/int/simulate',
  'tests/int/whatIfMonth',
  'tests/int/labModel',
  '--testTimeout=3600000',
];
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TZ: 'UTC', SOAK_RUNS: runs, SOAK_SEED: seed },
});
console.log(`SOAK_SEED=${seed}`);
process.exit(status ?? 1);
