import { createElement } from 'react';
import { htmlPage } from '@/app/(desk)/_http/answers';
import { localeOfHeaders } from '@/server/auth/language';
import { NoSuchPage } from '../NoSuchPage';

export const dynamic = 'force-dynamic';

/** Every address that no other route answers. */
export const GET = (request: Request): Promise<Response> =>
  htmlPage(createElement(NoSuchPage, { locale: localeOfHeaders(request.headers) }), request, 404);
