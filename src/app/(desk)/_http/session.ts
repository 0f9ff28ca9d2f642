import { slugs } from '@collections/slugs';
import {
  APIError,
  generateExpiredPayloadCookie,
  generatePayloadCookie,
  loginOperation,
  logoutOperation,
  type PayloadRequest,
} from 'payload';
import type { DeskProblem } from '@/core/words/desk';

export type SignedIn = { ok: true; cookie: string } | { ok: false; problem: DeskProblem };

/** Why signing in failed, for the person; who exists is not told. */
const problemOf = (error: unknown): DeskProblem => {
  if (!(error instanceof APIError)) throw error;
  switch (error.status) {
    case 429:
    case 423:
      return 'locked';
    case 403:
      return 'left';
    case 400:
      return 'missing-login';
    default:
      return 'wrong-login';
  }
};

/** Signs in by staff number, mobile or e-mail, through the same door and bounds as the API. */
export async function signIn(req: PayloadRequest, name: string, password: string): Promise<SignedIn> {
  if (name === '' || password === '') return { ok: false, problem: 'missing-login' };
  const collection = req.payload.collections[slugs.users];
  const data = name.includes('@') ? { email: name, password } : { username: name, password };
  try {
    const { token } = await loginOperation({ collection, data: data as never, req, depth: 0 });
    if (!token) return { ok: false, problem: 'wrong-login' };
    const cookie = generatePayloadCookie({
      collectionAuthConfig: collection.config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token,
    });
    return { ok: true, cookie: String(cookie) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Ends the session here and on the server; answers the cookie that forgets it. */
export async function signOut(req: PayloadRequest): Promise<string> {
  const collection = req.payload.collections[slugs.users];
  if (req.user) await logoutOperation({ collection, req });
  const cookie = generateExpiredPayloadCookie({
    collectionAuthConfig: collection.config.auth,
    cookiePrefix: req.payload.config.cookiePrefix,
  });
  return String(cookie);
}
