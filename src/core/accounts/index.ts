/**
 * What a name to sign in with and a password may look like. Pure, so that the form, every API and the
 * import say the same.
 */

/** Staff type these on a phone, in a shop: length is what protects, not a mixture of signs. */
export const passwordLength = { least: 8, most: 128 } as const;

export type PasswordRefusal = 'missing' | 'not-text' | 'short' | 'long' | 'is-name';

export function refusePassword(
  password: unknown,
  names: readonly (string | null | undefined)[],
): PasswordRefusal | null {
  if (password === undefined || password === null || password === '') return 'missing';
  if (typeof password !== 'string') return 'not-text';
  const length = [...password].length;
  if (length < passwordLength.least) return 'short';
  if (length > passwordLength.most) return 'long';
  const plain = password.toLowerCase();
  return names.some((name) => typeof name === 'string' && name.toLowerCase() === plain) ? 'is-name' : null;
}

/**
 * A mobile number as people write it (+86, spaces, hyphens, full-width digits) becomes its 11 digits;
 * anything else is trimmed and lower case, as it is stored.
 */
export function normalUsername(value: string): string {
  const plain = value.normalize('NFKC').trim().toLowerCase();
  const digits = plain.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : plain;
}

/** Without @, so that nobody's user name is somebody else's e-mail address. */
export function isUsername(value: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,31}$/.test(value);
}

/** Without 0/o, 1/l/i: it is read aloud or copied from a screen. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A one-time password like `k7mw-9pqt-x3hd` (59 bits). `pick(n)` answers a uniform random integer below n. */
export function readablePassword(pick: (below: number) => number): string {
  const group = (): string => Array.from({ length: 4 }, () => readable[pick(readable.length)]).join('');
  return [group(), group(), group()].join('-');
}
