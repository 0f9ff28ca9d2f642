import { APIError, type CollectionBeforeOperationHook } from 'payload';
import { normalUsername } from '@/core/accounts';
import { wordsFor } from '@/server/auth/language';

/** Mobile numbers are typed in many ways; the same person is found by all of them. */
export const normaliseUsername: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const data: unknown = 'data' in args ? args.data : null;
  if (typeof data !== 'object' || data === null) return;
  if (operation === 'create') refuseNameless(data, wordsFor(req).nameNeeded);
  const changed: Record<string, unknown> = { ...data };
  if ('username' in data && typeof data.username === 'string')
    changed.username = normalUsername(data.username);
  const asEmail = 'email' in data && typeof data.email === 'string' ? data.email : '';
  // At sign-in the one field takes any of the three.
  if (operation === 'login' && asEmail !== '' && !asEmail.includes('@'))
    changed.email = normalUsername(asEmail);
  return { ...args, data: changed };
};

/** Payload says so too, in English only. */
function refuseNameless(data: object, message: string): void {
  const given = (name: string): boolean => Boolean((data as Record<string, unknown>)[name]);
  if (!given('username') && !given('email')) throw new APIError(message, 400);
}
