import type { Endpoint } from 'payload';
import { aliveResponse, readiness, readinessResponse } from '@/server/health/ready';

/** The same as /healthz and /readyz, for those who reach only what is below /api. */
export const healthEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/healthz', method: 'get', handler: () => aliveResponse() },
  {
    path: '/readyz',
    method: 'get',
    handler: async ({ payload }) => readinessResponse(await readiness(payload)),
  },
];
