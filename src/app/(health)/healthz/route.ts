import { aliveResponse } from '@/server/health/ready';

export const dynamic = 'force-dynamic';

export const GET = (): Response => aliveResponse();
