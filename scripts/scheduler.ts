import config from '@payload-config';
import { getPayload, type Payload } from 'payload';
import { migrations } from '@/server/database/migrations';
import { env } from '@/server/env';
import { releaseClock } from '@/server/scheduler/clock';
import { runPass } from '@/server/scheduler/pass';
import { whyNotReady } from '@/server/scheduler/ready';
import { startTicking } from '@/server/scheduler/tick';

const usage = 'Usage: npm run scheduler [-- --once] [-- --once --now 2026-11-11T20:00:00+08:00]';

const valueAfter = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? '');
};

/** The instant to take as now; only a test or a rehearsal may choose one. */
function chosenNow(): number | null {
  const given = valueAfter('--now');
  if (given === null) return null;
  if (env.NODE_ENV === 'production')
    throw new Error('--now is refused in production: it would release at a false time.');
  const at = Date.parse(given);
  if (Number.isNaN(at)) throw new Error(`--now is not an instant: ${given}\n${usage}`);
  return at;
}

async function trustedNow(payload: Payload): Promise<number> {
  const { now, problem } = await releaseClock(payload);
  if (problem)
    throw new Error(
      `The clock of this machine is wrong (${problem.code}, ${Math.round(problem.byMs / 1000)} s); nothing was released.`,
    );
  return now;
}

async function main(): Promise<void> {
  const chosen = chosenNow();
  const payload = await getPayload({ config });
  const problem = await whyNotReady(payload, migrations);
  if (problem) throw new Error(`The scheduler does not run: ${problem}`);
  if (process.argv.includes('--once')) {
    const now = chosen ?? (await trustedNow(payload));
    const { acted, failed } = await runPass({ payload, now });
    for (const decision of acted) process.stdout.write(`${JSON.stringify(decision)}\n`);
    for (const { log, error } of failed) console.error(`The pass of ${log} failed: ${String(error)}`);
    await payload.destroy();
    process.exit(failed.length > 0 ? 1 : 0);
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
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
