import { parseArgs } from 'node:util';
import config from '@payload-config';
import { getPayload, type Payload } from 'payload';
import { z } from 'zod';
import type { Decision } from '@/core/plan';
import { migrations } from '@/server/database/migrations';
import { env } from '@/server/env';
import { releaseClock } from '@/server/scheduler/clock';
import { dryRun } from '@/server/scheduler/dryRun';
import { runPass } from '@/server/scheduler/pass';
import { whyNotReady } from '@/server/scheduler/ready';
import { passByTheClock, startTicking } from '@/server/scheduler/tick';
import { isStopped } from '@/server/settings/load';
import { usage } from './lib/usage.mjs';

interface Options {
  once: boolean;
  isDry: boolean;
  /** The instant to take as now; null: the clock's. */
  chosen: number | null;
}

/** @throws Error with the usage, for what it does not know */
function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { once: { type: 'boolean' }, now: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  });
  const { now, 'dry-run': isDry = false } = values;
  // Whoever names an instant, or rehearses, means one pass.
  const once = values.once === true || isDry || now !== undefined;
  if (now === undefined) return { once, isDry, chosen: null };
  // Only a test or a rehearsal may choose one.
  if (env.NODE_ENV === 'production' && !isDry)
    throw new Error('--now is refused in production: it would release at a false time. Add --dry-run.');
  if (!z.iso.datetime({ offset: true }).safeParse(now).success)
    throw new Error(`--now is not an instant with its offset: ${now}`);
  return { once, isDry, chosen: Date.parse(now) };
}

const print = (decisions: readonly Decision[], stopped: boolean): void => {
  if (stopped) console.error('Everything is stopped: nothing is released until a manager resumes.');
  else if (decisions.length === 0) console.error('Nothing is due.');
  for (const decision of decisions) process.stdout.write(`${JSON.stringify(decision)}\n`);
};

/** @returns whether all went well */
async function passOnce(payload: Payload, { isDry, chosen }: Options): Promise<boolean> {
  if (isDry) {
    const now = chosen ?? (await releaseClock(payload)).now;
    print(await dryRun(payload, now), await isStopped(payload));
    return true;
  }
  // A chosen instant leaves no heartbeat: it would say that somebody's clock is ahead.
  const result = chosen === null ? await passByTheClock(payload) : await runPass({ payload, now: chosen });
  if ('code' in result) return false;
  print(result.acted, result.stopped);
  for (const { log, error } of result.failed) console.error(`The pass of ${log} failed: ${String(error)}`);
  return result.failed.length === 0;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const payload = await getPayload({ config });
  const problem = await whyNotReady(payload, migrations);
  if (problem) throw new Error(`The scheduler does not run: ${problem}`);
  if (options.once) {
    const well = await passOnce(payload, options);
    await payload.destroy();
    process.exit(well ? 0 : 1);
  }
  const ticking = startTicking(payload);
  payload.logger.info('The scheduler is running; Ctrl+C stops it.');
  const stop = async (): Promise<void> => {
    await ticking.stop();
    await payload.destroy();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  const isUsage = error instanceof TypeError && 'code' in error;
  console.error(error instanceof Error ? error.message : error, ...(isUsage ? [`\n${usage.scheduler}`] : []));
  process.exit(1);
});
