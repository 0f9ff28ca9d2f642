import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import type { ClockProblem } from '@/core/time/clockGuard';
import { insertOnce } from '../database/insertOnce';
import { instantOf } from '../posts/content';

export interface Beat {
  process: string;
  now: Instant;
  milliseconds: number;
  released?: number;
  deferred?: number;
  held?: number;
  /** Skipped or expired. */
  ended?: number;
  problem: string | null;
}

/** A process whose clock is wrong says so, and makes no pass. */
const worked = (problem: string | null): boolean => problem === null || problem === 'pass-failed';

const forgottenAfterMs = 24 * 60 * 60_000;

/**
 * One row for each process, written over at each pass; a new process that makes one sweeps those of a day ago, after
 * it has noted from them how long nobody did. A beat without a pass leaves what is told of the last one.
 */
export async function beat(payload: Payload, { now, ...pass }: Beat): Promise<void> {
  const at = new Date(now).toISOString();
  const { process, problem } = pass;
  const data = worked(problem)
    ? { released: 0, deferred: 0, held: 0, ended: 0, ...pass, at, passedAt: at }
    : { process, problem, at };
  const updated = await payload.db.updateOne({
    collection: slugs.heartbeats,
    where: { process: { equals: pass.process } },
    data,
    options: { atomic: true },
  });
  if (updated) return;
  await insertOnce(payload, slugs.heartbeats, data);
  if (!worked(problem)) return;
  const before = new Date(now - forgottenAfterMs).toISOString();
  await payload.db.deleteMany({ collection: slugs.heartbeats, where: { at: { less_than: before } } });
}

export interface LastPass {
  process: string;
  at: Instant;
  milliseconds: number;
  released: number;
  deferred: number;
  held: number;
  ended: number;
}

/** Clocks of several machines part by so much; a beat further ahead is no sign of life, only of a wrong clock. */
const aheadMs = 60_000;

/**
 * The last pass of any process that worked; null when none ever has. One that says that its clock is wrong
 * releases nothing, and does not stand for those that should.
 */
export async function lastPass(payload: Payload, now: Instant): Promise<LastPass | null> {
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection: slugs.heartbeats,
    where: { passedAt: { exists: true, less_than_equal: new Date(now + aheadMs).toISOString() } },
    sort: '-passedAt',
    limit: 1,
    pagination: false,
  });
  const row = docs[0] as Record<string, unknown> | undefined;
  const passedAt = instantOf(row?.passedAt);
  if (!row || passedAt === null) return null;
  return {
    process: String(row.process),
    at: Math.min(passedAt, now),
    milliseconds: Number(row.milliseconds ?? 0),
    released: Number(row.released ?? 0),
    deferred: Number(row.deferred ?? 0),
    held: Number(row.held ?? 0),
    ended: Number(row.ended ?? 0),
  };
}

/** What the newest beat of any process complains of. */
export async function newestProblem(payload: Payload): Promise<string | null> {
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection: slugs.heartbeats,
    sort: '-at',
    limit: 1,
    pagination: false,
  });
  return (docs[0]?.problem as string | null | undefined) ?? null;
}

/** A process that says of itself that its clock is wrong is no witness against others. */
const wrongClocks: readonly ClockProblem['code'][] = ['clock-stepped', 'clock-behind'];
const trusted = { or: [{ problem: { exists: false } }, { problem: { not_in: wrongClocks } }] };

/** The newest instant that anybody else has written: entries of the logs and other processes' beats. */
export async function newestWritten(payload: Payload, self: string): Promise<Instant | null> {
  const newest = async (collection: string, where: Record<string, unknown>): Promise<Instant | null> => {
    const { docs } = await payload.db.find<Record<string, unknown>>({
      collection: collection as never,
      where: where as never,
      select: { at: true },
      sort: '-at',
      limit: 1,
      pagination: false,
    });
    return instantOf((docs[0] as Record<string, unknown> | undefined)?.at);
  };
  const found = [
    await newest(slugs.releases, {}),
    await newest(slugs.heartbeats, { and: [{ process: { not_equals: self } }, trusted] }),
  ].filter((at): at is Instant => at !== null);
  return found.length > 0 ? Math.max(...found) : null;
}

export const silentAfterMs = 3 * 60_000;

/** Editors are warned when no scheduler has made a pass for three minutes. */
export const isSilent = (last: LastPass | null, now: Instant): boolean =>
  last === null || now - last.at > silentAfterMs;
