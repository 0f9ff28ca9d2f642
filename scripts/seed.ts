import { randomBytes } from 'node:crypto';
import config from '@payload-config';
import { getPayload } from 'payload';
import { slugs } from '../collections/slugs';
import { seedDemo } from './demo/seedDemo';
import { usage } from './lib/usage.mjs';

async function main(): Promise<void> {
  const [what, ...flags] = process.argv.slice(2);
  const refresh = flags.includes('--refresh');
  if (what !== 'demo' || flags.some((flag) => flag !== '--refresh')) throw new Error(usage.seed);
  const payload = await getPayload({ config });
  const { totalDocs } = await payload.count({ collection: slugs.users });
  if (totalDocs > 0 && !refresh) {
    throw new Error(
      'The database is not empty, so nothing was changed. Use --refresh to move the demo to today.',
    );
  }
  const given = process.env.SEED_PASSWORD;
  const password = given || randomBytes(9).toString('base64url');
  const seeded = await seedDemo(payload, {
    now: Date.now(),
    password,
    refresh,
    say: (step) => console.error(step),
  });
  if (!given && !refresh) console.error(`Password of the demo accounts: ${password}`);
  console.log(JSON.stringify(seeded));
  await payload.destroy();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
