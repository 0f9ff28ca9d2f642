'use client';
import { useTranslation } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import { type AdminWords, adminWords, localeOfLanguage } from '@/core/words/admin';

/** The reader's language, as Payload's own strings around us have it. */
export function useWords(): { words: AdminWords; locale: Locale } {
  const { i18n } = useTranslation();
  const locale = localeOfLanguage(i18n.language);
  return { words: adminWords[locale], locale };
}
