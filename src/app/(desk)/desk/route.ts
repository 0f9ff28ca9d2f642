import { deskPage } from '@/app/(desk)/_http/deskPage';
import { deskRequest } from '@/app/(desk)/_http/request';

export const dynamic = 'force-dynamic';

export const GET = async (request: Request): Promise<Response> =>
  deskPage(await deskRequest(request), request);
