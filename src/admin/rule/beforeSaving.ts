import { linesOf } from './linesOf';
import type { Trial } from './useTrial';

/** What the panel of a form knows of what saving it would move. */
export interface Known {
  /** The fields of the form that it is about, as the form has them. */
  written: unknown;
  /** Null: there is nothing to try. */
  trial: Trial | null;
}

export type BeforeSaving =
  | { code: 'save' }
  /** The answer for what is written now is not there yet. */
  | { code: 'wait' }
  /** `stopped` of those that move would not go out by themselves. */
  | { code: 'ask'; moves: number; stopped: number };

/** What the button does first. A preview that failed or was refused keeps nobody from saving. */
export function beforeSaving(known: Known | undefined, written: unknown): BeforeSaving {
  if (!known) return { code: 'save' };
  if (known.written !== written) return { code: 'wait' };
  if (!known.trial || known.trial.problems.length > 0) return { code: 'save' };
  if (!known.trial.tried) return { code: 'wait' };
  const lines = linesOf(known.trial.tried.moved ?? []);
  if (lines.length === 0) return { code: 'save' };
  const goesOut = ['release', 'defer'];
  const stopped = lines.filter(({ after }) => !after || !goesOut.includes(after.outcome)).length;
  return { code: 'ask', moves: lines.length, stopped };
}
