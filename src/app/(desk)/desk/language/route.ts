import { slugs } from '@collections/slugs';
import { plain, seeOther } from '@/app/(desk)/_http/answers';
import { deskRequest, formOf, fromOwnPage } from '@/app/(desk)/_http/request';
import { deskWords } from '@/core/words/desk';
import { localeOfHeaders } from '@/server/auth/language';

export const dynamic = 'force-dynamic';

const yearSeconds = 365 * 24 * 60 * 60;

/** The person’s own setting where somebody is signed in, and this browser’s, which the admin reads too. */
export const POST = async (request: Request): Promise<Response> => {
  const words = deskWords[localeOfHeaders(request.headers)];
  if (!fromOwnPage(request)) return plain(403, words.problems['bad-request']);
  const locale = (await formOf(request))?.get('locale');
  if (locale !== 'zh' && locale !== 'en') return plain(400, words.problems['bad-request']);
  const req = await deskRequest(request);
  if (req.user) {
    await req.payload.update({
      collection: slugs.users,
      id: req.user.id,
      data: { locale },
      overrideAccess: false,
      user: req.user,
      req,
      depth: 0,
    });
  }
  return seeOther('/desk', [`payload-lng=${locale}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`]);
};
