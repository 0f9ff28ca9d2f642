'use client';
import { toast, useTranslation } from '@payloadcms/ui';
import { type ReactNode, useEffect } from 'react';
import { adminWords, localeOfLanguage } from '@/core/words/admin';

/** What an upload of several files came to is the one thing that Payload says in English alone. */
export const ToastWords = ({ children }: { children?: ReactNode }) => {
  const { i18n } = useTranslation();
  useEffect(() => {
    const { saved, failed } = adminWords[localeOfLanguage(i18n.language)].files;
    const { success, error } = toast;
    const said = (pattern: RegExp, words: (count: string) => string, message: unknown) => {
      const count = typeof message === 'string' ? pattern.exec(message)?.[1] : undefined;
      return count === undefined ? message : words(count);
    };
    toast.success = (message, data) =>
      success(said(/^Successfully saved (\d+) files$/, saved, message) as typeof message, data);
    toast.error = (message, data) =>
      error(said(/^Failed to save (\d+) files$/, failed, message) as typeof message, data);
    return () => {
      Object.assign(toast, { success, error });
    };
  }, [i18n.language]);
  return children;
};
