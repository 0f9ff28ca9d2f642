import type { Person } from './types';

export const personalTokens = [
  'staff.name',
  'staff.wechat',
  'store.name',
  'staff.coupon',
  'staff.qr',
] as const;
export type PersonalToken = (typeof personalTokens)[number];

const anyToken = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The value of a token; null when it is not set; `undefined` when there is no such token. */
const fillOf = (token: string, person: Person): string | null | undefined => {
  switch (token) {
    case 'staff.name':
      return person.name || null;
    case 'staff.wechat':
      return person.wechatId || null;
    case 'store.name':
      return person.storeName || null;
    case 'staff.coupon':
      return person.couponCode || null;
    case 'staff.qr':
      // A picture has no text: the token only demands that the picture is there.
      return person.qr ? '' : null;
    default:
      return undefined;
  }
};

export interface Filled {
  /** The text with every known value filled in; what is missing stays as `{{token}}`. */
  text: string;
  /** Personal values that nobody has entered for this person, each once, in order of appearance. */
  missing: PersonalToken[];
  /** Tokens that should have been resolved before the release, or do not exist. */
  unknown: string[];
}

/** Fills the personal tokens of a text for one person. Never leaves a hole silently: see `missing`. */
export const fillTokens = (text: string, person: Person): Filled => {
  const missing = new Set<PersonalToken>();
  const unknown = new Set<string>();
  const filled = text.replace(anyToken, (whole, name: string) => {
    const value = fillOf(name, person);
    if (value === undefined) {
      unknown.add(name);
      return whole;
    }
    if (value === null) {
      missing.add(name as PersonalToken);
      return `{{${name}}}`;
    }
    return value;
  });
  return { text: filled, missing: [...missing], unknown: [...unknown] };
};
