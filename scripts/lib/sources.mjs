/** A fingerprint of everything that a build is made from, so that a start builds only when it has to. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const inputs = [
  'src',
  'collections',
  'migrations',
  'public',
  'payload.config.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/build-desk.mjs',
];

/** Made by the build itself, and tests, which no build contains. */
const ignored = (path) => path.startsWith('public/desk/') || /\.test\.(ts|tsx|mjs)$/.test(path);

function* filesUnder(root, path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return;
    if (error.code !== 'ENOTDIR') throw error;
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesUnder(root, child);
    else if (entry.isFile()) yield child;
  }
}

/** SHA-256 over the names and contents of the sources, in a fixed order. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesUnder(root, join(root, input))) {
      const name = relative(root, file).replaceAll('\\', '/');
      if (ignored(name)) continue;
      const content = readFileSync(file);
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
