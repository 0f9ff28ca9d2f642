/**
 * Are the generated files that are committed the ones that the configuration gives today? Types, the admin's
 * import map and the SQLite migrations. What differs is named, with the command that mends it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const types = 'src/payload-types.ts';
const importMap = 'src/app/(payload)/admin/importMap.js';
const here = (path: string) => new URL(`../${path}`, import.meta.url);

interface Generated {
  schema: unknown;
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: unknown) => Promise<unknown>;
    generateMigration: (before: unknown, after: unknown) => Promise<string[]>;
  };
}

/** Runs Payload's generator over the committed file, puts the file back, and tells whether it changed. */
async function isCurrent(file: string, command: string): Promise<boolean> {
  const committed = await readFile(here(file), 'utf8');
  try {
    await run(process.execPath, ['node_modules/payload/bin.js', command], {
      cwd: here('.'),
      env: process.env,
    });
    return (await readFile(here(file), 'utf8')) === committed;
  } finally {
    await writeFile(here(file), committed);
  }
}

/** The statements that would still be needed after the newest migration. */
async function missingStatements(): Promise<string[]> {
  const { default: config } = await import('../payload.config');
  const { getPayload } = await import('payload');
  const { migrations } = await import('../src/server/database/migrations');
  const payload = await getPayload({ config });
  const adapter = payload.db as unknown as Generated;
  const newest = migrations.at(-1)?.name;
  const before = JSON.parse(await readFile(here(`migrations/${newest}.json`), 'utf8'));
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit();
  const statements = await generateMigration(before, await generateDrizzleJson(adapter.schema));
  await payload.destroy();
  return statements;
}

async function main(): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'generated-'));
  Object.assign(process.env, {
    DATABASE_URL: `file:${join(directory, 'empty.db')}`,
    PAYLOAD_SECRET: 'only for generating files',
    SCHEDULER: 'off',
  });
  const problems: string[] = [];
  if (!(await isCurrent(types, 'generate:types')))
    problems.push(`${types} is not current: npm run generate.`);
  if (!(await isCurrent(importMap, 'generate:importmap'))) {
    problems.push(`${importMap} is not current: npm run generate.`);
  }
  const missing = await missingStatements();
  if (missing.length > 0) {
    problems.push(`A migration is missing (npx payload migrate:create NAME):\n${missing.join('\n')}`);
  }
  await rm(directory, { recursive: true, force: true });
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
