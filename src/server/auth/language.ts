import type { Locale } from '../../core/model';
import { type AuthWords, authWords } from '../../core/words/auth';

/** What is needed of a request to know the reader's language. */
export interface Reader {
  user?: unknown;
  i18n?: { language?: string };
  headers?: Headers;
}

const chosenIn = (headers: Headers | undefined): Locale | null => {
  const chosen = /(?:^|;\s*)payload-lng=(zh|en)/.exec(headers?.get('cookie') ?? '')?.[1];
  return chosen === 'zh' || chosen === 'en' ? chosen : null;
};

/**
 * What was chosen in this browser (the screens around the answer are in it), else the person's own setting,
 * else what the request asked for, else Chinese.
 */
export function localeFor(req: Reader): Locale {
  const { user } = req;
  const chosen = chosenIn(req.headers);
  if (chosen) return chosen;
  const own = typeof user === 'object' && user !== null && 'locale' in user ? user.locale : null;
  if (own === 'zh' || own === 'en') return own;
  return req.i18n?.language?.startsWith('en') ? 'en' : 'zh';
}

export function wordsFor(req: Reader): AuthWords {
  return authWords[localeFor(req)];
}

/** Before Payload has looked at a request: its cookie of the admin, else what the browser prefers. */
export function localeOfHeaders(headers: Headers): Locale {
  const chosen = chosenIn(headers);
  if (chosen) return chosen;
  return /^\s*en\b/i.test(headers.get('accept-language') ?? '') ? 'en' : 'zh';
}
