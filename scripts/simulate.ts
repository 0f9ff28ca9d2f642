import { parseArgs } from 'node:util';
import config from '@payload-config';
import { getPayload } from 'payload';
import type { Locale } from '@/core/model';
import { simulateFor } from '@/server/plan/simulate';
import { releaseClock } from '@/server/scheduler/clock';
import { usage } from './lib/usage.mjs';

interface Options {
  from: string;
  to: string;
  feed: string | null;
  language: Locale;
}

/** @throws Error with the usage, for what it does not know */
function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      feed: { type: 'string' },
      language: { type: 'string' },
    },
  });
  const { from, to, feed = null, language = 'en' } = values;
  if (from === undefined || to === undefined)
    throw new Error(`--from and --to are needed.\n${usage.simulate}`);
  if (language !== 'zh' && language !== 'en') throw new Error(`--language is zh or en, not ${language}.`);
  return { from, to, feed, language };
}

async function main(): Promise<void> {
  const { from, to, feed, language } = readOptions(process.argv.slice(2));
  const payload = await getPayload({ config });
  const { now } = await releaseClock(payload);
  const answer = await simulateFor({ payload, actor: null, locale: language, now }, { from, to, feed });
  if (answer.ok) process.stdout.write(`${JSON.stringify(answer.value, null, 2)}\n`);
  else for (const { message } of answer.errors) console.error(message);
  await payload.destroy();
  process.exitCode = answer.ok ? 0 : 1;
}

main().catch((error: unknown) => {
  const isUsage = error instanceof TypeError && 'code' in error;
  console.error(error instanceof Error ? error.message : error, ...(isUsage ? [`\n${usage.simulate}`] : []));
  process.exit(1);
});
