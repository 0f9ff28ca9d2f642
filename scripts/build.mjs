/** `npm run build`: the desk's script, then Next. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { stampBuild, unstampBuild } from './lib/build.mjs';
import { fingerprint } from './lib/sources.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const deskScript = join(root, 'src', 'desk', 'client', 'index.ts');

// Taken before the build: what is edited meanwhile is not in it.
const print = fingerprint(root);
unstampBuild(root);

if (existsSync(deskScript)) {
  await build({
    entryPoints: { desk: deskScript },
    outdir: join(root, 'public', 'desk'),
    bundle: true,
    minify: true,
    format: 'iife',
    // WeChat's browser on phones that are still in use.
    target: ['es2019', 'safari13', 'chrome87'],
    legalComments: 'none',
  });
}

const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
const { status } = spawnSync(process.execPath, [next, 'build'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
if (status !== 0) process.exit(status ?? 1);
stampBuild(root, print);
