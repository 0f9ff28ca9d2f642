import config from '@payload-config';
import { getPayload } from 'payload';
import { migrations } from '../database/migrations';
import { env } from '../env';
import { whyNotReady } from './ready';
import { startTicking, type Ticking } from './tick';

let ticking: Ticking | null = null;

/** The scheduler inside the web process. On a database that cannot carry its promises only the web runs. */
export async function startInProcess(): Promise<void> {
  if (env.SCHEDULER === 'off' || ticking) return;
  const payload = await getPayload({ config });
  const problem = await whyNotReady(payload, migrations);
  if (problem) {
    payload.logger.error({ msg: `The scheduler does not run: ${problem}` });
    return;
  }
  ticking = startTicking(payload);
  beforeExit(async () => {
    await ticking?.stop();
    await payload.destroy();
  });
}

/**
 * scripts/serve.mjs calls what is in here, in order, after the last request and before the process ends. It
 * shares no module with the bundle, so a global symbol is where the two meet.
 */
function beforeExit(work: () => Promise<void>): void {
  const key = Symbol.for('moments-desk.stop');
  const shared = globalThis as unknown as Record<symbol, (() => Promise<void>)[] | undefined>;
  shared[key] = [...(shared[key] ?? []), work];
}
