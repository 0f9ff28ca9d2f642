/** Builds when the sources differ from those of the last build that ended well. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail, withProgress } from './progress.mjs';
import { fingerprint } from './sources.mjs';

const stampOf = (root) => join(root, '.next', 'moments-build.json');
/** What the build of the desk writes last: it lies elsewhere, and may be gone alone. */
const deskOf = (root) => join(root, 'public', 'desk', 'sizes.json');

export function isBuilt(root, print = fingerprint(root)) {
  try {
    const { fingerprint: built } = JSON.parse(readFileSync(stampOf(root), 'utf8'));
    return built === print && existsSync(deskOf(root));
  } catch {
    return false;
  }
}

/** Tells isBuilt what this build was made from. Written last: a build that was cut off is no build. */
export function stampBuild(root, print) {
  writeFileSync(stampOf(root), `${JSON.stringify({ fingerprint: print })}\n`);
}

export const unstampBuild = (root) => rmSync(stampOf(root), { force: true });

/** @throws an Error with the end of the build's output. */
export async function ensureBuilt(root) {
  if (isBuilt(root)) return;
  const result = await withProgress('Building (about a minute)', () =>
    run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root }),
  );
  if (result.code !== 0) throw new Error(`The build failed.\n${tail(result.output, 80)}`);
}
