import type { Payload } from 'payload';
import type { Instant, LogId } from '@/core/model';
import { plan } from '@/core/plan';
import { noteEntries } from '../decisions/noteEntries';
import { loadSnapshot } from './snapshot';
import { syncStates } from './sync';

/** After a change: shows editors at once where the cards of these logs now stand. Releases nothing. */
export async function refreshLogs(payload: Payload, logs: readonly LogId[], now: Instant): Promise<void> {
  for (const log of logs) {
    const snapshot = await loadSnapshot({ payload, log, now });
    if (!snapshot) continue;
    await syncStates(payload, snapshot, { decisions: plan({ ...snapshot.input, now }), now });
    await noteEntries(payload, log, now);
  }
}
