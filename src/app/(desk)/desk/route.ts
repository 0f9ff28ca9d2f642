import { deskPage } from '@/desk/http/deskPage';
import { deskRequest } from '@/desk/http/request';

export const dynamic = 'force-dynamic';

export const GET = async (request: Request): Promise<Response> =>
  deskPage(await deskRequest(request), request, Date.now());
