import { deskWords } from '@/core/words/desk';
import { plain, seeOther } from '@/desk/http/answers';
import { deskRequest, fromOwnPage } from '@/desk/http/request';
import { signOut } from '@/desk/http/session';
import { localeOfHeaders } from '@/server/auth/language';

export const dynamic = 'force-dynamic';

export const POST = async (request: Request): Promise<Response> => {
  if (!fromOwnPage(request)) return plain(403, deskWords[localeOfHeaders(request.headers)].problems['bad-request']);
  return seeOther('/desk/login', [await signOut(await deskRequest(request))]);
};
