import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleChildren } from './bundleChildren';
import { startMongoServer } from './mongoServer';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the one server of this run. */
    mongoUrl: string;
    /** A directory for this run: template databases, and those of the test files. */
    runDirectory: string;
    /** Where the children are as plain JavaScript. */
    bundle: string;
  }
}

/** One server and one directory for a whole run; both are gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runDirectory = await mkdtemp(join(tmpdir(), 'moments-desk-test-'));
  const bundle = await bundleChildren();
  const mongo = await startMongoServer();
  project.provide('mongoUrl', mongo.url);
  project.provide('runDirectory', runDirectory);
  project.provide('bundle', bundle);
  return async () => {
    await mongo.stop();
    for (const made of [runDirectory, bundle]) await rm(made, { recursive: true, force: true });
  };
}
