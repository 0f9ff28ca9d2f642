import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import { releaseClock } from '../scheduler/clock';
import { isSilent, lastPass, newestProblem } from '../scheduler/heartbeat';

export interface Readiness {
  ok: boolean;
  database: 'ok' | 'unreachable';
  scheduler: { lastPassAt: string | null; silent: boolean; problem: string | null };
}

const noScheduler = { lastPassAt: null, silent: true, problem: null };

/** Can people work, and does anything release? No names, no addresses, no counts: anybody may ask. */
export async function readiness(payload: Payload, at?: Instant): Promise<Readiness> {
  try {
    const now = at ?? (await releaseClock(payload)).now;
    const last = await lastPass(payload, now);
    const silent = isSilent(last, now);
    const problem = await newestProblem(payload);
    return {
      ok: !silent && !problem,
      database: 'ok',
      scheduler: {
        lastPassAt: last ? new Date(last.at).toISOString() : null,
        silent,
        problem,
      },
    };
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The database did not answer a readiness check.' });
    return { ok: false, database: 'unreachable', scheduler: noScheduler };
  }
}

/** 200 when all is well, 503 when somebody should look. */
export const readinessResponse = (ready: Readiness): Response =>
  Response.json(ready, { status: ready.ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });

export const aliveResponse = (): Response =>
  Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } });
