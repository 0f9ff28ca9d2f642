/** `npm run dev`: Next's development server, and the desk's script and styles made anew at each change. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDotEnv, readPort } from './lib/environment.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
loadDotEnv(root);
const { port, problem } = readPort(process.env.PORT);
if (problem) {
  console.error(problem);
  process.exit(1);
}

const start = (args) =>
  spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  });

let waiting;
/** Editors write a file in several steps: one build for all of them. */
function buildDesk() {
  clearTimeout(waiting);
  waiting = setTimeout(() => start([join(root, 'scripts', 'build-desk.mjs')]), 100);
}
buildDesk();
for (const folder of ['src/desk', 'src/ui']) watch(join(root, folder), { recursive: true }, buildDesk);

const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
const child = start([next, 'dev', '--port', String(port)]);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
