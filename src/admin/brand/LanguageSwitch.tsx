'use client';
import { useTranslation } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';
import { useTransition } from 'react';
import { localeOfLanguage } from '@/core/words/admin';

const others = { zh: { language: 'en', name: 'English' }, en: { language: 'zh', name: '中文' } } as const;

/** Payload draws a form anew in the other language, and what was not saved is gone; the account has its own choice. */
const isForm = (path: string): boolean => /^\/admin\/(collections\/[^/]+\/.|globals\/|account)/.test(path);

/** The other language, by its own name: for this browser, the same as the choice on the account's page. */
export const LanguageSwitch = () => {
  const { i18n, switchLanguage } = useTranslation();
  const [isBusy, start] = useTransition();
  const { language, name } = others[localeOfLanguage(i18n.language)];
  if (isForm(usePathname())) return null;
  return (
    <button
      type="button"
      lang={language}
      className="md-language"
      disabled={isBusy}
      onClick={() => start(async () => switchLanguage?.(language))}
    >
      {name}
    </button>
  );
};
