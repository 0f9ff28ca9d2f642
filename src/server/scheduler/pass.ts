import type { Payload } from 'payload';
import type { CardKey, Instant, LogId } from '@/core/model';
import type { Decision } from '@/core/plan';
import { completeOpenFences } from '../fences/complete';
import { tailOf } from '../log/append';
import { loadLogs } from '../posts/references';
import { isStopped } from '../settings/load';
import { passOfLog } from './passOfLog';
import type { Snapshot } from './snapshot';

/** What the last pass of a log left behind: as long as its tail stands, nothing that it rests on changed. */
interface Known {
  tail: number;
  wake: Instant | null;
  snapshot: Snapshot | null;
}

export type Memory = Map<LogId, Known>;

export interface PassResult {
  acted: Decision[];
  /** What this pass came too late for: another process released it in the same moment. */
  already: CardKey[];
  /** Logs whose pass failed; the others went on. */
  failed: { log: LogId; error: unknown }[];
  fences: number;
  /** Cards that wait for another time now and did not before. */
  deferred: number;
  stopped: boolean;
}

export interface PassInput {
  payload: Payload;
  now: Instant;
  /** Kept between the passes of one process; empty: everything is read. */
  memory?: Memory;
  /** With which log it begins, as a share of all: processes that begin apart are seldom in each other's way. */
  beginsAt?: number;
}

const turned = <T>(list: readonly T[], share: number): T[] => {
  const first = Math.floor(list.length * share);
  return [...list.slice(first), ...list.slice(0, first)];
};

const unchanged = (known: Known | undefined, tail: number, now: Instant): boolean =>
  known !== undefined && known.tail === tail && (known.wake === null || known.wake > now);

/**
 * One pass of the scheduler: first the open fences, then each log's tail, then everything else. A late,
 * doubled or missing pass does no harm, because what is due is read from the database.
 */
export async function runPass({
  payload,
  now,
  memory = new Map(),
  beginsAt = 0,
}: PassInput): Promise<PassResult> {
  const fences = await completeOpenFences(payload);
  const stopped = await isStopped(payload);
  const logs = turned(await loadLogs(payload), beginsAt);
  const result: PassResult = { acted: [], already: [], failed: [], fences, deferred: 0, stopped };
  for (const log of logs) {
    try {
      const before = memory.get(log);
      const present = await tailOf(payload, log);
      if (unchanged(before, present, now)) continue;
      const known = before?.tail === present ? before.snapshot : null;
      const { acted, already, deferred, ...left } = await passOfLog({ payload, log, now, stopped, known });
      memory.set(log, left);
      result.acted.push(...acted);
      result.already.push(...already);
      result.deferred += deferred;
    } catch (error) {
      memory.delete(log);
      result.failed.push({ log, error });
    }
  }
  for (const card of result.already)
    payload.logger.info({ msg: `The card ${card} is released already, by another process.` });
  return result;
}
