import { completeOpenFences } from '../fences/complete';
import { loadSnapshot, type Snapshot, type SnapshotQuestion } from './snapshot';

const attempts = 20;

/**
 * A snapshot to release by. A change and its fence commit together, so that whoever has read the change finds the
 * fence open, or its voids in the logs. Open ones are completed and all is read anew: a feed that has come to this
 * log from another may otherwise still release there, unseen by the tail here.
 */
export async function settledSnapshot(question: Omit<SnapshotQuestion, 'req'>): Promise<Snapshot | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const snapshot = await loadSnapshot(question);
    if ((await completeOpenFences(question.payload)) === 0) return snapshot;
  }
  throw new Error(`There was an open fence at each of ${attempts} looks at the log ${question.log}.`);
}
