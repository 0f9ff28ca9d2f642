'use client';
import { useAuth, useTranslation } from '@payloadcms/ui';
import { type ReactNode, useEffect } from 'react';

const chosenHere = (): boolean => /(?:^|;\s*)payload-lng=/.test(document.cookie);

/**
 * A browser in which nobody has chosen a language takes the person's own setting, so that the screens and
 * the answers of the server are in one language.
 */
export const OwnLanguage = ({ children }: { children?: ReactNode }) => {
  const { user } = useAuth();
  const { i18n, switchLanguage } = useTranslation();
  const own = user?.locale;
  useEffect(() => {
    if ((own === 'zh' || own === 'en') && own !== i18n.language && !chosenHere()) void switchLanguage?.(own);
  }, [own, i18n.language, switchLanguage]);
  return children;
};
