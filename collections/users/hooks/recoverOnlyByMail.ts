import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { authWords } from '@/core/words/auth';
import { localeFor, type Reader, wordsFor } from '@/server/auth/language';
import { noRecovery } from '@/server/auth/recovery';
import { env } from '@/server/env';

/** Without mail, or without an address of our own to put into it, nobody is told that a mail was sent. */
export const recoverOnlyByMail: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation !== 'forgotPassword') return;
  const why = noRecovery(req.payload);
  if (why) throw new APIError(wordsFor(req)[why], 400);
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
