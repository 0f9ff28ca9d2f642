import config from '@payload-config';
import { getPayload } from 'payload';
import { readiness, readinessResponse } from '@/server/health/ready';

export const dynamic = 'force-dynamic';

export const GET = async (): Promise<Response> =>
  readinessResponse(await readiness(await getPayload({ config })));
