import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * The children of tests/setup/children and the project's configuration as plain JavaScript: a process that has
 * to translate all of it first takes three times as long to start, and the fault tests start dozens. Beside
 * node_modules, where packages are found.
 */
export async function bundleChildren(): Promise<string> {
  const cache = resolve('node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const outdir = await mkdtemp(join(cache, 'moments-desk-children-'));
  const children = await readdir('tests/setup/children');
  await build({
    entryPoints: [
      'payload.config.ts',
      'migrations/index.ts',
      ...children.map((name) => join('tests/setup/children', name)),
    ],
    outdir,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // One copy of what several of them import: the environment, the media store.
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { '@payload-config': resolve('payload.config.ts') },
    logLevel: 'error',
  });
  return outdir;
}
