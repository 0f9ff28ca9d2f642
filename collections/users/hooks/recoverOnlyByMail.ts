import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { authWords } from '@/core/words/auth';
import { localeFor, type Reader, wordsFor } from '@/server/auth/language';
import { env } from '@/server/env';
import { hasMail } from '@/server/mail/noMail';

/** Without mail, or without an address of our own to put into it, nobody is told that a mail was sent. */
export const recoverOnlyByMail: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation !== 'forgotPassword') return;
  const words = wordsFor(req);
  if (!hasMail(req.payload)) throw new APIError(words.noMail, 400);
  if (!env.SERVER_URL) throw new APIError(words.noServerUrl, 400);
};

/** The link is made from SERVER_URL alone: a forged Host header never gets into a mail. */
export const recoveryMail = ({ req, token }: { req?: Reader; token?: string } = {}): string =>
  authWords[localeFor(req ?? {})].resetMail(`${env.SERVER_URL ?? ''}/admin/reset/${token ?? ''}`);

export const recoverySubject = ({ req }: { req?: Reader } = {}): string =>
  authWords[localeFor(req ?? {})].resetSubject;

/** Cookies travel over https alone where the product is served by https. */
export const cookieOptions = {
  sameSite: 'Lax' as const,
  secure: env.SERVER_URL?.startsWith('https://') ?? false,
};
