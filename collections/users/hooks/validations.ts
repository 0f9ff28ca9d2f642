import { isUsername } from '@/core/accounts';
import { type Reader, wordsFor } from '@/server/auth/language';

export const askUsername = (value: unknown, { req }: { req: Reader }): true | string =>
  value === undefined || value === null || value === '' || (typeof value === 'string' && isUsername(value))
    ? true
    : wordsFor(req).usernameForm;

export const askRole = (value: unknown, { req }: { req: Reader }): true | string => {
  const known = ['admin', 'editor', 'manager', 'staff'];
  return Array.isArray(value) && value.length > 0 && value.every((role) => known.includes(role))
    ? true
    : wordsFor(req).noRole;
};
