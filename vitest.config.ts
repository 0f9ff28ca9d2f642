import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = [
  { find: '@payload-config', replacement: here('./payload.config.ts') },
  { find: /^@\//, replacement: here('./src/') },
  { find: /^@collections\//, replacement: here('./collections/') },
];

/** Starts the server that speaks MongoDB's protocol, for the projects that boot Payload. */
const database = './tests/setup/globalSetup.ts';
const globalSetup = existsSync(here(database)) ? [database] : [];

const booting = {
  pool: 'forks' as const,
  globalSetup,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: { alias },
  test: {
    passWithNoTests: false,
    // By default one core is left free, which on a machine with two is half of it.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,collections,scripts}/**/*.test.{ts,tsx,mjs}'],
          // Property tests with small counts; a timer's jitter on two busy cores is no failure.
          testTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'lab', include: ['tests/lab/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'int', include: ['tests/int/**/*.test.ts'], ...booting } },
      {
        extends: true,
        test: { name: 'fault', include: ['tests/fault/**/*.test.ts'], ...booting, testTimeout: 120_000 },
      },
    ],
  },
});
