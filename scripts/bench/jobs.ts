/**
 * Payload's own jobs queue at the same work, as a process of its own: `jobs DIRECTORY N` queues N jobs that each
 * create one document, runs them, and says how long running took. On the product's database client, in a schema of
 * its own.
 */
import { join, resolve } from 'node:path';
import { buildConfig, getPayload } from 'payload';
import { databaseAdapter } from '../../src/server/database/adapter';

const [directory = '', count = '0'] = process.argv.slice(2);
const jobs = Number(count);

const config = buildConfig({
  secret: 'a secret of the benchmark alone',
  db: databaseAdapter({
    url: `file:${join(directory, 'jobs.db')}`,
    push: true,
    migrationDir: resolve(directory),
  }),
  collections: [{ slug: 'papers', fields: [{ name: 'key', type: 'text', unique: true }] }],
  jobs: {
    access: { run: () => true },
    tasks: [
      {
        slug: 'release',
        inputSchema: [{ name: 'key', type: 'text' }],
        handler: async ({ input, req }) => {
          const { key } = input as { key: string };
          await req.payload.db.create({
            collection: 'papers' as never,
            data: { key } as never,
            returning: false,
          });
          return { output: {} };
        },
      },
    ],
  },
  telemetry: false,
});

const payload = await getPayload({ config });
for (let n = 0; n < jobs; n += 1)
  await payload.jobs.queue({ task: 'release' as never, input: { key: `${n}` } as never });
const began = performance.now();
await payload.jobs.run({ limit: jobs, overrideAccess: true, silent: true });
const { totalDocs } = await payload.db.count({ collection: 'papers' as never });
console.log(JSON.stringify({ ms: performance.now() - began, done: totalDocs }));
process.exit(0);
