import { initI18n } from '@payloadcms/translations';
import type { PayloadRequest } from 'payload';
import type { Locale } from '../../core/model';
import { localeOfLanguage } from '../../core/words/admin';
import { type AuthWords, authWords } from '../../core/words/auth';

/** What is needed of a request to know the reader's language. */
export interface Reader {
  i18n?: { language?: string };
}

const chosenIn = (headers: Headers | undefined): Locale | null => {
  const chosen = /(?:^|;\s*)payload-lng=(zh|en)/.exec(headers?.get('cookie') ?? '')?.[1];
  return chosen === 'zh' || chosen === 'en' ? chosen : null;
};

/** The language that a request speaks, Payload's own sentences included: see `speakOwnLanguage`. */
export const localeFor = (req: Reader): Locale => localeOfLanguage(req.i18n?.language);

/**
 * Payload knows the cookie of the admin and what the browser prefers. Somebody who has chosen nothing in this
 * browser (the screens around the answer would be in it) is answered in the language of the account.
 */
export async function speakOwnLanguage(req: PayloadRequest, user: unknown): Promise<void> {
  const own = typeof user === 'object' && user !== null && 'locale' in user ? user.locale : null;
  if ((own !== 'zh' && own !== 'en') || own === req.i18n.language || chosenIn(req.headers)) return;
  req.i18n = await initI18n({ config: req.payload.config.i18n, context: 'api', language: own });
  req.t = req.i18n.t;
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
