import { createElement } from 'react';
import { htmlPage } from '@/app/(desk)/_http/answers';
import { deskRequest } from '@/app/(desk)/_http/request';
import { deskWords } from '@/core/words/desk';
import { NoPage } from '@/desk/NoPage';
import { localeFor } from '@/server/auth/language';
import { deskSettings } from '@/server/desk/settings';

export const dynamic = 'force-dynamic';

export const GET = async (request: Request): Promise<Response> => {
  const req = await deskRequest(request);
  const locale = localeFor(req);
  const { brand } = await deskSettings(req.payload);
  return htmlPage(createElement(NoPage, { view: { locale, words: deskWords[locale], brand } }), request, 404);
};
