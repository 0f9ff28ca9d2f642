import { createElement } from 'react';
import { htmlPage, plain, seeOther } from '@/app/(desk)/_http/answers';
import { deskRequest, formOf, fromOwnPage } from '@/app/(desk)/_http/request';
import { signIn } from '@/app/(desk)/_http/session';
import { actorOf } from '@/core/abilities';
import { type DeskProblem, deskWords } from '@/core/words/desk';
import { LoginPage } from '@/desk/LoginPage';
import { localeOfHeaders } from '@/server/auth/language';
import { deskSettings } from '@/server/desk/settings';

export const dynamic = 'force-dynamic';

interface Shown {
  brand: string;
  username?: string;
  problem?: DeskProblem;
}

const page = (request: Request, { brand, username = '', problem }: Shown): Promise<Response> => {
  const locale = localeOfHeaders(request.headers);
  const view = { locale, words: deskWords[locale], brand, problem: problem ?? null, username };
  return htmlPage(
    createElement(LoginPage, { view }),
    request,
    problem === 'locked' ? 429 : problem ? 401 : 200,
  );
};

export const GET = async (request: Request): Promise<Response> => {
  const req = await deskRequest(request);
  if (actorOf(req.user)?.active) return seeOther('/desk');
  return page(request, await deskSettings(req.payload));
};

export const POST = async (request: Request): Promise<Response> => {
  if (!fromOwnPage(request))
    return plain(403, deskWords[localeOfHeaders(request.headers)].problems['bad-request']);
  const form = await formOf(request);
  if (!form) return plain(400, deskWords[localeOfHeaders(request.headers)].problems['bad-request']);
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const req = await deskRequest(request);
  const username = text('username').trim().slice(0, 200);
  const signedIn = await signIn(req, username, text('password').slice(0, 1000));
  if (signedIn.ok) return seeOther('/desk', [signedIn.cookie]);
  const { brand } = await deskSettings(req.payload);
  return page(request, { brand, username, problem: signedIn.problem });
};
