import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import { type Decision, plan } from '@/core/plan';
import { loadLogs } from '../posts/references';
import { loadSnapshot } from './snapshot';

/** What a pass at this instant would decide; nothing is written. */
export async function dryRun(payload: Payload, now: Instant): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (const log of await loadLogs(payload)) {
    const snapshot = await loadSnapshot({ payload, log, now });
    if (!snapshot || snapshot.settings.stopped) continue;
    decisions.push(...plan({ ...snapshot.input, now }).filter(({ due }) => due));
  }
  return decisions;
}
