/** `npm run build`: the desk's script and styles, then Next. */
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stampBuild, unstampBuild } from './lib/build.mjs';
import { fingerprint } from './lib/sources.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function step(args) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

// Taken before the build: what is edited meanwhile is not in it.
const print = fingerprint(root);
unstampBuild(root);
step([join(root, 'scripts', 'build-desk.mjs')]);
step([join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build']);
stampBuild(root, print);
