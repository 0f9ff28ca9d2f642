import type { CollectionBeforeOperationHook } from 'payload';
import { normalUsername } from '@/core/accounts';

/** Mobile numbers are typed in many ways; the same person is found by all of them. */
export const normaliseUsername: CollectionBeforeOperationHook = ({ args, operation }) => {
  const data: unknown = 'data' in args ? args.data : null;
  if (typeof data !== 'object' || data === null) return;
  const changed: Record<string, unknown> = { ...data };
  if ('username' in data && typeof data.username === 'string')
    changed.username = normalUsername(data.username);
  const asEmail = 'email' in data && typeof data.email === 'string' ? data.email : '';
  // At sign-in the one field takes any of the three.
  if (operation === 'login' && asEmail !== '' && !asEmail.includes('@'))
    changed.email = normalUsername(asEmail);
  return { ...args, data: changed };
};
