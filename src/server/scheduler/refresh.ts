import type { Payload } from 'payload';
import type { LogId } from '@/core/model';
import { plan } from '@/core/plan';
import { noteEntries } from '../decisions/noteEntries';
import type { ReleaseClock } from './clock';
import { loadSnapshot } from './snapshot';
import { syncStates } from './sync';

/**
 * After a change: shows editors at once where the cards of these logs now stand. Releases nothing, and by a clock
 * that is wrong it writes nothing: a card's lateness counts from the instant that stands there.
 */
export async function refreshLogs(
  payload: Payload,
  logs: readonly LogId[],
  { now, problem }: ReleaseClock,
): Promise<void> {
  if (problem) return;
  for (const log of logs) {
    const snapshot = await loadSnapshot({ payload, log, now });
    if (!snapshot) continue;
    await syncStates(payload, snapshot, { decisions: plan({ ...snapshot.input, now }), now, idle: true });
    await noteEntries(payload, log, now);
  }
}
