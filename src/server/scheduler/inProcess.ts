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
  const stop = () => void ticking?.stop();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
