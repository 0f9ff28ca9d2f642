import { plain, seeOther } from '@/app/(desk)/_http/answers';
import { deskRequest, fromOwnPage } from '@/app/(desk)/_http/request';
import { signOut } from '@/app/(desk)/_http/session';
import { deskWords } from '@/core/words/desk';
import { localeOfHeaders } from '@/server/auth/language';

export const dynamic = 'force-dynamic';

export const POST = async (request: Request): Promise<Response> => {
  if (!fromOwnPage(request))
    return plain(403, deskWords[localeOfHeaders(request.headers)].problems['bad-request']);
  return seeOther('/desk/login', [await signOut(await deskRequest(request))]);
};
