'use client';
import { toast, useTranslation } from '@payloadcms/ui';
import { isValidElement, type ReactNode, useEffect } from 'react';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { sentenceOf } from './sentenceOf';

/** Payload's form wraps a message in an element that would split it. */
const whole = (message: unknown): unknown =>
  (isValidElement<object>(message) && sentenceOf(message.props)) || message;

/**
 * What an upload of several files came to is the one thing that Payload says in English alone; and a refusal is a
 * sentence, not a list.
 */
export const ToastWords = ({ children }: { children?: ReactNode }) => {
  const { i18n } = useTranslation();
  useEffect(() => {
    const { saved, failed } = adminWords[localeOfLanguage(i18n.language)].files;
    const { success, error, promise } = toast;
    const said = (pattern: RegExp, words: (count: string) => string, message: unknown) => {
      const count = typeof message === 'string' ? pattern.exec(message)?.[1] : undefined;
      return count === undefined ? message : words(count);
    };
    toast.success = (message, data) =>
      success(said(/^Successfully saved (\d+) files$/, saved, message) as typeof message, data);
    toast.error = (message, data) =>
      error(said(/^Failed to save (\d+) files$/, failed, whole(message)) as typeof message, data);
    // A form that is being saved: its refusal is what the promise is rejected with.
    toast.promise = (saving, data) =>
      promise(
        saving instanceof Promise ? saving.catch((reason) => Promise.reject(whole(reason))) : saving,
        data,
      );
    return () => {
      Object.assign(toast, { success, error, promise });
    };
  }, [i18n.language]);
  return children;
};
