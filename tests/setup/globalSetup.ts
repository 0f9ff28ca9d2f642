import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMongoServer } from './mongoServer';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the one server of this run. */
    mongoUrl: string;
    /** A directory for this run: template databases, and those of the test files. */
    runDirectory: string;
  }
}

/** One server and one directory for a whole run; both are gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runDirectory = await mkdtemp(join(tmpdir(), 'moments-desk-test-'));
  const mongo = await startMongoServer();
  project.provide('mongoUrl', mongo.url);
  project.provide('runDirectory', runDirectory);
  return async () => {
    await mongo.stop();
    await rm(runDirectory, { recursive: true, force: true });
  };
}
