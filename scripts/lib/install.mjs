/** `npm ci`, when what lies in node_modules is not what package-lock.json names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail, withProgress } from './progress.mjs';

/**
 * npm writes node_modules/.package-lock.json last, so it tells what is installed, also after an
 * installation that was cut off. Optional packages may be absent (they are for other platforms).
 */
export function installedMatches(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const present = installed.packages[path];
    if (!present) {
      if (wanted.optional || wanted.devOptional) continue;
      return false;
    }
    if (present.version !== wanted.version || present.integrity !== wanted.integrity) return false;
  }
  return Object.keys(installed.packages).every((path) => lock.packages[path]);
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

export const isInstalled = (root) =>
  installedMatches(
    readJson(join(root, 'package-lock.json')),
    readJson(join(root, 'node_modules', '.package-lock.json')),
  );

/** @throws an Error for people when npm fails. Development packages are included: the tests need them. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = await withProgress('Installing packages (about a minute)', () =>
    run(command, [...before, ...args], { cwd: root }),
  );
  if (result.code === 0) return;
  throw new Error(
    `The packages could not be installed (npm ci ended with ${result.code}): check the network and the disk.\n${tail(result.output)}`,
  );
}
