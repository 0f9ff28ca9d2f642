import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  ValidationError,
} from 'payload';
import { passwordLength, refusePassword } from '@/core/accounts';
import { type Reader, wordsFor } from '@/server/auth/language';

/** Every password that is set through any door: made, changed, reset by mail, first registration. */
export const checkPassword: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  const password: unknown = data?.password;
  if (operation === 'update' && (password === undefined || password === null || password === '')) return;
  const message = sentenceFor(
    password,
    [data?.username, data?.email, originalDoc?.username, originalDoc?.email],
    req,
  );
  if (message === null) return;
  throw new ValidationError({ collection: 'users', errors: [{ path: 'password', message }], req });
};

/** The way by mail hands the password to no collection hook, so that it is looked at here. */
export const checkPasswordOfReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return;
  const data: unknown = 'data' in args ? args.data : null;
  const password =
    typeof data === 'object' && data !== null && 'password' in data ? data.password : undefined;
  const message = sentenceFor(password, [], req);
  if (message !== null) throw new APIError(message, 400);
};

function sentenceFor(password: unknown, names: (string | null | undefined)[], req: Reader): string | null {
  const words = wordsFor(req);
  const refusal = refusePassword(password, names);
  switch (refusal) {
    case null:
      return null;
    case 'missing':
      return words.passwordMissing;
    case 'not-text':
      return words.passwordNotText;
    case 'short':
      return words.passwordShort(passwordLength.least);
    case 'long':
      return words.passwordLong(passwordLength.most);
    case 'is-name':
      return words.passwordIsName;
  }
}
